import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { listen } from '../ports.ts';

const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

beforeEach(async () => {
  await emulator.reset();
  await emulator.tenants.update('kaffee-kontor', { wawi: { apiVersion: '2.1' } });
});

async function control(method: string, path: string, body?: unknown, base = emulator.url) {
  const response = await fetch(`${base}/_emulator/v1/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

async function erp(path: string, tenantId = kaffee, from = emulator): Promise<Record<string, unknown>> {
  const headers = { Authorization: `Bearer ${await from.tokens.access()}`, 'X-Tenant-ID': tenantId };
  return (await (await fetch(`${from.url}/erp/${path}`, { headers })).json()) as Record<string, unknown>;
}

const customerCount = async () => (await erp('v1/customers'))['TotalItems'];

const guest = {
  number: 'G-1',
  customerSince: '1999-12-31T00:00:00.000Z',
  billingAddress: { lastName: 'Älteste', city: 'Görlitz', countryIso: 'DE' },
};

describe('seeding a tenant', () => {
  it('adds partial entities with past dates and tells their ids of all APIs', async () => {
    const before = (await customerCount()) as number;
    const { status, body } = await control('POST', 'tenants/kaffee-kontor/seed', {
      entities: { customer: [guest] },
    });
    expect(status).toBe(201);
    const [seeded] = body['items'] as { kind: string; v1: number; v2: string; graphql: string }[];
    expect(seeded).toMatchObject({ kind: 'customer', v2: expect.stringMatching(/^[\da-f-]{36}$/) as string });
    expect(await customerCount()).toBe(before + 1);
    expect(JSON.stringify(await erp(`v1/customers/${seeded!.v1}`))).toContain('Görlitz');
  });

  it('names every problem and adds nothing then', async () => {
    const before = await customerCount();
    const { status, body } = await control('POST', 'tenants/kaffee-kontor/seed', {
      entities: {
        customer: [guest, { ...guest, number: 'G-2', customerGroupId: 999 }],
        item: [{ sku: 'G-1', manufacturerId: 999 }],
      },
    });
    expect(status).toBe(400);
    const paths = (body['errors'] as { path: string }[]).map((one) => one.path);
    expect(paths).toEqual(['$.entities.customer[1].customerGroupId', '$.entities.item[0].manufacturerId']);
    expect(await customerCount()).toBe(before);
  });

  it.each([
    ['customer', guest, '$.entities.customer', 'must be a list of objects'],
    ['item', [[]], '$.entities.item[0]', 'must be an object'],
    ['item', [{ id: 'a' }], '$.entities.item[0].id', 'must be a whole number from 1 to 2147483647'],
    ['item', [{ id: 0 }], '$.entities.item[0].id', 'must be a whole number from 1 to 2147483647'],
    ['item', [{ id: 1.5 }], '$.entities.item[0].id', 'must be a whole number from 1 to 2147483647'],
    ['item', [{ id: 1e308 }], '$.entities.item[0].id', 'must be a whole number from 1 to 2147483647'],
    ['item', [{ sku: 5 }], '$.entities.item[0].sku', 'must be a text'],
    ['item', [{ isActive: 'yes' }], '$.entities.item[0].isActive', 'must be true or false'],
    ['item', [{ prices: 5 }], '$.entities.item[0].prices', 'must be an object'],
    [
      'item',
      [{ prices: { salesPriceNet: 'abc' } }],
      '$.entities.item[0].prices.salesPriceNet',
      'must be a number, or a decimal as text such as "19.99"',
    ],
    ['item', [{ skuu: 'A' }], '$.entities.item[0].skuu', expect.stringMatching(/^unknown key 'skuu'.* sku,/)],
    ['customer', [{ billingAddress: 'x' }], '$.entities.customer[0].billingAddress', 'must be an object'],
    ['salesOrder', [{ lineItems: 5 }], '$.entities.salesOrder[0].lineItems', 'must be a list'],
    ['salesOrder', [{ lineItems: [5] }], '$.entities.salesOrder[0].lineItems[0]', 'must be an object'],
    [
      'salesOrder',
      [{ salesOrderDate: 'gestern' }],
      '$.entities.salesOrder[0].salesOrderDate',
      'must be an ISO 8601 instant such as 2026-12-24T18:00:00Z',
    ],
    [
      'salesOrder',
      [{ salesOrderDate: '2026-02-30' }],
      '$.entities.salesOrder[0].salesOrderDate',
      expect.stringContaining('not a date of the calendar'),
    ],
    ['pickList', [{ status: 12 }], '$.entities.pickList[0].status', 'must be one of 10, 11, 20, 30, 40'],
    ['unicorn', [{}], '$.entities.unicorn', expect.stringContaining("unknown key 'unicorn'")],
  ])('refuses %s %j', async (kind, rows, path, message) => {
    const { status, body } = await control('POST', 'tenants/kaffee-kontor/seed', {
      entities: { [kind]: rows },
    });
    expect(status).toBe(400);
    expect(body['errors']).toMatchObject([{ path, message }]);
  });

  it.each([
    ['salesOrder', { payments: [{}] }, 'v2/sales-orders?pageSize=100'],
    ['purchaseOrder', {}, 'v2/items?pageSize=100'],
    ['taxZone', {}, 'v2/tax-zones'],
    ['numberRange', {}, 'v2/configuration/number-ranges'],
  ])('leaves %s readable that says next to nothing', async (kind, row, path) => {
    const { status } = await control('POST', 'tenants/kaffee-kontor/seed', { entities: { [kind]: [row] } });
    expect(status).toBe(201);
    expect(await erp(path)).not.toHaveProperty('errorCode');
  });

  it('keeps decimals exact and instants in UTC, however they are written', async () => {
    const entities = {
      item: [
        { id: 900, sku: 'EXACT', prices: { salesPriceNet: '1.10' }, added: '2026-03-01T01:00:00+02:00' },
      ],
    };
    expect((await control('POST', 'tenants/kaffee-kontor/seed', { entities })).status).toBe(201);
    expect(await erp('v1/items/900')).toMatchObject({
      ItemPriceData: { SalesPriceNet: 1.1 },
      Added: '2026-02-28T23:00:00.0000000+00:00',
    });
  });
});

describe('snapshots', () => {
  it('of everything bring back data, apps, tenants and installations', async () => {
    const before = await customerCount();
    await control('POST', 'snapshots', { name: 'clean' });
    await emulator.tenants.seed('kaffee-kontor', { customer: [guest] });
    await emulator.tenants.create({ slug: 'later' });
    await emulator.apps.delete('uninvited');
    const restored = await control('POST', 'snapshots/clean/restore');
    expect(restored).toMatchObject({ status: 200, body: { name: 'clean', tenantId: null } });
    expect(await customerCount()).toBe(before);
    expect(emulator.tenants.list()).toHaveLength(4);
    expect(emulator.apps.list()).toHaveLength(3);
  });

  it('of one tenant leave the others alone', async () => {
    await control('POST', 'snapshots', { name: 'kaffee', tenantId: 'kaffee-kontor' });
    const before = await customerCount();
    await emulator.tenants.seed('kaffee-kontor', { customer: [guest] });
    await emulator.tenants.create({ slug: 'later' });
    await control('POST', 'snapshots/kaffee/restore');
    expect(await customerCount()).toBe(before);
    expect(emulator.tenants.list()).toHaveLength(5);
    expect((await control('GET', 'snapshots')).body['items']).toContainEqual(
      expect.objectContaining({ name: 'kaffee', tenantId: kaffee }),
    );
  });

  it('do not follow what happens later, and can be restored again and again', async () => {
    const name = await emulator.snapshot();
    const before = await customerCount();
    for (let round = 0; round < 2; round++) {
      await emulator.tenants.seed('kaffee-kontor', { customer: [guest] });
      expect(await customerCount()).toBe((before as number) + 1);
      await emulator.restore(name);
      expect(await customerCount()).toBe(before);
    }
  });

  it('that do not exist are 404', async () => {
    expect((await control('POST', 'snapshots/none/restore')).status).toBe(404);
  });
});

const bundle = {
  platform: {
    extends: 'shipped',
    tenants: [
      {
        id: '7c9e6679-7425-40de-944b-e07fc1f90aaa',
        slug: 'probe',
        name: 'Probe GmbH',
        owner: 'ben.kontor@example.com',
      },
    ],
    installations: [{ app: 'hello-world', tenant: 'probe' }],
  },
  tenants: { probe: { entities: { customer: [guest] } } },
};

describe('imported fixtures', () => {
  it('are in force at once, and are what reset restores', async () => {
    expect((await control('PUT', 'fixtures', bundle)).status).toBe(204);
    expect(await erp('v1/customers', '7c9e6679-7425-40de-944b-e07fc1f90aaa')).toMatchObject({
      TotalItems: 1,
    });
    await emulator.tenants.delete('probe');
    await emulator.reset();
    expect(await erp('v1/customers', '7c9e6679-7425-40de-944b-e07fc1f90aaa')).toMatchObject({
      TotalItems: 1,
    });
    await control('PUT', 'fixtures', { platform: { extends: 'shipped' } });
    expect(emulator.tenants.list()).toHaveLength(4);
  });

  it('with problems change nothing and name them all', async () => {
    const faulty = structuredClone(bundle) as unknown as Record<string, Record<string, unknown>>;
    faulty['platform']!['extends'] = 'elsewhere';
    faulty['tenants'] = { probe: { entitys: {} } };
    const { status, body } = await control('PUT', 'fixtures', faulty);
    expect(status).toBe(400);
    expect((body['errors'] as { path: string }[]).map((one) => one.path)).toEqual(
      expect.arrayContaining(['platform: $.extends', 'tenants.probe: $.entitys']),
    );
    expect(emulator.tenants.list()).toHaveLength(4);
  });

  it('survive a restart in a state folder', async () => {
    const dataDir = join(await mkdtemp(join(tmpdir(), 'jtl-emulator-')), 'state');
    const first = await startEmulator({ dataDir });
    await control('PUT', 'fixtures', bundle, first.url);
    await first.close();
    const second = await startEmulator({ dataDir });
    expect(second.tenants.list().map((one) => one.slug)).toContain('probe');
    await second.reset();
    expect(await erp('v1/customers', '7c9e6679-7425-40de-944b-e07fc1f90aaa', second)).toMatchObject({
      TotalItems: 1,
    });
    await second.close();
    await rm(dataDir, { recursive: true });
  });
});

describe('state in a folder', () => {
  it('keeps keys, apps, installations and data over a restart, so that a cached token stays good', async () => {
    const dataDir = join(await mkdtemp(join(tmpdir(), 'jtl-emulator-')), 'state');
    const first = await startEmulator({ dataDir, publicUrl: 'http://emulator.example:5850' });
    const token = await first.tokens.access();
    await first.apps.install('uninvited', 'neuland');
    await first.tenants.seed('kaffee-kontor', { customer: [guest] });
    await first.close();
    const second = await startEmulator({ dataDir, publicUrl: 'http://emulator.example:5850' });
    const port = second.port;
    const response = await fetch(`http://127.0.0.1:${port}/erp/v1/customers`, {
      headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': kaffee },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ TotalItems: 6 });
    expect(second.apps.get('uninvited').appId).toBe('33333333-3333-4333-8333-333333333333');
    await second.close();
    await rm(dataDir, { recursive: true });
  });
});

