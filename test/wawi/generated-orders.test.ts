import { describe, expect, it } from 'vitest';
import { postageLine } from '../../src/wawi/areas/sales-orders/generate/postage.ts';
import { shops, until } from './generated-shops.ts';

describe.each(shops)('the orders of a generated shop (seed $seed)', ({ data }) => {
  const orders = data.of('salesOrder').list();
  const countBy = <T>(values: readonly T[]): number[] =>
    [
      ...values
        .reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map<T, number>())
        .values(),
    ].sort((a, b) => b - a);

  it('have dates that ascend with their numbers', () => {
    const byNumber = orders.toSorted((a, b) => (a.number < b.number ? -1 : 1));
    const dates = byNumber.map(({ salesOrderDate }) => salesOrderDate);
    expect(dates).toEqual(dates.toSorted());
    expect(
      byNumber.every(({ number, salesOrderDate }) => number.startsWith(`AU${salesOrderDate.slice(0, 4)}`)),
    ).toBe(true);
  });

  it('come most before Christmas', () => {
    const inMonths = (...months: string[]): number =>
      orders.filter(({ salesOrderDate }) => months.includes(salesOrderDate.slice(5, 7))).length /
      months.length;
    expect(inMonths('11', '12')).toBeGreaterThan(
      1.3 * inMonths('03', '04', '05', '06', '07', '08', '09', '10'),
    );
  });

  it('come from regulars and a long tail of customers, for best sellers and a long tail of items', () => {
    const buyers = countBy(
      orders.flatMap(({ customerId }) => (customerId === undefined ? [] : [customerId])),
    );
    const items = countBy(orders.flatMap(({ lineItems }) => lineItems.flatMap(({ itemId }) => itemId ?? [])));
    for (const counts of [buyers, items]) {
      const all = counts.reduce((sum, count) => sum + count, 0);
      const top = counts.slice(0, counts.length / 10).reduce((sum, count) => sum + count, 0);
      expect(top / all).toBeGreaterThan(0.2);
      expect(counts.filter((count) => count <= 2).length).toBeGreaterThan(counts.length / 3);
    }
  });

  it('charge the prices of their items, which were in the range on that day and have no variations', () => {
    for (const { salesOrderDate, lineItems } of orders) {
      for (const { itemId, salesPriceNet, sku, name } of lineItems) {
        if (itemId === undefined) continue;
        const item = data.get('item', itemId);
        expect([sku, name, salesPriceNet]).toEqual([item.sku, item.name, item.prices.salesPriceNet]);
        expect(item.variations).toEqual([]);
        expect(item.added <= salesOrderDate).toBe(true);
      }
    }
  });

  it('charge postage by weight, none for collected goods', () => {
    const domestic = orders.filter(
      ({ shipmentAddress, billingAddress }) => (shipmentAddress ?? billingAddress).countryIso === 'DE',
    );
    const paying = new Map<number, number[]>();
    for (const { lineItems, shipping } of domestic) {
      const [postage, ...others] = lineItems.filter(({ type }) => type === 2);
      expect(others).toEqual([]);
      const gross = Number(postage?.salesPriceGross);
      if (shipping.shippingMethodId === 3) expect(gross).toBe(0);
      const weight = lineItems.reduce(
        (sum, { itemId, quantity }) =>
          sum +
          (itemId === undefined
            ? 0
            : Number(data.get('item', itemId).weights.shippingWeight) * Number(quantity)),
        0,
      );
      if (gross > 0) paying.set(gross, [...(paying.get(gross) ?? []), weight]);
    }
    const limits = new Map([
      [4.9, [0, 2]],
      [5.9, [2, 5]],
      [8.9, [5, 10]],
      [16.9, [10, Infinity]],
    ]);
    for (const [gross, weights] of paying) {
      const [above = NaN, upTo = NaN] = limits.get(gross) ?? [];
      expect([gross, weights.filter((weight) => !(weight > above && weight <= upTo))]).toEqual([gross, []]);
    }
    expect(paying.size).toBeGreaterThan(1);
  });

  it('are followed by payments, delivery notes, invoices, returns and corrections, in this order of time', () => {
    const order = (id: number) => data.get('salesOrder', id);
    for (const { salesOrderDate, payments, customerId } of orders) {
      for (const { date } of payments) expect(date >= salesOrderDate).toBe(true);
      if (customerId !== undefined)
        expect(data.get('customer', customerId).customerSince <= salesOrderDate).toBe(true);
    }
    const delivered = new Map<number, string>();
    for (const { salesOrderId, deliveryNoteDate } of data.of('deliveryNote').list()) {
      delivered.set(salesOrderId, deliveryNoteDate);
      expect(deliveryNoteDate > order(salesOrderId).salesOrderDate).toBe(true);
      const method = data.get('paymentMethod', order(salesOrderId).payment.paymentMethodId!);
      if (!method.canShipBeforePayment)
        expect(deliveryNoteDate > (order(salesOrderId).payments[0]?.date ?? '9')).toBe(true);
    }
    for (const { salesOrderId, invoiceDate } of data.of('salesInvoice').list())
      expect(invoiceDate >= (delivered.get(salesOrderId) ?? '9')).toBe(true);
    for (const { salesOrderId, returnDate } of data.of('return').list())
      expect(returnDate > (delivered.get(salesOrderId) ?? '9')).toBe(true);
    for (const { salesInvoiceId, correctionDate } of data.of('salesInvoiceCorrection').list())
      expect(correctionDate > data.get('salesInvoice', salesInvoiceId!).invoiceDate).toBe(true);
    const dates = [
      data
        .of('deliveryNote')
        .list()
        .map((one) => one.deliveryNoteDate),
      data
        .of('salesInvoice')
        .list()
        .map((one) => one.invoiceDate),
      data
        .of('return')
        .list()
        .map((one) => one.returnDate),
      data
        .of('salesQuotation')
        .list()
        .map((one) => one.salesQuotationDate),
    ];
    for (const list of dates) {
      expect(list.length).toBeGreaterThan(5);
      expect(list).toEqual(list.toSorted());
      expect(list.at(-1)! <= `${until}T12:00:00.000Z`).toBe(true);
    }
  });
});

describe('postage', () => {
  it.each([
    ['a light parcel', { countryIso: 'DE', weight: 2, goods: 5000 }, 1, '4.12'],
    ['a heavier one', { countryIso: 'DE', weight: 2.1, goods: 5000 }, 1, '4.96'],
    ['up to five kilograms', { countryIso: 'DE', weight: 5, goods: 5000 }, 2, '4.96'],
    ['up to ten', { countryIso: 'DE', weight: 10, goods: 5000 }, 1, '7.48'],
    ['more than ten, however much it is worth', { countryIso: 'DE', weight: 10.1, goods: 99_000 }, 1, '14.2'],
    ['goods for 150 euros with tax', { countryIso: 'DE', weight: 3, goods: 12_606 }, 1, '0'],
    ['goods for less', { countryIso: 'DE', weight: 3, goods: 12_604 }, 1, '4.96'],
    ['collected goods', { countryIso: 'DE', weight: 20, goods: 5000 }, 3, '0'],
    ['Austria', { countryIso: 'AT', weight: 1, goods: 99_000 }, 1, '8.32'],
    ['Switzerland', { countryIso: 'CH', weight: 6, goods: 5000 }, 1, '17.56'],
  ])('of %s is what the tariff says', (_what, parcel, shippingMethodId, net) => {
    expect(postageLine(parcel, shippingMethodId).salesPriceNet).toBe(net);
  });
});
