import { zero } from '../../store/values/decimal.ts';
import type { Item } from '../items/schema/items.ts';
import type { SalesOrder } from '../sales-orders/schema/sales.ts';
import type { Generation } from '../../store/generation.ts';

/**
 * So many rows of a kind are made up one by one; a tenant asked to be larger is filled up with copies of them, which
 * differ in what must differ and share the rest, so that 100,000 rows take a second and little memory.
 */
export const individualRows = 300;

const dayMs = 86_400_000;

/** Fills the items up to a count. The copies have no stock. */
export function fillUpItems({ data, until, job }: Generation, count: number): void {
  const items = data.of('item');
  const models = [...items.values()].filter(
    (item) => item.parentItemId === undefined && item.components.length === 0,
  );
  for (let n = items.size + 1; models.length > 0 && n <= count; n++) {
    const model = models[n % models.length] as Item;
    const changed = new Date(until - (n % 900) * dayMs - (n % 1440) * 60_000).toISOString();
    items.put({
      ...model,
      id: data.nextId('item'),
      sku: `BO-${String(n).padStart(4, '0')}`,
      name: `${model.name} Nr. ${n}`,
      added: changed,
      changed,
    });
    job.advance();
  }
}

/** Fills the sales orders up to a count with open ones, from which nothing hangs. */
export function fillUpSalesOrders({ data, until, job }: Generation, count: number): void {
  const orders = data.of('salesOrder');
  const models = [...orders.values()].filter((order) => !order.isCancelled && order.payments.length === 0);
  for (let n = orders.size + 1; models.length > 0 && n <= count; n++) {
    const model = models[n % models.length] as SalesOrder;
    const date = new Date(until - (n % 730) * dayMs - (n % 1440) * 60_000).toISOString();
    orders.put({
      ...model,
      id: data.nextId('salesOrder'),
      number: `AU${date.slice(0, 4)}${String(n).padStart(5, '0')}`,
      salesOrderDate: date,
      shipping: notShipped(model.shipping),
      lineItems: model.lineItems.map((line) => ({
        ...line,
        id: data.nextId('salesOrderLineItem'),
        quantityDelivered: zero,
        quantityReturned: zero,
      })),
    });
    job.advance();
  }
}

function notShipped(shipping: SalesOrder['shipping']): SalesOrder['shipping'] {
  const { shippingMethodId, shippingPriority, extraWeight } = shipping;
  return {
    ...(shippingMethodId === undefined ? {} : { shippingMethodId }),
    deliveryCompleteStatus: 0,
    shippingPriority,
    extraWeight,
  };
}
