// From process start to the first answer of health, to the first token and to the first page of items, in milliseconds,
// beside oauth2-mock-server's time to its first token; and resident memory of a default emulator.
import { readFileSync } from 'node:fs';
import {
  accessToken,
  bergmann,
  emulatorCommand,
  freePort,
  peerCommand,
  startServer,
  stopServer,
} from './servers.js';

const peer = peerCommand('oauth2-mock-server', 'oauth2-mock-server');
const runs = 7;

async function emulatorRun() {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const from = performance.now();
  const server = await startServer(
    'emulator',
    emulatorCommand(port),
    async () => (await fetch(`${base}/_emulator/v1/health`)).ok,
  );
  const token = await accessToken(base);
  const tokenMs = performance.now() - from;
  const headers = { authorization: `Bearer ${token}`, 'x-tenant-id': bergmann };
  await (await fetch(`${base}/erp/v1/items?pageSize=50`, { headers })).arrayBuffer();
  const pageMs = performance.now() - from;
  const residentMiB =
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) / 1024;
  await stopServer(server);
  return { readyMs: server.readyMs, tokenMs, pageMs, residentMiB };
}

async function peerRun() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/token`;
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials&scope=',
  };
  const server = await startServer(
    'oauth2-mock-server',
    [peer, '-a', '127.0.0.1', '-p', String(port)],
    async () => (await fetch(url, request)).ok,
  );
  await stopServer(server);
  return { tokenMs: server.readyMs };
}

const median = (rows, key) =>
  Math.round(rows.map((row) => row[key]).sort((a, b) => a - b)[Math.floor(rows.length / 2)]);

const emulator = [];
const mock = [];
for (let run = 0; run < runs; run++) {
  emulator.push(await emulatorRun());
  mock.push(await peerRun());
}
const readyMs = median(emulator, 'readyMs');
const residentMiB = median(emulator, 'residentMiB');
console.table({
  'jtl-platform-emulator': {
    readyMs,
    firstTokenMs: median(emulator, 'tokenMs'),
    firstPageMs: median(emulator, 'pageMs'),
    residentMiB,
  },
  'oauth2-mock-server': { firstTokenMs: median(mock, 'tokenMs') },
});
console.log(`ready after ${readyMs} ms, wanted within 600; resident ${residentMiB} MiB, wanted below 150`);
if (readyMs > 600 || residentMiB > 150) process.exitCode = 1;
