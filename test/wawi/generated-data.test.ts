import '../../src/wawi/areas/index.ts';
import { expect, it } from 'vitest';
import { compiledTenant } from '../../src/wawi/areas/generate/fixture.ts';
import { generateTenant } from '../../src/wawi/areas/generate/generate.ts';

const request = { seed: 5850, until: '2026-11-01', items: 60, customers: 40, salesOrders: 50 };

it('two runs with the same seed make the same data, and another seed makes other data', () => {
  expect(compiledTenant(generateTenant(request))).toEqual(compiledTenant(generateTenant(request)));
  const other = generateTenant({ ...request, seed: 5851 });
  expect(other.of('customer').list()).not.toEqual(generateTenant(request).of('customer').list());
});

it('more records of one kind change no record that was there before', () => {
  const few = generateTenant({ ...request, salesOrders: 0 });
  const many = generateTenant({ ...request, items: 90, customers: 70, salesOrders: 0 });
  const master = ({ sku, name, prices, identifiers }: { [name: string]: unknown }) => ({
    sku,
    name,
    prices,
    identifiers,
  });
  expect(many.of('item').list().slice(0, 60).map(master)).toEqual(few.of('item').list().map(master));
  expect(many.of('customer').list().slice(0, 40)).toEqual(few.of('customer').list());
  expect(many.of('supplier').list()).toEqual(few.of('supplier').list());
});

it('the customers do not depend on the items', () => {
  const customers = (items: number) =>
    generateTenant({ ...request, items, salesOrders: 0 })
      .of('customer')
      .list();
  const names = (items: number) =>
    customers(items).map(({ billingAddress: { firstName, lastName, city } }) => [firstName, lastName, city]);
  expect(names(10)).toEqual(names(60));
});
