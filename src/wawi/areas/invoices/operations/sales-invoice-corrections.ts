import {
  add,
  compare,
  decimal,
  isNegative,
  max,
  min,
  multiply,
  round,
  subtract,
  zero,
  type Decimal,
} from '../../../store/values/decimal.ts';
import type {
  SalesInvoice,
  SalesInvoiceCorrection,
  SalesInvoiceCorrectionLineItem,
  SalesInvoiceLineItem,
} from '../schema/documents.ts';
import { DomainError, invalid, ruleBroken, wrongState } from '../../../store/errors.ts';
import { without, withoutNulls } from '../../../store/values/merge.ts';
import { Quantities } from '../../../store/values/quantities.ts';
import { sum } from '../../stock/rules/stock.ts';
import { grossOf } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { cancellationOf, type CancellationDraft } from '../../sales-orders/operations/cancellations.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';

/** The credited lines and amounts of an invoice. */
export interface CorrectionDraft {
  asDraft?: boolean | null;
  /** Default: all lines that are not credited yet. */
  lineItems?: CorrectionLineDraft[] | null;
  allowQuantityExceeded?: boolean | null;
  allowAmountExceeded?: boolean | null;
  /** Where no lines are listed: only what has not been delivered. */
  useUndeliveredQuantities?: boolean | null;
  /** Takes what is credited off the order as well. */
  reduceSalesOrderQuantities?: boolean | null;
  /** The return it is for. */
  returnId?: number | null;
}

export interface CorrectionLineDraft {
  salesInvoiceLineItemId: number;
  quantity?: Decimal | null;
  priceNet?: Decimal | null;
}

/** The fields that a credit note does not copy from its invoice. */
const ownOfInvoices = [
  'id',
  'invoiceDate',
  'serviceDate',
  'dunningBlock',
  'dunningLevel',
  'externalInvoiceType',
  'printDate',
  'mailDate',
] as const;

/**
 * Credits an invoice, wholly or by line.
 * @param now ISO 8601
 * @throws DomainError `state` for drafts and cancelled invoices, `rule` for more than was invoiced,
 * `missing-reference` for lines of other invoices
 */
export function correctInvoice(
  data: TenantData,
  invoiceId: number,
  draft: CorrectionDraft,
  now: string,
): SalesInvoiceCorrection {
  const invoice = data.get('salesInvoice', invoiceId);
  if (invoice.isDraft || invoice.isCancelled)
    throw wrongState(
      `The invoice ${invoice.number} is ${invoice.isDraft ? 'a draft' : 'cancelled'} and cannot be corrected.`,
    );
  const lineItems = correctedLines(data, invoice, withoutNulls(draft));
  if (lineItems.length === 0) throw wrongState(`The invoice ${invoice.number} has nothing left to credit.`);
  const taken = (text: string): boolean =>
    data.of('salesInvoiceCorrection').findUnique('number', text) !== undefined;
  if (draft.reduceSalesOrderQuantities) reduceOrder(data, invoice.salesOrderId, lineItems);
  return data.insert('salesInvoiceCorrection', {
    ...without(invoice, ...ownOfInvoices),
    salesInvoiceId: invoiceId,
    ...(draft.returnId ? { returnId: draft.returnId } : {}),
    number: drawNumber(data, 'creditNote', now, taken, invoice.companyId),
    correctionDate: now,
    isDraft: draft.asDraft ?? false,
    isCancelled: false,
    lineItems,
  });
}

/** @throws DomainError `not-found`, `state` for one that is final or cancelled */
export function finalizeCorrection(data: TenantData, id: number): SalesInvoiceCorrection {
  const correction = data.get('salesInvoiceCorrection', id);
  if (!correction.isDraft || correction.isCancelled)
    throw wrongState(
      `The credit note ${correction.number} is ${correction.isDraft ? 'cancelled' : 'final'} already.`,
    );
  return data.update('salesInvoiceCorrection', id, { isDraft: false });
}

/** @throws DomainError `state` for one that is cancelled; as {@link cancellationOf} */
export function cancelCorrection(
  data: TenantData,
  id: number,
  draft: CancellationDraft,
  now: string,
): SalesInvoiceCorrection {
  const correction = data.get('salesInvoiceCorrection', id);
  const cancellation = cancellationOf(data, 'correctionCancellationReason', draft, now);
  if (correction.isCancelled) throw wrongState(`The credit note ${correction.number} is cancelled already.`);
  return data.update('salesInvoiceCorrection', id, { isCancelled: true, cancellation });
}

/** @returns per line of the invoice how much of it has been credited and not cancelled since */
export function creditedQuantities(data: TenantData, invoiceId: number): Quantities {
  return Quantities.of(creditedLines(data, invoiceId), (line) => line.salesInvoiceLineItemId);
}

/** @param isMeant which of the invoice's credit notes count, of those that are not cancelled */
function creditedLines(
  data: TenantData,
  invoiceId: number,
  isMeant: (correction: SalesInvoiceCorrection) => boolean = () => true,
): SalesInvoiceCorrectionLineItem[] {
  return [...data.of('salesInvoiceCorrection').where('salesInvoiceId', invoiceId)].flatMap((correction) =>
    !correction.isCancelled && isMeant(correction) ? correction.lineItems : [],
  );
}

function correctedLines(
  data: TenantData,
  invoice: SalesInvoice,
  draft: CorrectionDraft,
): SalesInvoiceCorrectionLineItem[] {
  return draft.lineItems && draft.lineItems.length > 0
    ? listedLines(data, invoice, draft, draft.lineItems)
    : openLines(data, invoice, draft.useUndeliveredQuantities ?? false);
}

