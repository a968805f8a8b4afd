import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

const tenant = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const secret = 'sk_live_51H8abcdefghijklmnopqrstuv';
let emulator: Emulator;
let token: string;
beforeAll(async () => {
  emulator = await startEmulator();
  token = await emulator.tokens.access({});
});
afterAll(() => emulator.close());

async function send(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; reason: string; body: string }> {
  const response = await fetch(emulator.url + path, init);
  const body = await response.text();
  return { status: response.status, reason: response.headers.get('x-emulator-reason') ?? '', body };
}

const asApp = (headers: Record<string, string> = {}) => ({
  Authorization: `Bearer ${token}`,
  'X-Tenant-ID': tenant,
  ...headers,
});

describe('an Authorization header', () => {
  const places = [
    ['/erp/v1/items', 'Bearer'],
    ['/api/kaffee-kontor/items', 'Wawi'],
    ['/account/tenants', 'Bearer'],
    ['/userinfo', 'Bearer'],
    ['/id/oidc/v1/userinfo', 'Bearer'],
  ] as const;
  const headers = [
    [(scheme: string) => `${scheme} `, (scheme: string) => `has nothing after '${scheme}'`],
    [(scheme: string) => `${scheme} one two`, (scheme: string) => `has 2 values after '${scheme}'`],
    [() => '', () => 'is empty'],
    [() => 'basic YTpi', () => "scheme is 'Basic'"],
    [() => secret, (scheme: string) => `a value of 34 characters without the scheme '${scheme}'`],
    [() => `${secret} more`, (scheme: string) => `scheme is not '${scheme}'`],
  ] as const;
  const cases = places.flatMap(([path, scheme]) =>
    headers.map(([header, problem]) => [header(scheme), path, problem(scheme), scheme] as const),
  );

  it.each(cases)("'%s' is refused at %s with its problem: %s", async (header, path, problem, scheme) => {
    const init = { headers: { Authorization: header, 'X-Tenant-ID': tenant } };
    const { status, reason } = await send(path, init);
    expect(status).toBe(401);
    expect(reason).toContain(problem);
    expect(reason).toContain(`send 'Authorization: ${scheme} <`);
  });

  it('leaves no part of a key in reasons and journal', async () => {
    for (const [path] of places) await send(path, { headers: { Authorization: secret } });
    const told = JSON.stringify(emulator.journal.entries());
    for (let at = 0; at + 6 <= secret.length; at++) expect(told).not.toContain(secret.slice(at, at + 6));
  });

  it('is accepted with several spaces and in any letter case', async () => {
    const { status } = await send('/erp/v1/items', {
      headers: asApp({ Authorization: `bEARER   ${token}` }),
    });
    expect(status).toBe(200);
  });
});

describe('a media type', () => {
  const post = (type: string) =>
    send('/erp/v1/categories', {
      method: 'POST',
      headers: asApp({ 'Content-Type': type }),
      body: '{"Name":"a"}',
    });

  it.each([
    ['application/json; odata.metadata=none', "refuses the parameter 'odata.metadata=none'"],
    ['application/json; charset=utf-8; odata.metadata=none', "refuses the parameter 'odata.metadata=none'"],
    ['application/json; charset=utf-8', 'refuses a charset'],
    ['text/plain; charset=utf-8', "send 'application/json'"],
  ])('%s is refused for the right part', async (type, part) => {
    const { status, reason } = await post(type);
    expect(status).toBe(415);
    expect(reason).toContain(`Content-Type is '${type}'`);
    expect(reason).toContain(part);
    expect(reason.includes('refuses a charset')).toBe(part === 'refuses a charset');
  });

  it('that is missing is called missing', async () => {
    const body = new TextEncoder().encode('{"Name":"a"}');
    const { status, reason } = await send('/erp/v1/categories', { method: 'POST', headers: asApp(), body });
    expect(status).toBe(415);
    expect(reason).toContain('there is no Content-Type header');
  });
});

describe('a path in a reason', () => {
  it.each([
    ['GET', '/erp/nonsense', 'GET /erp/nonsense; the nearest path is /erp/'],
    ['GET', '/erp/v2/nonsense', 'GET /erp/v2/nonsense; the nearest path is /erp/v2/'],
    ['PATCH', '/erp/items', 'PATCH is not offered at /erp/items'],
    ['DELETE', '/account/tenants', 'DELETE is not possible at /account/tenants'],
    ['DELETE', '/id/oauth/v2/token', 'DELETE is not possible at /id/oauth/v2/token'],
    [
      'GET',
      '/api/kaffee-kontor/nonsense',
      'GET /api/kaffee-kontor/nonsense; the nearest path is /api/kaffee-kontor/',
    ],
    [
      'GET',
      '/api/kaffee-kontor/v1/nonsense',
      'GET /api/kaffee-kontor/v1/nonsense; the nearest path is /api/kaffee-kontor/v1/',
    ],
    ['PATCH', '/api/kaffee-kontor/items', 'PATCH is not offered at /api/kaffee-kontor/items'],
  ])('of %s %s is the one that the client sent', async (method, path, text) => {
    const headers = path.startsWith('/api') ? { Authorization: 'Wawi kaffee-kontor-key' } : asApp();
    const { reason } = await send(path, { method, headers });
    expect(reason).toContain(text);
  });

  it('stands with /api in the refusal of an unknown version on-premise', async () => {
    const headers = { Authorization: 'Wawi kaffee-kontor-key', 'api-version': '9.9' };
    const { body } = await send('/api/kaffee-kontor/items?x=1', { headers });
    expect(body).toContain("request URI '/api/kaffee-kontor/items' does not support the API version '9.9'");
  });
});

describe('an unknown entity', () => {
  const key = '770f139d-18dd-405c-9f84-3221ffff0000';
  const category = 'd16558d7-2a6c-4dd2-ab22-b3bdffff0000';

  it('is named by the key that the client sent, in version 2', async () => {
    const rest = await send(`/erp/v2/items/${key}`, { headers: asApp() });
    expect(rest.reason).toBe(`There is no item with the id ${key}.`);
    expect(rest.body).not.toContain('65535');
  });

  it('is named by its key where a field refers to it', async () => {
    const { reason, body } = await send('/erp/v2/categories', {
      method: 'POST',
      headers: asApp({ 'Content-Type': 'application/json' }),
      body: JSON.stringify({ name: 'a', parentId: category }),
    });
    expect(reason).toContain(`There is no category with the id ${category}.`);
    expect(body).not.toContain('65535');
  });

  it('is named by its key in GraphQL', async () => {
    const query = `mutation { DeleteCategory(request: {categoryId: "${category}"}) }`;
    const { reason, body } = await send('/erp/v2/graphql', {
      method: 'POST',
      headers: asApp({ 'Content-Type': 'application/json' }),
      body: JSON.stringify({ query }),
    });
    expect(reason).toContain(`There is no category with the id ${category}.`);
    expect(body).not.toContain('65535');
  });

  it('is named by its number in version 1', async () => {
    const { reason } = await send('/erp/v1/items/65535', { headers: asApp() });
    expect(reason).toBe('There is no item with the id 65535.');
  });
});
