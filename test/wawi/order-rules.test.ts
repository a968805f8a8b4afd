import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { documentsOf } from './sales-documents.ts';
import { shopOfFile, type Reply } from './sales-client.ts';

const shop = shopOfFile();
const documents = documentsOf((...call) => shop.erp(...call));

interface Line {
  Id: number;
  Quantity: number;
  SalesPriceNet: number;
}

const itemKey = (id: number): string => packKey('ArtikelKey', id);

async function newItem(fields: object): Promise<{ Id: number }> {
  const created = await shop.erp<{ Id: number }>('POST /items', {
    Categories: [{ CategoryId: 1 }],
    ...fields,
  });
  expect(created.status).toBe(201);
  return created.json;
}

const linesOf = async (orderId: number): Promise<Line[]> =>
  (await shop.erp<Line[]>(`GET /salesOrders/${orderId}/lineitems`)).json;

async function graphql(query: string, request: object): Promise<Reply<{ errors?: object[] }>> {
  return shop.erp('POST /graphql', { query, variables: { request } }, 'v2');
}

const updateOrder = `mutation($request: UpdateSalesOrderCommandRequestInput!) {
  UpdateSalesOrder(request: $request) { salesOrderId }
}`;

describe('a line that breaks a rule is refused by all APIs, and the order stays as it is', () => {
  it.each<[rule: string, line: { ItemId?: number; Quantity: number; Discount?: number }, reason: RegExp]>([
    ['a quantity of 0', { ItemId: 8, Quantity: 0 }, /quantity 0 .* must be above 0/],
    ['a quantity below 0', { ItemId: 8, Quantity: -1 }, /quantity -1 .* must be above 0/],
    ['a part of an indivisible item', { ItemId: 8, Quantity: 1.5 }, /1\.5 is not whole/],
    ['a discount above 100 per cent', { ItemId: 8, Quantity: 1, Discount: 100.01 }, /100\.01 is above 100/],
    ['neither item nor name', { Quantity: 1, Discount: 5 }, /names no item and has no name/],
  ])('%s', async (_rule, line, reason) => {
    const order = await documents.newOrder();
    const before = await linesOf(order.id);
    const { ItemId, Quantity, Discount } = line;
    const small = { ...(ItemId ? { itemId: itemKey(ItemId) } : {}), quantity: Quantity };
    const v1 = await shop.erp(`POST /salesOrders/${order.id}/lineitems`, [line]);
    const v2 = await shop.erp(
      `POST /sales-orders/${order.key}/line-items`,
      [{ ...small, discount: Discount }],
      'v2',
    );
    for (const answer of [v1, v2]) {
      expect(answer.status).toBe(400);
      expect(answer.reason).toMatch(reason);
    }
    const kept = order.lineKeys.map((salesOrderLineItemId) => ({ salesOrderLineItemId }));
    const written = await graphql(updateOrder, {
      salesOrderId: order.key,
      lineItems: [...kept, { ...small, discountPercent: Discount }],
    });
    expect(JSON.stringify(written.json.errors)).toMatch(reason);
    expect(await linesOf(order.id)).toEqual(before);
  });

  it('is named by its place in the request, in the spelling of the client', async () => {
    const order = await documents.newOrder();
    const right = { ItemId: 8, Quantity: 1 };
    const v1 = await shop.erp(`POST /salesOrders/${order.id}/lineitems`, [right, { ...right, Quantity: 0 }]);
    expect(v1.json['ValidationErrors']).toEqual({ '[1].Quantity': expect.stringContaining('above 0') });
    const path = `PATCH /salesOrders/${order.id}/lineitems/${(await linesOf(order.id))[0]!.Id}`;
    expect((await shop.erp(path, { Quantity: 0 })).json['ValidationErrors']).toEqual({
      Quantity: expect.stringContaining('above 0'),
    });
    const kept = order.lineKeys.map((salesOrderLineItemId) => ({ salesOrderLineItemId, quantity: 2 }));
    const lineItems = [kept[0], { ...kept[1], quantity: 0 }];
    const written = await graphql(updateOrder, { salesOrderId: order.key, lineItems });
    expect(written.json.errors).toMatchObject([
      { extensions: { validationErrors: { 'request.lineItems[1].quantity': expect.any(String) } } },
    ]);
  });

  it('takes a line with only the fields that its page requires', async () => {
    const mutation = `mutation($request: CreateSalesOrderCommandRequestInput!) {
      CreateSalesOrder(request: $request) { salesOrderId }
    }`;
    const request = {
      companyId: packKey('FirmaKey', 1),
      customerId: packKey('KundeKey', 1),
      billingAddress: { street: 'Gasse 1', city: 'Köln', countryIso: 'DE' },
      departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
      paymentDetails: { currencyIso: 'EUR' },
      languageIso: 'DE',
      lineItems: [{}],
    };
    expect((await graphql(mutation, request)).json.errors).toBeUndefined();
    const order = await documents.newOrder();
    const added = await shop.erp(
      `POST /sales-orders/${order.key}/line-items`,
      [{ lineItemType: 0, quantity: 1, salesPriceNet: 3 }],
      'v2',
    );
    expect(added.status).toBe(201);
  });

  it('takes a part of a divisible item and a discount of 100 per cent', async () => {
    const order = await documents.newOrder();
    const rope = await newItem({
      Name: 'Seil',
      StorageOptions: { InventoryManagementActive: true, SplitQuantity: true },
    });
    const line = { ItemId: rope.Id, Quantity: 1.5, Discount: 100 };
    expect((await shop.erp(`POST /salesOrders/${order.id}/lineitems`, [line])).status).toBe(201);
  });
});

