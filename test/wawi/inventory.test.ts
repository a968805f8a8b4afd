import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile();

const v2 = <T = Record<string, unknown>>(operation: string, body?: unknown) => erp<T>(operation, body, 'v2');
const item = (id: number): string => packKey('ArtikelKey', id);
const warehouse = (id: number): string => packKey('WarenlagerKey', id);

interface Summary {
  quantityTotal: number;
  quantityAvailable: number;
}

async function stockOf(itemId: number, warehouseId: number): Promise<Summary> {
  return (await v2<Summary>(`GET /warehouses/${warehouse(warehouseId)}/items/${item(itemId)}/stocks`)).json;
}

describe('inventory counts', () => {
  interface Count {
    id: string;
    quantity: number;
    expectedQuantity: number;
  }
  const counts = `/warehouses/${warehouse(1)}/inventory-counts`;

  it('add up until they are booked, and then are the stock', async () => {
    const first = await v2<Count>(`POST ${counts}`, { itemId: item(2), quantity: 30 });
    expect(first).toMatchObject({ status: 201, json: { quantity: 30, expectedQuantity: 40 } });
    const second = await v2<Count>(`POST ${counts}`, { itemId: item(2), quantity: 5 });
    expect(second.json).toMatchObject({ id: first.json.id, quantity: 35 });
    const path = `/inventory-counts/${first.json.id}`;
    expect((await v2<Count>(`PATCH ${path}`, { quantity: 36 })).json.quantity).toBe(36);
    expect((await v2(`PATCH ${path}`, { quantity: -1 })).status).toBe(400);
    expect((await stockOf(2, 1)).quantityTotal).toBe(40);
    const finished = await v2(`POST ${counts}/finish`);
    expect(finished.json).toMatchObject({
      bookedCounts: 1,
      stockChanges: [{ itemId: item(2), quantity: -4, comment: 'Inventur' }],
    });
    expect((await stockOf(2, 1)).quantityTotal).toBe(36);
    expect((await v2(`GET ${path}`)).status).toBe(404);
  });

  it('can be removed without booking, and can empty stock that was not counted', async () => {
    const count = await v2<Count>(`POST ${counts}`, { itemId: item(3), quantity: 1 });
    expect((await v2(`DELETE /inventory-counts/${count.json.id}`)).status).toBe(204);
    await v2(`POST ${counts}/finish`);
    expect((await stockOf(3, 1)).quantityTotal).toBe(25);
    const location = packKey('WarenLagerPlatzKey', 4);
    await erp('POST /stocks', { ItemId: 4, WarehouseId: 2, StorageLocationId: 4, Quantity: 6 });
    const inBins = `/warehouses/${warehouse(2)}/inventory-counts`;
    await v2(`POST ${inBins}`, { itemId: item(1), quantity: 2, storageLocationId: location });
    await v2(`POST ${inBins}/finish`, { setUncountedToZero: true });
    expect((await stockOf(4, 2)).quantityTotal).toBe(0);
    expect((await stockOf(1, 2)).quantityTotal).toBe(2);
  });
});