describe('the Node API', () => {
  it('lists and deletes snapshots', async () => {
    await emulator.snapshot('one');
    expect(await emulator.snapshots.list()).toContainEqual(
      expect.objectContaining({ name: 'one', tenantId: null }),
    );
    await emulator.snapshots.delete('one');
    expect((await emulator.snapshots.list()).map(({ name }) => name)).not.toContain('one');
    await expect(emulator.snapshots.delete('one')).rejects.toThrow("no snapshot 'one'");
  });

  it('turns switches', () => {
    expect(emulator.switches.turn({ refuseHtml: true })).toMatchObject({ refuseHtml: true });
    expect(emulator.switches.positions).toMatchObject({ refuseHtml: true });
    expect(() => emulator.switches.turn({ profile: 'lax' as never })).toThrow('$.profile');
  });
});

describe('switches', () => {
  it('turn the check of scopes off and on', async () => {
    const reader = await emulator.tokens.access({ appId: 'stock-reader' });
    const customers = async () =>
      (
        await fetch(`${emulator.url}/erp/v1/customers`, {
          headers: {
            Authorization: `Bearer ${reader}`,
            'X-Tenant-ID': '7c9e6679-7425-40de-944b-e07fc1f90ae7',
          },
        })
      ).status;
    expect(await customers()).toBe(403);
    expect((await control('PUT', 'switches', { enforceScopes: false })).body).toMatchObject({
      enforceScopes: false,
    });
    expect(await customers()).toBe(200);
    await control('PUT', 'switches', { enforceScopes: true });
    expect(await customers()).toBe(403);
  });

  it('are back where the emulator was started with after a reset', async () => {
    const strict = await startEmulator({ profile: 'strict', noScopes: true });
    try {
      const started = (await control('GET', 'switches', undefined, strict.url)).body;
      expect(started).toMatchObject({ profile: 'strict', enforceScopes: false, refuseHtml: false });
      await control(
        'PUT',
        'switches',
        { profile: 'real', enforceScopes: true, refuseHtml: true },
        strict.url,
      );
      await strict.reset();
      expect((await control('GET', 'switches', undefined, strict.url)).body).toEqual(started);
    } finally {
      await strict.close();
    }
  });

  it('refuse what is none', async () => {
    expect((await control('PUT', 'switches', { gravity: false })).status).toBe(400);
  });
});

