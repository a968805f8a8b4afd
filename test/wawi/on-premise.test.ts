import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

beforeEach(async () => {
  await emulator.tenants.reset('kaffee-kontor');
});

afterAll(async () => {
  await emulator.close();
});

interface Answer {
  status: number;
  json: Record<string, unknown>;
  reason: string;
}

async function call(
  operation: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Answer> {
  const [method = 'GET', path = ''] = operation.split(' ');
  const response = await fetch(`${emulator.url}/api/kaffee-kontor${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    json: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    reason: response.headers.get('x-emulator-reason') ?? '',
  };
}

const description = {
  AppId: 'Acme.Picker/1',
  DisplayName: 'Acme Picker',
  Description: 'Pickt schneller',
  Version: '1.0.0',
  ProviderName: 'Acme',
  ProviderWebsite: 'https://acme.example',
  MandatoryApiScopes: ['stock.querystocksperitem'],
  OptionalApiScopes: ['warehouse.querywarehouses'],
  AppIcon: 'aWNvbg==',
};
const code = { 'X-ChallengeCode': 'geheim-1' };

async function register(challenge = code, more: object = {}, appId = description.AppId): Promise<string> {
  const { status, json } = await call('POST /authentication', challenge, { ...description, ...more });
  expect(status).toBe(201);
  expect(json).toMatchObject({ AppId: appId, Status: 0 });
  return String(json['RegistrationRequestId']);
}

async function keyOf(id: string): Promise<string> {
  const { json } = await call(`GET /authentication/${id}`, code);
  return String((json['Token'] as { ApiKey: string }).ApiKey);
}

describe('registering on-premise', () => {
  it('hands the key out once, with the scopes asked for, and then serves the app within them', async () => {
    const id = await register();
    const accepted = await call(`GET /authentication/${id}`, code);
    expect(accepted).toMatchObject({
      status: 200,
      json: {
        RequestStatusInfo: { AppId: description.AppId, RegistrationRequestId: id, Status: 2 },
        GrantedScopes: ['stock.querystocksperitem', 'warehouse.querywarehouses'],
      },
    });
    expect((await call(`GET /authentication/${id}`, code)).status).toBe(410);
    const key = (accepted.json['Token'] as { ApiKey: string }).ApiKey;
    const headers = { Authorization: `Wawi ${key}`, 'X-AppID': description.AppId, 'X-AppVersion': '1.0.0' };
    const stocks = await call('GET /stocks', headers);
    expect(stocks.status).toBe(200);
    expect((await call('GET /v1/stocks', headers)).json).toEqual(stocks.json);
    const later = await call('GET /warehouses', { ...headers, 'api-version': '2.0' });
    expect(later.status).toBe(200);
    const refused = await call('GET /customers', headers);
    expect(refused.status).toBe(403);
    expect(refused.reason).toContain("'customer.querycustomers'");
    expect((await call('GET /info', headers)).json).toMatchObject({ Tenant: 'kaffee-kontor' });
    expect((await call('GET /stocks', { ...headers, 'X-AppID': 'Other' })).status).toBe(401);
  });

  it.each([
    ['without a challenge code', {}],
    ['with one of 31 characters', { 'X-ChallengeCode': 'x'.repeat(31) }],
  ])('is refused %s', async (_how, headers) => {
    expect((await call('POST /authentication', headers, description)).status).toBe(400);
  });

  it('tells only who knows the challenge code', async () => {
    const id = await register();
    expect((await call(`GET /authentication/${id}`, { 'X-ChallengeCode': 'other' })).status).toBe(404);
    expect((await call('GET /authentication/none', code)).status).toBe(404);
  });

  it('starts over with the same code, and keeps others out once the key is handed out', async () => {
    const first = await register();
    const key = await keyOf(first);
    const foreign = await call('POST /authentication', { 'X-ChallengeCode': 'other' }, description);
    expect(foreign.status).toBe(409);
    const second = await register();
    expect((await call('GET /stocks', { Authorization: `Wawi ${key}` })).status).toBe(401);
    expect((await call('GET /stocks', { Authorization: `Wawi ${await keyOf(second)}` })).status).toBe(200);
  });

  it('gives further instances only to apps that may have them', async () => {
    const single = await register();
    expect((await call(`POST /authentication/${single}`, code)).status).toBe(409);
    const many = await register(code, { AppId: 'Acme.Picker/1', RegistrationType: 1 });
    const further = await call(`POST /authentication/${many}`, { 'X-ChallengeCode': 'zweite' });
    expect(further.status).toBe(200);
    expect(further.json['RegistrationRequestId']).not.toBe(many);
    expect((await call('POST /authentication/none', code)).status).toBe(400);
  });
});

describe('a registration that a person decides', () => {
  const control = async (operation: string, body?: unknown) => {
    const [method = 'GET', path = ''] = operation.split(' ');
    const response = await fetch(`${emulator.url}/_emulator/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return response.status;
  };

  it('waits without a key, and has one or none once it is decided', async () => {
    expect(await control('PUT /switches', { acceptRegistrations: false })).toBe(200);
    const wanted = await register();
    const waiting = await call(`GET /authentication/${wanted}`, code);
    expect(waiting.json).toEqual({
      RequestStatusInfo: { AppId: description.AppId, RegistrationRequestId: wanted, Status: 0 },
      GrantedScopes: [],
    });
    expect(await control(`POST /registrations/${wanted}/accept`)).toBe(200);
    const headers = { Authorization: `Wawi ${await keyOf(wanted)}` };
    expect((await call('GET /stocks', headers)).status).toBe(200);

    const unwanted = await register(code, { AppId: 'Acme.Other/1' }, 'Acme.Other/1');
    expect(await control(`POST /registrations/${unwanted}/reject`)).toBe(200);
    expect((await call(`GET /authentication/${unwanted}`, code)).json).toEqual({
      RequestStatusInfo: { AppId: 'Acme.Other/1', RegistrationRequestId: unwanted, Status: 1 },
      GrantedScopes: [],
    });
    expect(await control('PUT /switches', { acceptRegistrations: true })).toBe(200);
  });
});

