import { describe, expect, it } from 'vitest';
import { timeSpanMs } from '../../src/wawi/contract/time-spans.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { dueDateOf } from '../../src/wawi/areas/sales-orders/rules/due-dates.ts';
import { later } from '../../src/wawi/store/values/instants.ts';
import { ordersOf, orderKey } from './sales-documents.ts';
import { shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile();
const { withLines } = ordersOf(() => erp);

interface GraphqlAnswer {
  data: Record<string, { nodes: object[] }> | null;
  errors?: object[];
}

const graphql = async (query: string): Promise<GraphqlAnswer> =>
  (await erp<GraphqlAnswer>('POST /graphql', { query }, 'v2')).json;

describe('a value at the end of its range', () => {
  it.each([2_147_483_647, -2_147_483_648])(
    '%i days to pay leave every view of the invoice readable',
    async (days) => {
      const { order } = await withLines({ ItemId: 8, Quantity: 1 });
      const base = `/salesOrders/${order.Id}`;
      const changed = await erp(`PATCH ${base}`, { SalesOrderPaymentDetails: { PaymentTarget: days } });
      expect(changed.status).toBeLessThan(300);
      const invoice = await erp<{ id: string }>(
        `POST /sales-orders/${orderKey(order.Id)}/invoices`,
        {},
        'v2',
      );
      expect(invoice.status).toBe(201);
      expect((await erp('GET /invoices')).status).toBe(200);
      expect((await erp('GET /sales-invoices', undefined, 'v2')).status).toBe(200);
      const output = await erp(`GET /sales-invoices/${invoice.json.id}/pdf`, undefined, 'v2');
      expect(output.status).toBeLessThan(500);
      expect(
        (await graphql('{ QuerySalesInvoices { nodes { salesInvoiceId paymentDueDate } } }')).errors,
      ).toBeUndefined();
    },
  );

  it('is refused of an interval that .NET could not hold, and taken up to there', async () => {
    const refused = await erp('POST /workers/1', { interval: '99999999.00:00:00' });
    expect(refused.status).toBe(400);
    expect(refused.reason).toContain('99999999.00:00:00');
    expect((await erp('POST /workers/1', { interval: '10675199.00:00:00' })).status).toBeLessThan(300);
    expect((await erp('PUT /workers/1', { action: 0 })).status).toBeLessThan(300);
    expect((await erp('GET /workers')).status).toBe(200);
  });
});

describe('a field that cannot be missing', () => {
  it('stays where a PATCH clears it: the quantity of a purchase order’s line', async () => {
    const supplier = await erp<{ id: string }>(
      'POST /suppliers',
      { companyName: 'Rösterei Nord', currencyIso: 'EUR', languageIso: 'DE' },
      'v2',
    );
    const items = [{ itemId: packKey('ArtikelKey', 8), quantity: 3, netPurchasePriceAmount: 4 }];
    const order = { supplierId: supplier.json.id, requestedDeliveryDate: '2026-04-01T00:00:00Z', items };
    const created = await erp<{ id: string; lineItems: { id: string }[] }>(
      'POST /purchase-orders',
      order,
      'v2',
    );
    expect(created.status).toBe(201);
    const base = `/purchase-orders/${created.json.id}/line-items`;
    const line = `${base}/${created.json.lineItems[0]?.id ?? ''}`;
    const cleared = { quantity: null, netPurchasePriceAmount: null, note: null };
    const changed = await erp(`PATCH ${line}`, cleared, 'v2');
    expect(changed).toMatchObject({
      status: 200,
      json: { lineItems: [{ quantity: 3, netPurchasePriceAmount: 4, note: null }] },
    });
    expect((await graphql('{ QueryItems { nodes { id stockIncoming } } }')).errors).toBeUndefined();
  });
});

describe('instants', () => {
  it.each([
    ['2026-03-01T00:00:00.000Z', 14, '2026-03-15T00:00:00.000Z'],
    ['2026-03-01T00:00:00.000Z', 2_147_483_647, '9999-12-31T23:59:59.999Z'],
    ['2026-03-01T00:00:00.000Z', -2_147_483_648, '0001-01-01T00:00:00.000Z'],
  ])('of %s and %i days are due at %s', (date, days, due) => {
    expect(dueDateOf(date, days)).toBe(due);
  });

  it('never leave the years 1 to 9999', () => {
    expect(later('9999-12-31T00:00:00.000Z', Number.MAX_SAFE_INTEGER)).toBe('9999-12-31T23:59:59.999Z');
    expect(later('2026-01-01T00:00:00.000Z', -Number.MAX_SAFE_INTEGER)).toBe('0001-01-01T00:00:00.000Z');
  });
});

describe('a span of time', () => {
  it.each([
    ['00:15:00', 900_000],
    ['1.02:00:00', 93_600_000],
    ['-00:00:01.5', -1500],
    ['PT15M', 900_000],
    ['P1D', 86_400_000],
    ['10675199.02:48:05.4775807', 922_337_203_685_477],
    ['10675199.02:48:06', undefined],
    ['99999999.00:00:00', undefined],
    ['24:00:00', undefined],
    ['00:60:00', undefined],
    ['P', undefined],
    ['PT', undefined],
    ['soon', undefined],
  ])('%s is %s milliseconds', (text, ms) => {
    expect(timeSpanMs(text)).toBe(ms);
  });
});
