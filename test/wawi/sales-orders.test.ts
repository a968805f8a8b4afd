import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { orderKey, ordersOf, type Line, type Order } from './sales-documents.ts';
import { shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile({ erpVersion: '2.0' });

const { newOrder, withLines } = ordersOf(() => erp);

describe('a sales order in v1', () => {
  it('takes address, language and terms from its customer and is numbered', async () => {
    const order = await newOrder({ ExternalNumber: 'SHOP-1' });
    expect(order.Number).toMatch(/^AU\d{4}\d+$/);
    expect(order.BillingAddress).toMatchObject({ LastName: 'Grünwald', City: 'Lübeck' });
    expect(order.SalesOrderPaymentDetails).toMatchObject({ PaymentTarget: 14, TotalGrossAmount: 0 });
    expect((await erp<Order>(`GET /salesOrders/${order.Id}`)).json).toEqual(order);
  });

  it('keeps its copy of the address when the customer moves', async () => {
    const order = await newOrder({ CustomerId: 5 });
    await erp('PATCH /customers/5', { BillingAddress: { City: 'Flensburg' } });
    const read = await erp<Order>(`GET /salesOrders/${order.Id}`);
    expect(read.json.BillingAddress['City']).toBe('Kiel');
  });

  it('is changed field by field; null clears', async () => {
    const order = await newOrder({ Comment: 'eilig', ColorcodeId: 1 });
    const changed = await erp<Order>(`PATCH /salesOrders/${order.Id}`, {
      Comment: null,
      SalesOrderShippingDetail: { OnHoldReasonId: 2 },
    });
    expect(changed.status).toBe(201);
    expect(changed.json).not.toHaveProperty('Comment');
    expect(changed.json).toMatchObject({ ColorcodeId: 1, SalesOrderShippingDetail: { OnHoldReasonId: 2 } });
  });

  it('keeps what it cannot be without where a request clears it', async () => {
    const { order, lines } = await withLines({ ItemId: 8, Quantity: 2, Discount: 10 });
    const path = `/salesOrders/${order.Id}`;
    const cleared = await erp<Order>(`PATCH ${path}`, {
      SalesOrderPaymentDetails: null,
      BillingAddress: null,
    });
    expect(cleared.status).toBe(201);
    expect(cleared.json.SalesOrderPaymentDetails).toMatchObject({ PaymentTarget: 14, CurrencyIso: 'EUR' });
    const line = `${path}/lineitems/${lines[0]?.Id}`;
    expect((await erp(`PATCH ${line}`, { Quantity: null, Discount: null })).status).toBe(204);
    const read = await erp<Line[]>(`GET ${path}/lineitems`);
    expect(read.json).toMatchObject([{ Quantity: 2, Discount: 0 }]);
  });

  it('is refused with a number that is taken, or renamed where asked', async () => {
    const taken = { CompanyId: 1, CustomerId: 1, Number: 'AU20260001' };
    expect((await erp('POST /salesOrders', taken)).status).toBe(409);
    const renamed = await erp<Order>('POST /salesOrders?renameSalesOrderNumberWhenAlreadyExists=true', taken);
    expect(renamed).toMatchObject({ status: 201, json: { Number: 'AU20260001-1' } });
  });

  it.each([
    ['customer', { CustomerId: 4711 }, 'CustomerId'],
    ['company', { CompanyId: 9 }, 'CompanyId'],
    ['payment method', { SalesOrderPaymentDetails: { PaymentMethodId: 99 } }, 'PaymentMethodId'],
    ['colour', { ColorcodeId: 99 }, 'ColorcodeId'],
  ])('is refused for a %s that does not exist', async (_what, fields, named) => {
    const refused = await erp('POST /salesOrders', { CompanyId: 1, CustomerId: 1, ...fields });
    expect(refused.status).toBe(400);
    expect(refused.reason).toContain(named);
  });

  it.each([
    ['salesOrderNumber=AU20260003', [3]],
    ['itemId=6', [2]],
    ['customerId=3', [2, 7]],
    ['isCancelled=true', [8]],
    ['shippingMethodId=3', [5]],
    ['createdSince=2026-06-15T09:00:00Z&createdUntil=2026-06-30', [7]],
    ['paymentStatus=2', []],
  ])('is found by %s', async (query, ids) => {
    const page = await erp<{ Items: Order[] }>(`GET /salesOrders?${query}`);
    expect(page.json.Items.map((order) => order.Id).filter((id) => id <= 8)).toEqual(ids);
  });
});

describe('cancelling', () => {
  it('is undone, and refused twice with 406', async () => {
    const order = await newOrder();
    const path = `/salesOrders/${order.Id}`;
    const body = { CancellationReasonId: 3, CancellationComment: 'Tippfehler' };
    expect((await erp(`POST ${path}/cancel`, { CancellationReasonId: 3 })).status).toBe(400);
    expect((await erp(`POST ${path}/cancel`, body)).status).toBe(204);
    expect((await erp<Order>(`GET ${path}`)).json).toMatchObject({
      IsCancelled: true,
      CancellationDetails: body,
    });
    expect((await erp(`POST ${path}/cancel`, body)).status).toBe(406);
    expect((await erp(`PATCH ${path}`, { Comment: 'x' })).status).toBe(409);

    const undo = `POST /sales-orders/${orderKey(order.Id)}/undo-cancellation`;
    expect((await erp(undo, undefined, 'v2')).status).toBe(204);
    expect((await erp(undo, undefined, 'v2')).status).toBe(409);
    const read = await erp<Order>(`GET ${path}`);
    expect(read.json.IsCancelled).toBe(false);
    expect(read.json).not.toHaveProperty('CancellationDetails');
  });

  it('is refused with 406 once there is an invoice', async () => {
    const { order } = await withLines({ ItemId: 1, Quantity: 1 });
    await erp(`POST /sales-orders/${orderKey(order.Id)}/create-invoice`, {}, 'v2');
    const refused = await erp(`POST /salesOrders/${order.Id}/cancel`, { CancellationReasonId: 1 });
    expect(refused.status).toBe(406);
    expect(refused.reason).toContain('invoice');
  });
});

describe('payments', () => {
  it('move the payment status from unpaid over part to paid', async () => {
    const { order } = await withLines({ ItemId: 8, Quantity: 1 });
    const status = async (): Promise<unknown> =>
      (await erp<Order>(`GET /salesOrders/${order.Id}`)).json.SalesOrderPaymentDetails['PaymentStatus'];
    const pay = (amount: number) =>
      erp<Record<string, unknown>[]>(
        `POST /sales-orders/${orderKey(order.Id)}/set-payment`,
        {
          amount,
          paymentDate: '2026-08-01',
          paymentMethodId: packKey('ZahlungsartKey', 2),
          comment: 'danke',
        },
        'v2',
      );
    expect(await status()).toBe(0);
    const paid = await pay(6.98);
    expect(paid).toMatchObject({
      status: 200,
      json: [
        {
          amount: 6.98,
          date: '2026-08-01T00:00:00.000Z',
          note: 'danke',
          name: 'PayPal',
          salesOrderId: orderKey(order.Id),
          salesInvoiceId: null,
        },
      ],
    });
    expect(await status()).toBe(1);
    await pay(100);
    expect(await status()).toBe(2);
    expect((await pay(0)).status).toBe(400);
  });
});

const v2Order = {
  companyId: packKey('FirmaKey', 1),
  customerId: packKey('KundeKey', 3),
  languageISO: 'DE',
  vATId: 'DE123456789',
  billingAddress: { street: 'Weg 1', city: 'Lübeck', countryIso: 'DE', lastName: 'Yılmaz' },
  shipmentAddress: { street: 'Tor 3', city: 'Wismar', countryIso: 'DE' },
  departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
  paymentDetails: { currency: { currencyIso: 'EUR' }, paymentDueDateInDays: 30 },
  lineItems: [
    { type: 1, itemId: packKey('ArtikelKey', 2), quantity: 2, salesPriceNet: 20, fnSku: 'X00' },
    { type: 2, name: 'Versand', quantity: 1, salesPriceNet: 4 },
  ],
};

describe('a sales order in v2', () => {
  it('answers its key when created, and shows in v1', async () => {
    const created = await erp<string>('POST /sales-orders', v2Order, 'v2');
    expect(created.status).toBe(201);
    const id = Buffer.from(created.json.slice(-8), 'hex').readInt32LE();
    expect(created.json).toBe(orderKey(id));
    expect((await erp<Order>(`GET /salesOrders/${id}`)).json).toMatchObject({
      MerchantVatID: 'DE123456789',
      Shipmentaddress: { City: 'Wismar' },
      SalesOrderPaymentDetails: { PaymentTarget: 30, TotalGrossAmount: 47.56 },
    });
    const lines = await erp(`GET /sales-orders/${created.json}/line-items`, undefined, 'v2');
    expect(lines.json).toMatchObject([
      { lineItemType: 1, sKU: 'KK-1002', fNSKU: 'X00', taxRate: 7, variants: [] },
      { lineItemType: 2, name: 'Versand', sKU: null, taxRate: 19 },
    ]);
  });

  it('replaces its lines by those a PATCH lists, and keeps the fields of those it names', async () => {
    const created = await erp<string>('POST /sales-orders', v2Order, 'v2');
    const lines = await erp<{ id: string }[]>(
      `GET /sales-orders/${created.json}/line-items`,
      undefined,
      'v2',
    );
    const changed = await erp(
      `PATCH /sales-orders/${created.json}`,
      { lineItems: [{ id: lines.json[0]?.id, quantity: 5 }], text: { comment: 'groß' } },
      'v2',
    );
    expect(changed).toMatchObject({ status: 201, json: { salesOrderId: created.json } });
    const after = await erp<object[]>(`GET /sales-orders/${created.json}/line-items`, undefined, 'v2');
    expect(after.json).toMatchObject([{ id: lines.json[0]?.id, quantity: 5, fNSKU: 'X00' }]);
    expect(after.json).toHaveLength(1);
    const order = await erp<{ text: unknown }>(`GET /sales-orders/${created.json}`, undefined, 'v2');
    expect(order.json.text).toMatchObject({ comment: 'groß' });
  });

  it('is calculated without being kept', async () => {
    const before = await erp<{ TotalItems: number }>('GET /salesOrders');
    const calculated = await erp(
      'POST /salesorder/calculatesalesorder',
      {
        customerId: packKey('KundeKey', 1),
        departureCountryIso: 'DE',
        shippingCountryIso: 'DE',
        billingCountryIso: 'DE',
        billingState: '',
        shippingState: '',
        customerVatId: '',
        recalculateTaxMode: 1,
        lineItems: [{ syncNumber: 7, itemId: packKey('ArtikelKey', 8), quantity: 2, discount: 10 }],
      },
      'v2',
    );
    expect(calculated).toMatchObject({
      status: 200,
      json: {
        calculateSalesOrderResponse: {
          lineItems: [{ syncNumber: 7, salesPriceNet: 89.9, salesPriceGross: 106.98, discount: 10 }],
          totalNetAmount: 161.82,
          totalGrossAmount: 192.56,
        },
      },
    });
    expect((await erp('GET /salesOrders')).json['TotalItems']).toBe(before.json.TotalItems);
  });
});
