import { add, decimal, multiply, zero } from '../../store/values/decimal.ts';
import type { SalesOrderLineItem } from '../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../sales-orders/schema/sales.ts';
import { addPackage, createDeliveryNote, type Shipment } from './operations/delivery-notes.ts';
import { bookStock } from '../stock/operations/stock.ts';
import type { Generation } from '../../store/generation.ts';

const day = 86_400_000;
/** Orders younger than this are still open. */
const openDays = 14;
/** Every so many orders have been delivered in part only. */
const partialEvery = 15;
const place = { warehouseId: 1, storageLocationId: 1 } as const;

/** Delivery notes with a parcel each for the orders that have been shipped; the youngest are still open. */
export function generateDeliveries(generation: Generation): void {
  const { data, until } = generation;
  for (const order of [...data.of('salesOrder').where('isCancelled', false)]) {
    if (Date.parse(order.salesOrderDate) > until - openDays * day) continue;
    const goods = order.lineItems.filter((line) => line.itemId !== undefined);
    const shipped = order.id % partialEvery === 0 ? goods.slice(0, 1) : goods;
    if (shipped.length > 0) generateDelivery(generation, order, shipped);
  }
}

function generateDelivery(
  { data, sequence }: Generation,
  order: SalesOrder,
  lines: readonly SalesOrderLineItem[],
): void {
  const faker = sequence('deliveryNote', order.id);
  const after = faker.number.int({ min: 1, max: 3 }) * day;
  const now = new Date(Date.parse(order.salesOrderDate) + after).toISOString();
  const write = { now, disableAutomaticWorkflows: true };
  for (const { itemId = 0, quantity } of lines)
    bookStock(data, { itemId, ...place, quantity, comment: 'Wareneingang' }, order.salesOrderDate, 'admin');
  const shipments: Shipment[] = lines.map(({ id, itemId, quantity }) => ({
    salesOrderLineItemId: id,
    ...(itemId === undefined ? {} : { itemId }),
    ...place,
    quantity,
    serialNumbers: [],
  }));
  const note = createDeliveryNote(data, order.id, shipments, { ...write, warehouseId: place.warehouseId });
  const weights = lines.map(({ itemId = 0, quantity }) =>
    multiply(data.get('item', itemId).weights.shippingWeight, quantity),
  );
  addPackage(
    data,
    note.id,
    {
      shippedDate: now,
      trackingId: `00340${faker.string.numeric(15)}`,
      weight: add(zero, decimal('0.3'), ...weights),
    },
    write,
  );
}
