import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import { startEmulator } from '../../src/index.ts';
import { erpOf, kaffeeKontorId, type Erp } from './sales-client.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

let emulator: Emulator;
let erp: Erp;

beforeAll(async () => {
  emulator = await startEmulator();
  await emulator.tenants.update('kaffee-kontor', { wawi: { apiVersion: '2.1' } });
  erp = await erpOf(emulator, bergmann);
});

afterAll(async () => {
  await emulator.close();
});

type Row = Record<string, unknown>;

async function everything(path: string): Promise<Row[]> {
  const page = await erp<{ Items: Row[]; TotalItems: number }>(
    `GET ${path}${path.includes('?') ? '&' : '?'}pageSize=1000`,
  );
  expect(page.json.Items).toHaveLength(page.json.TotalItems);
  return page.json.Items;
}

describe('the made-up shop', () => {
  it('has invoices that are open, part of them paid, cancelled or drafts; each worth the sum of its lines', async () => {
    const invoices = await everything('/invoices');
    expect(invoices.length).toBeGreaterThan(200);
    const details = invoices.map((invoice) => invoice['InvoicePaymentDetails'] as Row);
    expect(new Set(details.map((one) => one['PaymentStatus'])).size).toBeGreaterThan(1);
    expect(invoices.some((invoice) => invoice['IsCancelled'])).toBe(true);
    for (const invoice of invoices.slice(0, 20)) {
      const lines = await erp<Row[]>(`GET /invoices/${String(invoice['Id'])}/lineitems`);
      const gross = lines.json.reduce(
        (sum, line) =>
          sum +
          Math.round(
            Number(line['Quantity']) * Number(line['SalesPriceGross']) * (100 - Number(line['Discount'])),
          ) /
            100,
        0,
      );
      expect((invoice['InvoicePaymentDetails'] as Row)['TotalGrossAmount']).toBeCloseTo(gross, 2);
    }
  });

  it('has returns of shipped orders, whose lines count as returned', async () => {
    const returns = await everything('/returns');
    expect(returns.length).toBeGreaterThan(5);
    for (const row of returns) {
      const lines = await erp<Row[]>(`GET /salesOrders/${String(row['SalesOrderId'])}/lineitems`);
      expect(lines.json.some((line) => Number(line['QuantityReturned']) > 0)).toBe(true);
    }
  });

  it('has accounting data of every kind that happened, within the dates asked for', async () => {
    const all = await everything('/accountingData');
    expect(new Set(all.map((row) => row['Type']))).toEqual(new Set([0, 2, 3]));
    const june = await everything('/accountingData?from=2026-06-01&to=2026-06-30');
    expect(june.length).toBeGreaterThan(0);
    expect(june.every((row) => String(row['DocumentDate']).startsWith('2026-06'))).toBe(true);
  });

  it('has guest orders, cancelled ones and some that a marketplace invoices', async () => {
    expect((await everything('/salesOrders')).some((order) => order['CustomerId'] === undefined)).toBe(true);
    expect((await everything('/salesOrders?isCancelled=true')).length).toBeGreaterThan(3);
    expect((await everything('/salesOrders?isExternalInvoice=true')).length).toBeGreaterThan(3);
  });

  it('shows each order on exactly one page', async () => {
    const ids: unknown[] = [];
    for (let pageNumber = 1; ; pageNumber++) {
      const page = await erp<{ Items: Row[]; HasNextPage: boolean }>(
        `GET /salesOrders?pageSize=77&pageNumber=${pageNumber}`,
      );
      ids.push(...page.json.Items.map((order) => order['Id']));
      if (!page.json.HasNextPage) break;
    }
    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
  });
});

describe('documents that a test arranges', () => {
  it('take from their order what they leave out', async () => {
    await emulator.tenants.seed(kaffeeKontorId, {
      salesInvoice: [{ salesOrderId: 1, number: 'RE-ALT-1', invoiceDate: '2020-01-01T00:00:00.000Z' }],
      return: [{ salesOrderId: 3, number: 'RT-ALT-1', stateId: 2 }],
      salesQuotation: [{ customerId: 2, number: 'AN-ALT-1', lineItems: [{ itemId: 3, quantity: 4 }] }],
    });
    const kaffee = await erpOf(emulator, kaffeeKontorId);
    const invoices = await kaffee<{ Items: Row[] }>('GET /invoices?invoiceNumber=RE-ALT-1');
    expect(invoices.json.Items).toMatchObject([
      {
        // v1 writes instants in .NET's round-trip format.
        InvoiceDate: '2020-01-01T00:00:00.0000000+00:00',
        CustomerId: 1,
        InvoicePaymentDetails: { TotalGrossAmount: 16.86 },
      },
    ]);
    const returns = await kaffee<{ Items: Row[] }>('GET /returns?returnNumber=RT-ALT-1');
    expect(returns.json.Items).toMatchObject([{ CustomerId: 2, StateId: 2, SalesOrderId: 3 }]);
    const quotations = await kaffee<{ items: Row[] }>('GET /sales-quotations', undefined, 'v2');
    expect(quotations.json.items).toMatchObject([{ salesQuotationNumber: 'AN-ALT-1', totalNetAmount: 33.6 }]);
  });
});