describe('the on-premise API', () => {
  it.each([
    ['no key', {}, "send 'Authorization: Wawi <api key>'"],
    ['a bearer token', { Authorization: 'Bearer abc' }, "scheme is 'Bearer'"],
    ['an unknown key', { Authorization: 'Wawi abc' }, "not one of mandant 'kaffee-kontor'"],
  ])('is 401 with %s', async (_what, headers, reason) => {
    const refused = await call('GET /stocks', headers);
    expect(refused.status).toBe(401);
    expect(refused.reason).toContain(reason);
  });

  it('words problems of a request line by line, as it was seen', async () => {
    const refused = await call('POST /authentication', code, { AppId: 'x', AppIcon: 'aWNvbg==' });
    expect(refused).toMatchObject({
      status: 400,
      json: { ErrorCode: 'ValidationError', ValidationErrors: {}, Errors: {} },
    });
    const lines = String(refused.json['ErrorMessage']).split('\n');
    expect(lines).toHaveLength(6);
    expect(lines.every((line) => line.startsWith('- '))).toBe(true);
  });

  it('knows mandants by name in any letter case, and no others', async () => {
    const status = async (mandant: string) => (await fetch(`${emulator.url}/api/${mandant}/stocks`)).status;
    expect(await status('EazyBusiness')).toBe(401);
    expect(await status('nobody')).toBe(404);
    expect(await status('%E0%A4%A')).toBe(404);
  });

  it('lists the sales channels, and takes them as a list or as one text', async () => {
    const AppId = 'Channels';
    const scopes = { MandatoryApiScopes: ['all.read', 'item.createitem', 'item.updateitem'] };
    const key = await keyOf(await register(code, { AppId, ...scopes }, AppId));
    const headers = { Authorization: `Wawi ${key}`, 'X-AppVersion': '1.0.0' };
    const item = { Name: 'Kanäle', Categories: [{ CategoryId: 1 }] };
    const created = await call('POST /v1/items', headers, {
      ...item,
      ActiveSalesChannels: ['1-1-1', '2-2-1'],
    });
    expect(created.json).toMatchObject({ ActiveSalesChannels: ['1-1-1', '2-2-1'] });
    const path = `/v1/items/${String(created.json['Id'])}`;
    await call(`PATCH ${path}`, headers, { ActiveSalesChannels: '2-2-1' });
    const { json } = await call('GET /v1/items?searchKeyWord=Kanäle', headers);
    expect(json['Items']).toMatchObject([{ ActiveSalesChannels: ['2-2-1'] }]);
    const categories = (await call('GET /v1/categories', headers)).json['Items'] as object[];
    for (const category of categories)
      expect(category).toMatchObject({ ActiveSalesChannels: expect.any(Array) as unknown[] });
  });

  const allRead = { MandatoryApiScopes: ['all.read', 'warehouse.read', 'items.read'] };
  const every = '1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 2.0, 2.1, 2.2, 2.3'.split(', ');

  async function keyHeaders(AppId: string): Promise<Record<string, string>> {
    const key = await keyOf(await register(code, { AppId, ...allRead }, AppId));
    return { Authorization: `Wawi ${key}`, 'X-AppVersion': '1.0.0' };
  }

  it.each([...every.map((version) => [version, version]), ['1', '1.0'], ['2', '2.0']])(
    "takes '%s' as api-version, above the version of the tenant",
    async (header = '', version = '') => {
      const headers = await keyHeaders(`Versions ${header}`);
      const answer = await call('GET /warehouses', { ...headers, 'api-version': header });
      const list = version < '2' ? 'Items' : 'items';
      expect([answer.status, Object.keys(answer.json)]).toEqual([200, expect.arrayContaining([list])]);
      const later = await call('GET /purchase-orders', { ...headers, 'api-version': header });
      expect(later.status).toBe(version > '2.0' ? 403 : 404);
      if (version === '2.0') expect(later.reason).toContain('exists from API 2.1; the request is for 2.0');
      const named = `/v${version.charAt(0)}`;
      expect((await call(`GET ${named}/warehouses`, { ...headers, 'api-version': header })).status).toBe(200);
    },
  );

  it.each([
    ['/warehouses', 'Items', '1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6'],
    ['/v1/warehouses', 'Items', '1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6'],
    ['/v2/warehouses', 'items', '2.0'],
  ])('answers GET %s without api-version with %s', async (path, list, supported) => {
    const headers = await keyHeaders(`No header ${path}`);
    for (const option of ['earliest', 'newest']) {
      const { url } = emulator;
      await fetch(`${url}/_emulator/v1/assumptions`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ 'api-version-missing': option }),
      });
      const response = await fetch(`${url}/api/kaffee-kontor${path}`, { headers });
      expect(response.headers.get('x-emulator-assumption')).toContain(`api-version-missing=${option}`);
      expect(Object.keys((await response.json()) as object)).toContain(list);
      if (option === 'newest') expect(response.headers.get('api-supported-versions')).toBe(supported);
    }
  });

  it('answers like 1.0 without api-version where that is assumed', async () => {
    await using early = await startEmulator({ assumptions: { 'api-version-missing': 'earliest' } });
    const status = async (path: string, headers: Record<string, string> = {}) => {
      const key = { Authorization: 'Wawi kaffee-kontor-key' };
      return (await fetch(`${early.url}/api/kaffee-kontor${path}`, { headers: { ...key, ...headers } }))
        .status;
    };
    expect(await status('/workers')).toBe(404);
    expect(await status('/workers', { 'api-version': '1.1' })).not.toBe(404);
  });

  it.each([
    ['3.0', "does not support the API version '3.0'"],
    ['1.7', "does not support the API version '1.7'"],
    ['2.4', "does not support the API version '2.4'"],
  ])('refuses api-version %s, which it does not know', async (version, message) => {
    const refused = await call('GET /stocks', { 'api-version': version });
    expect(refused.status).toBe(400);
    expect(refused.reason).toContain(every.join(', '));
    expect(refused.json['ErrorMessage']).toContain(message);
  });

  it.each([
    ['/v1/stocks', '2.0', '1.0, 2.0'],
    ['/v1/stocks', '2.3', '1.0, 2.3'],
    ['/v2/stocks', '1.6', '1.6, 2.0'],
  ])('refuses %s with api-version %s as ambiguous', async (path, version, both) => {
    const refused = await call(`GET ${path}`, { 'api-version': version });
    expect(refused.status).toBe(400);
    const error = { ...refused.json, message: refused.json['ErrorMessage'] ?? refused.json['errorMessage'] };
    expect(error.message).toContain(`The following API versions were requested: ${both}.`);
    expect(refused.json).toMatchObject(
      path.startsWith('/v1') ? { ErrorCode: 'AmbiguousApiVersion' } : { errorCode: 'AMBIGUOUS_API_VERSION' },
    );
    expect(refused.reason).toContain(`api-version is '${version}'`);
  });

  it.each([
    ['/v2/graphql', {}, true],
    ['/graphql', {}, true],
    ['/graphql', { 'api-version': '2.0' }, false],
    ['/graphql', { 'api-version': '2.1' }, true],
    ['/v2/graphql', { 'api-version': '2.3' }, true],
  ])('serves GraphQL at %s with %j', async (path, version, hasPurchaseOrders) => {
    await emulator.tenants.update('kaffee-kontor', { wawi: { apiVersion: '2.1' } });
    const headers = { ...(await keyHeaders(`GraphQL ${path} ${JSON.stringify(version)}`)), ...version };
    const query = '{ __type(name: "PurchaseOrder") { name } QueryWarehouses(first: 1) { nodes { name } } }';
    const answer = await call(`POST ${path}`, headers as Record<string, string>, { query });
    expect(answer.status).toBe(200);
    const data = answer.json['data'] as { __type: unknown; QueryWarehouses: { nodes: unknown[] } };
    expect(data.QueryWarehouses.nodes).toHaveLength(1);
    expect(data.__type !== null).toBe(hasPurchaseOrders);
    expect((await call(`POST ${path}`, {}, { query })).status).toBe(401);
    await emulator.tenants.update('kaffee-kontor', { wawi: { apiVersion: '2.0' } });
  });

  it('lets GraphQL fields through by the scopes that the registration was granted', async () => {
    const headers = await keyHeaders('GraphQL scopes');
    const query = '{ QueryCustomers(first: 1) { nodes { id } } }';
    const { json } = await call('POST /graphql', headers, { query });
    expect(json['errors']).toMatchObject([{ path: ['QueryCustomers'] }]);
  });

  it('has no GraphQL in version 1', async () => {
    const headers = await keyHeaders('GraphQL v1');
    const body = { query: '{ __typename }' };
    expect((await call('POST /v1/graphql', headers, body)).status).toBe(404);
    expect((await call('POST /graphql', { ...headers, 'api-version': '1.0' }, body)).status).toBe(404);
  });

  it('does not let a key of one mandant into another', async () => {
    const key = await keyOf(await register());
    const response = await fetch(`${emulator.url}/api/eazybusiness/stocks`, {
      headers: { Authorization: `Wawi ${key}` },
    });
    expect(response.status).toBe(401);
  });
});

