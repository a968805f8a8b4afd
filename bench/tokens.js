// Tokens by client credentials per second, over HTTP keep-alive, against oauth2-mock-server in the same run.
// Both servers are processes of their own; the load comes from this one, first to one and then to the other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

const rounds = 3;
const secondsPerRound = 4;
const connections = 20;
/** Design.md section 12. */
const wantedRatio = 2;

const form = 'grant_type=client_credentials&scope=';
const basic = Buffer.from('hello-world-client:hello-world-secret').toString('base64');

/** The servers compared: how each is started on a port, and where it answers tokens. */
const servers = [
  {
    name: 'jtl-platform-emulator',
    command: (port) => [
      join(here, '../dist/cli.js'),
      'start',
      '--ephemeral',
      '--log',
      'silent',
      '--port',
      String(port),
    ],
    path: '/oauth2/token',
  },
  {
    name: 'oauth2-mock-server',
    command: (port) => [peerCommand(), '-a', '127.0.0.1', '-p', String(port)],
    path: '/token',
  },
];

/** The package does not export its command, which lies beside its main module. */
function peerCommand() {
  return join(dirname(require.resolve('oauth2-mock-server')), 'oauth2-mock-server.mjs');
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Starts a server and waits for its first token. */
async function start({ name, command, path }) {
  const port = await freePort();
  const child = spawn(process.execPath, command(port), { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}${path}`;
  const deadline = Date.now() + 20_000;
  while (!(await answersToken(url))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${name} did not start`);
    await delay(50);
  }
  return { name, url, child };
}

async function answersToken(url) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
    });
    return typeof (await response.json()).access_token === 'string';
  } catch {
    return false;
  }
}

/** @returns tokens per second and latencies in milliseconds */
async function load(url, duration) {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
    connections,
    duration,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const running = [];
try {
  for (const server of servers) running.push(await start(server));
  const measured = new Map(running.map(({ name }) => [name, []]));
  for (const { url } of running) await load(url, 1);
  for (let round = 0; round < rounds; round++) {
    for (const { name, url } of running) measured.get(name).push(await load(url, secondsPerRound));
  }
  const rows = [...measured].map(([server, results]) => ({
    server,
    'tokens/s': Math.round(median(results.map(({ perSecond }) => perSecond))),
    'p50 ms': median(results.map(({ p50 }) => p50)),
    'p99 ms': median(results.map(({ p99 }) => p99)),
  }));
  console.table(rows);
  const ratio = rows[0]['tokens/s'] / rows[1]['tokens/s'];
  console.log(`ratio ${ratio.toFixed(2)}, wanted at least ${wantedRatio}`);
  if (ratio < wantedRatio) process.exitCode = 1;
} finally {
  for (const { child } of running) child.kill();
}
