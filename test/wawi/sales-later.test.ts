import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { kaffeeKontor, shopOfFile } from './sales-client.ts';
import { documentsOf } from './sales-documents.ts';

const shop = shopOfFile();
const { erp } = shop;
const documents = documentsOf(erp);

describe('the lists of 2.1 and 2.2', () => {
  it.each([
    ['/customers?sortBy=lastName', 'customerNumber', ['K10004', 'K10001', 'K10005', 'K10002', 'K10003']],
    [
      '/customers?sortBy=city,lastName&sortDescending=true&pageSize=2',
      'customerNumber',
      ['K10003', 'K10004'],
    ],
    [
      '/sales-orders?salesOrderDateAfter=2026-04-01&salesOrderDateBefore=2026-06-30&sortBy=salesOrderDate&sortDescending=true',
      'salesOrderNumber',
      ['AU20260007', 'AU20260006', 'AU20260005', 'AU20260004'],
    ],
  ])('%s are sorted, filtered and cut', async (path, field, expected) => {
    const list = await erp<{ items: Record<string, unknown>[] }>(`GET ${path}`, undefined, 'v2');
    expect(list.json.items.map((row) => row[field])).toEqual(expected);
  });

  it('refuse a field that cannot be sorted by, and name those that can', async () => {
    const refused = await erp('GET /sales-orders?sortBy=colour', undefined, 'v2');
    expect(refused.status).toBe(400);
    expect(refused.reason).toContain('salesOrderNumber');
  });

  it('show one order with its lines, key figures, invoices and payments', async () => {
    const { order, key } = await documents.newInvoice();
    const read = await erp(`GET /sales-orders/${order.key}`, undefined, 'v2');
    expect(read.json).toMatchObject({
      id: order.key,
      billingAddress: { lastName: 'Grünwald', country: 'Deutschland', type: 1 },
      lineItems: [{ sku: 'KK-3001', type: 1, quantity: 2, totalSalesPriceNet: 179.8 }, { sku: 'KK-3003' }],
      keyFigures: { invoiceStatus: 2, stillToPay: 235.86, invoicesTotalGrossAmount: 235.86 },
      invoices: [{ salesInvoiceId: key }],
      payments: [],
    });
    const lines = await erp(`GET /sales-orders/${order.key}/line-items`, undefined, 'v2');
    expect(lines.json).toMatchObject([
      { type: 1, lineItemType: 1, sKU: 'KK-3001', salesOrderId: order.key },
      {},
    ]);
  });

  it('give an empty order that is not kept', async () => {
    const empty = await erp('GET /sales-orders/new', undefined, 'v2');
    expect(empty.json).toMatchObject({
      companyId: packKey('FirmaKey', 1),
      departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
      paymentDetails: { paymentDueDateInDays: 14 },
    });
  });

  it('are not there in 2.0', async () => {
    const { emulator: old, erp: erp20 } = await kaffeeKontor({ erpVersion: '2.0' });
    expect((await erp20('GET /sales-quotations', undefined, 'v2')).status).toBe(404);
    expect((await erp20('GET /sales-orders', undefined, 'v2')).status).toBe(405);
    await old.close();
  });
});
