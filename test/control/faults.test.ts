import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { pathPattern } from '../../src/platform/faults/path-pattern.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';

let emulator: Emulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

beforeEach(async () => {
  await emulator.reset();
  token = await emulator.tokens.access();
});

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${emulator.url}/_emulator/v1/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

async function fault(request: object): Promise<string> {
  const { status, body } = await control('POST', 'faults', request);
  expect(status).toBe(201);
  return body['id'] as string;
}

function items(tenantId = bergmann, path = '/erp/v1/items?pageSize=5', bearer = token): Promise<Response> {
  return fetch(emulator.url + path, {
    headers: { Authorization: `Bearer ${bearer}`, 'X-Tenant-ID': tenantId },
  });
}

/** A client as many apps have it: tries again on 429 and 5xx, minding Retry-After by the emulator's clock. */
async function withRetries(call: () => Promise<Response>, tries: number): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await call();
    if (attempt === tries || (response.status !== 429 && response.status < 500)) return response;
    emulator.clock.advance(Number(response.headers.get('retry-after') ?? 0));
  }
}

describe('a fault with a status', () => {
  it.each([
    [
      '/erp/v1/items',
      { ErrorCode: 'ServiceUnavailable', ErrorMessage: 'Service unavailable.', Stacktrace: null },
    ],
    [
      '/erp/v2/info',
      { errorCode: 'SERVICE_UNAVAILABLE', errorMessage: 'Service unavailable.', stacktrace: null },
    ],
    ['/oauth2/token', { error: 'temporarily_unavailable' }],
    ['/account/.well-known/jwks.json', { statusCode: 503, message: 'Service unavailable.' }],
  ])("answers %s in the service's own shape, and says so", async (path, body) => {
    await fault({ match: { path }, effect: { status: 503 } });
    const response = await items(bergmann, path);
    expect(response.status).toBe(503);
    expect(response.headers.get('x-emulator-reason')).toMatch(/^fault .+ is in force; remove it with DELETE/);
    expect(await response.json()).toMatchObject(body);
  });

  it('answers the body and content type it is given', async () => {
    await fault({
      match: { service: 'erp' },
      effect: { status: 403, body: '<h1>Forbidden</h1>', contentType: 'text/html' },
    });
    const response = await items();
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      403,
      'text/html',
      '<h1>Forbidden</h1>',
    ]);
  });

  it('applies the given number of times, then lets a retry pass', async () => {
    await fault({ match: { service: 'erp' }, effect: { status: 502 }, times: 2 });
    expect((await withRetries(() => items(), 3)).status).toBe(200);
    expect((await control('GET', 'faults')).body['items']).toEqual([]);
  });

  it('selects the same requests for the same seed', async () => {
    const run = async () => {
      const id = await fault({
        match: { service: 'erp' },
        effect: { status: 500 },
        probability: 0.5,
        seed: 42,
      });
      const statuses: number[] = [];
      for (let n = 0; n < 12; n++) statuses.push((await items()).status);
      await control('DELETE', `faults/${id}`);
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run()).toEqual(first);
  });
});

describe('the requests that a fault applies to', () => {
  it('is one tenant, and no other', async () => {
    await fault({ match: { tenantId: 'bergmann-outdoor' }, effect: { status: 500 } });
    expect([(await items()).status, (await items(kaffee)).status]).toEqual([500, 200]);
  });

  it('is one app, and no other', async () => {
    await fault({ match: { appId: 'stock-reader' }, effect: { status: 500 } });
    const reader = await emulator.tokens.access({ appId: 'stock-reader' });
    expect([(await items(bergmann, '/erp/v1/items', reader)).status, (await items()).status]).toEqual([
      500, 200,
    ]);
  });

  it('is one method and path pattern', async () => {
    await fault({ match: { method: 'get', path: '/erp/v1/items/*' }, effect: { status: 500 } });
    expect([(await items(bergmann, '/erp/v1/items/1')).status, (await items()).status]).toEqual([500, 200]);
  });

  it('is one operation of the contract, however it is spelt', async () => {
    const { items: entries } = (await (async () => {
      await items();
      return (await control('GET', 'journal?service=erp')).body;
    })()) as { items: { operationId: string }[] };
    const operationId = entries[0]!.operationId;
    await fault({ match: { operationId }, effect: { status: 500 } });
    expect([
      (await items(bergmann, '/erp/items')).status,
      (await items(bergmann, '/erp/v1/customers')).status,
    ]).toEqual([500, 200]);
  });

  it('is never in another emulator of the process', async () => {
    await using other = await startEmulator();
    await fault({ match: {}, effect: { status: 500 } });
    expect((await items()).status).toBe(500);
    const response = await fetch(`${other.url}/.well-known/jwks.json`);
    expect(response.status).toBe(200);
  });

  it('is never the control API', async () => {
    await fault({ effect: { status: 500 } });
    expect((await control('GET', 'health')).status).toBe(200);
  });
});

