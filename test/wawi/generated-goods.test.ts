import { describe, expect, it } from 'vitest';
import { generateTenant } from '../../src/wawi/areas/generate/generate.ts';
import { assortment } from '../../src/wawi/areas/items/generate/assortment.ts';
import { suppliers } from '../../src/wawi/areas/items/generate/suppliers.ts';
import { isGtin, shops, until } from './generated-shops.ts';

/** The rates of the standard data by tax class, as factors of the net price within Germany */
const taxes: Readonly<Record<number, number>> = { 1: 1.19, 2: 1.07 };

describe.each(shops)('the goods of a generated shop (seed $seed)', ({ data }) => {
  const items = data.of('item').list();
  const kindOf = (name: string) =>
    assortment
      .flatMap((range) => range.kinds.map((kind) => ({ range, kind })))
      .find(({ kind }) => name.startsWith(`${kind.name} `));

  it('lie in the category and the product group of their kind, at its tax rate', () => {
    for (const item of items) {
      const { range } = kindOf(item.name)!;
      const categories = item.categories.map(({ categoryId }) => data.get('category', categoryId).name);
      expect([item.name, categories]).toEqual([item.name, [range.category]]);
      expect([item.name, item.taxClassId]).toEqual([item.name, range.isTaxReduced ? 2 : 1]);
      if (item.productGroupId !== undefined)
        expect(data.get('productGroup', item.productGroupId).name).toBe(range.productGroup);
      for (const { supplierId } of item.suppliers)
        expect(suppliers[supplierId - 1]?.categories).toContain(range.category);
      if (item.manufacturerId !== undefined)
        expect(range.makers).toContain(data.get('manufacturer', item.manufacturerId).name);
    }
    expect(
      data
        .of('supplier')
        .list()
        .map(({ name }) => name),
    ).toEqual(suppliers.map(({ name }) => name));
    const reduced = items.filter(({ taxClassId }) => taxClassId === 2);
    expect(reduced.length).toBeGreaterThan(0);
    expect(reduced.length).toBeLessThan(items.length / 4);
  });

  it('cost what their kind costs, more than they were bought for and no more than the maker suggests', () => {
    for (const { name, taxClassId = 1, prices } of items) {
      const { kind, range } = kindOf(name)!;
      const net = Number(prices.salesPriceNet);
      const gross = Math.round(net * (taxes[taxClassId] ?? 0) * 100) / 100;
      expect([name, gross >= kind.gross[0] && gross <= kind.gross[1]]).toEqual([name, true]);
      expect(Number(prices.purchasePriceNet) / net).toBeGreaterThan(range.purchaseShare - 0.01);
      expect(Number(prices.purchasePriceNet) / net).toBeLessThan(range.purchaseShare + 0.06);
      expect(Number(prices.suggestedRetailPrice)).toBeGreaterThanOrEqual(gross);
    }
  });

  it('weigh what their kind weighs, and somewhat more in a parcel', () => {
    for (const { name, weights } of items) {
      const [least, most] = kindOf(name)!.kind.weight;
      const weight = Number(weights.itemWeight);
      expect([name, weight >= least && weight <= most]).toEqual([name, true]);
      expect(Number(weights.shippingWeight)).toBeGreaterThan(weight);
      const [, grams] = / (\d+) g$/.exec(name) ?? [];
      if (grams !== undefined) expect([name, weight]).toEqual([name, Number(grams) / 1000]);
    }
  });

  it('have names of their own; children differ from their parent in colour alone', () => {
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
    const children = items.filter(({ parentItemId }) => parentItemId !== undefined);
    expect(children.length).toBeGreaterThan(10);
    for (const child of children) {
      const parent = data.get('item', child.parentItemId!);
      const value = parent.variations
        .flatMap(({ values }) => values)
        .find(({ id }) => id === child.variationValueIds[0]);
      expect(child.name).toBe(`${parent.name}, ${value?.name ?? ''}`);
      expect([child.prices, child.weights]).toEqual([parent.prices, parent.weights]);
    }
  });

  it('have GTINs of their own with correct check digits, books an ISBN', () => {
    const gtins = items.flatMap(({ identifiers: { gtin } }) => (gtin === undefined ? [] : [gtin]));
    expect(gtins.length).toBeGreaterThan(150);
    expect(gtins.filter((gtin) => !isGtin(gtin))).toEqual([]);
    expect(new Set(gtins).size).toBe(gtins.length);
    for (const { name, identifiers } of items)
      expect([name, identifiers.isbn?.startsWith('978') ?? false]).toEqual([
        name,
        kindOf(name)!.range.isBook === true && identifiers.gtin !== undefined,
      ]);
  });
});

describe('a large generated shop', () => {
  const data = generateTenant({ seed: 7, until, items: 1200, customers: 300, salesOrders: 2000 });

  it('has item names and GTINs of their own throughout', () => {
    const items = data.of('item').list();
    expect(new Set(items.map(({ name }) => name)).size).toBe(1200);
    const gtins = items.flatMap(({ identifiers }) =>
      identifiers.isbn === undefined ? (identifiers.gtin ?? []) : [],
    );
    expect(gtins.filter((gtin) => !isGtin(gtin))).toEqual([]);
    expect(new Set(gtins).size).toBe(gtins.length);
  });

  it('has orders whose dates ascend with their numbers, of most customers', () => {
    const orders = data.of('salesOrder').list();
    const dates = orders.map(({ salesOrderDate }) => salesOrderDate);
    expect(dates).toEqual(dates.toSorted());
    expect(new Set(orders.map(({ customerId }) => customerId)).size).toBeGreaterThan(200);
    for (const { customerId, billingAddress } of orders)
      if (customerId !== undefined)
        expect(billingAddress.lastName).toBe(data.get('customer', customerId).billingAddress.lastName);
  });
});