describe('a reset', () => {
  it('keeps snapshots and the contract report, which cover a whole run', async () => {
    emulator.contract.clear();
    await erp('v1/customers');
    await emulator.snapshot('kept');
    await emulator.reset();
    expect(emulator.contract.report().apps).toMatchObject([{ slug: 'hello-world', calls: 1 }]);
    await emulator.restore('kept');
  });

  it.each(['reset', 'close'] as const)(
    'or an end, here %s, recalls what is on its way to apps',
    async (how) => {
      const own = await startEmulator();
      const posts: string[] = [];
      const server = createServer((request, response) => {
        posts.push(request.url ?? '');
        response.writeHead(500).end();
        asked();
      });
      let asked: () => void = () => undefined;
      const first = new Promise<void>((resolve) => (asked = resolve));
      const port = await listen(server);
      try {
        const manifest = {
          technicalName: 'told',
          version: '1.0.0',
          lifecycle: { connectUrl: `http://127.0.0.1:${port}/connect` },
        };
        const { slug } = await own.apps.register({ manifest });
        await own.apps.install(slug, 'neuland');
        await first;
        const told: string[] = [];
        own.journal.subscribe(({ kind }) => told.push(kind));
        await own[how]();
        expect(posts).toEqual(['/connect']);
        expect(told).toEqual([]);
      } finally {
        await own.close();
        server.close();
      }
    },
  );
});

describe('many emulators in one process', () => {
  it('share neither data nor keys nor clocks', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => startEmulator()));
    expect(new Set(others.map((one) => one.url)).size).toBe(5);
    const [one, two] = others as [Emulator, Emulator];
    one.clock.advance(3600);
    await one.tenants.delete('neuland');
    expect([two.clock.state.offsetSeconds, two.tenants.list().length]).toEqual([0, 4]);
    const foreign = await fetch(`${two.url}/erp/v1/items`, {
      headers: { Authorization: `Bearer ${await one.tokens.access()}`, 'X-Tenant-ID': kaffee },
    });
    expect(foreign.status).toBe(401);
    await Promise.all(others.map((other) => other.close()));
  });
});
