import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Manifest, MenuItem } from './manifests/model.ts';
import type { Registry } from './registry.ts';

const remembered = new WeakMap<Registry, { revision: number; origins: ReadonlySet<string> }>();

/** @returns the origins that any registered manifest names, redirect URIs included (platform.md section 5) */
function allowedOrigins(registry: Registry): ReadonlySet<string> {
  const known = remembered.get(registry);
  if (known?.revision === registry.revision) return known.origins;
  const origins = new Set(registry.apps.flatMap((app) => manifestUrls(app.manifest)).flatMap(originOf));
  remembered.set(registry, { revision: registry.revision, origins });
  return origins;
}

/**
 * Lets the pages of registered apps read the answer (Fetch standard, section 3.2). A preflight is answered here.
 * @param methods what the endpoint takes, such as `GET, POST`
 * @returns true if the request was a preflight and is done
 */
export function answerCors(
  request: IncomingMessage,
  response: ServerResponse,
  registry: Registry,
  methods: string,
): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  response.setHeader('Vary', 'Origin');
  const preflight =
    request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (allowedOrigins(registry).has(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader(
      'Access-Control-Expose-Headers',
      'WWW-Authenticate, Server-Timing, api-supported-versions, X-RateLimit-Limit, X-RateLimit-Interval-Length-Seconds, X-RateLimit-Remaining, traceparent, X-Emulator-Reason, X-Emulator-Assumption',
    );
    if (preflight) {
      response.setHeader('Access-Control-Allow-Methods', methods);
      response.setHeader(
        'Access-Control-Allow-Headers',
        request.headers['access-control-request-headers'] ?? '',
      );
      response.setHeader('Access-Control-Max-Age', '600');
    }
  }
  if (preflight) response.writeHead(204).end();
  return preflight;
}

function manifestUrls({ lifecycle, launcher, erp, publicClient }: Manifest): (string | undefined)[] {
  return [
    lifecycle.setupUrl,
    lifecycle.connectUrl,
    lifecycle.disconnectUrl,
    launcher?.redirectUrl,
    launcher?.closedPreviewUrl,
    erp.headlessUrl,
    ...menuUrls(erp.menuItems),
    ...erp.panes.map((pane) => pane.url),
    ...(publicClient?.redirectUris ?? []),
    ...(publicClient?.postLogoutRedirectUris ?? []),
  ];
}

function menuUrls(items: readonly MenuItem[]): (string | undefined)[] {
  return items.flatMap((item) => [item.url, ...menuUrls(item.children)]);
}

/** Custom schemes of native apps have the opaque origin `null`, which would let every sandboxed page in. */
function originOf(url: string | undefined): string[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const { origin } = new URL(url);
  return origin === 'null' ? [] : [origin];
}