describe('scopes on-premise', () => {
  async function statusWith(
    scopes: readonly string[],
    operation: string,
    headers: Record<string, string> = {},
  ): Promise<number> {
    const AppId = `Scopes ${scopes.join()} ${operation}`;
    const key = await keyOf(
      await register(code, { AppId, MandatoryApiScopes: scopes, OptionalApiScopes: [] }, AppId),
    );
    return (await call(operation, { Authorization: `Wawi ${key}`, 'X-AppVersion': '1.0.0', ...headers }))
      .status;
  }

  it.each([
    ['items.read', 'GET /v1/items', {}, 200],
    ['items.write', 'GET /v1/items', {}, 403],
    ['salesorders.read', 'GET /v1/salesOrders', {}, 200],
    ['customers.read', 'GET /v1/items', {}, 403],
    ['item.queryitems', 'GET /v1/items', {}, 200],
    ['item.getitem', 'GET /v1/items', {}, 403],
    ['warehouse.querywarehouses', 'GET /warehouses', { 'api-version': '2.0' }, 200],
    ['stock.querystocksperitem', 'GET /warehouses', { 'api-version': '2.0' }, 403],
  ])(
    '%s answers %s (%j) with %i, in either spelling of the scope',
    async (scope, operation, headers, status) => {
      expect(await statusWith([scope], operation, headers as Record<string, string>)).toBe(status);
    },
  );

  it('are refused at registration when no operation knows them, with each unknown scope named', async () => {
    const refused = await call('POST /authentication', code, {
      ...description,
      AppId: 'Nonsense',
      MandatoryApiScopes: ['item.getitem', 'nonsense.scope'],
    });
    expect(refused.status).toBe(400);
    expect(refused.reason).toContain("'nonsense.scope'");
    expect(refused.reason).not.toContain("'item.getitem'");
  });

  it('are neither checked nor enforced with --no-scopes', async () => {
    await using free = await startEmulator({ noScopes: true });
    const send = (path: string, init?: RequestInit) => fetch(`${free.url}/api/kaffee-kontor${path}`, init);
    const asked = await send('/authentication', {
      method: 'POST',
      headers: { ...code, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...description, MandatoryApiScopes: ['nonsense.scope'] }),
    });
    expect(asked.status).toBe(201);
    expect(asked.headers.get('x-emulator-reason')).toContain("no scope 'nonsense.scope'");
    expect(free.journal.entries({ path: '/authentication' })[0]?.reason).toContain('nonsense.scope');
    const { RegistrationRequestId: id } = (await asked.json()) as { RegistrationRequestId: string };
    const { Token } = (await (await send(`/authentication/${id}`, { headers: code })).json()) as {
      Token: { ApiKey: string };
    };
    const headers = { Authorization: `Wawi ${Token.ApiKey}` };
    expect((await send('/v1/customers', { headers })).status).toBe(200);
  });
});

it.each(['stocks?itemId=0', 'stocks?warehouseId=99999', 'stocks/changes?itemId=99999'])(
  'GET /%s finds an empty page for an unknown id',
  async (path) => {
    const AppId = `Empty ${path}`;
    const key = await keyOf(await register(code, { AppId, MandatoryApiScopes: ['inventories.read'] }, AppId));
    const { status, json } = await call(`GET /v1/${path}`, { Authorization: `Wawi ${key}` });
    expect([status, json['TotalItems'], json['Items']]).toEqual([200, 0, []]);
  },
);
