import { createServer, request as httpRequest } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import { type Middleware, type Service, routeByPath } from '../../src/server/origin.ts';
import { silentLog } from '../../src/platform/log.ts';
import { recorded } from '../journal.ts';
import { listen } from '../ports.ts';
import { waitFor } from '../waiting.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** An origin with one service, behind a middleware, and the errors of its log. */
async function originOf(
  service: Service,
  middleware: Middleware = (_service, _request, _response, next) => next(),
) {
  const errors: string[] = [];
  const log = {
    ...silentLog,
    error: (fields: object) => errors.push(String((fields as { err: unknown }).err)),
  };
  const mount = { service: 'probe', path: '/', stripped: false, load: () => Promise.resolve(service) };
  const server = createServer(routeByPath([mount], middleware, log));
  const url = `http://127.0.0.1:${await listen(server)}`;
  closers.push(() => server.close());
  return { url, errors };
}

const failing: [string, Service, Middleware | undefined][] = [
  [
    'a service that throws',
    () => {
      throw new Error('broken');
    },
    undefined,
  ],
  ['a service that passes an error on', (_request, _response, next) => next(new Error('broken')), undefined],
  [
    'a middleware that throws',
    (_request, response) => response.end('reached'),
    () => {
      throw new Error('broken');
    },
  ],
  [
    'a middleware that passes an error on',
    (_request, response) => response.end('reached'),
    (_service, _request, _response, next) => next(new Error('broken')),
  ],
];

it.each(failing)('answers 500 for %s, at the first request and later', async (_what, service, middleware) => {
  const { url, errors } = await originOf(service, middleware);
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
  emulator.journal.subscribe(() => {
    throw new Error('broken');
  });
  const told = recorded(emulator, 'an entry', () => true);
  const response = await fetch(`${emulator.url}/.well-known/openid-configuration`);
  expect(response.status).toBe(200);
  expect((await told).path).toBe('/.well-known/openid-configuration');
});

/** Sends a request target as it is, which fetch would tidy up. */
function get(url: string, target: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(url);
  const answered = new Promise<{ status: number; text: string }>((resolve, reject) => {
    httpRequest({ hostname, port, path: target, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
    })
      .on('error', reject)
      .end();
  });
  return waitFor(`an answer to GET ${target}`, answered);
}

it.each([
  ['/erp/v1/it%65ms/1', '/erp/v1/items/1'],
  ['/erp/v1/odata/%24metadata', '/erp/v1/odata/$metadata'],
  ['/erp/v2/sales%2Dorders?a=%24', '/erp/v2/sales-orders?a=%24'],
  ['/%65rp/v1/%2ehidden', '/erp/v1/.hidden'],
  ['/erp/v1/a%2Fb%5c%20%3F%23%25%00%c3%a4%zz', '/erp/v1/a%2Fb%5c%20%3F%23%25%00%c3%a4%zz'],
  ['/erp/%2e%2e/%2E', '/erp/%2e%2e/%2E'],
])('reads the path %s as %s', async (sent, seen) => {
  const { url } = await originOf((request, response) => response.end(request.url));
  expect((await get(url, sent)).text).toBe(seen);
});

it.each([
  ['http://127.0.0.1:9/erp/v1/items/1?a=b#c', '127.0.0.1:9', '/erp/v1/items/1?a=b'],
  ['HTTP://user:secret@hub.jtl-cloud.com', 'hub.jtl-cloud.com', '/hub/'],
  ['https://id.jtl-cloud.com?x', 'id.jtl-cloud.com', '/id/?x'],
])('takes the absolute target %s for the host %s', async (sent, host, path) => {
  const { url } = await originOf((request, response) =>
    response.end(`${request.headers.host} ${request.url}`),
  );
  expect((await get(url, sent, { Host: 'another.example' })).text).toBe(`${host} ${path}`);
});

it('decodes fixed segments of every service, and is a proxy to itself', async () => {
  const emulator = await startEmulator();
  closers.push(() => emulator.close());
  const headers = {
    Authorization: `Bearer ${await emulator.tokens.access()}`,
    'X-Tenant-ID': '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  };
  const targets = [
    '/erp/v1/odata/%24metadata',
    '/erp/v2/sales%2Dorders',
    '/%2Ewell%2Dknown/openid-configuration',
    '/id/oauth/v2/k%65ys',
    '/%5Femulator/v1/h%65alth',
    '/openapi/erp%2Dv1.json',
    `${emulator.url}/erp/v1/items/1`,
    'https://api.jtl-cloud.com/erp/v1/items/1',
    'http://auth.jtl-cloud.com/.well-known/jwks.json',
  ];
  for (const target of targets) {
    const { status } = await get(emulator.url, target, headers);
    expect([target, status]).toEqual([target, 200]);
  }
});