describe('a fault for so many requests', () => {
  it('applies to no more requests than given when they arrive at once', async () => {
    await fault({ match: { service: 'erp' }, effect: { latency: 30 } });
    const twice = await fault({ match: { service: 'erp' }, effect: { status: 503 }, times: 2 });
    const statuses = await Promise.all([1, 2, 3, 4, 5, 6].map(async () => (await items()).status));
    expect(statuses.filter((status) => status === 503)).toHaveLength(2);
    expect((await control('DELETE', `faults/${twice}`)).status).toBe(404);
  });

  it('is not used up by requests that another fault answers', async () => {
    await fault({ match: { service: 'erp' }, effect: { status: 500 }, times: 1 });
    await fault({ match: { service: 'erp' }, effect: { status: 503 }, times: 1 });
    expect([(await items()).status, (await items()).status, (await items()).status]).toEqual([500, 503, 200]);
  });
});

describe('a path pattern', () => {
  it.each([
    ['/erp/v1/items', '/erp/v1/items', true],
    ['/erp/v1/items', '/ERP/V1/Items/', true],
    ['/erp/v1/items', '/erp/v1/items/1', false],
    ['/erp/*/items', '/erp/v2/items', true],
    ['/erp/*/items', '/erp/v2/x/items', false],
    ['/erp/v1/item*', '/erp/v1/items', true],
    ['/erp/**', '/erp/v1/items/1', true],
    ['/erp/**/stocks', '/erp/v1/items/1/stocks', true],
    ['/erp/**/stocks', '/erp/v1/items/1', false],
    ['/a.b', '/acb', false],
    ['/(*', '/(x', true],
    ['/***', '/a/b', true],
    ['/*', '/a/b', false],
    ['/*', '/a/', true],
  ])('%s and %s: %s', (pattern, path, fits) => {
    expect(pathPattern(pattern)(path)).toBe(fits);
  });

  it.each([`/${'*'.repeat(36)}x`, `/${'**a'.repeat(600)}b`])(
    'never delays the emulator, for any pattern',
    async (path) => {
      await fault({ match: { path }, effect: { status: 500 } });
      expect((await items(bergmann, `/erp/v1/items/${'a'.repeat(2000)}`)).status).not.toBe(500);
    },
  );
});

describe('other effects', () => {
  it('latency delays the answer', async () => {
    await fault({ match: { service: 'erp' }, effect: { latency: 120 } });
    const started = performance.now();
    expect((await items()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
  });

  it('latency may be a distribution', async () => {
    await fault({ match: { service: 'erp' }, effect: { latency: { min: 20, max: 40 } } });
    const started = performance.now();
    expect((await items()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(18);
  });

  it('a reset ends the connection without an answer', async () => {
    await fault({ match: { service: 'erp' }, effect: { reset: true }, times: 1 });
    await expect(items()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await items()).status).toBe(200);
  });

  it('a truncated body ends before its promised length', async () => {
    const whole = await (await items()).text();
    await fault({ match: { service: 'erp' }, effect: { truncate: 0.5 }, times: 1 });
    const response = await items();
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(whole));
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('a trickle sends the whole body, slowly', async () => {
    const whole = await (await items()).text();
    await fault({ match: { service: 'erp' }, effect: { trickle: Buffer.byteLength(whole) * 5 }, times: 1 });
    const started = performance.now();
    expect(await (await items()).text()).toBe(whole);
    expect(performance.now() - started).toBeGreaterThanOrEqual(150);
  });

  it('a wrong content type leaves status and body alone', async () => {
    const whole = await (await items()).text();
    await fault({ match: { service: 'erp' }, effect: { contentType: 'text/html' } });
    const response = await items();
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/html',
      whole,
    ]);
  });

  it('a rate limit counts per app and tenant and lets go when its window ends', async () => {
    await fault({ match: { service: 'erp' }, effect: { rateLimit: { limit: 2, seconds: 30 } } });
    expect([(await items()).status, (await items()).status]).toEqual([200, 200]);
    const refused = await items();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await items(kaffee)).status).toBe(200);
    expect((await withRetries(() => items(), 2)).status).toBe(200);
  });

  it('a disconnect loses the answer of work that was done', async () => {
    const total = async () =>
      ((await (await items(kaffee, '/erp/v1/customers')).json()) as { TotalItems: number }).TotalItems;
    const before = await total();
    await fault({ match: { service: 'erp', method: 'POST' }, effect: { disconnect: true } });
    const lost = await fetch(`${emulator.url}/erp/v1/customers`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'X-Tenant-ID': kaffee,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        CustomerGroupId: 1,
        LanguageIso: 'DE',
        InternalCompanyId: 1,
        BillingAddress: { LastName: 'Verlust', City: 'Kiel', CountryIso: 'DE' },
      }),
    });
    expect([lost.status, await lost.json()]).toMatchObject([504, { ErrorCode: 'GatewayTimeout' }]);
    expect(await total()).toBe(before + 1);
  });
});

