import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { foreignHeader } from '../../src/platform/own-pages.ts';

const base = 'http://127.0.0.1:5850';
const host = '127.0.0.1:5850';

it.each([
  ['a page of its own', { host, origin: base, 'sec-fetch-site': 'same-origin' }, undefined],
  ['an address that was typed in', { host, 'sec-fetch-site': 'none' }, undefined],
  ['no browser', { host }, undefined],
  [
    'a page behind a proxy that ends TLS',
    { host: 'localhost:8443', origin: 'https://localhost:8443' },
    undefined,
  ],
  ['a page of a real host', { host: 'hub.jtl-cloud.com', origin: 'https://hub.jtl-cloud.com' }, undefined],
  ['a service of Docker Compose', { host: 'emulator:5850', origin: 'http://emulator:5850' }, undefined],
  ['an app at another port', { host, origin: 'http://127.0.0.1:5860' }, 'Origin'],
  ['an app at another port that names no origin', { host, 'sec-fetch-site': 'same-site' }, 'Origin'],
  ['another site', { host, 'sec-fetch-site': 'cross-site' }, 'Origin'],
  ['a sandbox', { host, origin: 'null' }, 'Origin'],
  ['a name that anybody may own', { host: 'evil.example:5850', origin: 'http://evil.example:5850' }, 'Host'],
  ['no name', {}, 'Host'],
] as const)('a request of %s', (_whose, headers, foreign) => {
  expect(foreignHeader(headers, { urls: { base }, config: { allowHosts: [] } })).toBe(foreign);
});

it.each([
  ['the public URL', 'https://emulator.company.example', undefined],
  ['another name', 'https://evil.example', 'Origin'],
  ['the public URL by another scheme', 'http://emulator.company.example', 'Origin'],
])('a request that a proxy passes on from a page under %s', (_whose, origin, foreign) => {
  const names = { urls: { base, publicUrl: 'https://emulator.company.example' }, config: { allowHosts: [] } };
  const headers = { host, origin, 'sec-fetch-site': 'same-origin', 'x-forwarded-host': new URL(origin).host };
  expect(foreignHeader(headers, names)).toBe(foreign);
});

describe('a page under a foreign name pointed at this machine', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  it.each(['/_emulator/v1/state', '/hub/api/session', '/account/identity/app-token'])(
    'is refused at %s',
    async (path) => {
      const { port } = new URL(emulator.url);
      const name = `evil.example:${port}`;
      const headers = { Host: name, Origin: `http://${name}`, 'Sec-Fetch-Site': 'same-origin' };
      const status = await new Promise((resolve, reject) => {
        request({ host: '127.0.0.1', port, path, headers }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode));
        })
          .once('error', reject)
          .end();
      });
      expect(status).toBe(403);
    },
  );
});