describe('an invoiced line', () => {
  it.each([
    ['a smaller quantity', { Quantity: 1 }, { quantity: 1 }, /below the 2 invoiced already/],
    ['another price', { SalesPriceNet: 1 }, { salesPriceNet: 1 }, /is invoiced; its salesPriceNet stays/],
    ['another discount', { Discount: 5 }, { discountPercent: 5 }, /is invoiced; its discount stays/],
    ['another tax rate', { TaxRate: 7 }, { taxRate: 7 }, /is invoiced; its (salesPriceGross|taxRate) stays/],
  ])('refuses %s', async (_change, v1, v2, reason) => {
    const order = await documents.newOrder();
    expect((await shop.erp(`POST /sales-orders/${order.key}/invoices`, {}, 'v2')).status).toBe(201);
    const [line] = await linesOf(order.id);
    const path = `/salesOrders/${order.id}/lineitems`;
    const byV1 = await shop.erp(`PATCH ${path}/${line!.Id}`, v1);
    const byV2 = await shop.erp(
      `PATCH /sales-orders/${order.key}/line-items/${order.lineKeys[0]!}`,
      v2,
      'v2',
    );
    for (const answer of [byV1, byV2]) {
      expect(answer.status).toBe(409);
      expect(answer.reason).toMatch(reason);
    }
    const [first, second] = order.lineKeys;
    const lineItems = [{ salesOrderLineItemId: first, ...v2 }, { salesOrderLineItemId: second }];
    const written = await graphql(updateOrder, { salesOrderId: order.key, lineItems });
    expect(JSON.stringify(written.json.errors)).toMatch(reason);
    expect((await linesOf(order.id))[0]).toEqual(line);
  });

  it('takes a larger quantity, and any change once the invoice is cancelled', async () => {
    const { order, key } = await documents.newInvoice();
    const [line] = await linesOf(order.id);
    const patch = (body: object) => shop.erp(`PATCH /salesOrders/${order.id}/lineitems/${line!.Id}`, body);
    expect((await patch({ Quantity: 3 })).status).toBe(204);
    expect((await patch({ Quantity: 2 })).status).toBe(204);
    expect((await patch({ Quantity: 1 })).status).toBe(409);
    expect(
      (
        await shop.erp(
          `POST /sales-invoices/${key}/cancel`,
          { cancellationReasonId: packKey('RechnungStornogrundKey', 1) },
          'v2',
        )
      ).status,
    ).toBe(204);
    expect((await patch({ Quantity: 1, SalesPriceNet: 1 })).status).toBe(204);
  });

  it('keeps its tax when the order is taxed again, and the other lines do not', async () => {
    const order = await documents.newOrder();
    await shop.erp(`POST /sales-orders/${order.key}/invoices`, {}, 'v2');
    await shop.erp(`POST /salesOrders/${order.id}/lineitems`, [{ ItemId: 8, Quantity: 1 }]);
    await shop.erp(`PATCH /salesOrders/${order.id}?recalculateTax=1`, {
      Shipmentaddress: { CountryIso: 'CH' },
    });
    const rates = (await shop.erp<{ TaxRate: number }[]>(`GET /salesOrders/${order.id}/lineitems`)).json;
    expect(rates.map((line) => line.TaxRate)).toEqual([19, 19, 0]);
  });
});