describe('stock transfers', () => {
  interface Transfer {
    id: string;
    status: number;
    lineItems: { id: string; receivedQuantity: number; writtenOffQuantity: number }[];
  }

  async function transfer(quantity: number): Promise<Transfer> {
    const { json, status } = await v2<Transfer>('POST /stock-transfers', {
      sourceWarehouseId: warehouse(1),
      targetWarehouseId: warehouse(2),
      lineItems: [{ itemId: item(9), quantity }],
    });
    expect(status).toBe(201);
    return json;
  }

  async function allowed(id: string): Promise<string[]> {
    const { json } = await v2<{ action: string; isAllowed: boolean }[]>(
      `GET /stock-transfers/${id}/allowed-actions`,
    );
    return json.filter((one) => one.isAllowed).map((one) => one.action);
  }

  it('move goods over transit, and lose what is written off', async () => {
    const { id, lineItems } = await transfer(10);
    const line = lineItems[0]?.id ?? '';
    expect(await allowed(id)).toEqual([
      'UPDATE',
      'CREATE_LINE_ITEM',
      'UPDATE_LINE_ITEM',
      'DELETE_LINE_ITEM',
      'TO_TRANSIT',
      'CANCEL',
    ]);
    const changed = await v2(`PATCH /stock-transfers/${id}/line-items/${line}`, { quantity: 12 });
    expect(changed.json).toMatchObject({ quantity: 12, shippedQuantity: 0 });
    const before = await stockOf(9, 1);
    expect((await v2<Transfer>(`POST /stock-transfers/${id}/to-transit`)).json.status).toBe(1);
    expect((await stockOf(9, 1)).quantityTotal).toBe(before.quantityTotal - 12);
    expect((await stockOf(9, 2)).quantityTotal).toBe(0);
    expect(await allowed(id)).toEqual(['UPDATE', 'FROM_TRANSIT', 'WRITE_OFF_TRANSIT']);
    expect((await v2(`POST /stock-transfers/${id}/cancel`)).status).toBe(409);

    const receive = (quantity: number) =>
      v2<Transfer>(`POST /stock-transfers/${id}/from-transit`, {
        lineItems: [{ stockTransferLineItemId: line, quantity }],
      });
    expect((await receive(13)).status).toBe(400);
    expect((await receive(7)).json).toMatchObject({ status: 1, lineItems: [{ receivedQuantity: 7 }] });
    expect((await receive(4)).json).toMatchObject({ status: 1, lineItems: [{ receivedQuantity: 11 }] });
    const done = await v2<Transfer>(`POST /stock-transfers/${id}/write-off-transit`);
    expect(done.json).toMatchObject({
      status: 2,
      lineItems: [{ receivedQuantity: 11, writtenOffQuantity: 1 }],
    });
    expect((await stockOf(9, 2)).quantityTotal).toBe(11);
    expect(await allowed(id)).toEqual([]);
  });

  it('are refused when the goods are not there, and leave everything as it was', async () => {
    const { id } = await transfer(5000);
    const before = await stockOf(9, 1);
    const refused = await v2(`POST /stock-transfers/${id}/to-transit`);
    expect(refused.status).toBe(422);
    expect(await stockOf(9, 1)).toEqual(before);
    expect((await v2(`POST /stock-transfers/${id}/cancel`)).status).toBe(204);
    expect((await v2(`GET /stock-transfers/${id}`)).status).toBe(404);
    const same = { sourceWarehouseId: warehouse(1), targetWarehouseId: warehouse(1), lineItems: [] };
    expect((await v2('POST /stock-transfers', same)).status).toBe(400);
  });

  it('are listed by date and sorted by several fields', async () => {
    await transfer(1);
    await transfer(2);
    const list = async (query: string) =>
      (await v2<{ items: { number: string }[] }>(`GET /stock-transfers?${query}`)).json.items.map(
        (one) => one.number,
      );
    const numbers = await list('sortBy=status,number&sortDescending=true');
    expect(numbers).toHaveLength(3);
    expect(await list('sortBy=number')).toEqual([...numbers].sort());
    expect(await list('createdAtAfter=2999-01-01')).toEqual([]);
    expect((await v2('GET /stock-transfers?sortBy=colour')).status).toBe(400);
  });
});

describe('purchase orders', () => {
  interface PurchaseOrder {
    id: string;
    number: string;
    status: number;
    lineItems: { id: string; quantity: number; netPurchasePriceAmount: number; name: string }[];
  }

  it('live from creation over changes of head and lines to their end', async () => {
    const supplier = await v2<{ id: string }>('POST /suppliers', {
      companyName: 'Rohkaffee Nord',
      currencyIso: 'EUR',
      languageIso: 'DE',
    });
    const created = await v2<PurchaseOrder>('POST /purchase-orders', {
      supplierId: supplier.json.id,
      requestedDeliveryDate: '2026-04-01T00:00:00Z',
      items: [{ itemId: item(1), quantity: 50, supplierItemNumber: 'RN-1', vatRatePercentage: 7 }],
    });
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({
      isDropshipping: false,
      isConfirmed: false,
      status: 0,
      requestedDeliveryDate: '2026-04-01T00:00:00.000Z',
      supplierName: 'Rohkaffee Nord',
      lineItems: [
        {
          name: 'Hausmischung 250 g',
          quantity: 50,
          netPurchasePriceAmount: 3.1,
          supplierItemNumber: 'RN-1',
          taxRate: 7,
        },
      ],
    });
    const path = `/purchase-orders/${created.json.id}`;
    expect((await v2(`GET ${path}`)).json).toEqual(created.json);
    const line = { itemId: item(2), quantity: 5 };
    expect((await v2(`POST ${path}/line-items`, line)).json).toMatchObject({
      errorMessage: 'The item 2 (KK-1002) is not assigned to the supplier 1.',
    });
    const suppliers = [{ supplierId: supplier.json.id }];
    expect((await v2(`PATCH /items/${item(2)}/suppliers`, { suppliers })).status).toBeLessThan(300);
    const added = await v2<PurchaseOrder>(`POST ${path}/line-items`, line);
    expect(added).toMatchObject({ status: 201, json: { lineItems: [{}, { quantity: 5 }] } });
    const [first, second] = added.json.lineItems;
    const changed = await v2<PurchaseOrder>(`PATCH ${path}/line-items/${first?.id ?? ''}`, {
      confirmedQuantity: 48,
      isLineItemConfirmed: true,
    });
    expect(changed.json.lineItems[0]).toMatchObject({ quantity: 50, confirmedQuantity: 48 });
    expect((await v2(`DELETE ${path}/line-items/${second?.id ?? ''}`)).status).toBe(200);
    expect((await v2(`DELETE ${path}/line-items/${first?.id ?? ''}`)).status).toBe(409);
    expect((await v2<PurchaseOrder>(`PATCH ${path}`, { status: 500 })).json.status).toBe(500);
    expect((await v2(`POST ${path}/line-items`, { itemId: item(2), quantity: 5 })).status).toBe(409);
    const found = await v2<{ items: PurchaseOrder[] }>(
      `GET /purchase-orders?supplierId=${supplier.json.id}&status=500`,
    );
    expect(found.json.items.map((one) => one.number)).toEqual([created.json.number]);
  });
});

