// Starting and loading the servers that the benchmarks compare; each is a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const here = dirname(fileURLToPath(import.meta.url));

export const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
export const basic = Buffer.from('hello-world-client:hello-world-secret').toString('base64');

/** The arguments that start the built emulator on a port, with further ones. */
export const emulatorCommand = (port, ...more) => [
  join(here, '../dist/cli.js'),
  'start',
  '--ephemeral',
  '--log',
  'silent',
  '--port',
  String(port),
  ...more,
];

/** The file of a command of a package in bench/package.json. */
export function peerCommand(name, command) {
  const folder = join(here, 'node_modules', name);
  return join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin[command]);
}

/** A port that is free at the moment. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/**
 * Starts a Node program and waits until it answers.
 * @param name for error messages
 * @param args the arguments of node
 * @param isReady resolves to true once the server works
 * @returns the process and the milliseconds from its start to the first answer
 */
export async function startServer(name, args, isReady, env = {}) {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  const deadline = Date.now() + 60_000;
  while (!(await isReady().catch(() => false))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${name} did not start`);
    await delay(2);
  }
  return { child, readyMs: performance.now() - began };
}

/** Ends a server and waits for its end. */
export async function stopServer({ child }) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** An access token of the hello-world app, from an emulator's base URL. */
export async function accessToken(url) {
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  return (await response.json()).access_token;
}

/**
 * Loads one URL over keep-alive connections.
 * @param request url, method, headers and body, as autocannon takes them
 * @returns answers per second and latencies in milliseconds
 */
export async function load(request, seconds, connections = 20) {
  const result = await autocannon({ ...request, connections, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${request.url}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  return { perSecond: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

/**
 * Loads several servers in turns, so that the machine's other work affects all of them.
 * @param requests name -> request
 * @returns name -> medians
 */
export async function compare(requests, { rounds = 3, seconds = 4 } = {}) {
  const measured = new Map(Object.keys(requests).map((name) => [name, []]));
  for (const request of Object.values(requests)) await load(request, 1);
  for (let round = 0; round < rounds; round++) {
    for (const [name, request] of Object.entries(requests))
      measured.get(name).push(await load(request, seconds));
  }
  return Object.fromEntries([...measured].map(([name, results]) => [name, medians(results)]));
}

/**
 * Loads two servers in many short turns, changing who is first.
 * @param requests two requests by name
 * @returns name -> medians, and the median of each round's ratio of the first to the second
 */
export async function comparePair(requests, { rounds = 15, seconds = 1 } = {}) {
  const measured = Object.fromEntries(Object.keys(requests).map((name) => [name, []]));
  for (const request of Object.values(requests)) await load(request, 3);
  for (let round = 0; round < rounds; round++) {
    const turn = round % 2 === 0 ? Object.keys(requests) : Object.keys(requests).reverse();
    for (const name of turn) measured[name].push(await load(requests[name], seconds));
  }
  const [first, second] = Object.values(measured);
  const ratios = first.map((one, round) => one.perSecond / second[round].perSecond).sort((a, b) => a - b);
  return {
    results: Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, medians(all)])),
    ratio: ratios[Math.floor(ratios.length / 2)],
  };
}

function medians(results) {
  const of = (key) => results.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(results.length / 2)];
  return { perSecond: Math.round(of('perSecond')), p50: of('p50'), p99: of('p99') };
}

/** Prints a ratio and its target (README, Numbers); a miss makes the run fail. */
export function judge(what, ratio, wanted) {
  console.log(`${what}: ratio ${ratio.toFixed(2)}, wanted at least ${wanted}`);
  if (ratio < wanted) process.exitCode = 1;
}
