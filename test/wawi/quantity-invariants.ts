import {
  add,
  compare,
  isNegative,
  multiply,
  zero,
  type Decimal,
} from '../../src/wawi/store/values/decimal.ts';
import { Quantities } from '../../src/wawi/store/values/quantities.ts';
import { isOpen } from '../../src/wawi/areas/stock/rules/stock.ts';
import type { TenantData } from '../../src/wawi/store/tenant-data.ts';

/** @returns every law about quantities that the tenant breaks */
export function brokenInvariants(data: TenantData): string[] {
  return [...ordersBroken(data), ...invoicesBroken(data), ...goodsBroken(data)];
}

function* ordersBroken(data: TenantData): Iterable<string> {
  const notes = [...data.of('deliveryNote').values()].flatMap((note) => note.lineItems);
  const shipped = Quantities.of(notes, (line) => line.salesOrderLineItemId);
  for (const order of data.of('salesOrder').values()) {
    const ids = order.lineItems.map((line) => line.id);
    if (new Set(ids).size < ids.length) yield `order ${order.id} has a line twice`;
    for (const { id, quantity, quantityDelivered, quantityReturned } of order.lineItems) {
      if (isNegative(quantity) || isNegative(quantityDelivered) || isNegative(quantityReturned))
        yield `line ${id} has a quantity below zero`;
      if (isAbove(quantityDelivered, quantity))
        yield `line ${id}: ${quantityDelivered} of ${quantity} shipped`;
      if (isAbove(quantityReturned, quantity))
        yield `line ${id}: ${quantityReturned} of ${quantity} came back`;
      if (isAbove(shipped.get(id), quantityDelivered))
        yield `line ${id}: ${shipped.get(id)} on delivery notes`;
    }
  }
}

function* invoicesBroken(data: TenantData): Iterable<string> {
  for (const invoice of data.of('salesInvoice').values()) {
    const credits = [...data.of('salesInvoiceCorrection').where('salesInvoiceId', invoice.id)]
      .filter((correction) => !correction.isCancelled)
      .flatMap((correction) => correction.lineItems);
    for (const line of invoice.lineItems) {
      const own = credits.filter((credit) => credit.salesInvoiceLineItemId === line.id);
      const quantity = add(zero, ...own.map((credit) => credit.quantity));
      const amount = add(zero, ...own.map(amountOf));
      if (isAbove(quantity, line.quantity))
        yield `invoice line ${line.id}: ${quantity} of ${line.quantity} credited`;
      if (isAbove(amount, amountOf(line)))
        yield `invoice line ${line.id}: ${amount} of ${amountOf(line)} credited`;
    }
  }
}

function* goodsBroken(data: TenantData): Iterable<string> {
  for (const position of data.of('pickListPosition').values())
    if (isOpen(position) && !isAbove(position.quantity, zero))
      yield `position ${position.id} holds ${position.quantity}`;
  for (const row of data.of('stock').values())
    if (isNegative(row.quantity) && !data.get('item', row.itemId).allowNegativeStock)
      yield `stock ${row.id} of item ${row.itemId} is ${row.quantity}`;
  for (const transfer of data.of('stockTransfer').values())
    for (const line of transfer.lineItems) {
      const gone = add(line.receivedQuantity, line.writtenOffQuantity);
      if (isAbove(gone, line.shippedQuantity)) yield `transfer line ${line.id}: ${gone} arrived or lost`;
    }
}

/** @returns per line of the order how much a return has had credited */
export function creditedBy(data: TenantData, returnId: number): Quantities {
  const lines = [...data.of('salesInvoiceCorrection').where('returnId', returnId)].flatMap((one) =>
    one.isCancelled ? [] : one.lineItems,
  );
  return Quantities.of(lines, (line) => line.salesOrderLineItemId);
}

function amountOf(line: { quantity: Decimal; salesPriceNet: Decimal }): Decimal {
  return multiply(line.quantity, line.salesPriceNet);
}

export function isAbove(a: Decimal, b: Decimal): boolean {
  return compare(a, b) > 0;
}
