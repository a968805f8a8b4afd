// What the journal costs the hot routes: the emulator as it is beside one that is built without the journal's gate.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  accessToken,
  bergmann,
  compare,
  emulatorCommand,
  freePort,
  judge,
  startServer,
  stopServer,
} from './servers.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Bundles the command line with a gate that lets everything through unseen. */
async function withoutJournal() {
  const outfile = join(mkdtempSync(join(tmpdir(), 'jtl-bench-')), 'cli.mjs');
  const noGate = {
    name: 'no-journal',
    setup: (bundler) => {
      bundler.onLoad({ filter: /journal-gate\.ts$/ }, () => ({
        contents:
          'export const journalGate = () => () => undefined; export const maskedPath = (path) => path;',
      }));
      // The bundle lies elsewhere; the package's folder stays where it is.
      bundler.onLoad({ filter: /package-root\.ts$/ }, () => ({
        contents: `export const packageRoot = ${JSON.stringify(root)}; export const isBuilt = true; export const packageVersion = '0.0.0';`,
      }));
    },
  };
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins: [noGate],
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(${JSON.stringify(join(root, 'package.json'))});`,
    },
    external: ['pino', 'pino-pretty', 'swagger-ui-express', 'swagger-ui-dist'],
    logLevel: 'error',
  });
  return outfile;
}

const bare = await withoutJournal();
const running = [];
try {
  const requests = {};
  for (const [name, file] of [
    ['with journal', undefined],
    ['without journal', bare],
  ]) {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const [built, ...args] = emulatorCommand(port);
    const isReady = async () => (await fetch(`${base}/_emulator/v1/health`)).ok;
    running.push(await startServer(name, [file ?? built, ...args], isReady));
    requests[name] = {
      url: `${base}/erp/v1/items?pageSize=50`,
      headers: { authorization: `Bearer ${await accessToken(base)}`, 'x-tenant-id': bergmann },
    };
  }
  const results = await compare(requests);
  console.table(results);
  judge('journal', results['with journal'].perSecond / results['without journal'].perSecond, 0.9);
} finally {
  for (const server of running) await stopServer(server);
}
