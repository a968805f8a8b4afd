import type { SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../schema/sales.ts';
import { notFound } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { changedLineItem, newLineItem, type LineDraft } from '../../pricing/operations/line-items.ts';
import { changeableOrder, refuseChange, refuseRemoval } from './sales-orders.ts';
import { taxBasisOf } from '../../pricing/operations/taxes.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';

/** A line with the order it belongs to, as the APIs show it. */
export interface OrderedLine extends SalesOrderLineItem {
  salesOrderId: number;
}

/** @returns the lines of an order in their order */
export function linesOf(order: SalesOrder): OrderedLine[] {
  return order.lineItems.map((line) => ({ ...line, salesOrderId: order.id }));
}

/** @throws DomainError `not-found` */
export function lineOf(order: SalesOrder, lineId: number): SalesOrderLineItem {
  const line = order.lineItems.find((one) => one.id === lineId);
  if (!line) throw notFound('line item', lineId);
  return line;
}

/**
 * Adds lines at the end of an order.
 * @returns the lines added
 * @throws DomainError `state`, `missing-reference`, `invalid`
 */
export function addLines(
  data: TenantData,
  orderId: number,
  drafts: readonly LineDraft[],
  now: string,
): OrderedLine[] {
  const order = changeableOrder(data, orderId);
  const added = drafts.map((draft, n) => newLineItem(data, draft, taxBasisOf(order), `[${n}]`));
  replaceLines(data, order, [...order.lineItems, ...added], now);
  return added.map((line) => ({ ...line, salesOrderId: orderId }));
}

/** @throws DomainError `not-found`, `missing-reference`, `invalid`; `state`, as {@link refuseChange} too */
export function changeLine(
  data: TenantData,
  orderId: number,
  lineId: number,
  draft: LineDraft,
  now: string,
): OrderedLine {
  const order = changeableOrder(data, orderId);
  const line = lineOf(order, lineId);
  const changed = changedLineItem(data, line, draft);
  refuseChange(data, order, line, changed);
  replaceLines(
    data,
    order,
    order.lineItems.map((one) => (one.id === lineId ? changed : one)),
    now,
  );
  return { ...changed, salesOrderId: orderId };
}

/**
 * Removes a line of an order and its dependent lines.
 * @throws DomainError `not-found`, `state` for lines that are invoiced, picked, delivered or returned
 */
export function removeLine(data: TenantData, orderId: number, lineId: number, now: string): void {
  const order = changeableOrder(data, orderId);
  lineOf(order, lineId);
  const isGone = (line: SalesOrderLineItem): boolean =>
    line.id === lineId || line.parentSalesOrderLineItemId === lineId;
  for (const line of order.lineItems.filter(isGone)) refuseRemoval(data, order, line);
  const rest = order.lineItems.filter((line) => !isGone(line));
  replaceLines(data, order, rest, now);
}

function replaceLines(
  data: TenantData,
  order: SalesOrder,
  lineItems: SalesOrderLineItem[],
  now: string,
): void {
  data.update('salesOrder', order.id, { lineItems });
  raiseEvent(data, 'salesOrder', order.id, 'changed', { now });
}
