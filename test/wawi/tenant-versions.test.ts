import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';

const versions = ['2.0', '2.1', '2.2', '2.3'] as const;
type Version = (typeof versions)[number];

let emulator: Emulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator();
  token = await emulator.tokens.access({});
  for (const apiVersion of versions) await newTenant(slugOf(apiVersion), { wawi: { apiVersion } });
});

afterAll(() => emulator.close());

function slugOf(version: Version): string {
  return `wawi-${version.replace('.', '-')}`;
}

async function newTenant(slug: string, more: object = {}): Promise<void> {
  await emulator.tenants.create({ slug, template: 'kaffee-kontor', ...more });
  await emulator.apps.install('hello-world', slug);
}

async function ask(slug: string, path: string, init: RequestInit = {}) {
  const headers = { Authorization: `Bearer ${token}`, 'X-Tenant-ID': emulator.tenants.get(slug).id };
  const response = await fetch(emulator.url + path, { ...init, headers: { ...headers, ...init.headers } });
  const text = await response.text();
  return {
    status: response.status,
    reason: response.headers.get('x-emulator-reason') ?? '',
    supported: response.headers.get('api-supported-versions'),
    json: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
}

async function graphql(slug: string, query: string): Promise<Record<string, unknown>> {
  const answer = await ask(slug, '/erp/v2/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return answer.json['data'] as Record<string, unknown>;
}

describe.each(versions)('a tenant of API %s', (version) => {
  const slug = slugOf(version);
  const from = (first: Version) => version >= first;

  it.each([
    ['/erp/v2/info', '2.0', 200, 404],
    ['/erp/v2/sales-orders', '2.1', 200, 405],
    ['/erp/v2/purchase-orders', '2.1', 200, 404],
    ['/erp/v2/payment-transactions', '2.2', 501, 404],
  ] as const)('has %s from API %s on', async (path, first, status, before) => {
    const answer = await ask(slug, path);
    expect(answer.status).toBe(from(first) ? status : before);
    if (!from(first)) expect(answer.reason).toContain(`exists from API ${first}; this tenant has ${version}`);
  });

  it.each([
    ['PurchaseOrder', '2.1'],
    ['TaxClass', '2.0'],
  ] as const)('has the GraphQL type %s from API %s on', async (name, first) => {
    const { __type: type } = await graphql(slug, `{ __type(name: "${name}") { name } }`);
    expect(type).toEqual(from(first) ? { name } : null);
  });

  it('has the GraphQL fields of its version', async () => {
    const { __type: type } = await graphql(
      slug,
      '{ __type(name: "TaxClassFilterInput") { inputFields { name } } }',
    );
    const names = (type as { inputFields: { name: string }[] }).inputFields.map(({ name }) => name);
    expect(names.includes('hasTaxRateInEveryTaxZone')).toBe(from('2.3'));
  });

  it('tells the Wawi of its version in v2, v1 and the instance status', async () => {
    const minor = Number(version.slice(2)) + 1;
    const build = expect.stringMatching(new RegExp(`^2\\.${minor}\\.\\d+\\+Sha\\.[0-9a-f]+$`)) as string;
    const later = await ask(slug, '/erp/v2/info');
    expect(later.json).toMatchObject({ version: build, tenant: slug });
    expect(later.supported).toBe(versions.slice(0, versions.indexOf(version) + 1).join(', '));
    const first = await ask(slug, '/erp/v1/info');
    expect(first.json).toMatchObject({ Version: build, Tenant: slug });
    expect(first.supported).toBe('1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6');
    expect((await ask(slug, '/erp/instance/status')).json).toMatchObject({
      metadata: { lastConnectionVersion: build, lastConnectedApiVersion: version },
    });
  });

  it('shows its version in the control API and the Node API', async () => {
    expect(emulator.tenants.get(slug).wawi).toEqual({ connected: true, apiVersion: version });
    const response = await fetch(`${emulator.url}/_emulator/v1/tenants/${slug}`);
    expect(await response.json()).toMatchObject({ wawi: { connected: true, apiVersion: version } });
  });
});

describe('the version of a tenant', () => {
  it('is 2.0 for kaffee-kontor, and the default of the emulator for tenants that name none', async () => {
    const apiVersions = (one: Emulator) =>
      one.tenants.list().map(({ slug, wawi }) => [slug, wawi.apiVersion]);
    expect(apiVersions(emulator).slice(0, 3)).toEqual([
      ['bergmann-outdoor', '2.1'],
      ['kaffee-kontor', '2.0'],
      ['neuland', '2.1'],
    ]);
    await using later = await startEmulator({ erpVersion: '2.3' });
    expect(apiVersions(later).map(([, version]) => version)).toEqual(['2.3', '2.0', '2.3', '2.3']);
  });

  it('changes at run time, and the answers with it', async () => {
    await newTenant('umzug', { wawi: { apiVersion: '2.0' } });
    expect((await ask('umzug', '/erp/v2/purchase-orders')).status).toBe(404);
    const changed = await emulator.tenants.update('umzug', { wawi: { apiVersion: '2.2' } });
    expect(changed.wawi).toEqual({ connected: true, apiVersion: '2.2' });
    expect((await ask('umzug', '/erp/v2/purchase-orders')).status).toBe(200);
    const { __type: type } = await graphql('umzug', '{ __type(name: "PurchaseOrder") { name } }');
    expect(type).toEqual({ name: 'PurchaseOrder' });
    const off = await emulator.tenants.update('umzug', { wawi: { connected: false } });
    expect(off.wawi).toEqual({ connected: false, apiVersion: '2.2' });
  });

  it('keeps out an app that requires a newer one', async () => {
    const manifest = {
      manifestVersion: '1.0.0',
      version: '1.0.0',
      name: { short: 'Neu', full: 'Neu' },
      requirements: { minCloudApiVersion: '2.2' },
      capabilities: { erp: { api: { scopes: ['items.read'] } } },
    };
    const { appId } = await emulator.apps.register({ manifest });
    const install = (tenantId: string) => emulator.apps.install(appId, tenantId);
    await expect(install(slugOf('2.1'))).rejects.toThrow(
      `app 'Neu' requires API 2.2 (requirements.minCloudApiVersion); tenant 'wawi-2-1' has 2.1`,
    );
    const refused = await fetch(`${emulator.url}/_emulator/v1/apps/${appId}/installations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ tenantId: slugOf('2.0') }),
    });
    expect(refused.status).toBe(409);
    expect(await install(slugOf('2.2'))).toMatchObject({ status: 'SETUP_COMPLETED' });
    expect(await install(slugOf('2.3'))).toMatchObject({ status: 'SETUP_COMPLETED' });
  });
});

describe('the mandant of a tenant', () => {
  it('is the slug by default, and the path of the on-premise API', async () => {
    await newTenant('filiale', { mandant: 'Mandant_2' });
    expect(emulator.tenants.get('filiale').mandant).toBe('Mandant_2');
    expect((await ask('filiale', '/erp/v2/info')).json).toMatchObject({ tenant: 'Mandant_2' });
    const onPremise = (mandant: string) => fetch(`${emulator.url}/api/${mandant}/info`);
    expect((await onPremise('mandant_2')).status).toBe(401);
    await emulator.tenants.update('filiale', { mandant: 'Umbenannt' });
    expect((await onPremise('mandant_2')).status).toBe(404);
    expect((await onPremise('umbenannt')).status).toBe(401);
  });

  it.each([
    [{ slug: 'doppelt', mandant: 'EAZYBUSINESS' }, 409, '$.mandant', 'is taken; choose another'],
    [{ slug: 'eazybusiness' }, 409, '$.slug', 'is taken; choose another'],
    [{ slug: 'falsch', mandant: 'a b' }, 400, '$.mandant', 'letters, digits, underscores and hyphens'],
    [{ slug: 'falsch', wawi: { apiVersion: '1.6' } }, 400, '$.wawi.apiVersion', 'one of 2.0, 2.1, 2.2, 2.3'],
    [{ slug: 'falsch', wawi: { version: '2.1' } }, 400, '$.wawi.version', 'apiVersion'],
  ])('is refused in %j with %i', async (body, status, path, message) => {
    const response = await fetch(`${emulator.url}/_emulator/v1/tenants`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      errors: [{ path, message: expect.stringContaining(message) as unknown }],
    });
  });
});
