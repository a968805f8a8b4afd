import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { orderKey, ordersOf, type Line, type Order } from './sales-documents.ts';
import { shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile({ erpVersion: '2.0' });

const { newOrder, withLines } = ordersOf(() => erp);

describe('line items', () => {
  it('take name, SKU, price and tax from their item; the order is worth their sum', async () => {
    const { order, lines } = await withLines(
      { ItemId: 1, Quantity: 2 },
      { ItemId: 8, Quantity: 1, Discount: 10 },
    );
    expect(lines).toMatchObject([
      { SKU: 'KK-1001', SalesPriceNet: 6.49, SalesPriceGross: 6.94, TaxRate: 7, Type: 1 },
      { SKU: 'KK-3001', SalesPriceNet: 89.9, SalesPriceGross: 106.98, TaxRate: 19, Discount: 10 },
    ]);
    const read = await erp<Order>(`GET /salesOrders/${order.Id}`);
    expect(read.json.SalesOrderPaymentDetails['TotalGrossAmount']).toBe(110.16);
  });

  it('follow a new net or gross price with the other one', async () => {
    const { order, lines } = await withLines({ ItemId: 10, Quantity: 1 });
    const path = `/salesOrders/${order.Id}/lineitems/${lines[0]?.Id}`;
    expect((await erp(`PATCH ${path}`, { SalesPriceNet: 10 })).status).toBe(204);
    const read = async (): Promise<Line | undefined> =>
      (await erp<Line[]>(`GET /salesOrders/${order.Id}/lineitems`)).json[0];
    expect(await read()).toMatchObject({ SalesPriceNet: 10, SalesPriceGross: 11.9 });
    await erp(`PATCH ${path}`, { SalesPriceGross: 23.8 });
    expect(await read()).toMatchObject({ SalesPriceNet: 20, SalesPriceGross: 23.8 });
  });

  it('are taken away, but not once they are invoiced: 403', async () => {
    const { order, lines } = await withLines({ ItemId: 9, Quantity: 1 }, { ItemId: 10, Quantity: 1 });
    const path = (n: number): string => `/salesOrders/${order.Id}/lineitems/${lines[n]?.Id}`;
    expect((await erp(`DELETE ${path(0)}`)).status).toBe(204);
    expect((await erp(`DELETE ${path(0)}`)).status).toBe(404);
    await erp(`POST /sales-orders/${orderKey(order.Id)}/create-invoice`, {}, 'v2');
    expect((await erp(`DELETE ${path(1)}`)).status).toBe(403);
  });

  it('without an item need only a name; an unknown item is refused', async () => {
    const { order, lines } = await withLines({ Name: 'Gravur', Quantity: 1, SalesPriceNet: 5 });
    expect(lines[0]).toMatchObject({ Name: 'Gravur', Type: 0, SalesPriceGross: 5.95 });
    const refused = await erp(`POST /salesOrders/${order.Id}/lineitems`, [{ ItemId: 4711, Quantity: 1 }]);
    expect(refused.status).toBe(400);
  });
});

describe('taxes', () => {
  it('are none for deliveries out of the EU and to firms elsewhere in the EU', async () => {
    const swiss = await newOrder({ Shipmentaddress: { City: 'Zürich', CountryIso: 'CH' } });
    const firm = await newOrder({
      CustomerVatID: 'ATU12345678',
      Shipmentaddress: { City: 'Wien', CountryIso: 'AT' },
    });
    for (const { Id } of [swiss, firm]) {
      const [line] = (await erp<Line[]>(`POST /salesOrders/${Id}/lineitems`, [{ ItemId: 8, Quantity: 1 }]))
        .json;
      expect(line).toMatchObject({ TaxRate: 0, SalesPriceNet: 89.9, SalesPriceGross: 89.9 });
    }
  });

  it.each([
    [0, { TaxRate: 19, SalesPriceNet: 89.9, SalesPriceGross: 106.98 }],
    [1, { TaxRate: 0, SalesPriceNet: 89.9, SalesPriceGross: 89.9 }],
    [2, { TaxRate: 0, SalesPriceNet: 106.98, SalesPriceGross: 106.98 }],
  ])('follow a move abroad by recalculateTax=%i', async (mode, expected) => {
    const { order } = await withLines({ ItemId: 8, Quantity: 1 });
    const path = `/salesOrders/${order.Id}`;
    await erp(`PATCH ${path}?recalculateTax=${mode}`, { Shipmentaddress: { CountryIso: 'CH' } });
    expect((await erp<Line[]>(`GET ${path}/lineitems`)).json[0]).toMatchObject(expected);
  });
});

describe('files and notes', () => {
  it.each([
    ['an order', (order: number) => `/salesOrders/${order}/files`],
    ['a line', (order: number, line: number) => `/salesOrders/${order}/lineitems/${line}/files`],
  ])('of %s: the same bytes come out that went in', async (_what, pathOf) => {
    const { order, lines } = await withLines({ ItemId: 1, Quantity: 1 });
    const base = pathOf(order.Id, lines[0]?.Id ?? 0);
    const bytes = Uint8Array.from({ length: 300 }, (_, n) => n % 256);
    const created = await erp<{ Id: number; Size: number }>(`POST ${base}`, {
      FileData: Buffer.from(bytes).toString('base64'),
      FileDataType: 'png',
      FileName: 'Skizze größer.png',
    });
    expect(created).toMatchObject({ status: 201, json: { Size: 300, FileName: 'Skizze größer.png' } });
    const path = `${base}/${created.json.Id}`;
    const read = await erp(`GET ${path}`);
    expect(read.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(read.bytes)).toEqual(Buffer.from(bytes));

    const renamed = await erp(`PATCH ${path}`, { FileName: 'b.png' });
    expect(renamed).toMatchObject({ status: 201, json: { FileName: 'b.png', Size: 300 } });
    expect((await erp<unknown[]>(`GET ${base}`)).json).toEqual([renamed.json]);
    expect((await erp(`DELETE ${path}`)).status).toBe(204);
    expect((await erp(`GET ${path}`)).status).toBe(404);
  });

  it('of an unknown type are sent as bytes', async () => {
    const { order } = await withLines({ ItemId: 1, Quantity: 1 });
    const file = { FileData: 'aGVsbG8=', FileDataType: 'constructor', FileName: 'a' };
    const created = await erp<{ Id: number }>(`POST /salesOrders/${order.Id}/files`, file);
    const read = await erp(`GET /salesOrders/${order.Id}/files/${created.json.Id}`);
    expect(read.headers.get('content-type')).toBe('application/octet-stream');
    expect(Buffer.from(read.bytes).toString()).toBe('hello');
  });

  it('notes of an order are the same in v1 and v2', async () => {
    const order = await newOrder();
    const note = await erp(`POST /salesOrders/${order.Id}/notes`, { NoteBody: 'bitte prüfen' });
    const key = packKey('NotizKey', note.json['NoteId'] as number);
    const v2 = `/sales-orders/${orderKey(order.Id)}/notes`;
    expect((await erp(`GET ${v2}`, undefined, 'v2')).json).toEqual([
      { noteId: key, noteBody: 'bitte prüfen' },
    ]);
    expect((await erp(`PATCH ${v2}/${key}`, { noteBody: 'geprüft' }, 'v2')).status).toBe(204);
    expect((await erp(`GET /salesOrders/${order.Id}/notes`)).json).toMatchObject([{ NoteBody: 'geprüft' }]);
    expect((await erp(`DELETE ${v2}/${key}`, undefined, 'v2')).status).toBe(204);
    expect((await erp(`GET /salesOrders/${order.Id}/notes`)).json).toEqual([]);
  });
});
