import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import { build } from 'esbuild';
import { listen } from '../ports.ts';
import { waitUntil } from '../waiting.ts';

/** A request that a web app got, as far as tests look at it. */
export interface SeenRequest {
  method: string;
  path: string;
  body: string;
  headers: IncomingHttpHeaders;
}

/** An app's server in a test: pages by path, each a script that runs in an otherwise empty document. */
export class WebApp {
  readonly seen: SeenRequest[] = [];
  /** The status of answers to POST. */
  postStatus = 204;
  readonly #waiting = new Set<() => void>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** @param scripts JavaScript modules by path; `createAppBridge` is in scope, the package's own */
  static async serve(scripts: Record<string, string>): Promise<WebApp> {
    const server = createServer();
    const app = new WebApp(server, `http://127.0.0.1:${await listen(server)}`);
    const client = await bridgeClient();
    server.on('request', (request, response) => {
      void app.#note(request).then(() => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        const script = scripts[path];
        if (request.method === 'POST') response.writeHead(app.postStatus).end();
        else if (path === '/app-bridge.js') response.setHeader('Content-Type', 'text/javascript').end(client);
        else if (script === undefined) response.writeHead(404).end();
        else response.setHeader('Content-Type', 'text/html').end(documentFor(script));
      });
    });
    return app;
  }

  /** Resolves with the first request for a path that fits, seen already or yet to come. */
  requested(path: string, fits: (request: SeenRequest) => boolean = () => true): Promise<SeenRequest> {
    return waitUntil(
      `a request for ${path} that fits`,
      () => this.seen.find((request) => request.path === path && fits(request)),
      () => new Promise<void>((resolve) => this.#waiting.add(resolve)),
      { seen: () => this.seen.map(({ method, path: asked, body }) => `${method} ${asked} ${body}`) },
    );
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #note(request: IncomingMessage): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method = '', url = '', headers } = request;
    this.seen.push({ method, path: url, body, headers });
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

function documentFor(script: string): string {
  return `<!doctype html><title>app</title><body><output></output><script type="module">
import { createAppBridge } from '/app-bridge.js';
const say = (text) => (document.querySelector('output').textContent = String(text));
${script}
</script>`;
}

let bundled: Promise<string> | undefined;

/** The package's App Bridge client for browsers, built from the sources under test. */
function bridgeClient(): Promise<string> {
  bundled ??= build({ entryPoints: ['src/app-bridge.ts'], bundle: true, format: 'esm', write: false }).then(
    ({ outputFiles }) => outputFiles[0]!.text,
  );
  return bundled;
}

/** A manifest of generation 1 whose pages all lie on one server. */
export function manifestFor(
  url: string,
  change: { erp?: object; lifecycle?: object; name?: string } = {},
): object {
  const name = change.name ?? 'Test App';
  return {
    manifestVersion: '1.0.0',
    version: '1.0.0',
    name: { short: name, full: name },
    lifecycle: { setupUrl: `${url}/setup`, ...change.lifecycle },
    capabilities: {
      erp: {
        menuItems: [{ id: 'page', name: 'Page', url: `${url}/page` }],
        api: { scopes: [] },
        ...change.erp,
      },
    },
  };
}