describe('a payment', () => {
  const details = { paymentDate: '2026-08-02T10:00:00Z', paymentMethodId: packKey('ZahlungsartKey', 1) };
  const byOrder = (order: string, amount: number) =>
    shop.erp(`POST /sales-orders/${order}/payments`, { amount, ...details }, 'v2');
  const bySetting = (order: string, amount: number) =>
    shop.erp(`POST /sales-orders/${order}/set-payment`, { amount, ...details }, 'v2');
  const paymentsOf = async (order: string): Promise<unknown> => {
    const query = `{ GetSalesOrderById(salesOrderId: "${order}") { payments { amount } } }`;
    const shown = await shop.erp<{ data: { GetSalesOrderById: { payments: unknown } } }>(
      'POST /graphql',
      { query },
      'v2',
    );
    return shown.json.data.GetSalesOrderById.payments;
  };

  it.each([
    ['payments', byOrder],
    ['set-payment', bySetting],
  ])('of 0, below 0 or below half a cent is refused by %s', async (_path, pay) => {
    const { key } = await documents.newOrder();
    for (const amount of [0, -1, 0.004]) {
      const refused = await pay(key, amount);
      expect(refused.status).toBe(400);
      expect(refused.reason).toContain(`The amount ${amount} of a payment must be above 0`);
    }
    expect(await paymentsOf(key)).toEqual(null);
  });

  it('of an invoice is held to the same', async () => {
    const { key } = await documents.newInvoice();
    const refused = await shop.erp(
      `POST /sales-invoices/${key}/payments`,
      { amount: 0.004, ...details },
      'v2',
    );
    expect([refused.status, refused.reason]).toEqual([400, expect.stringContaining('The amount 0.004')]);
  });

  it('is kept with two decimals', async () => {
    const { key } = await documents.newOrder();
    expect((await byOrder(key, 0.005)).status).toBeLessThan(300);
    expect(await paymentsOf(key)).toEqual([{ amount: 0.01 }]);
  });
});

