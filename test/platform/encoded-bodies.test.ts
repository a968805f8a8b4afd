import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';

let emulator: Emulator;
let erp: Record<string, string>;
beforeAll(async () => {
  emulator = await startEmulator();
  erp = {
    Authorization: `Bearer ${await emulator.tokens.access({ tenantId: 'bergmann-outdoor' })}`,
    'X-Tenant-ID': '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    'Content-Type': 'application/json',
  };
});
afterAll(() => emulator.close());

const form = {
  Authorization: `Basic ${Buffer.from('hello-world-client:hello-world-secret').toString('base64')}`,
  'Content-Type': 'application/x-www-form-urlencoded',
};

let made = 0;

/** Service -> a request that it accepts. */
const services = {
  'the Identity Provider': () => ({
    path: '/oauth2/token',
    headers: form,
    body: 'grant_type=client_credentials',
  }),
  'REST v2': () => ({
    path: '/erp/v2/product-groups',
    headers: erp,
    body: JSON.stringify({ name: `Gepackt ${++made}` }),
  }),
  GraphQL: () => ({
    path: '/erp/v2/graphql',
    headers: erp,
    body: JSON.stringify({ query: '{ QueryItems { totalCount } }' }),
  }),
};
type Service = keyof typeof services;
const names = Object.keys(services) as Service[];

async function send(
  service: Service,
  encoding: string,
  encode: (text: string) => Uint8Array,
): Promise<Response> {
  const { path, headers, body } = services[service]();
  return fetch(`${emulator.url}${path}`, {
    method: 'POST',
    headers: { ...headers, 'Content-Encoding': encoding },
    body: new Uint8Array(encode(body)),
  });
}

describe.each(names)('%s', (service) => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('reads a body in %s', async (encoding, encode) => {
    expect((await send(service, encoding, (text) => encode(text))).status).toBeLessThan(300);
  });

  it('names the encodings that it reads', async () => {
    const answer = await send(service, 'zip', (text) => Buffer.from(text));
    expect(answer.status).toBe(415);
    expect(answer.headers.get('x-emulator-reason')).toBe(
      "the Content-Encoding is 'zip'; send one of identity, gzip, deflate, br",
    );
  });

  it('refuses bytes that are not of their encoding', async () => {
    const answer = await send(service, 'gzip', (text) => Buffer.from(text));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-emulator-reason')).toContain('the body could not be read');
  });

  it('refuses a small body that is large once it is decoded', async () => {
    const answer = await send(service, 'gzip', () => gzipSync(Buffer.alloc(11 * 1024 * 1024, ' ')));
    expect(answer.status).toBe(413);
  });
});
