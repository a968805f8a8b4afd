import type { EntityMap } from '../../../store/entity-map.ts';
import type { SalesOrder } from '../schema/sales.ts';
import { isZero } from '../../../store/values/decimal.ts';
import { deliveryStatusOf } from '../rules/order-status.ts';
import type { Generation } from '../../../store/generation.ts';

type SalesInvoiceLineItem = EntityMap['salesInvoice']['lineItems'][number];

const dayMs = 86_400_000;
/** Every so many orders one is urgent, very urgent, or has a day on which it is expected. */
const every = { urgent: 6, veryUrgent: 20, estimated: 3 };
const partlyDelivered = 4;

/** Orders that are to go out before others, and days on which the customers expect theirs. */
export function varyShipping({ data, sequence }: Generation): void {
  for (const { id, salesOrderDate, shipping } of data.of('salesOrder').list()) {
    const faker = sequence('orderVariety', id);
    const days = faker.number.int({ min: 3, max: 12 });
    const estimated = new Date(Date.parse(salesOrderDate) + days * dayMs).toISOString().slice(0, 10);
    data.update('salesOrder', id, {
      shipping: {
        ...shipping,
        shippingPriority: id % every.veryUrgent === 0 ? 2 : id % every.urgent === 0 ? 1 : 0,
        ...(id % every.estimated === 0 ? { estimatedDeliveryDate: `${estimated}T00:00:00.000Z` } : {}),
      },
    });
  }
}

/** Every second order that was delivered in part is invoiced in part, too: the rest when it leaves. */
export function invoiceInPart({ data }: Generation): void {
  const inPart = [...data.of('salesOrder').values()].filter(
    (order) => order.id % 2 === 0 && deliveryStatusOf(order) === partlyDelivered,
  );
  for (const order of inPart) {
    for (const { id, lineItems } of [...data.of('salesInvoice').where('salesOrderId', order.id)])
      data.update('salesInvoice', id, { lineItems: lineItems.filter((line) => hasLeft(order, line)) });
  }
}

/** Postage is invoiced with what leaves first. */
function hasLeft(order: SalesOrder, { itemId, salesOrderLineItemId }: SalesInvoiceLineItem): boolean {
  const line = order.lineItems.find(({ id }) => id === salesOrderLineItemId);
  return itemId === undefined || (line !== undefined && !isZero(line.quantityDelivered));
}