describe('an order that is not to be delivered', () => {
  const sources = {
    deliverySources: [{ type: 0, id: 1, priority: 1 }],
    picklistReserveOptions: { picklistPerOrder: true },
  };
  const reserve = (order: string) =>
    shop.erp('POST /delivery/reserve', { salesOrders: [{ salesOrderId: order }], ...sources }, 'v2');
  const hold = (order: number, OnHoldReasonId: number | null) =>
    shop.erp(`PATCH /salesOrders/${order}`, { SalesOrderShippingDetail: { OnHoldReasonId } });
  const deliver = (picklistIds: unknown[]) =>
    shop.erp('POST /delivery/deliver', { picklistIds, deliveryPackage: [], isPartialDelivery: true }, 'v2');
  const lock = (IsLocked: boolean) => shop.erp('PATCH /customers/1', { IsLocked });

  it('is neither reserved nor delivered while it is on hold or its customer is locked', async () => {
    await shop.erp('POST /stocks', { ItemId: 8, WarehouseId: 1, Quantity: 2 });
    const { key, id } = await documents.newOrder();
    const blocks = [
      ['is on hold', () => hold(id, 2), () => hold(id, null)],
      ['belongs to the locked customer', () => lock(true), () => lock(false)],
    ] as const;
    for (const [why, block, release] of blocks) {
      await block();
      const refused = await reserve(key);
      expect([refused.status, refused.reason]).toEqual([422, expect.stringContaining(why)]);
      await release();
    }
    const reserved = await reserve(key);
    expect(reserved.status).toBe(200);
    const lists = (reserved.json['picklists'] as { picklistId: string }[]).map((one) => one.picklistId);
    for (const [why, block, release] of blocks) {
      await block();
      const refused = await deliver(lists);
      expect([refused.status, refused.reason]).toEqual([422, expect.stringContaining(why)]);
      await release();
    }
    const cancelled = await shop.erp(`POST /salesOrders/${id}/cancel`, { CancellationReasonId: 1 });
    expect([cancelled.status, cancelled.reason]).toEqual([406, expect.stringContaining('on the pick list')]);
    expect((await deliver(lists)).status).toBe(200);
  });
});

describe('an item that stands for its variations', () => {
  async function parent(): Promise<{ parentId: number; childId: number }> {
    const [{ Id: parentId }, { Id: childId }] = [
      await newItem({ Name: 'Kanne' }),
      await newItem({ Name: 'Kanne blau' }),
    ];
    const variation = await shop.erp<{ Id: number }>(`POST /items/${parentId}/variations`, {
      Name: 'Farbe',
      Type: 0,
    });
    const values = `/items/${parentId}/variations/${variation.json.Id}/values`;
    const blue = await shop.erp<{ Id: number }>(`POST ${values}`, { Name: 'blau' });
    expect((await shop.erp(`POST /items/${parentId}/children/${childId}`, [blue.json.Id])).status).toBe(204);
    return { parentId, childId };
  }

  it('is neither ordered nor stocked; its child is', async () => {
    const { parentId, childId } = await parent();
    const order = await documents.newOrder();
    const ordered = (ItemId: number) =>
      shop.erp(`POST /salesOrders/${order.id}/lineitems`, [{ ItemId, Quantity: 1 }]);
    const stocked = (ItemId: number) => shop.erp('POST /stocks', { ItemId, WarehouseId: 1, Quantity: 5 });
    for (const refused of [await ordered(parentId), await stocked(parentId)]) {
      expect(refused.status).toBe(400);
      expect(refused.reason).toContain('stands for its variations');
    }
    expect((await ordered(childId)).status).toBe(201);
    expect((await stocked(childId)).status).toBeLessThan(300);
  });
});

describe('a set', () => {
  it('is available as often as its parts are enough for', async () => {
    const [cup, spoon, box] = [
      await newItem({ Name: 'Tasse', StorageOptions: { InventoryManagementActive: true } }),
      await newItem({ Name: 'Löffel', StorageOptions: { InventoryManagementActive: true } }),
      await newItem({ Name: 'Geschenkset' }),
    ];
    await shop.erp('POST /stocks', { ItemId: cup.Id, WarehouseId: 1, Quantity: 10 });
    await shop.erp('POST /stocks', { ItemId: spoon.Id, WarehouseId: 1, Quantity: 30 });
    const parts = [
      { itemId: itemKey(cup.Id), amount: 1 },
      { itemId: itemKey(spoon.Id), amount: 4 },
    ];
    const bom = await shop.erp(`PATCH /items/${itemKey(box.Id)}/bom`, { items: parts }, 'v2');
    expect(bom.status).toBeLessThan(300);
    const available = async () =>
      (await shop.erp(`GET /items/${itemKey(box.Id)}/stocks`, undefined, 'v2')).json['quantityAvailable'];
    expect(await available()).toBe(7);
    const order = await documents.newOrder();
    await shop.erp(`POST /salesOrders/${order.id}/lineitems`, [{ ItemId: cup.Id, Quantity: 8 }]);
    expect(await available()).toBe(2);
  });
});
