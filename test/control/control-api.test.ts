import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const helloWorld = '11111111-1111-4111-8111-111111111111';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

beforeEach(() => emulator.reset());

interface Answer {
  status: number;
  // The control API's bodies are asserted as JSON values.
  body: Record<string, unknown> & { errors?: { path: string; value?: unknown; message: string }[] };
}

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${emulator.url}/_emulator/v1/${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
}

async function itemsStatus(token: string, tenantId = bergmann): Promise<number> {
  const response = await fetch(`${emulator.url}/erp/v1/items?pageSize=1`, {
    headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': tenantId },
  });
  await response.arrayBuffer();
  return response.status;
}

const manifest = {
  manifestVersion: '1.0.0',
  version: '1.0.0',
  name: { short: 'Probe', full: 'Probe' },
  capabilities: { erp: { api: { scopes: ['items.read', 'item.queryitems'] } } },
};

describe('health', () => {
  it('says ok, the version and the base URL', async () => {
    expect(await call('GET', 'health')).toEqual({
      status: 200,
      body: { status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string, url: emulator.url },
    });
  });

  it('is in no journal, like every other call of the control API', async () => {
    await call('GET', 'health');
    expect((await call('GET', 'journal')).body).toEqual({ items: [] });
  });
});

describe('tokens', () => {
  it('are for hello-world in bergmann-outdoor by default, and the Wawi API accepts them', async () => {
    const { status, body } = await call('POST', 'tokens/access');
    expect(status).toBe(201);
    expect(body).toMatchObject({ claims: { client_id: 'hello-world-client' } });
    expect(Date.parse(body['expiresAt'] as string)).toBeGreaterThan(Date.now());
    expect(await itemsStatus(body['token'] as string)).toBe(200);
  });

  it.each(['expired', 'notYetValid', 'wrongKey', 'wrongIssuer', 'wrongAudience', 'algNone', 'tampered'])(
    'with the defect %s are refused by the Wawi API',
    async (defect) => {
      const { body } = await call('POST', 'tokens/access', { defects: [defect] });
      expect(await itemsStatus(body['token'] as string)).toBe(401);
      const explained = await call('POST', 'tokens/explain', { token: body['token'] });
      expect(explained.body['accepted']).toBe(false);
    },
  );

  it('for sessions cannot have a wrong audience', async () => {
    const { status, body } = await call('POST', 'tokens/session', { defects: ['wrongAudience'] });
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({
      path: expect.stringContaining('defects') as string,
      value: 'wrongAudience',
    });
  });

  it('issued so far are refused once expired, later ones are not', async () => {
    const before = await emulator.tokens.access();
    await call('POST', 'tokens/expire', { appId: 'hello-world', kind: 'access' });
    expect(await itemsStatus(before)).toBe(401);
    expect(await itemsStatus(await emulator.tokens.access())).toBe(200);
  });
});

