import type { EntityMap } from '../../../store/entity-map.ts';
import { compare, isZero, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../schema/sales.ts';
import { Quantities } from '../../../store/values/quantities.ts';

type SalesInvoice = EntityMap['salesInvoice'];

/** How many of a line's pieces something has happened to. */
type CountOfLine = (line: SalesOrderLineItem) => Decimal;

/** @returns 0 none, 1 some, 2 all lines with goods are done; lines of nothing count as done */
function progress(lines: readonly SalesOrderLineItem[], done: CountOfLine): 0 | 1 | 2 {
  const all = lines.every((line) => compare(done(line), line.quantity) >= 0);
  if (all && lines.length > 0) return 2;
  return lines.some((line) => compare(done(line), zero) > 0) ? 1 : 0;
}

/** Lines that are shipped, as opposed to postage and discounts. */
function goodsOf(order: Pick<SalesOrder, 'lineItems'>): SalesOrderLineItem[] {
  return order.lineItems.filter((line) => line.itemId !== undefined && !isZero(line.quantity));
}

/**
 * @returns 0 cancelled, 1 open, 4 partly and 5 completely shipped, 7 completed without shipment: the numbers of
 * GraphQL's DeliveryStatus
 */
export function deliveryStatusOf(order: SalesOrder): number {
  if (order.isCancelled) return 0;
  if (order.shipping.deliveryCompleteStatus === 2) return 7;
  const shipped = progress(goodsOf(order), (line) => line.quantityDelivered);
  return shipped === 2 || order.shipping.deliveryCompleteStatus === 1 ? 5 : shipped === 1 ? 4 : 1;
}

/** @returns per order line how much of it has been invoiced and not cancelled since */
export function invoicedQuantities(invoices: Iterable<SalesInvoice>): Quantities {
  const lines = [...invoices].flatMap((invoice) => (invoice.isCancelled ? [] : invoice.lineItems));
  return Quantities.of(lines, (line) => line.salesOrderLineItemId);
}

/** @returns 0 not, 1 partly, 2 completely invoiced */
export function invoiceStatusOf(order: SalesOrder, invoices: Iterable<SalesInvoice>): 0 | 1 | 2 {
  const invoiced = invoicedQuantities(invoices);
  return progress(
    order.lineItems.filter((line) => !isZero(line.quantity)),
    (line) => invoiced.get(line.id),
  );
}

/** @returns 0 open, 1 in progress, 2 completed, 3 cancelled (fidelity row `sales-order-status`) */
export function orderStatusOf(order: SalesOrder, invoices: Iterable<SalesInvoice>): 0 | 1 | 2 | 3 {
  if (order.isCancelled) return 3;
  const delivery = deliveryStatusOf(order);
  const invoiced = invoiceStatusOf(order, invoices);
  if (delivery >= 5 && (invoiced === 2 || order.externalInvoiceType !== 0)) return 2;
  return delivery > 1 || invoiced > 0 ? 1 : 0;
}
