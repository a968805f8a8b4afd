import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import { type Gate, type Service, routeByPath } from '../../src/origin.ts';
import { silentLog } from '../../src/platform/log.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** An origin with one service, behind a gate, and what its log heard. */
async function originOf(service: Service, gate: Gate = (_service, _request, _response, next) => next()) {
  const errors: string[] = [];
  const log = {
    ...silentLog,
    error: (fields: object) => errors.push(String((fields as { err: unknown }).err)),
  };
  const mount = { service: 'probe', path: '/', stripped: false, load: () => Promise.resolve(service) };
  const server = createServer(routeByPath([mount], gate, log));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, errors };
}

const failing: [string, Service, Gate | undefined][] = [
  [
    'a service that throws',
    () => {
      throw new Error('broken');
    },
    undefined,
  ],
  ['a service that passes an error on', (_request, _response, next) => next(new Error('broken')), undefined],
  [
    'a gate that throws',
    (_request, response) => response.end('reached'),
    () => {
      throw new Error('broken');
    },
  ],
  [
    'a gate that passes an error on',
    (_request, response) => response.end('reached'),
    (_service, _request, _response, next) => next(new Error('broken')),
  ],
];

it.each(failing)('answers 500 for %s, at the first request and later', async (_what, service, gate) => {
  const { url, errors } = await originOf(service, gate);
  for (let n = 0; n < 2; n++) {
    const response = await fetch(url);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: 'internal error' });
  }
  expect(errors).toEqual(['Error: broken', 'Error: broken']);
});

it('goes on when a listener of the journal throws', async () => {
  const emulator = await startEmulator();
  closers.push(() => emulator.close());
  const heard: string[] = [];
  emulator.journal.subscribe(() => {
    throw new Error('broken');
  });
  const told = new Promise<void>((resolve) => {
    emulator.journal.subscribe(({ path }) => {
      heard.push(path);
      resolve();
    });
  });
  const response = await fetch(`${emulator.url}/.well-known/openid-configuration`);
  expect(response.status).toBe(200);
  await told;
  expect(heard).toEqual(['/.well-known/openid-configuration']);
});