describe('tenants', () => {
  it('are listed with their mandant and connection', async () => {
    const { body } = await call('GET', 'tenants');
    expect(body['items']).toContainEqual({
      id: bergmann,
      slug: 'bergmann-outdoor',
      name: 'Bergmann Outdoor GmbH',
      mandant: 'eazybusiness',
      wawi: { connected: true, apiVersion: '2.1' },
    });
  });

  it('are created from a template and hold its data', async () => {
    const created = await call('POST', 'tenants', { slug: 'worker-1', template: 'kaffee-kontor' });
    expect(created).toMatchObject({ status: 201, body: { slug: 'worker-1', mandant: 'worker-1' } });
    await call('POST', 'apps/hello-world/installations', { tenantId: 'worker-1' });
    const response = await fetch(`${emulator.url}/erp/v1/items`, {
      headers: {
        Authorization: `Bearer ${await emulator.tokens.access()}`,
        'X-Tenant-ID': created.body['id'] as string,
      },
    });
    expect(await response.json()).toMatchObject({ TotalItems: 12 });
  });

  it('are refused with 409 if their slug is taken', async () => {
    const { status, body } = await call('POST', 'tenants', { slug: 'neuland' });
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      { path: '$.slug', value: 'neuland', message: "slug 'neuland' is taken; choose another" },
    ]);
  });

  it('are created and changed with a mandant, by which on-premise paths name them', async () => {
    const nameOf = async (mandant: string) => {
      const response = await fetch(`${emulator.url}/api/${mandant}/v1/companies`, {
        headers: { Authorization: 'Wawi no-key' },
      });
      return response.status;
    };
    const created = await call('POST', 'tenants', { slug: 'worker-2', mandant: 'Mandant_2' });
    expect(created).toMatchObject({ status: 201, body: { slug: 'worker-2', mandant: 'Mandant_2' } });
    expect(await nameOf('mandant_2')).toBe(401);
    expect(await call('PATCH', 'tenants/worker-2', { mandant: 'zwei' })).toMatchObject({
      status: 200,
      body: { mandant: 'zwei' },
    });
    expect([await nameOf('zwei'), await nameOf('mandant_2')]).toEqual([401, 404]);
  });

  it.each([
    ['POST', 'tenants', { slug: 'worker-3', mandant: 'EazyBusiness' }, '$.mandant', 'EazyBusiness'],
    ['POST', 'tenants', { slug: 'eazybusiness' }, '$.slug', 'eazybusiness'],
    ['PATCH', 'tenants/neuland', { mandant: 'funkloch' }, '$.mandant', 'funkloch'],
  ])(
    'are refused by %s %s %j with 409 if their mandant is taken',
    async (method, path, given, field, value) => {
      const { status, body } = await call(method, path, given);
      expect(status).toBe(409);
      expect(body.errors).toEqual([
        { path: field, value, message: `mandant '${value}' is taken; choose another` },
      ]);
    },
  );

  it('are created without a connected Wawi', async () => {
    const created = await call('POST', 'tenants', { slug: 'worker-4', wawi: { connected: false } });
    expect(created.body).toMatchObject({ wawi: { connected: false } });
  });

  it('are refused with every wrong field at once', async () => {
    const { status, body } = await call('POST', 'tenants', { name: 7, id: 'x', colour: 'red' });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      {
        path: '$.colour',
        value: 'red',
        message: "unknown key 'colour'; allowed: slug, name, id, mandant, wawi, template",
      },
      { path: '$.slug', message: 'missing; must be small letters, digits and hyphens' },
      { path: '$.name', value: 7, message: 'must be a text' },
      { path: '$.id', value: 'x', message: 'must be a UUID' },
    ]);
  });

  it('can be cut off from their Wawi and connected again', async () => {
    const token = await emulator.tokens.access();
    await call('PATCH', 'tenants/bergmann-outdoor', { wawi: { connected: false } });
    expect(await itemsStatus(token)).toBe(504);
    await call('PATCH', `tenants/${bergmann}`, { wawi: { connected: true } });
    expect(await itemsStatus(token)).toBe(200);
  });

  it('that do not exist are 404, with those that do', async () => {
    const { status, body } = await call('DELETE', 'tenants/nowhere');
    expect(status).toBe(404);
    expect(body.errors?.[0]?.message).toBe(
      "no tenant 'nowhere'; known: bergmann-outdoor, kaffee-kontor, neuland, funkloch",
    );
  });
});

