import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile();

interface Stock {
  StorageLocationId: number;
  QuantityTotal: number;
  QuantityInPickingLists: number;
  QuantityLockedForShipment: number;
  BatchNumber?: string;
  ShelfLifeExpirationDate?: string;
}

interface Page<T> {
  TotalItems: number;
  Items: T[];
}

async function newItem(options: Record<string, unknown> = {}): Promise<number> {
  const { AllowNegativeStock, ...storage } = options;
  const { json, status } = await erp<{ Id: number }>('POST /items', {
    Name: 'Lagerprobe',
    Categories: [{ CategoryId: 1 }],
    ...(AllowNegativeStock === undefined ? {} : { AllowNegativeStock }),
    StorageOptions: { InventoryManagementActive: true, ...storage },
  });
  expect(status).toBe(201);
  return json.Id;
}

async function stockOf(itemId: number): Promise<Stock[]> {
  return (await erp<Page<Stock>>(`GET /stocks?itemId=${itemId}`)).json.Items;
}

describe('stock bookings', () => {
  it('treat null in an optional field like an absent field', async () => {
    const itemId = await newItem();
    const book = (more: object) =>
      erp<Stock>('POST /stocks', { ItemId: itemId, WarehouseId: 1, Quantity: 10, ...more });
    await book({});
    const nothing = { StorageLocationId: null, BatchNumber: null, SerialNumbers: null, Comment: null };
    const { status, json } = await book({ ...nothing, PurchasePriceNet: null });
    expect([status, json.QuantityTotal]).toEqual([201, 20]);
    expect(await stockOf(itemId)).toHaveLength(1);
  });

  it('add up, are remembered one by one, and show in both versions', async () => {
    const itemId = await newItem();
    for (const Quantity of [10, 2.5, -4]) {
      const booked = await erp('POST /stocks', {
        ItemId: itemId,
        WarehouseId: 1,
        Quantity,
        Comment: 'Probe',
      });
      expect(booked.status).toBe(201);
    }
    expect(await stockOf(itemId)).toMatchObject([{ QuantityTotal: 8.5, StorageLocationId: 1 }]);
    const changes = await erp<Page<{ Quantity: number; Comment: string }>>(
      `GET /stocks/changes?itemId=${itemId}`,
    );
    expect(changes.json.Items.map((change) => change.Quantity)).toEqual([10, 2.5, -4]);
    const v2 = await erp<{ items: Record<string, unknown>[] }>(
      `GET /stocks?itemId=${packKey('ArtikelKey', itemId)}`,
      undefined,
      'v2',
    );
    expect(v2.json.items).toMatchObject([
      { itemId: packKey('ArtikelKey', itemId), quantityTotal: 8.5, batchNumber: null },
    ]);
  });

  it('tells only the changes since a date', async () => {
    const itemId = await newItem();
    await erp('POST /stocks', { ItemId: itemId, WarehouseId: 1, Quantity: 1 });
    const path = `GET /stocks/changes?itemId=${itemId}&startDate=`;
    expect((await erp<Page<unknown>>(`${path}2026-01-01`)).json.TotalItems).toBe(1);
    expect((await erp<Page<unknown>>(`${path}2999-01-01`)).json.TotalItems).toBe(0);
  });

  it('keep batches and best-before dates apart, and let go first what expires first', async () => {
    const itemId = await newItem({ SubjectToBatchItem: true, SubjectToShelfLifeExpirationDate: true });
    const book = (batch: string, date: string) =>
      erp('POST /stocks', {
        ItemId: itemId,
        WarehouseId: 1,
        Quantity: 5,
        BatchNumber: batch,
        ShelfLifeExpirationDate: date,
      });
    await book('LATE', '2027-12-01');
    await book('SOON', '2027-01-01');
    expect(await stockOf(itemId)).toHaveLength(2);
    const out = await erp('POST /stocks', { ItemId: itemId, WarehouseId: 1, Quantity: -7 });
    expect(out.status).toBe(201);
    expect(await stockOf(itemId)).toMatchObject([{ BatchNumber: 'LATE', QuantityTotal: 3 }]);
  });

  it('names every missing detail of goods that are kept in batches and expire', async () => {
    const itemId = await newItem({ SubjectToBatchItem: true, SubjectToShelfLifeExpirationDate: true });
    const refused = await erp('POST /stocks', { ItemId: itemId, WarehouseId: 1, Quantity: 5 });
    expect(refused.status).toBe(400);
    expect(Object.keys(refused.json['ValidationErrors'] as object)).toEqual([
      'BatchNumber',
      'ShelfLifeExpirationDate',
    ]);
  });

  it('follow serial numbers piece by piece', async () => {
    const itemId = await newItem({ SerialNumberItem: true });
    const book = (Quantity: number, SerialNumbers?: string[]) =>
      erp('POST /stocks', {
        ItemId: itemId,
        WarehouseId: 1,
        Quantity,
        ...(SerialNumbers ? { SerialNumbers } : {}),
      });
    expect((await book(3, ['A1', 'A2'])).status).toBe(400);
    expect((await book(3, ['A1', 'A2', 'A3'])).status).toBe(201);
    expect((await book(1, ['A2'])).status).toBe(409);
    expect((await book(-1, ['ZZ'])).status).toBe(400);
    expect((await book(-1, ['A2'])).status).toBe(201);
    const inStock = await erp<Page<{ SerialNumbers: string[] }>>(
      `GET /stocks/serialnumbers?itemId=${itemId}`,
    );
    expect(inStock.json.Items).toMatchObject([{ WarehouseId: 1, SerialNumbers: ['A1', 'A3'] }]);
  });

  it('never leave less than nothing, unless the item allows it', async () => {
    const strict = await newItem();
    const refused = await erp('POST /stocks', { ItemId: strict, WarehouseId: 1, Quantity: -1 });
    expect(refused.status).toBe(422);
    expect(refused.reason).toContain('allows no negative stock');
    expect(await stockOf(strict)).toEqual([]);
    const lax = await newItem({ AllowNegativeStock: true });
    expect((await erp('POST /stocks', { ItemId: lax, WarehouseId: 1, Quantity: -1 })).status).toBe(201);
    expect(await stockOf(lax)).toMatchObject([{ QuantityTotal: -1 }]);
  });

  it.each([
    ['an unknown item', { ItemId: 9999, WarehouseId: 1, Quantity: 1 }, 400, 'ItemId'],
    ['an unknown warehouse', { ItemId: 1, WarehouseId: 99, Quantity: 1 }, 400, 'WarehouseId'],
    [
      'a location of another warehouse',
      { ItemId: 1, WarehouseId: 1, StorageLocationId: 2, Quantity: 1 },
      400,
      'StorageLocationId',
    ],
    ['nothing', { ItemId: 1, WarehouseId: 1, Quantity: 0 }, 400, 'Quantity'],
  ])('refuse %s', async (_what, body, status, field) => {
    const refused = await erp('POST /stocks', body);
    expect(refused.status).toBe(status);
    expect(Object.keys(refused.json['ValidationErrors'] as object)).toEqual([field]);
  });

  it('sum up to the stock, for any bookings in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ quantity: fc.integer({ min: -20, max: 30 }), location: fc.constantFrom(2, 3, 4) }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        async (bookings) => {
          const itemId = await newItem();
          let accepted = 0;
          for (const { quantity, location } of bookings) {
            const answer = await erp('POST /stocks', {
              ItemId: itemId,
              WarehouseId: 2,
              StorageLocationId: location,
              Quantity: quantity,
            });
            if (answer.status === 201) accepted += quantity;
          }
          const rows = await stockOf(itemId);
          const changes = await erp<Page<{ Quantity: number }>>(
            `GET /stocks/changes?itemId=${itemId}&pageSize=1000`,
          );
          const total = rows.reduce((sum, row) => sum + row.QuantityTotal, 0);
          expect(total).toBe(accepted);
          expect(changes.json.Items.reduce((sum, change) => sum + change.Quantity, 0)).toBe(accepted);
          expect(rows.every((row) => row.QuantityTotal > 0)).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('warehouses', () => {
  it('have storage locations of fixed types, some of them locked', async () => {
    const warehouses = await erp<Page<{ Id: number; Name: string }>>('GET /warehouses?isActive=true');
    expect(warehouses.json.Items.map((one) => one.Name)).toEqual(['Standardlager', 'WMS-Lager']);
    const locations = await erp<Page<{ Name: string; LockForShipment: boolean }>>(
      'GET /warehouses/2/storagelocations',
    );
    expect(locations.json.Items.filter((one) => one.LockForShipment).map((one) => one.Name)).toEqual([
      'WE-01',
      'RET-01',
    ]);
    const types = await erp<{ Id: string }[]>('GET /warehouses/storagelocationtypes');
    const named = await erp<Page<{ StorageLocationType: { Id: string } }>>(
      'GET /warehouses/2/storagelocations',
    );
    const known = types.json.map((type) => type.Id);
    expect(named.json.Items.every((one) => known.includes(one.StorageLocationType.Id))).toBe(true);
    expect((await erp('GET /warehouses/99/storagelocations')).status).toBe(404);
  });

  it('count goods on locked locations as locked', async () => {
    const itemId = await newItem();
    await erp('POST /stocks', { ItemId: itemId, WarehouseId: 2, StorageLocationId: 5, Quantity: 4 });
    expect(await stockOf(itemId)).toMatchObject([
      { QuantityTotal: 4, QuantityLockedForShipment: 4, QuantityLockedForAvailability: 4 },
    ]);
  });
});
