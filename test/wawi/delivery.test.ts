import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile();

const orderKey = (id: number): string => packKey('VerkaufAuftragKey', id);
const warehouse = packKey('WarenlagerKey', 1);

interface Reserved {
  picklists: { picklistId: string }[];
  orderReservations: {
    salesOrderId: string;
    completelyReserved: boolean;
    reservations: { salesOrderPositionId: string; amount: number; warehouseId: string }[];
  }[];
}

interface Position {
  id: string;
  quantity: number;
  status: number;
  itemId: string;
  salesOrderLineItemId: string;
}

/** Reserves an order and says which pick list holds it. */
async function reserve(orderId: number): Promise<{ answer: Reserved; pickList: string }> {
  const { json, status } = await erp<Reserved>(
    'POST /delivery/reserve',
    {
      salesOrders: [{ salesOrderId: orderKey(orderId) }],
      deliverySources: [{ type: 0, id: 1, priority: 1 }],
      picklistReserveOptions: { picklistPerOrder: true },
    },
    'v2',
  );
  expect(status).toBe(200);
  return { answer: json, pickList: json.picklists[0]?.picklistId ?? '' };
}

async function positions(pickList: string): Promise<Position[]> {
  return (await erp<Position[]>(`GET /wms/${warehouse}/picklists/${pickList}`, undefined, 'v2')).json;
}

async function inPickLists(itemId: number): Promise<number> {
  const { json } = await erp<{ Items: { QuantityInPickingLists: number }[] }>(`GET /stocks?itemId=${itemId}`);
  return json.Items.reduce((sum, row) => sum + row.QuantityInPickingLists, 0);
}

async function quantityOf(itemId: number): Promise<number> {
  const { json } = await erp<{ Items: { QuantityTotal: number }[] }>(`GET /stocks?itemId=${itemId}`);
  return json.Items.reduce((sum, row) => sum + row.QuantityTotal, 0);
}

function deliver(pickList: string, more: object = {}) {
  return erp<{ newDeliveryNotes: number[]; processedPicklists: number[]; deliveredOrders: number[] }>(
    'POST /delivery/deliver',
    { picklistIds: [pickList], deliveryPackage: [], isPartialDelivery: false, ...more },
    'v2',
  );
}

describe('reserving', () => {
  it('holds stock back for an order, once, and gives it back when cancelled', async () => {
    const { answer, pickList } = await reserve(2);
    expect(answer.orderReservations).toMatchObject([
      {
        salesOrderId: orderKey(2),
        completelyReserved: true,
        reservations: [{ amount: 10, warehouseId: warehouse }],
      },
    ]);
    expect(await inPickLists(6)).toBe(10);
    const again = await reserve(2);
    expect(again.answer.picklists).toEqual([]);
    const listed = await erp<{ items: { picklistId: string; orders: { salesOrderId: string }[] }[] }>(
      'GET /delivery/reservations',
      undefined,
      'v2',
    );
    expect(listed.json.items.find((one) => one.picklistId === pickList)?.orders).toMatchObject([
      { salesOrderId: orderKey(2) },
    ]);
    const cancelled = await erp('POST /delivery/cancel-reservation', { picklistIds: [pickList] }, 'v2');
    expect(cancelled.status).toBe(204);
    expect(await inPickLists(6)).toBe(0);
    expect((await erp('POST /delivery/cancel-reservation', { picklistIds: [pickList] }, 'v2')).status).toBe(
      400,
    );
  });

  it('takes what is there and says that an order is not complete', async () => {
    const line = await erp<{ Id: number }[]>('POST /salesOrders/3/lineitems', [{ ItemId: 8, Quantity: 9 }]);
    expect(line.status).toBe(201);
    const { answer, pickList } = await reserve(3);
    expect(answer.orderReservations[0]?.completelyReserved).toBe(false);
    expect(await inPickLists(8)).toBe(4);
    const refused = await deliver(pickList);
    expect(refused.status).toBe(422);
    expect(refused.reason).toContain('isPartialDelivery');
    expect(await quantityOf(8)).toBe(4);
    await erp('POST /delivery/cancel-reservation', { picklistIds: [pickList] }, 'v2');
  });

  it('moves to other sources on request', async () => {
    await erp('POST /stocks', { ItemId: 10, WarehouseId: 2, StorageLocationId: 2, Quantity: 3 });
    const { answer } = await reserve(5);
    const lineId = answer.orderReservations[0]?.reservations[0]?.salesOrderPositionId;
    const moved = await erp<{ salesOrderPositions: { reservations: { warehouseId: string }[] }[] }>(
      'POST /delivery/reassign',
      {
        deliverySources: [{ type: 0, id: 2, priority: 1 }],
        salesOrderPositions: [{ salesOrderPositionId: lineId, amount: 1 }],
        picklistReserveOptions: { picklistPerOrder: false },
      },
      'v2',
    );
    expect(moved.json.salesOrderPositions).toMatchObject([
      {
        salesOrderPositionId: lineId,
        reservations: [{ amount: 1, warehouseId: packKey('WarenlagerKey', 2) }],
      },
    ]);
    expect(await inPickLists(10)).toBe(1);
  });

  it.each([
    ['a cancelled order', orderKey(8), 422],
    ['an order that is not there', orderKey(999), 400],
  ])('refuses %s', async (_what, salesOrderId, status) => {
    const refused = await erp(
      'POST /delivery/reserve',
      {
        salesOrders: [{ salesOrderId }],
        deliverySources: [],
        picklistReserveOptions: { picklistPerOrder: true },
      },
      'v2',
    );
    expect(refused.status).toBe(status);
  });
});