/** All that is not credited yet, or of it what has not been delivered. */
function openLines(
  data: TenantData,
  invoice: SalesInvoice,
  onlyUndelivered: boolean,
): SalesInvoiceCorrectionLineItem[] {
  const credited = creditedQuantities(data, invoice.id);
  const undelivered = onlyUndelivered ? undeliveredQuantities(data, invoice) : undefined;
  return invoice.lineItems.flatMap((line) => {
    const open = subtract(line.quantity, credited.get(line.id));
    const quantity = undelivered ? min(open, undelivered.get(line.id)) : open;
    return compare(quantity, zero) > 0 ? [correctionLine(data, line, quantity, line.salesPriceNet)] : [];
  });
}

/** The lines that the request lists; a line may be listed more than once, and what is credited adds up. */
function listedLines(
  data: TenantData,
  invoice: SalesInvoice,
  draft: CorrectionDraft,
  listed: readonly CorrectionLineDraft[],
): SalesInvoiceCorrectionLineItem[] {
  const credits = creditedLines(data, invoice.id);
  return listed.map(({ salesInvoiceLineItemId, quantity, priceNet }) => {
    const line = invoice.lineItems.find((one) => one.id === salesInvoiceLineItemId);
    if (!line) throw foreignLine(invoice, salesInvoiceLineItemId);
    const before = credits.filter((one) => one.salesInvoiceLineItemId === line.id);
    const open = subtract(line.quantity, sum(before));
    const credit = { quantity: quantity ?? open, salesPriceNet: priceNet ?? line.salesPriceNet };
    if (compare(credit.quantity, zero) <= 0)
      throw invalid('lineItems[].quantity', `The quantity ${credit.quantity} must be above zero.`);
    if (!draft.allowQuantityExceeded) refuseQuantity(line, credit.quantity, open);
    if (!draft.allowAmountExceeded) refuseAmount(line, credit, before);
    const made = correctionLine(data, line, credit.quantity, credit.salesPriceNet);
    credits.push(made);
    return made;
  });
}

/** @returns per line of the invoice how much of it has neither been delivered nor credited other than by a return */
function undeliveredQuantities(data: TenantData, invoice: SalesInvoice): Quantities {
  const { lineItems } = data.get('salesOrder', invoice.salesOrderId);
  const delivered = new Map(lineItems.map((line) => [line.id, line.quantityDelivered]));
  const credited = Quantities.of(
    creditedLines(data, invoice.id, (correction) => correction.returnId === undefined),
    (line) => line.salesInvoiceLineItemId,
  );
  const undelivered = invoice.lineItems.map((line) => ({
    id: line.id,
    quantity: subtract(
      subtract(line.quantity, delivered.get(line.salesOrderLineItemId ?? 0) ?? zero),
      credited.get(line.id),
    ),
  }));
  return Quantities.of(undelivered, (line) => line.id);
}

/** Shipped and returned quantities stay ordered. */
function reduceOrder(
  data: TenantData,
  orderId: number,
  credited: readonly SalesInvoiceCorrectionLineItem[],
): void {
  const quantities = Quantities.of(credited, (line) => line.salesOrderLineItemId);
  const { lineItems } = data.get('salesOrder', orderId);
  data.update('salesOrder', orderId, {
    lineItems: lineItems.map((line) => {
      const least = min(line.quantity, max(line.quantityDelivered, line.quantityReturned));
      return { ...line, quantity: max(least, subtract(line.quantity, quantities.get(line.id))) };
    }),
  });
}

function refuseQuantity(line: SalesInvoiceLineItem, quantity: Decimal, open: Decimal): void {
  if (compare(quantity, open) > 0)
    throw ruleBroken(
      `The quantity ${quantity} of line item ${line.id} is above the ${open} that can still be credited; set allowQuantityExceeded to credit more.`,
    );
}

type Amount = Pick<SalesInvoiceLineItem, 'quantity' | 'salesPriceNet'>;

/** A discount is a line below zero, so amounts are compared by their size. */
function refuseAmount(line: SalesInvoiceLineItem, credit: Amount, before: readonly Amount[]): void {
  const sizeOf = (one: Amount): Decimal =>
    multiply(one.quantity, one.salesPriceNet, isNegative(line.salesPriceNet) ? decimal(-1) : decimal(1));
  const open = subtract(sizeOf(line), add(zero, ...before.map(sizeOf)));
  if (isNegative(sizeOf(credit)))
    throw invalid(
      'lineItems[].priceNet',
      `The price ${credit.salesPriceNet} must have the sign of ${line.salesPriceNet}, at which line item ${line.id} was invoiced.`,
    );
  if (compare(sizeOf(credit), open) > 0)
    throw ruleBroken(
      `The amount of line item ${line.id} is above the ${max(zero, open)} net that can still be credited; set allowAmountExceeded to credit more.`,
    );
}

function foreignLine(invoice: SalesInvoice, id: number): DomainError {
  const message = `The invoice ${invoice.number} has no line item with the id ${id}.`;
  return new DomainError('missing-reference', message, [
    { path: 'lineItems[].salesInvoiceLineItemId', message },
  ]);
}

function correctionLine(
  data: TenantData,
  line: SalesInvoiceLineItem,
  quantity: Decimal,
  salesPriceNet: Decimal,
): SalesInvoiceCorrectionLineItem {
  return {
    ...line,
    id: data.nextId('salesInvoiceCorrectionLineItem'),
    salesInvoiceLineItemId: line.id,
    quantity,
    salesPriceNet,
    salesPriceGross:
      salesPriceNet === line.salesPriceNet
        ? line.salesPriceGross
        : round(grossOf(salesPriceNet, line.taxRate)),
  };
}
