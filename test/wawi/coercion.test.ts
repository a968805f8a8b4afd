import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';

let emulator: Emulator;
let authorization: string;

beforeAll(async () => {
  emulator = await startEmulator();
  authorization = `Bearer ${await emulator.tokens.access()}`;
});

afterAll(async () => {
  await emulator.close();
});

async function send(target: Emulator, method: string, path: string, body?: unknown) {
  const response = await fetch(`${target.url}/erp${path}`, {
    method,
    headers: {
      Authorization: authorization,
      'X-Tenant-ID': '7c9e6679-7425-40de-944b-e07fc1f90ae7',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

const category = [{ CategoryId: '1' }];

describe('version 1 converts scalars of another JSON type', () => {
  it.each([
    [
      'a numeric text to a decimal',
      { ItemPriceData: { SalesPriceNet: '10.5' } },
      { ItemPriceData: { SalesPriceNet: 10.5 } },
    ],
    ['a number to a text', { Name: 4711 }, { Name: '4711' }],
    ['"true" to a boolean', { PriceListActive: 'true' }, { PriceListActive: true }],
    ['"False" to a boolean', { PriceListActive: 'False' }, { PriceListActive: false }],
  ])('%s', async (_what, fields, expected) => {
    const created = await send(emulator, 'POST', '/v1/items', {
      Name: 'Text als Zahl',
      Categories: category,
      ...fields,
    });
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject(expected);
  });

  it('in bare lists too', async () => {
    const { json } = await send(emulator, 'POST', '/v1/items', { Name: 'Mit Liste', Categories: category });
    const lines = await send(emulator, 'POST', '/v1/salesOrders/2/lineitems', [
      { ItemId: String(json['Id']), Quantity: '2', SalesPriceNet: '10.5' },
    ]);
    expect(lines.status).toBe(201);
    expect(lines.json).toMatchObject([{ Quantity: 2, SalesPriceNet: 10.5 }]);
  });

  it('but refuses texts that are not numbers, and changes nothing', async () => {
    const refused = await send(emulator, 'POST', '/v1/items', {
      Name: 'Falsch',
      Categories: category,
      ItemPriceData: { SalesPriceNet: 'zehn' },
    });
    expect(refused.status).toBe(400);
    const found = await send(emulator, 'GET', '/v1/items?searchKeyWord=Falsch');
    expect(found.json['TotalItems']).toBe(0);
  });

  it('not in the strict profile', async () => {
    await using strict = await startEmulator({ profile: 'strict' });
    const refused = await send(strict, 'POST', '/v1/items', { Name: 4711, Categories: [{ CategoryId: 1 }] });
    expect([400, 401]).toContain(refused.status);
  });
});

it('version 2 converts nothing', async () => {
  const refused = await send(emulator, 'POST', '/v2/stocks', { quantity: '1' });
  expect(refused.status).toBe(400);
});

it.each([
  ['1', true],
  ['0', false],
])('a query boolean %s counts as %s', async (given, active) => {
  const { json } = await send(emulator, 'GET', `/v1/warehouses?isActive=${given}`);
  const named = await send(emulator, 'GET', `/v1/warehouses?isActive=${String(active)}`);
  expect(json).toEqual(named.json);
});
