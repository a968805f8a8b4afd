import '../../src/wawi/areas/index.ts';
import { expect, it } from 'vitest';
import { generateTenant } from '../../src/wawi/areas/generate/generate.ts';

const request = { seed: 7, until: '2026-11-01', items: 1500, customers: 20, salesOrders: 1500 };

it('a large generated tenant has as many rows as asked for, each with its own number, the same on every run', () => {
  const data = generateTenant(request);
  const items = data.of('item').list();
  const orders = data.of('salesOrder').list();
  expect([items.length, orders.length]).toEqual([request.items, request.salesOrders]);
  expect(new Set(items.map((item) => item.sku.toLowerCase())).size).toBe(items.length);
  expect(new Set(orders.map((order) => order.number.toLowerCase())).size).toBe(orders.length);
  const lines = orders.flatMap((order) => order.lineItems.map((line) => line.id));
  expect(new Set(lines).size).toBe(lines.length);
  expect(generateTenant(request).of('salesOrder').get(1400)).toEqual(data.of('salesOrder').get(1400));
});

it('the delivered quantities of its orders match its delivery notes', () => {
  const data = generateTenant(request);
  const shipped = new Set(
    data
      .of('deliveryNote')
      .list()
      .map((note) => note.salesOrderId),
  );
  const delivered = data
    .of('salesOrder')
    .list()
    .filter((order) => order.lineItems.some((line) => Number(line.quantityDelivered) > 0));
  expect(delivered.filter((order) => !shipped.has(order.id))).toEqual([]);
});
