import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlClient } from './graphql-client.ts';

let client: GraphqlClient;

beforeAll(async () => {
  client = await GraphqlClient.start({ erpVersion: '2.1' });
});

afterAll(async () => {
  await client.close();
});

interface PurchaseOrder {
  id: string;
  status: number;
  createdAt: string;
  isDropshipping: boolean;
  lineItems: { itemId: string; quantity: number; quantityDelivered: number }[];
}

/** @returns the rows of a list, as far as the fields go */
async function rows<T>(list: string, nodeType: string, fields: string, where: object = {}): Promise<T[]> {
  const query = `query($where: ${nodeType}FilterInput) { ${list}(first: 500, where: $where) { nodes { ${fields} } } }`;
  return (await client.data<Record<string, { nodes: T[] }>>(query, { where }))[list]!.nodes;
}

describe('items of the made-up shop', () => {
  interface Item {
    id: string;
    minimumStock: number;
    stockAvailable: number;
    stockIncoming: number;
    lastPurchaseDate: string | null;
    isTopItem: boolean;
    isNew: boolean;
    createdDate: string;
    defaultSupplier: string | null;
  }
  const items = (where?: object): Promise<Item[]> =>
    rows(
      'QueryItems',
      'ItemListItem',
      'id minimumStock stockAvailable stockIncoming lastPurchaseDate isTopItem isNew createdDate defaultSupplier',
      where,
    );
  const one = async (id: string): Promise<Item> => (await items({ id: { eq: id } }))[0]!;

  it('have a minimum stock, every fifth of them; some lie below it, and some of those are on order', async () => {
    const watched = await items({ minimumStock: { gt: 0 } });
    expect(watched).toHaveLength(40);
    const low = watched.filter((item) => item.stockAvailable < item.minimumStock);
    expect(low.length).toBeGreaterThan(5);
    expect(low.length).toBeLessThan(35);
    expect(low.some((item) => item.stockIncoming > 0)).toBe(true);
    expect(low.some((item) => item.stockIncoming === 0)).toBe(true);
  });

  it('are best sellers or new, some of them; the new ones are the ones added last', async () => {
    const all = await items();
    expect(all).toHaveLength(200);
    expect(all.filter((item) => item.isTopItem)).toHaveLength(22);
    const added = (isNew: boolean): string[] =>
      all.filter((item) => item.isNew === isNew).map((item) => item.createdDate);
    expect(added(true).length).toBeGreaterThan(3);
    expect(added(true).sort()[0]! > added(false).sort().at(-1)!).toBe(true);
  });

  it('come from suppliers that take between two days and three weeks', async () => {
    const supplied = (await items()).filter((item) => item.defaultSupplier !== null);
    const days = new Set<number>();
    for (const { id } of supplied.slice(0, 40)) {
      const { QueryItemSuppliersById } = await client.data<{
        QueryItemSuppliersById: { nodes: { deliveryTimeInDays: number }[] };
      }>(
        'query($id: ID!) { QueryItemSuppliersById(itemId: $id, first: 5) { nodes { deliveryTimeInDays } } }',
        { id },
      );
      for (const supplier of QueryItemSuppliersById.nodes) days.add(supplier.deliveryTimeInDays);
    }
    expect(Math.min(...days)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...days)).toBeLessThanOrEqual(21);
    expect(days.size).toBeGreaterThan(8);
  });

  it('expect what open purchase orders have not delivered, and were last bought with the latest', async () => {
    const orders = await client.rest<{ items: PurchaseOrder[] }>('GET', '/purchase-orders?pageSize=1000');
    expect(new Set(orders.items.map((order) => order.status))).toEqual(new Set([0, 5, 30, 500]));
    const incoming = new Map<string, number>();
    const latest = new Map<string, number>();
    for (const { status, createdAt, lineItems } of orders.items) {
      for (const { itemId, quantity, quantityDelivered } of lineItems) {
        const open = status < 500 ? quantity - quantityDelivered : 0;
        incoming.set(itemId, (incoming.get(itemId) ?? 0) + open);
        latest.set(itemId, Math.max(latest.get(itemId) ?? 0, Date.parse(createdAt)));
      }
    }
    for (const { id, stockIncoming, lastPurchaseDate } of await items()) {
      expect([id, stockIncoming]).toEqual([id, incoming.get(id) ?? 0]);
      const last = lastPurchaseDate === null ? undefined : Date.parse(lastPurchaseDate);
      expect([id, last]).toEqual([id, latest.get(id)]);
    }
    expect((await items({ stockIncoming: { gt: 0 } })).length).toBeGreaterThan(10);
  });

  it('expect more once more is ordered, and no more once that is completed', async () => {
    const before = (await items())[0]!;
    const [supplier] = (await client.rest<{ items: { id: string }[] }>('GET', '/suppliers')).items;
    const bought = await client.rest<PurchaseOrder>('POST', '/purchase-orders', {
      supplierId: supplier!.id,
      requestedDeliveryDate: '2026-04-01T00:00:00Z',
      items: [{ itemId: before.id, quantity: 7 }],
    });
    const after = await one(before.id);
    expect(after.stockIncoming).toBe(before.stockIncoming + 7);
    expect(Date.parse(after.lastPurchaseDate!)).toBe(Date.parse(bought.createdAt));
    const completed = await client.rest<PurchaseOrder>('PATCH', `/purchase-orders/${bought.id}`, {
      status: 500,
    });
    expect(completed.status).toBe(500);
    expect((await one(before.id)).stockIncoming).toBe(before.stockIncoming);
  });
});

