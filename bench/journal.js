// The cost of the journal on the most used routes: the emulator beside one that is bundled the same way but without the
// journal's middleware. Many short alternating rounds, and the median of the rounds' ratios, because the difference is
// smaller than the effect of the machine's other work on a long round.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  accessToken,
  basic,
  bergmann,
  comparePair,
  emulatorCommand,
  freePort,
  judge,
  startServer,
  stopServer,
} from './servers.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Bundles the command line as one file, with the journal's middleware or an empty one. */
async function bundled(...plugins) {
  const outfile = join(mkdtempSync(join(tmpdir(), 'jtl-bench-')), 'cli.mjs');
  const atHome = {
    name: 'package-root',
    setup: (bundler) => {
      // The bundle is in another folder; the package's folder stays the same.
      bundler.onLoad({ filter: /package-root\.ts$/ }, () => ({
        contents: `export const packageRoot = ${JSON.stringify(root)}; export const isBuilt = true; export const packageVersion = '0.0.0';`,
      }));
    },
  };
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/entry.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins: [atHome, ...plugins],
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(${JSON.stringify(join(root, 'package.json'))});`,
    },
    external: ['pino', 'pino-pretty'],
    logLevel: 'error',
  });
  return outfile;
}

const noJournal = {
  name: 'no-journal',
  setup: (bundler) => {
    bundler.onLoad({ filter: /journal-middleware\.ts$/ }, () => ({
      contents: 'export const journalMiddleware = () => () => undefined;',
    }));
  },
};

const query =
  '{ QueryItems(first: 50) { nodes { id sku name salesPriceNet stockAvailable } pageInfo { hasNextPage endCursor } totalCount } }';

/** The most used routes of an emulator. */
async function routesOf(base) {
  const headers = { authorization: `Bearer ${await accessToken(base)}`, 'x-tenant-id': bergmann };
  return {
    'REST page': { url: `${base}/erp/v1/items?pageSize=50`, headers },
    'GraphQL page': {
      url: `${base}/erp/v2/graphql`,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    },
    token: {
      url: `${base}/oauth2/token`,
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    },
  };
}

const running = [];
try {
  const routes = {};
  for (const [name, file] of [
    ['with', await bundled()],
    ['without', await bundled(noJournal)],
  ]) {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const [, ...args] = emulatorCommand(port);
    const isReady = async () => (await fetch(`${base}/_emulator/v1/health`)).ok;
    running.push(await startServer(`${name} journal`, [file, ...args], isReady));
    routes[name] = await routesOf(base);
  }
  for (const route of Object.keys(routes.with)) {
    const pair = { with: routes.with[route], without: routes.without[route] };
    const { results, ratio } = await comparePair(pair);
    console.table(results);
    judge(`${route}, journal on against off`, ratio, 0.9);
  }
} finally {
  for (const server of running) await stopServer(server);
}