describe('delivering', () => {
  it('books goods out, writes a note with a parcel and completes the order, in every version', async () => {
    const before = await quantityOf(1);
    const { pickList } = await reserve(1);
    const answer = await deliver(pickList, {
      deliveryPackage: [
        {
          salesOrderId: orderKey(1),
          shippingMethodId: packKey('VersandartKey', 1),
          weight: 1.2,
          trackingId: 'JJD0001',
        },
      ],
      deliverOptions: { isSetDispatch: true },
    });
    expect(answer.status).toBe(200);
    expect(answer.json.deliveredOrders).toEqual([1]);
    const [noteId = 0] = answer.json.newDeliveryNotes;
    expect(await quantityOf(1)).toBe(before - 2);
    expect(await inPickLists(1)).toBe(0);

    const note = await erp<{
      Number: string;
      Packages: { Id: number; TrackingID: string; TrackingUrl: string }[];
    }>(`GET /deliveryNotes/${noteId}`);
    expect(note.json.Packages).toMatchObject([{ TrackingID: 'JJD0001', Weights: 1.2, ShippingMethodId: 1 }]);
    expect(note.json.Packages[0]?.TrackingUrl).toContain('JJD0001');
    const v2 = await erp<Record<string, unknown>>(
      `GET /delivery-notes/${packKey('LieferscheinKey', noteId)}`,
      undefined,
      'v2',
    );
    expect(v2.json).toMatchObject({ number: note.json.Number, packages: [{ trackingID: 'JJD0001' }] });

    const order = await erp<{ SalesOrderShippingDetail: Record<string, unknown> }>('GET /salesOrders/1');
    expect(order.json.SalesOrderShippingDetail['DeliveryCompleteStatus']).toBe(1);
    const lines = await erp<{ ItemId: number; QuantityDelivered: number }[]>('GET /salesOrders/1/lineitems');
    expect(lines.json.map((line) => line.QuantityDelivered)).toEqual([2, 1]);
    expect((await deliver(pickList)).status).toBe(409);
    for (const filter of ['salesOrderNumber=AU20260001', 'salesOrderNumberId=1', 'customerId=1']) {
      const found = await erp<{ Items: { Id: number }[] }>(`GET /deliveryNotes?${filter}`);
      expect(found.json.Items.map((one) => one.Id)).toEqual([noteId]);
    }
  });

  it('takes parcels of a note one after another, and changes to them', async () => {
    const added = await erp<{ Id: number }[]>('POST /deliveryNotes/1/packages', [
      { TrackingID: 'P-1', Comment: 'links' },
      { TrackingID: 'P-2', ShippedDate: '2026-03-03T10:00:00Z' },
    ]);
    expect(added.status).toBe(201);
    const [first] = added.json;
    const changed = await erp(`PATCH /deliveryNotes/packages/${first?.Id ?? 0}`, { TrackingID: 'P-1b' });
    expect(changed.status).toBe(201);
    expect(changed.json).toMatchObject({ TrackingID: 'P-1b', Comment: 'links' });
    const listed = await erp<{ TrackingID: string }[]>('GET /deliveryNotes/1/packages');
    expect(listed.json.map((one) => one.TrackingID)).toEqual(['JJD0001', 'P-1b', 'P-2']);
    expect((await erp('PATCH /deliveryNotes/packages/999', { TrackingID: 'x' })).status).toBe(404);
    const key = packKey('VersandKey', first?.Id ?? 0);
    const ofNote = (id: number) => `PATCH /delivery-notes/${packKey('LieferscheinKey', id)}/packages/${key}`;
    expect(await erp(ofNote(1), { trackingID: 'P-1b', comment: 'rechts' }, 'v2')).toMatchObject({
      status: 200,
      json: { trackingID: 'P-1b', comment: 'rechts' },
    });
    expect((await erp(ofNote(999), { trackingID: 'x' }, 'v2')).status).toBe(404);
  });

  it('weighs, ships and labels packages, and says what is in them', async () => {
    const id = packKey('VersandKey', 1);
    expect((await erp('PATCH /package/change', { packageId: id, weight: 2.5 }, 'v2')).status).toBe(200);
    expect((await erp('PATCH /packages/JJD0001/weight', { weight: 2.6 }, 'v2')).status).toBe(200);
    const weighed = await erp('POST /shipment/wms/shipping-line/packages/JJD0001/package-weight', 2.75, 'v2');
    expect(weighed.status).toBe(201);
    const shipped = await erp('POST /package/deliver', { packageId: '1', trackingCode: 'JJD0002' }, 'v2');
    expect(shipped.status).toBe(200);
    const data = await erp<Record<string, unknown>>(`GET /package/query-order-data/${id}`, undefined, 'v2');
    expect(data.json).toMatchObject({
      totalWeight: 2.75,
      orderId: orderKey(1),
      companyAddress: { name: 'Kaffee-Kontor Lübeck e.K.', iso: 'DE' },
      shippingAddress: { lastName: 'Grünwald', city: 'Lübeck', customsDocumentsRequired: false },
      content: [
        { number: 'KK-1001', amount: 2 },
        { number: 'KK-3002', amount: 1 },
      ],
    });
    const label = await erp('GET /shipment/label/JJD0002', undefined, 'v2');
    expect(label.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(label.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect((await erp('GET /shipment/label/none', undefined, 'v2')).status).toBe(404);
  });
});

describe('pick lists', () => {
  it('are made from a template, picked position by position, and freed again', async () => {
    const created = await erp<{ id: string; status: number; pickListTemplateName: string }>(
      `POST /wms/${warehouse}/picklists`,
      { pickListTemplateId: packKey('PicklisteVorlageKey', 2) },
      'v2',
    );
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({ status: 10, pickListTemplateName: 'Einzelauftrag' });
    const list = created.json.id;
    const [first] = await positions(list);
    const path = `/wms/${warehouse}/picklists/${list}/positions`;
    const half = await erp<Position>(`PATCH ${path}/${first?.id ?? ''}/pick-position`, { quantity: 1 }, 'v2');
    expect(half.status).toBe(200);
    expect(half.json).toMatchObject({ quantity: 1, status: 20 });
    const rest = (await positions(list)).filter((one) => one.status === 10);
    const tooMuch = await erp(`PATCH ${path}/${rest[0]?.id ?? ''}/pick-position`, { quantity: 99 }, 'v2');
    expect(tooMuch.status).toBe(400);
    for (const position of rest)
      expect((await erp(`DELETE ${path}/${position.id}`, undefined, 'v2')).status).toBe(204);
    expect(await positions(list)).toHaveLength(1);
    const lists = await erp<{ Items: { Id: number; Status: number }[] }>('GET /wms/1/picklists');
    expect(lists.json.Items.at(-1)?.Status).toBe(20);
    expect(
      (await erp(`GET /wms/${packKey('WarenlagerKey', 2)}/picklists/${list}`, undefined, 'v2')).status,
    ).toBe(404);
  });

  it('change where a position is fetched from', async () => {
    await erp('POST /stocks', { ItemId: 5, WarehouseId: 2, StorageLocationId: 2, Quantity: 1 });
    await erp('POST /stocks', { ItemId: 5, WarehouseId: 2, StorageLocationId: 3, Quantity: 5 });
    const bins = packKey('WarenlagerKey', 2);
    const { json } = await erp<Reserved>(
      'POST /delivery/reserve',
      {
        salesOrders: [{ salesOrderId: orderKey(6) }],
        deliverySources: [{ type: 0, id: 2, priority: 1 }],
        picklistReserveOptions: { picklistPerOrder: true },
      },
      'v2',
    );
    const list = json.picklists[0]?.picklistId ?? '';
    const read = () => erp<Position[]>(`GET /wms/${bins}/picklists/${list}`, undefined, 'v2');
    const [position] = (await read()).json;
    const path = `PATCH /wms/${bins}/picklists/${list}/positions/${position?.id ?? ''}/change-reservation`;
    const moved = await erp<{ error: number }>(
      path,
      { storageLocationList: [packKey('WarenLagerPlatzKey', 3)] },
      'v2',
    );
    expect(moved.json).toMatchObject({
      error: 0,
      updatedPositions: [{ storageLocationId: packKey('WarenLagerPlatzKey', 3), quantity: 1 }],
    });
    expect((await read()).json).toHaveLength(1);
    expect((await erp(path, { storageLocationList: [] }, 'v2')).status).toBe(404);
  });
});