describe('shipping a packed order', () => {
  it('writes one note with the packages as packed, and uses up the cartons', async () => {
    const order = packKey('VerkaufAuftragKey', 4);
    const reserved = await v2<{ picklists: { picklistId: string }[] }>('POST /delivery/reserve', {
      salesOrders: [{ salesOrderId: order }],
      deliverySources: [{ type: 0, id: 1, priority: 1 }],
      picklistReserveOptions: { picklistPerOrder: true },
    });
    const list = reserved.json.picklists[0]?.picklistId ?? '';
    const lines = await v2<{ id: string; quantity: number }[]>(`GET /wms/${warehouse(1)}/picklists/${list}`);
    const [one, two] = lines.json;
    const ship = (positions: object[][], more = {}) =>
      v2<{ deliveryNoteId: string; packageIds: string[] }>('POST /wms/shipments/ship-order', {
        orderId: order,
        picklistId: list,
        warehouseId: warehouse(1),
        packages: positions.map((packed, n) => ({
          positions: packed,
          trackingId: `T${n}`,
          packagingMaterials: [{ itemId: item(10), quantity: 1 }],
        })),
        ...more,
      });
    const incomplete = await ship([[{ picklistPositionId: one?.id, quantity: 3 }]]);
    expect(incomplete.status).toBe(422);
    const before = await stockOf(10, 1);
    const shipped = await ship([
      [{ picklistPositionId: one?.id, quantity: 3 }],
      [{ picklistPositionId: two?.id, quantity: 3 }],
    ]);
    expect(shipped.status).toBe(201);
    expect(shipped.json.packageIds).toHaveLength(2);
    expect((await stockOf(10, 1)).quantityTotal).toBe(before.quantityTotal - 2);
    const items = await v2<{ sKU: string; quantity: number }[]>(
      `GET /delivery-notes/${shipped.json.deliveryNoteId}/line-items`,
    );
    expect(items.json.map(({ sKU, quantity }) => [sKU, quantity])).toEqual([
      ['KK-1003', 3],
      ['KK-1004', 3],
    ]);
    const state = await erp<{ SalesOrderShippingDetail: Record<string, unknown> }>('GET /salesOrders/4');
    expect(state.json.SalesOrderShippingDetail['DeliveryCompleteStatus']).toBe(1);
    expect((await ship([[{ picklistPositionId: one?.id, quantity: 1 }]])).status).toBe(409);
  });

  it('takes a date and a tracking number, and ships a package again only with overwrite', async () => {
    const { json } = await v2<{ items: { id: string }[] }>('GET /delivery-notes');
    const note = json.items[0]?.id ?? '';
    const added = await v2<{ id: string }[]>(`POST /delivery-notes/${note}/packages`, [
      { trackingID: 'T-1' },
    ]);
    const ship = (body: object) => v2(`POST /packages/${added.json[0]?.id ?? ''}/ship`, body);
    const sent = { shippingDate: '2026-08-09T00:00:00Z', trackingNumber: 'T-2' };
    const shown = { shippedDate: '2026-08-09T00:00:00.000Z', trackingID: 'T-2' };
    expect(await ship(sent)).toMatchObject({ status: 200, json: shown });
    expect((await ship({})).status).toBe(409);
    const again = { trackingNumber: 'T-3', overwrite: true };
    expect(await ship(again)).toMatchObject({ status: 200, json: { trackingID: 'T-3' } });
  });
});