describe('apps', () => {
  it('are registered from a bare manifest, and only then show their secret', async () => {
    const { status, body } = await call('POST', 'apps', manifest);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Probe',
      manifest,
      clientSecret: expect.stringMatching(/^\w{32,}$/) as string,
    });
    const shown = await call('GET', `apps/${String(body['clientId'])}`);
    expect(shown.body).toMatchObject({ appId: body['appId'] });
    expect(shown.body).not.toHaveProperty('clientSecret');
    expect(JSON.stringify((await call('GET', 'apps')).body)).not.toContain('secret');
  });

  it('are registered under wanted ids, which are then taken', async () => {
    const wanted = { manifest, appId: helloWorld, clientId: 'c', clientSecret: 's' };
    expect((await call('POST', 'apps', wanted)).status).toBe(409);
    expect((await call('POST', 'apps', { ...wanted, appId: crypto.randomUUID() })).body).toMatchObject({
      clientId: 'c',
      clientSecret: 's',
    });
  });

  it('with a faulty manifest are refused with every place', async () => {
    const faulty = structuredClone(manifest) as Record<string, unknown>;
    faulty['capabilities'] = {
      erp: { api: { scopes: ['items.eat'] }, pane: [{ url: 'ftp://x', title: 'x', context: 'moon' }] },
    };
    const { status, body } = await call('POST', 'apps', { manifest: faulty });
    expect(status).toBe(400);
    const paths = body.errors?.map((one) => one.path) ?? [];
    expect(paths).toContainEqual(expect.stringContaining('capabilities.erp.api.scopes[0]'));
    expect(paths).toContainEqual(expect.stringContaining('capabilities.erp.pane[0].url'));
    expect(paths).toContainEqual(expect.stringContaining('capabilities.erp.pane[0].context'));
  });

  it('get a new secret, after which the old one is refused', async () => {
    const { body } = await call('POST', 'apps/hello-world/secret');
    const ask = async (secret: string) =>
      (
        await fetch(`${emulator.url}/oauth2/token`, {
          method: 'POST',
          headers: { Authorization: `Basic ${btoa(`hello-world-client:${secret}`)}` },
          body: new URLSearchParams({ grant_type: 'client_credentials' }),
        })
      ).status;
    expect(await ask('hello-world-secret')).toBe(401);
    expect(await ask(body['clientSecret'] as string)).toBe(200);
  });

  it('are installed, set up and uninstalled, and the Wawi API follows', async () => {
    const token = await emulator.tokens.access({ appId: 'uninvited' });
    expect(await itemsStatus(token)).toBe(403);
    const installed = await call('POST', 'apps/uninvited/installations', {
      tenantId: 'bergmann-outdoor',
      setup: 'pending',
    });
    expect(installed).toMatchObject({
      status: 201,
      body: { appId: '33333333-3333-4333-8333-333333333333', tenantId: bergmann, status: 'SETUP_PENDING' },
    });
    expect(await itemsStatus(token)).toBe(200);
    const done = await call('PATCH', 'apps/uninvited/installations/bergmann-outdoor', { setup: 'complete' });
    expect(done.body).toMatchObject({ status: 'SETUP_COMPLETED' });
    expect((await call('DELETE', `apps/uninvited/installations/${bergmann}`)).status).toBe(204);
    expect(await itemsStatus(token)).toBe(403);
  });
});

describe('reset', () => {
  it('restores the fixtures and forgets what came later, but keeps keys valid', async () => {
    const token = await emulator.tokens.access();
    await call('POST', 'apps', manifest);
    await call('DELETE', 'tenants/kaffee-kontor');
    await call('POST', 'clock/advance', { seconds: 10 });
    expect((await call('POST', 'reset')).status).toBe(204);
    const state = (await call('GET', 'state')).body as {
      apps: unknown[];
      tenants: unknown[];
      clock: { offsetSeconds: number };
    };
    expect([state.apps.length, state.tenants.length, state.clock.offsetSeconds]).toEqual([3, 4, 0]);
    expect(await itemsStatus(token)).toBe(200);
  });
});

describe('the clock', () => {
  it('moves on, stops, is set, and tokens follow', async () => {
    const token = await emulator.tokens.access({ expiresIn: 60 });
    await call('POST', 'clock/advance', { seconds: 61 });
    expect(await itemsStatus(token)).toBe(401);
    const frozen = await call('PUT', 'clock', { now: '2027-01-01T00:00:00.000Z', frozen: true });
    expect(frozen.body).toMatchObject({ now: '2027-01-01T00:00:00.000Z', frozen: true });
    expect((await call('PUT', 'clock', { offsetSeconds: 0, frozen: false })).body).toMatchObject({
      offsetSeconds: 0,
      frozen: false,
    });
  });

  it('refuses a time that is none', async () => {
    expect((await call('PUT', 'clock', { now: 'yesterday' })).body.errors?.[0]).toMatchObject({
      path: '$.now',
      value: 'yesterday',
    });
  });
});