describe('orders of the made-up shop', () => {
  interface Order {
    id: string;
    billingAddressCountryIso: string;
    shipmentAddressCountryIso: string;
    taxSetting: string;
    totalNetAmount: number;
    totalGrossAmount: number;
    alreadyPaidAmount: number;
    shippingPriority: number;
    salesOrderDate: string;
    estimatedDeliveryDate: string | null;
    salesInvoiceStatus: string;
  }
  const orders = (where?: object): Promise<Order[]> =>
    rows(
      'QuerySalesOrders',
      'SalesOrderListItem',
      `id billingAddressCountryIso shipmentAddressCountryIso taxSetting totalNetAmount totalGrossAmount
       alreadyPaidAmount shippingPriority salesOrderDate estimatedDeliveryDate salesInvoiceStatus`,
      where,
    );
  const linesOf = async (id: string): Promise<Line[]> => {
    const fields = 'quantity taxRate totalSalesPriceNet totalSalesPriceGross';
    const { GetSalesOrderById } = await client.data<{ GetSalesOrderById: { lineItems: Line[] } }>(
      `query($id: ID!) { GetSalesOrderById(salesOrderId: $id) { lineItems { ${fields} } } }`,
      { id },
    );
    return GetSalesOrderById.lineItems;
  };
  interface Line {
    quantity: number;
    taxRate: number;
    totalSalesPriceNet: number;
    totalSalesPriceGross: number;
  }

  it('go to neighbouring countries too, at the rates that hold there, paid as taxed', async () => {
    const abroad = await orders({ shipmentAddressCountryIso: { neq: 'DE' } });
    expect(new Set(abroad.map((order) => order.shipmentAddressCountryIso))).toEqual(
      new Set(['AT', 'CH', 'FR', 'IT']),
    );
    const privateRates: Record<string, number> = { AT: 20, FR: 20, IT: 22 };
    const settings = new Set<string>();
    for (const order of abroad) {
      const { billingAddressCountryIso, shipmentAddressCountryIso: country, taxSetting } = order;
      expect(billingAddressCountryIso).toBe(country);
      settings.add(taxSetting);
      const rate = taxSetting === 'DELIVERY_WITH_VAT' ? privateRates[country] : 0;
      const lines = await linesOf(order.id);
      expect(lines.map((line) => line.taxRate)).toEqual(lines.map(() => rate));
      expect(taxSetting === 'EXEMPT_FROM_VAT').toBe(country === 'CH');
      const total = (price: 'totalSalesPriceNet' | 'totalSalesPriceGross'): number =>
        lines.reduce((sum, line) => sum + line[price], 0);
      expect(order.totalNetAmount).toBeCloseTo(total('totalSalesPriceNet'), 2);
      expect(order.totalGrossAmount).toBeCloseTo(total('totalSalesPriceGross'), 2);
      for (const { quantity, taxRate, totalSalesPriceNet, totalSalesPriceGross } of lines) {
        const taxed = totalSalesPriceNet * (1 + taxRate / 100);
        expect(Math.abs(totalSalesPriceGross - taxed)).toBeLessThan(0.006 * quantity);
      }
      if (order.alreadyPaidAmount > 0) expect(order.alreadyPaidAmount).toBe(order.totalGrossAmount);
    }
    expect(settings).toEqual(new Set(['DELIVERY_WITH_VAT', 'INTRA_COMMUNITY_DELIVERY', 'EXEMPT_FROM_VAT']));
  });

  it('are more or less urgent, and some are expected on a day after they were placed', async () => {
    const all = await orders();
    expect(all).toHaveLength(300);
    expect(new Set(all.map((order) => order.shippingPriority))).toEqual(new Set([0, 1, 2]));
    const expected = all.filter((order) => order.estimatedDeliveryDate !== null);
    expect(expected).toHaveLength(100);
    for (const order of expected)
      expect(Date.parse(order.estimatedDeliveryDate!)).toBeGreaterThan(Date.parse(order.salesOrderDate));
  });

  it('are invoiced in part where only part has left, for less than the order is worth', async () => {
    const [first, ...others] = await orders({ salesInvoiceStatus: { eq: 'PARTIALLY_INVOICED' } });
    expect(others.length).toBeGreaterThan(2);
    const invoices = await rows<{ totalGrossAmount: number }>(
      'QuerySalesInvoices',
      'SalesInvoiceListItem',
      'totalGrossAmount',
      { salesOrderId: { eq: first!.id } },
    );
    expect(invoices).toHaveLength(1);
    expect(invoices[0]!.totalGrossAmount).toBeGreaterThan(0);
    expect(invoices[0]!.totalGrossAmount).toBeLessThan(first!.totalGrossAmount);
  });
});
