import { add, compare, isZero, max, min, multiply, round, subtract, zero, type Decimal } from '../decimal.ts';
import type {
  SalesInvoice,
  SalesInvoiceCorrection,
  SalesInvoiceCorrectionLineItem,
  SalesInvoiceLineItem,
} from '../entities/documents.ts';
import { DomainError, invalid, ruleBroken, wrongState } from '../errors.ts';
import { without, withoutNulls } from '../merge.ts';
import { grossOf } from '../rules/totals.ts';
import type { TenantData } from '../store/tenant-data.ts';
import { cancellationOf, type CancellationDraft } from './cancellations.ts';
import { drawNumber } from './number-ranges.ts';

/** What is to be credited of an invoice. */
export interface CorrectionDraft {
  asDraft?: boolean | null;
  /** Absent: all that is not credited yet. */
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

/** What a credit note does not take over from its invoice. */
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
export function creditedQuantities(data: TenantData, invoiceId: number): ReadonlyMap<number, Decimal> {
  const quantities = new Map<number, Decimal>();
  for (const correction of data.of('salesInvoiceCorrection').where('salesInvoiceId', invoiceId)) {
    if (correction.isCancelled) continue;
    for (const { salesInvoiceLineItemId, quantity } of correction.lineItems) {
      if (salesInvoiceLineItemId === undefined) continue;
      quantities.set(salesInvoiceLineItemId, add(quantities.get(salesInvoiceLineItemId) ?? zero, quantity));
    }
  }
  return quantities;
}

function correctedLines(
  data: TenantData,
  invoice: SalesInvoice,
  draft: CorrectionDraft,
): SalesInvoiceCorrectionLineItem[] {
  const credited = creditedQuantities(data, invoice.id);
  const open = (line: SalesInvoiceLineItem): Decimal =>
    subtract(line.quantity, credited.get(line.id) ?? zero);
  if (!draft.lineItems || draft.lineItems.length === 0) {
    const delivered = draft.useUndeliveredQuantities ? deliveredQuantities(data, invoice) : undefined;
    return invoice.lineItems.flatMap((line) => {
      const quantity = min(open(line), subtract(line.quantity, delivered?.get(line.id) ?? zero));
      return compare(quantity, zero) > 0 ? [correctionLine(data, line, quantity, line.salesPriceNet)] : [];
    });
  }
  return draft.lineItems.map(({ salesInvoiceLineItemId, quantity, priceNet }) => {
    const line = invoice.lineItems.find((one) => one.id === salesInvoiceLineItemId);
    if (!line) throw foreignLine(invoice, salesInvoiceLineItemId);
    const credit = quantity ?? open(line);
    if (compare(credit, zero) <= 0)
      throw invalid('lineItems[].quantity', `The quantity ${credit} must be above zero.`);
    refuseExcess(line, credit, priceNet ?? line.salesPriceNet, open(line), draft);
    return correctionLine(data, line, credit, priceNet ?? line.salesPriceNet);
  });
}

/** @returns per line of the invoice how much of the order's line has been delivered */
function deliveredQuantities(data: TenantData, invoice: SalesInvoice): ReadonlyMap<number, Decimal> {
  const { lineItems } = data.get('salesOrder', invoice.salesOrderId);
  const delivered = new Map(lineItems.map((line) => [line.id, line.quantityDelivered]));
  return new Map(
    invoice.lineItems.map((line) => [line.id, delivered.get(line.salesOrderLineItemId ?? 0) ?? zero]),
  );
}

function reduceOrder(
  data: TenantData,
  orderId: number,
  credited: readonly SalesInvoiceCorrectionLineItem[],
): void {
  const quantities = new Map(credited.map((line) => [line.salesOrderLineItemId, line.quantity]));
  const { lineItems } = data.get('salesOrder', orderId);
  data.update('salesOrder', orderId, {
    lineItems: lineItems.map((line) => ({
      ...line,
      quantity: max(zero, subtract(line.quantity, quantities.get(line.id) ?? zero)),
    })),
  });
}

function refuseExcess(
  line: SalesInvoiceLineItem,
  quantity: Decimal,
  priceNet: Decimal,
  open: Decimal,
  draft: CorrectionDraft,
): void {
  if (!draft.allowQuantityExceeded && compare(quantity, open) > 0)
    throw ruleBroken(
      `The quantity ${quantity} of line item ${line.id} is above the ${open} that can still be credited; set allowQuantityExceeded to credit more.`,
    );
  const most = multiply(open, line.salesPriceNet);
  if (!draft.allowAmountExceeded && !isZero(open) && compare(multiply(quantity, priceNet), most) > 0)
    throw ruleBroken(
      `The amount of line item ${line.id} is above the ${most} net that can still be credited; set allowAmountExceeded to credit more.`,
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
