import { add, compare, min, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { SalesInvoiceCorrection } from '../../invoices/schema/documents.ts';
import type { Return, ReturnLineItem, ReturnPackage } from '../schema/returns.ts';
import type { SalesOrder } from '../../sales-orders/schema/sales.ts';
import { DomainError, invalid, notFound, ruleBroken, wrongState } from '../../../store/errors.ts';
import { completed, merge, only, without, withoutNulls } from '../../../store/values/merge.ts';
import { Quantities } from '../../../store/values/quantities.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';
import { referenced } from '../../../store/references.ts';
import {
  correctInvoice,
  creditedQuantities,
  type CorrectionDraft,
  type CorrectionLineDraft,
} from '../../invoices/operations/sales-invoice-corrections.ts';
import { invoicedLines } from '../../invoices/operations/invoice-lines.ts';

/** A return as a request gives it. */
export interface ReturnDraft extends Partial<Omit<Return, 'lineItems' | 'packages'>> {
  companyId: number;
  salesOrderId: number;
  warehouseId: number;
  lineItems: ReturnLineDraft[];
  packages?: Partial<ReturnPackage>[];
}

export type ReturnLineDraft = Partial<ReturnLineItem> & { quantity: Decimal };

/** A return of this origin came in by the API. */
const restApiOrigin = 7;
const announced = 1;

/**
 * Announces a return. Each line names the line of the order or of the delivery note it sends back.
 * @param now ISO 8601
 * @throws DomainError `missing-reference`, `invalid` for a line that names none, `rule` for more than was ordered
 */
export function createReturn(data: TenantData, draft: ReturnDraft, now: string): Return {
  const { lineItems, packages = [], ...fields } = withoutNulls(draft);
  const order = referenced(data, 'salesOrder', fields.salesOrderId, 'salesOrderId');
  const taken = (text: string): boolean => data.of('return').findUnique('number', text) !== undefined;
  if (lineItems.length === 0)
    throw invalid('lineItems', 'The list of items is empty; a return needs at least one.');
  const created = data.insert('return', {
    returnDate: now,
    origin: restApiOrigin,
    stateId: announced,
    transmitToSalesChannel: false,
    ...(order.customerId === undefined ? {} : { customerId: order.customerId }),
    ...fields,
    number: fields.number ?? drawNumber(data, 'return', now, taken, fields.companyId),
    lineItems: [],
    packages: packages.map((one) => ({ trackingId: '', ...one, id: data.nextId('returnPackage') })),
  });
  for (const line of lineItems) addReturnLine(data, created.id, line);
  return data.get('return', created.id);
}

/**
 * Changes a return's own fields; its state follows from its lines.
 * @throws DomainError `not-found`, `missing-reference`
 */
export function updateReturn(data: TenantData, id: number, draft: object): Return {
  const current = data.get('return', id);
  const change = without(draft as Partial<Return>, 'stateId', 'lineItems');
  const places = only(current, 'companyId', 'salesOrderId', 'warehouseId');
  const states = only(current, 'stateId', 'origin', 'transmitToSalesChannel', 'lineItems', 'packages');
  const kept = { ...places, ...states, ...only(current, 'id', 'number', 'returnDate') };
  return data.replace('return', id, completed<Return>(kept, merge(current, change)));
}

/**
 * Adds a line, or its quantity to an equal line.
 * @throws DomainError as {@link createReturn}
 */
export function addReturnLine(data: TenantData, returnId: number, draft: ReturnLineDraft): ReturnLineItem {
  const current = data.get('return', returnId);
  const line = completedLine(data, current, withoutNulls(draft));
  const equal = current.lineItems.find((one) => isEqualLine(one, line));
  const stored = equal ? { ...equal, quantity: add(equal.quantity, line.quantity) } : line;
  const lineItems = equal
    ? current.lineItems.map((one) => (one.id === equal.id ? stored : one))
    : [...current.lineItems, stored];
  storeLines(data, current, lineItems);
  countReturned(data, current, line, line.quantity);
  return stored;
}

/** @throws DomainError `not-found`, `missing-reference`, `rule` */
export function changeReturnLine(
  data: TenantData,
  returnId: number,
  lineId: number,
  draft: Partial<ReturnLineItem>,
): ReturnLineItem {
  const current = data.get('return', returnId);
  const line = returnLineOf(current, lineId);
  const kept = only(line, 'id', 'stateId', 'quantity', 'returnReasonId', 'credit');
  const changed = completed<ReturnLineItem>({ ...kept, name: line.name }, merge(line, without(draft, 'id')));
  if (compare(changed.quantity, zero) <= 0)
    throw invalid('quantity', `The quantity ${changed.quantity} must be above zero.`);
  const growth = subtract(changed.quantity, line.quantity);
  refuseExcess(data, current, changed, growth);
  storeLines(
    data,
    current,
    current.lineItems.map((one) => (one.id === lineId ? changed : one)),
  );
  countReturned(data, current, changed, growth);
  return changed;
}

/** @throws DomainError `not-found` */
export function removeReturnLine(data: TenantData, returnId: number, lineId: number): void {
  const current = data.get('return', returnId);
  const line = returnLineOf(current, lineId);
  storeLines(
    data,
    current,
    current.lineItems.filter((one) => one.id !== lineId),
  );
  countReturned(data, current, line, subtract(zero, line.quantity));
}

/** How a return is credited. */
export type CreditDraft = Pick<
  CorrectionDraft,
  'asDraft' | 'reduceSalesOrderQuantities' | 'allowQuantityExceeded' | 'allowAmountExceeded'
>;

/**
 * Credits a return: a correction for each invoice behind its lines. `allowQuantityExceeded` lets
 * the last invoice of a line be credited beyond its quantity (REST 2.1, creates one sales invoice correction per invoice).
 * @throws DomainError `not-found`, `state` when none of it has been invoiced or all that is to be credited is
 */
export function creditReturn(
  data: TenantData,
  id: number,
  draft: CreditDraft,
  now: string,
): SalesInvoiceCorrection[] {
  const current = data.get('return', id);
  const byInvoice = creditsByInvoice(data, current, draft.allowQuantityExceeded ?? false);
  if (byInvoice.size === 0)
    throw wrongState(
      `The return ${current.number} has nothing that is to be credited, invoiced and not credited yet.`,
    );
  return [...byInvoice].map(([invoiceId, lineItems]) =>
    correctInvoice(data, invoiceId, { ...draft, lineItems, returnId: id }, now),
  );
}

/** @throws DomainError `not-found` */
function returnLineOf(current: Return, lineId: number): ReturnLineItem {
  const line = current.lineItems.find((one) => one.id === lineId);
  if (!line) throw notFound('return line item', lineId);
  return line;
}

/** Of each line what the customer gets back and has not got by this return yet, spread over the invoices behind it. */
function creditsByInvoice(
  data: TenantData,
  current: Return,
  mayExceed: boolean,
): ReadonlyMap<number, CorrectionLineDraft[]> {
  const index = invoicedLines(data, current.salesOrderId);
  const returned = Quantities.of(
    current.lineItems.filter((line) => line.credit),
    (line) => line.salesOrderLineItemId,
  );
  const credited = creditedByReturn(data, current.id);
  const credits = new Map<number, CorrectionLineDraft[]>();
  for (const lineId of new Set(current.lineItems.map((line) => line.salesOrderLineItemId ?? 0))) {
    let rest = subtract(returned.get(lineId), credited.get(lineId));
    const invoiced = index.get(lineId) ?? [];
    for (const [n, { invoiceId, invoiceLine }] of invoiced.entries()) {
      const before = creditedQuantities(data, invoiceId).get(invoiceLine.id);
      const takesRest = mayExceed && n === invoiced.length - 1;
      const quantity = takesRest ? rest : min(rest, subtract(invoiceLine.quantity, before));
      if (compare(quantity, zero) <= 0) continue;
      const drafts = credits.get(invoiceId) ?? [];
      credits.set(invoiceId, [...drafts, { salesInvoiceLineItemId: invoiceLine.id, quantity }]);
      rest = subtract(rest, quantity);
    }
  }
  return credits;
}

/** @returns per line of the order how much the return has had credited */
function creditedByReturn(data: TenantData, returnId: number): Quantities {
  const corrections = [...data.of('salesInvoiceCorrection').where('returnId', returnId)];
  const lines = corrections.flatMap((one) => (one.isCancelled ? [] : one.lineItems));
  return Quantities.of(lines, (line) => line.salesOrderLineItemId);
}

function completedLine(data: TenantData, current: Return, draft: ReturnLineDraft): ReturnLineItem {
  const order = data.get('salesOrder', current.salesOrderId);
  const salesOrderLineItemId = orderLineIdOf(data, order, draft);
  const orderLine = order.lineItems.find((one) => one.id === salesOrderLineItemId);
  if (!orderLine) throw missingLine(order, salesOrderLineItemId);
  if (compare(draft.quantity, zero) <= 0)
    throw invalid('lineItems[].quantity', `The quantity ${draft.quantity} must be above zero.`);
  const { itemId, name, sku } = orderLine;
  const line: ReturnLineItem = {
    stateId: announced,
    ...(itemId === undefined ? {} : { itemId }),
    name,
    ...(sku === undefined ? {} : { sku }),
    credit: true,
    ...draft,
    salesOrderLineItemId,
    id: data.nextId('returnLineItem'),
  };
  refuseExcess(data, current, line, line.quantity);
  return line;
}

function orderLineIdOf(data: TenantData, order: SalesOrder, draft: ReturnLineDraft): number {
  if (draft.salesOrderLineItemId !== undefined) return draft.salesOrderLineItemId;
  const { deliveryNoteLineItemId } = draft;
  if (deliveryNoteLineItemId === undefined)
    throw invalid(
      'lineItems[].salesOrderLineItemId',
      'The line names neither SalesOrderLineItemId nor DeliveryNoteLineItemId; one is needed.',
    );
  for (const note of data.of('deliveryNote').where('salesOrderId', order.id)) {
    const line = note.lineItems.find((one) => one.id === deliveryNoteLineItemId);
    if (line?.salesOrderLineItemId !== undefined) return line.salesOrderLineItemId;
  }
  const message = `No delivery note of the sales order ${order.number} has a line item with the id ${deliveryNoteLineItemId}.`;
  throw new DomainError('missing-reference', message, [
    { path: 'lineItems[].deliveryNoteLineItemId', message },
  ]);
}

function missingLine(order: SalesOrder, id: number): DomainError {
  const message = `The sales order ${order.number} has no line item with the id ${id}.`;
  return new DomainError('missing-reference', message, [
    { path: 'lineItems[].salesOrderLineItemId', message },
  ]);
}

/** No more can come back than was ordered (fidelity row `return-quantity`). */
function refuseExcess(data: TenantData, current: Return, line: ReturnLineItem, growth: Decimal): void {
  const order = data.get('salesOrder', current.salesOrderId);
  const orderLine = order.lineItems.find((one) => one.id === line.salesOrderLineItemId);
  if (!orderLine) return;
  const left = subtract(orderLine.quantity, orderLine.quantityReturned);
  if (compare(growth, left) > 0)
    throw ruleBroken(
      `Of line item ${orderLine.id} of the sales order ${order.number} only ${left} can still be returned, not ${growth}.`,
    );
}

function isEqualLine(a: ReturnLineItem, b: ReturnLineItem): boolean {
  const identity = (line: ReturnLineItem): string =>
    JSON.stringify(Object.entries(without(line, 'id', 'quantity')).sort());
  return identity(a) === identity(b);
}

function storeLines(data: TenantData, current: Return, lineItems: ReturnLineItem[]): void {
  const stateId = lineItems.length === 0 ? announced : Math.min(...lineItems.map((line) => line.stateId));
  data.update('return', current.id, { lineItems, stateId });
}

function countReturned(data: TenantData, current: Return, line: ReturnLineItem, growth: Decimal): void {
  const order = data.get('salesOrder', current.salesOrderId);
  data.update('salesOrder', order.id, {
    lineItems: order.lineItems.map((one) =>
      one.id === line.salesOrderLineItemId
        ? { ...one, quantityReturned: add(one.quantityReturned, growth) }
        : one,
    ),
  });
}
