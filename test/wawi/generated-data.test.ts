import { kinds, type EntityName } from '../../src/wawi/areas/index.ts';
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

it('no record refers to a missing one or shares a number or the id of a part with another one', () => {
  const data = generateTenant({ ...request, items: 700, salesOrders: 900 });
  let checked = 0;
  for (const name of Object.keys(kinds) as EntityName[])
    for (const row of data.of(name).list()) {
      // Storing a row under its own id checks its references and unique fields.
      expect(() => data.place(name, row)).not.toThrow();
      checked += 1;
    }
  expect(checked).toBeGreaterThan(2500);
  const orders = data.of('salesOrder').list();
  const parts = {
    lines: orders.flatMap(({ lineItems }) => lineItems.map(({ id }) => id)),
    payments: orders.flatMap(({ payments }) => payments.map(({ id }) => id)),
    variations: data
      .of('item')
      .list()
      .flatMap(({ variations }) => variations.map(({ id }) => id)),
  };
  for (const [part, ids] of Object.entries(parts)) {
    expect(ids.length, part).toBeGreaterThan(0);
    expect(new Set(ids).size, part).toBe(ids.length);
  }
});
