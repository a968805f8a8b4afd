import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
const funkloch = 'c0ffee00-1234-4abc-8def-0123456789ab';

let emulator: Emulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator();
  token = await emulator.tokens.access({ appId: 'hello-world' });
});

afterAll(async () => {
  await emulator.close();
});

interface Ask {
  path?: string;
  method?: string;
  bearer?: string | undefined;
  tenant?: string | undefined;
  headers?: Record<string, string>;
  body?: string;
}

async function ask({
  path = '/erp/v1/items',
  method = 'GET',
  bearer = token,
  tenant = bergmann,
  headers = {},
  body,
}: Ask) {
  const response = await fetch(emulator.url + path, {
    method,
    headers: {
      ...(bearer === '' ? {} : { Authorization: `Bearer ${bearer}` }),
      ...(tenant === '' ? {} : { 'X-Tenant-ID': tenant }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    json: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown>,
    reason: response.headers.get('x-emulator-reason') ?? '',
    headers: response.headers,
  };
}

describe('refusals of the Wawi API, in the order of its checks', () => {
  it('an unknown path is 404 even without a token, with the nearest known one', async () => {
    const answer = await ask({ path: '/erp/v1/itmes', bearer: '', tenant: '' });
    expect(answer.status).toBe(404);
    expect(answer.reason).toContain('/erp/v1/items');
  });

  it('no token is 401 before the tenant is looked at', async () => {
    const answer = await ask({ bearer: '', tenant: '' });
    expect(answer.status).toBe(401);
    expect(answer.json['ErrorMessage']).toMatch(/^JWT not present/);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  it.each([
    'expired',
    'notYetValid',
    'wrongKey',
    'wrongIssuer',
    'wrongAudience',
    'algNone',
    'tampered',
  ] as const)('a token that is %s is 401 and says why', async (defect) => {
    const answer = await ask({ bearer: await emulator.tokens.access({ defects: [defect] }) });
    expect(answer.status).toBe(401);
    expect(answer.reason).not.toBe('');
    expect(answer.json).toEqual({
      ErrorCode: 'Unauthorized',
      ValidationErrors: {},
      Errors: {},
      ErrorMessage: 'JWT is not valid.',
      Stacktrace: null,
    });
  });

  it.each([
    ['missing', '', 400, 'TenantIdMissing'],
    ['no UUID', 'bergmann-outdoor', 400, 'TenantIdInvalid'],
    ['unknown', '00000000-0000-4000-8000-000000000000', 404, 'TenantNotFound'],
  ])('a tenant that is %s is refused', async (_what, tenant, status, code) => {
    const v1 = await ask({ tenant });
    expect([v1.status, v1.json['ErrorCode']]).toEqual([status, code]);
  });

  it('the codes of the tenant header keep their spelling in v2', async () => {
    expect((await ask({ path: '/erp/v2/info', tenant: '' })).json['errorCode']).toBe('TenantIdMissing');
    expect((await ask({ path: '/erp/v2/info', tenant: 'x' })).json['errorCode']).toBe('TenantIdInvalid');
  });

  it('the header is read in any case, and under its v1 name', async () => {
    expect((await ask({ tenant: '', headers: { 'x-TENANT-id': bergmann.toUpperCase() } })).status).toBe(200);
    expect((await ask({ tenant: '', headers: { 'tenant-id': bergmann } })).status).toBe(200);
  });

  it('an app token names its tenant itself, and no other may be asked for', async () => {
    const app = await emulator.tokens.app({ tenantId: kaffee });
    const own = await ask({ bearer: app, tenant: '' });
    expect(own.json['TotalItems']).toBe(12);
    const other = await ask({ bearer: app, tenant: bergmann });
    expect(other.status).toBe(403);
    expect(other.reason).toContain(kaffee);
  });

  it('an app that is not installed is 403, and told how to be', async () => {
    const answer = await ask({ bearer: await emulator.tokens.access({ appId: 'uninvited' }) });
    expect(answer.status).toBe(403);
    expect(answer.reason).toMatch(/not installed .*jtl-emulator app install/);
    expect(answer.headers.get('x-emulator-assumption')).toBe('not-installed-403=default');
  });

  it('a missing scope is 403 and named, also when the tenant is not connected', async () => {
    const reader = await emulator.tokens.access({ appId: 'stock-reader' });
    const answer = await ask({ bearer: reader, path: '/erp/v1/customers' });
    expect(answer.status).toBe(403);
    expect(answer.reason).toContain("'customer.querycustomers'");
    expect((await ask({ bearer: reader, path: '/erp/v1/items' })).status).toBe(200);
  });

  it('a tenant whose Wawi is not connected is 504 before the body is read', async () => {
    const answer = await ask({
      path: '/erp/v1/items',
      method: 'POST',
      tenant: funkloch,
      headers: { 'Content-Type': 'text/plain' },
      body: 'nonsense',
    });
    expect(answer.status).toBe(504);
    expect(answer.reason).toContain('funkloch');
  });

  it.each(['application/json; charset=utf-8', 'application/json;charset=UTF-8', 'text/plain'])(
    'the media type %s is 415',
    async (type) => {
      const answer = await ask({
        path: '/erp/v1/items',
        method: 'POST',
        headers: { 'Content-Type': type },
        body: '{}',
      });
      expect(answer.status).toBe(415);
      expect(answer.reason).toContain('application/json');
    },
  );

  it('malformed JSON is 400 and changes nothing', async () => {
    const before = (await ask({})).json['TotalItems'];
    const answer = await ask({
      path: '/erp/v1/items',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"Name": ',
    });
    expect(answer.status).toBe(400);
    expect((await ask({})).json['TotalItems']).toBe(before);
  });

  it('a body over 10 MB is 413', async () => {
    const answer = await ask({
      path: '/erp/v1/items',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ Name: 'x'.repeat(10 * 1024 * 1024) }),
    });
    expect(answer.status).toBe(413);
  });

  it('a method that a path does not offer is 405 and names those it does', async () => {
    const answer = await ask({ path: '/erp/v1/items/1', method: 'PUT' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain('PATCH');
  });

  it('an answer names every problem of a request, in the client’s own spelling', async () => {
    const body = JSON.stringify({
      name: [7],
      CATEGORIES: [{ categoryId: 'one' }],
      itemPriceData: { salesPriceNet: 'free' },
    });
    const answer = await ask({
      path: '/erp/v1/items?disableAutomaticWorkflows=perhaps',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.json['ValidationErrors'] as object).sort()).toEqual([
      'CATEGORIES[0].categoryId',
      'disableAutomaticWorkflows',
      'itemPriceData.salesPriceNet',
      'name',
    ]);
  });

  it.each(['pageNumber=0', 'pageSize=0', 'pageSize=1001', 'pageNumber=x'])('%s is 400', async (query) => {
    const answer = await ask({ path: `/erp/v1/items?${query}` });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.json['ValidationErrors'] as object)).toEqual([query.split('=')[0]]);
  });

  it('a key of the wrong kind is refused with both kinds named', async () => {
    const company = 'b45f6432-2462-4c6f-b00f-1d9d01000000';
    const attribute = '29708817-225b-4208-9a57-5ff501000000';
    expect((await ask({ path: `/erp/v2/sales-orders/${company}/line-items` })).status).toBe(200);
    const answer = await ask({ path: `/erp/v2/sales-orders/${attribute}/line-items` });
    expect(answer.status).toBe(400);
    expect(answer.reason).toMatch(/AttributKey.*VerkaufAuftragKey/);
  });
});

describe('every answer of the Wawi API', () => {
  it('rate limit headers that count down per app and tenant', async () => {
    const first = await ask({});
    const second = await ask({});
    const other = await ask({ tenant: kaffee });
    expect(first.headers.get('x-ratelimit-limit')).toBe('1000');
    expect(first.headers.get('x-ratelimit-interval-length-seconds')).toBe('60');
    const left = Number(first.headers.get('x-ratelimit-remaining'));
    expect(Number(second.headers.get('x-ratelimit-remaining'))).toBe(left - 1);
    expect(Number(other.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(left);
  });

  it('no ETag', async () => {
    expect((await ask({})).headers.has('etag')).toBe(false);
  });

  it('both spellings of a path lead to one operation', async () => {
    const id = 'b45f6432-2462-4c6f-b00f-1d9d03000000';
    const kebab = await ask({ path: `/erp/v2/sales-orders/${id}/line-items` });
    const camel = await ask({ path: `/erp/v2/salesOrders/${id}/lineitems` });
    expect(camel.json).toEqual(kebab.json);
  });

  it('/erp and /erp/v1 are the same version', async () => {
    expect((await ask({ path: '/erp/items?pageSize=3' })).json).toEqual(
      (await ask({ path: '/erp/v1/items?pageSize=3' })).json,
    );
  });

  it('the mandant in info, not the tenant id', async () => {
    expect((await ask({ path: '/erp/v2/info' })).json).toMatchObject({
      tenant: 'eazybusiness',
      version: expect.stringMatching(/^2\.2\.\d+\+Sha\.[0-9a-f]+$/) as string,
    });
    expect((await ask({ path: '/erp/info' })).json).toMatchObject({ Tenant: 'eazybusiness' });
  });
});

describe('settings that change what is refused', () => {
  it('--accept-charset takes the charset, --no-scopes every call of an installed app', async () => {
    await using lenient = await startEmulator({ acceptCharset: true, noScopes: true });
    const reader = await lenient.tokens.access({ appId: 'stock-reader' });
    const headers = { Authorization: `Bearer ${reader}`, 'X-Tenant-ID': bergmann };
    expect((await fetch(`${lenient.url}/erp/v1/customers`, { headers })).status).toBe(200);
    const response = await fetch(`${lenient.url}/erp/v1/items`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
      body: '{}',
    });
    expect(response.status).toBe(400);
  });

  it.each([
    ['real', 200, false],
    ['teach', 200, true],
    ['strict', 400, true],
  ] as const)('the profile %s answers an unknown query parameter with %i', async (profile, status, told) => {
    await using one = await startEmulator({ profile });
    const bearer = await one.tokens.access({});
    const headers = {
      Authorization: `Bearer ${bearer}`,
      'X-Tenant-ID': bergmann,
      'x-appid': 'hello',
      'x-appversion': '1.0.0',
    };
    const response = await fetch(`${one.url}/erp/v1/items?pageSize=1&colour=red`, { headers });
    expect(response.status).toBe(status);
    expect(response.headers.has('x-emulator-reason')).toBe(told);
  });

  it('the strict profile requires the headers that the contract marks required', async () => {
    await using one = await startEmulator({ profile: 'strict' });
    const bearer = await one.tokens.access({});
    const response = await fetch(`${one.url}/erp/v1/items?pageSize=1`, {
      headers: { Authorization: `Bearer ${bearer}`, 'X-Tenant-ID': bergmann },
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('x-emulator-reason')).toMatch(/x-appid/);
  });
});

describe('the headers of live answers', () => {
  it('the time the ERP took and the versions of the operation, on answers and refusals', async () => {
    for (const [path, versions] of [
      ['/erp/v1/items?pageSize=1', '1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6'],
      ['/erp/v2/companies', '2.0, 2.1'],
      ['/erp/v2/companies?pageSize=0', '2.0, 2.1'],
    ] as const) {
      const { headers } = await ask({ path });
      expect(headers.get('server-timing')).toMatch(/^erpapi-total;dur=\d+\.\d{3}$/);
      expect(headers.get('api-supported-versions')).toBe(versions);
    }
  });

  it('the local time of the Wawi, as .NET writes it', async () => {
    await using summer = await startEmulator();
    summer.clock.set('2026-07-01T10:00:00.123Z');
    const response = await fetch(`${summer.url}/erp/v2/info`, {
      headers: { Authorization: `Bearer ${await summer.tokens.access()}`, 'X-Tenant-ID': bergmann },
    });
    expect(await response.json()).toMatchObject({
      timestamp: expect.stringMatching(/^2026-07-01T12:00:\d{2}\.\d{3}0000\+02:00$/) as string,
      type: 'WAWI-Api',
    });
  });
});

describe('the status of an instance', () => {
  it('is also told to a page with a session token, of that token’s tenant', async () => {
    const bearer = await emulator.tokens.session({ tenantId: 'kaffee-kontor' });
    const answer = await ask({ path: '/erp/instance/status', bearer, tenant: '' });
    expect(answer.json).toMatchObject({ tenantId: kaffee, metadata: { connected: true } });
    expect(answer.headers.get('x-emulator-assumption')).toContain('instance-status-session');
    const expired = await emulator.tokens.session({ defects: ['expired'] });
    expect((await ask({ path: '/erp/instance/status', bearer: expired, tenant: '' })).status).toBe(401);
  });
});

describe('a write under an Idempotency-Key', () => {
  const create = (key: string, name: string, tenant = bergmann) =>
    ask({
      path: '/erp/v2/labels',
      method: 'POST',
      tenant,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ name }),
    });

  it('is done once and answered the same each time, also when both come at once', async () => {
    const [first, second] = await Promise.all([create('k1', 'Einmalig'), create('k1', 'Einmalig')]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    expect((await create('k1', 'Einmalig')).json).toEqual(first.json);
    const { data } = (await ask({ path: '/erp/v2/labels' })).json as { data: { name: string }[] };
    expect(data.filter((label) => label.name === 'Einmalig')).toHaveLength(1);
  });

  it('is refused with another body, and knows nothing of other tenants', async () => {
    await create('k2', 'Erstes');
    const other = await create('k2', 'Anderes');
    expect([other.status, other.json['errorCode']]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await create('k2', 'Anderes', kaffee)).status).toBe(201);
  });
});

it('the filter before the gateway answers HTML in a value with a page, once it is switched on', async () => {
  await using one = await startEmulator();
  const bearer = await one.tokens.access({});
  const send = (name: string) =>
    fetch(`${one.url}/erp/v2/labels`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${bearer}`,
        'X-Tenant-ID': bergmann,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ name }),
    });
  expect((await send('<b>fett</b>')).status).toBe(201);
  await fetch(`${one.url}/_emulator/v1/switches`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ refuseHtml: true }),
  });
  const refused = await send('<i>schräg</i>');
  expect([refused.status, refused.headers.get('content-type')]).toEqual([403, 'text/html']);
  expect((await send('3 < 4 und 5 > 2')).status).toBe(201);
});
