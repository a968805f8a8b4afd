// `npm run soak [-- REQUESTS]`: sends a built emulator a mix of requests, 1,000,000 by default, while event streams stay
// unread and slow clients send a byte a second. Prints resident memory and open handles as they go, and fails when the
// last quarter of the run needs more than the second one. Needs /proc, that is Linux.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Load } from './load.mjs';
import { SlowClients } from './slow-clients.mjs';

const total = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(total) || total < 1_000) {
  console.error(`REQUESTS is '${process.argv[2]}'; it must be a whole number from 1000`);
  process.exit(2);
}
const samples = 20;
/** Growth that counts as noise of the garbage collector. */
const tolerated = 1.1;

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'soak-'));
const port = await freePort();
const child = spawn(
  process.execPath,
  [join(root, 'dist/cli.js'), 'start', '--port', port, '--data-dir', dataDir, '--log', 'silent'].map(String),
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
try {
  await ready();
  const load = await Load.open(port);
  const slow = new SlowClients(port);
  const rows = [];
  for (let n = 1; n <= samples; n++) {
    const began = performance.now();
    await load.send(Math.round(total / samples));
    slow.renew();
    const perSecond = Math.round(total / samples / ((performance.now() - began) / 1000));
    rows.push({ requests: load.sent, 'per second': perSecond, ...resources(child.pid) });
    console.log(JSON.stringify(rows.at(-1)));
  }
  slow.end();
  const refused = [...load.refused].map(([what, count]) => `${what}: ${count}`);
  const growth = (what) => mean(rows.slice(15), what) / mean(rows.slice(5, 10), what);
  console.log(`kinds of requests: ${[...load.kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  console.log(`unexpected answers: ${refused.join(', ') || 'none'}`);
  console.log(
    `last quarter / second quarter: resident ${growth('MiB').toFixed(2)}, handles ${growth('handles').toFixed(2)}`,
  );
  if (refused.length > 0 || growth('MiB') > tolerated || growth('handles') > tolerated) process.exitCode = 1;
} finally {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  rmSync(dataDir, { recursive: true, force: true });
}

async function ready() {
  while (true) {
    if (child.exitCode !== null) throw new Error('the emulator did not start; run `npm run build` first');
    const answer = await fetch(`http://127.0.0.1:${port}/_emulator/v1/health`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(20);
  }
}

function resources(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kib = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  return { MiB: Math.round(kib / 1024), handles: readdirSync(`/proc/${pid}/fd`).length };
}

function mean(rows, what) {
  return rows.reduce((sum, row) => sum + row[what], 0) / rows.length;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