describe('the journal', () => {
  it('tells method, path, status, tenant, app, operation and reason of each request, and no token', async () => {
    const token = await emulator.tokens.access();
    await itemsStatus(token);
    await itemsStatus(token, 'nonsense');
    const { items } = (await call('GET', 'journal?service=erp')).body as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([
      { method: 'GET', path: '/erp/v1/items?pageSize=1', status: 200, tenantId: bergmann, appId: helloWorld },
      { status: 400, reason: expect.stringContaining('nonsense') as string },
    ]);
    expect(items[0]?.['operationId']).toMatch(/item/i);
    expect(JSON.stringify(items)).not.toContain(token.split('.')[2]);
  });

  it('takes the trace id of a caller', async () => {
    await fetch(`${emulator.url}/oauth2/token`, {
      headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
    });
    expect(
      (await call('GET', 'journal?traceId=0af7651916cd43dd8448eb211c80319c')).body['items'],
    ).toHaveLength(1);
  });

  it.each([
    ['journal?colour=red', '?colour', 'red'],
    ['journal?limit=abc', '?limit', 'abc'],
    ['journal?limit=0', '?limit', '0'],
    ['journal?limit=-1', '?limit', '-1'],
    ['journal?limit=', '?limit', ''],
    ['journal?status=abc', '?status', 'abc'],
    ['journal?service=erp&service=identity', '?service', ['erp', 'identity']],
    ['apps/hello-world/environment?tenant=a&tenant=b', '?tenant', ['a', 'b']],
    ['apps/hello-world/environment?tenat=a', '?tenat', 'a'],
  ])('refuses %s with the parameter and its value', async (query, path, value) => {
    expect(await call('GET', query)).toMatchObject({ status: 400, body: { errors: [{ path, value }] } });
  });

  it('gives as many of the latest entries as are asked for, of a tenant by slug too', async () => {
    const token = await emulator.tokens.access();
    for (let n = 0; n < 3; n++) await itemsStatus(token);
    expect((await call('GET', 'journal?tenantId=bergmann-outdoor&limit=2')).body['items']).toHaveLength(2);
  });

  it('streams each entry as it comes', async () => {
    const abort = new AbortController();
    const stream = await fetch(`${emulator.url}/_emulator/v1/journal/stream`, { signal: abort.signal });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    await fetch(`${emulator.url}/.well-known/jwks.json`);
    let received = '';
    while (!received.includes('/.well-known/jwks.json')) received += (await reader.read()).value ?? '';
    abort.abort();
    expect(received).toMatch(/data: \{.*"service":"identity"/);
  });
});

describe('an invalid request', () => {
  it("is 400 with the parser's message when the body is not JSON", async () => {
    const { status, body } = await call('POST', 'tenants', '{"slug":');
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain('not valid JSON');
  });

  it('is not what a client calls its body, as curl calls each one a form', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/octet-stream']) {
      const response = await fetch(`${emulator.url}/_emulator/v1/switches`, {
        method: 'PUT',
        headers: { 'Content-Type': type },
        body: '{"profile":"strict"}',
      });
      expect(await response.json()).toMatchObject({ profile: 'strict' });
      await call('PUT', 'switches', { profile: 'real' });
    }
  });

  it('is a body that is not JSON, and the answer names its media type', async () => {
    const response = await fetch(`${emulator.url}/_emulator/v1/tokens/access`, {
      method: 'POST',
      body: new URLSearchParams({ defects: 'expired' }),
    });
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('application/x-www-form-urlencoded'),
    ]);
  });

  it('is a token asked for with two fields that name different apps', async () => {
    const of = (clientId: string) => call('POST', 'tokens/access', { appId: 'hello-world', clientId });
    expect((await of('hello-world-client')).status).toBe(201);
    expect(await of('uninvited-client')).toMatchObject({
      status: 400,
      body: { errors: [{ path: '$.clientId', value: 'uninvited-client' }] },
    });
  });

  it('is an escape that is none, and a format of the report that there is not', async () => {
    expect(await call('GET', 'tenants/%E0%A4%A')).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining('escape') as string }] },
    });
    expect(await call('GET', 'contract', undefined, { Accept: 'text/plain' })).toMatchObject({
      status: 406,
      body: { errors: [{ path: 'Accept', value: 'text/plain' }] },
    });
  });

  it('is 404 for an unknown resource', async () => {
    expect(await call('GET', 'nothing')).toMatchObject({
      status: 404,
      body: { errors: [{ path: '/nothing' }] },
    });
  });
});

describe('web pages of other origins', () => {
  it.each([
    ['a foreign Origin', { Origin: 'https://evil.example' }],
    ['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }],
    ['the null origin of a sandbox', { Origin: 'null' }],
  ])('are refused with 403 for %s', async (_what, headers) => {
    expect((await call('POST', 'reset', undefined, headers)).status).toBe(403);
  });

  it('are refused when their own name was pointed at this machine', async () => {
    const { port } = new URL(emulator.url);
    const status = await new Promise((resolve, reject) => {
      const headers = {
        Host: `evil.example:${port}`,
        Origin: `http://evil.example:${port}`,
        'Sec-Fetch-Site': 'same-origin',
      };
      rawRequest({ port, host: '127.0.0.1', path: '/_emulator/v1/state', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it("are not the emulator's own pages", async () => {
    expect(
      (await call('GET', 'state', undefined, { Origin: emulator.url, 'Sec-Fetch-Site': 'same-origin' }))
        .status,
    ).toBe(200);
  });
});
