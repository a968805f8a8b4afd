import { add, decimal, multiply, zero } from '../../store/values/decimal.ts';
import type { SalesOrderLineItem } from '../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../sales-orders/schema/sales.ts';
import { addPackage, createDeliveryNote, type Shipment } from './operations/delivery-notes.ts';
import { bookStock } from '../stock/operations/stock.ts';
import type { Generation } from '../../store/generation.ts';

const day = 86_400_000;
/** Orders younger than this are still open. */
const openDays = 14;
/** Every so many orders have been delivered in part only, where they are of more than one line. */
const partialEvery = 7;
const place = { warehouseId: 1, storageLocationId: 1 } as const;

/** A shipment of an order that is to be made up. */
interface Dispatch {
  order: SalesOrder;
  lines: readonly SalesOrderLineItem[];
  /** ISO 8601. */
  at: string;
}

/**
 * Delivery notes with a parcel each for the orders that have been shipped, in the order of their dates; the youngest
 * orders are still open, and so are those that wait for their payment.
 */
export function generateDeliveries(generation: Generation): void {
  const { data, until } = generation;
  const dispatches = [...data.of('salesOrder').where('isCancelled', false)].flatMap((order): Dispatch[] => {
    if (Date.parse(order.salesOrderDate) > until - openDays * day) return [];
    const goods = order.lineItems.filter((line) => line.itemId !== undefined);
    const at = dispatchedAt(generation, order);
    if (goods.length === 0 || at === undefined) return [];
    return [{ order, lines: order.id % partialEvery === 0 ? goods.slice(0, 1) : goods, at }];
  });
  dispatches.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const dispatch of dispatches) generateDelivery(generation, dispatch);
}

/** @returns when the goods leave, ISO 8601: on one of the working days after the order, or after its payment in advance */
function dispatchedAt({ data, sequence, until }: Generation, order: SalesOrder): string | undefined {
  const faker = sequence('dispatch', order.id);
  const methodId = order.payment.paymentMethodId;
  const isOnCredit =
    methodId !== undefined && data.get('paymentMethod', methodId).canShipBeforePayment === true;
  const from = isOnCredit ? order.salesOrderDate : order.payments[0]?.date;
  if (from === undefined) return undefined;
  const midnight = Math.floor(Date.parse(from) / day) * day + faker.number.int({ min: 1, max: 3 }) * day;
  const working = new Date(midnight).getUTCDay() === 0 ? midnight + day : midnight;
  const at = working + faker.number.int({ min: 7 * 60, max: 16 * 60 }) * 60_000;
  return at > until ? undefined : new Date(at).toISOString();
}

function generateDelivery({ data, sequence }: Generation, { order, lines, at: now }: Dispatch): void {
  const faker = sequence('deliveryNote', order.id);
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