describe('presets', () => {
  it.each(['wawi-offline', 'identity-down', 'slow-monday', 'rate-limited', 'flaky'])(
    '%s is put in force and removed by its name',
    async (preset) => {
      const added = await control('POST', 'faults', { preset });
      expect(added.status).toBe(201);
      const { items: active, presets } = (await control('GET', 'faults')).body as {
        items: { preset: string }[];
        presets: string[];
      };
      expect(active.map((one) => one.preset)).toEqual(active.map(() => preset));
      expect(presets).toContain(preset);
      expect((await control('DELETE', `faults/${preset}`)).status).toBe(204);
      expect((await control('GET', 'faults')).body['items']).toEqual([]);
    },
  );

  it('wawi-offline leaves tokens alone, identity-down leaves the Wawi API alone', async () => {
    await control('POST', 'faults', { preset: 'wawi-offline' });
    expect([(await items()).status, (await fetch(`${emulator.url}/.well-known/jwks.json`)).status]).toEqual([
      504, 200,
    ]);
    await control('DELETE', 'faults');
    await control('POST', 'faults', { preset: 'identity-down' });
    const keys = await items(bergmann, '/account/.well-known/jwks.json');
    expect([
      (await items()).status,
      (await fetch(`${emulator.url}/.well-known/jwks.json`)).status,
      keys.status,
    ]).toEqual([200, 503, 503]);
  });
});

describe('a fault that makes no sense', () => {
  it('is refused with everything that is wrong', async () => {
    const { status, body } = await control('POST', 'faults', {
      match: { service: 'moon', colour: 'red' },
      effect: { status: 99, truncate: 2, latency: { min: 1 } },
      probability: 2,
      times: 0,
    });
    expect(status).toBe(400);
    const paths = (body['errors'] as { path: string }[]).map((one) => one.path);
    expect(paths.sort()).toEqual([
      '$.effect.latency',
      '$.effect.status',
      '$.effect.truncate',
      '$.match.colour',
      '$.match.service',
      '$.probability',
      '$.times',
    ]);
  });

  it('is refused without an effect, for an unknown preset and for an unknown tenant', async () => {
    expect((await control('POST', 'faults', { match: {} })).status).toBe(400);
    expect((await control('POST', 'faults', { preset: 'friday' })).status).toBe(400);
    expect(
      (await control('POST', 'faults', { match: { tenantId: 'x' }, effect: { reset: true } })).status,
    ).toBe(404);
  });

  it.each([
    [{ effect: { latency: { min: 500, max: 1 } } }, '$.effect.latency'],
    [{ effect: { latency: 1e12 } }, '$.effect.latency'],
    [{ effect: { body: 'x' } }, '$.effect.body'],
    [{ effect: { status: 204, body: 'x' } }, '$.effect.body'],
    [{ match: { method: 'get it' }, effect: { status: 500 } }, '$.match.method'],
    [{ match: { path: `/${'x'.repeat(2000)}` }, effect: { status: 500 } }, '$.match.path'],
    [{ match: { operationId: 'GetItem' }, effect: { status: 500 } }, '$.match.operationId'],
    [{ match: { field: 'QueryItem' }, effect: { status: 500 } }, '$.match.field'],
  ])('is refused when it could never apply: %j', async (request, path) => {
    const { status, body } = await control('POST', 'faults', request);
    expect(status).toBe(400);
    expect(body['errors']).toMatchObject([{ path, value: expect.anything() as unknown }]);
    expect((await control('GET', 'faults')).body['items']).toEqual([]);
  });

  it('is refused by the Node API when JSON cannot hold its body', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    for (const body of [loop, () => undefined, 1n])
      expect(() => emulator.faults.add({ effect: { status: 503, body } })).toThrow('a JSON value');
  });

  it.each([204, 205, 304])('answers %i without a body and without its length', async (status) => {
    await fault({ match: { service: 'erp' }, effect: { status } });
    const response = await items();
    expect([response.status, response.headers.get('content-length')]).toEqual([status, null]);
  });
});
