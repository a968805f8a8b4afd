// A page of 50 items by REST v1 and by GraphQL, token check included, against Prism mocking the same contract and against a
// bare Express 5 route that returns the same bytes, in the same run.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  accessToken,
  bergmann,
  compare,
  emulatorCommand,
  freePort,
  peerCommand,
  judge,
  startServer,
  stopServer,
} from './servers.js';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const query =
  '{ QueryItems(first: 50) { nodes { id sku name salesPriceNet stockAvailable } pageInfo { hasNextPage endCursor } totalCount } }';

const running = [];
const start = async (name, command, isReady, env) => {
  const server = await startServer(name, command, isReady, env);
  running.push(server);
};
const ok = async (url, init) => (await fetch(url, init)).ok;

async function startBareExpress(name, body) {
  const port = await freePort();
  const file = join(folder, `${name}.json`);
  writeFileSync(file, body);
  const url = `http://127.0.0.1:${port}/page`;
  await start(name, [join(here, 'bare-express.js'), String(port)], () => ok(url), { BODY_FILE: file });
  return url;
}

async function startPrism(base) {
  const document = join(folder, 'erp-v1.json');
  writeFileSync(document, await (await fetch(`${base}/openapi/erp-v1.json`)).text());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/items?pageSize=50`;
  const headers = { authorization: 'Bearer x' };
  await start(
    'prism',
    [peerCommand('@stoplight/prism-cli', 'prism'), 'mock', document, '-p', String(port), '-h', '127.0.0.1'],
    () => ok(url, { headers }),
  );
  return { url, headers };
}

try {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  await start('emulator', emulatorCommand(port), () => ok(`${base}/_emulator/v1/health`));
  const headers = { authorization: `Bearer ${await accessToken(base)}`, 'x-tenant-id': bergmann };
  const rest = { url: `${base}/erp/v1/items?pageSize=50`, headers };
  const graphql = {
    url: `${base}/erp/v2/graphql`,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  };
  const restBody = await (await fetch(rest.url, rest)).text();
  const graphqlBody = await (await fetch(graphql.url, graphql)).text();
  const results = await compare({
    'REST page, emulator': rest,
    'REST page, bare express': { url: await startBareExpress('bare-rest', restBody) },
    'REST page, prism': await startPrism(base),
    'GraphQL page, emulator': graphql,
    'GraphQL page, bare express': { ...graphql, url: await startBareExpress('bare-graphql', graphqlBody) },
  });
  console.table(results);
  const ratio = (a, b) => results[a].perSecond / results[b].perSecond;
  judge('REST page against prism', ratio('REST page, emulator', 'REST page, prism'), 5);
  judge('REST page against bare express', ratio('REST page, emulator', 'REST page, bare express'), 0.6);
  judge('GraphQL page against prism', ratio('GraphQL page, emulator', 'REST page, prism'), 5);
  judge(
    'GraphQL page against bare express',
    ratio('GraphQL page, emulator', 'GraphQL page, bare express'),
    0.6,
  );
} finally {
  for (const server of running) await stopServer(server);
}
