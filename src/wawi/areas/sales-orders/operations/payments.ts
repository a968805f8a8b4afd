import type { EntityMap } from '../../../store/entity-map.ts';
import { compare, isZero, min, round, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { Payment } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../schema/sales.ts';
import { invalid, wrongState } from '../../../store/errors.ts';
import { referenced } from '../../../store/references.ts';
import { only, withoutNulls } from '../../../store/values/merge.ts';
import { orderPaymentStatus, stillToPay } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';

type SalesInvoice = EntityMap['salesInvoice'];

/** A payment as a request gives it. */
export interface PaymentDraft {
  amount: Decimal;
  /** ISO 8601; default: now. */
  date?: string;
  paymentMethodId?: number;
  transactionType?: number;
  comment?: string;
  externalTransactionId?: string;
  receiptNumber?: string;
  isDownPayment?: boolean;
  glAccount?: string;
  /** Divides the amount among the order's open invoices, oldest first; the rest stays with the order. */
  distribute?: boolean;
}

/** A payment with the documents it is for, as the APIs show it. */
export interface AssignedPayment extends Payment {
  salesOrderId: number;
}

/** The payments that have come in for an invoice; they are kept with its order. */
function invoicePayments(data: TenantData, invoice: SalesInvoice): Payment[] {
  const payments = data.of('salesOrder').get(invoice.salesOrderId)?.payments ?? [];
  return payments.filter((payment) => payment.salesInvoiceId === invoice.id);
}

/** An invoice with its payments, as totals are taken from. */
export function payable(data: TenantData, invoice: SalesInvoice): SalesInvoice & { payments: Payment[] } {
  return { ...invoice, payments: invoicePayments(data, invoice) };
}

/**
 * Books a payment on an order.
 * @returns the booked payments: one, or one for each invoice that it was divided among
 * @throws DomainError `not-found`, `state` for a cancelled order, `invalid` for an amount that rounds to 0 or less
 */
export function payOrder(
  data: TenantData,
  orderId: number,
  draft: PaymentDraft,
  now: string,
): AssignedPayment[] {
  const order = data.get('salesOrder', orderId);
  if (order.isCancelled) throw wrongState(`The sales order ${order.number} is cancelled; it cannot be paid.`);
  const amount = paymentAmount(draft);
  const shares = draft.distribute ? distributed(data, order, amount) : [{ amount }];
  return book(data, order, draft, shares, now);
}

/**
 * Books a payment on an invoice.
 * @throws DomainError `not-found`, `state` for a draft or a cancelled invoice, `invalid` for an amount that rounds to 0 or less
 */
export function payInvoice(
  data: TenantData,
  invoiceId: number,
  draft: PaymentDraft,
  now: string,
): AssignedPayment[] {
  const invoice = data.get('salesInvoice', invoiceId);
  if (invoice.isCancelled || invoice.isDraft) {
    const state = invoice.isCancelled ? 'cancelled' : 'a draft';
    throw wrongState(`The invoice ${invoice.number} is ${state}; it cannot be paid.`);
  }
  const order = data.get('salesOrder', invoice.salesOrderId);
  return book(data, order, draft, [{ amount: paymentAmount(draft), salesInvoiceId: invoiceId }], now);
}

/**
 * Records one payment on an order (2.1 CreateSalesOrderPaymentCommandRequestInput).
 * @throws DomainError `missing-reference`; as {@link payOrder}
 */
export function recordOrderPayment(
  data: TenantData,
  { salesOrderId, ...draft }: PaymentDraft & { salesOrderId: number },
  now: string,
): AssignedPayment {
  const order = referenced(data, 'salesOrder', salesOrderId, 'salesOrderId');
  return payOrder(data, order.id, { transactionType: 0, isDownPayment: false, ...draft }, now)[0]!;
}

/** @returns the amount as it is kept, with two decimals (source: 2.1 CreateSalesOrderPaymentCommandRequestInput) */
function paymentAmount({ amount }: PaymentDraft): Decimal {
  const rounded = round(amount);
  if (compare(rounded, zero) > 0) return rounded;
  throw invalid('amount', `The amount ${amount} of a payment must be above 0; it is kept with two decimals.`);
}

/** How an order is marked as paid. */
export interface PaidMark {
  id: number;
  /** ISO 8601; default: now. */
  paymentDate?: string;
  /** Default: the order's, else the standard payment method. */
  paymentMethodId?: number;
  /** Default: true. */
  distribute?: boolean;
  comment?: string;
}

/**
 * Books what is open on an order as paid (2.1 MarkSalesOrderAsPaidCommandRequestInput).
 * @returns the payments; none when nothing is open
 * @throws DomainError `missing-reference`, `state` for a cancelled order
 */
export function markOrderAsPaid(data: TenantData, mark: PaidMark, now: string): AssignedPayment[] {
  const order = referenced(data, 'salesOrder', mark.id, 'id');
  const amount = stillToPay(order);
  if (isZero(amount)) return [];
  const { paymentDate: date = now, comment } = mark;
  const paymentMethodId =
    mark.paymentMethodId ?? order.payment.paymentMethodId ?? standardPaymentMethodId(data);
  const draft = {
    amount,
    date,
    distribute: mark.distribute ?? true,
    ...(paymentMethodId === undefined ? {} : { paymentMethodId }),
    ...(comment === undefined ? {} : { comment }),
  };
  return payOrder(data, order.id, draft, now);
}

function standardPaymentMethodId(data: TenantData): number | undefined {
  return [...data.of('paymentMethod').values()].find((method) => method.isStandard)?.id;
}

/**
 * The payments of an order.
 * @param withInvoices true: those that belong to its invoices too
 * @throws DomainError `not-found`
 */
export function orderPayments(data: TenantData, orderId: number, withInvoices: boolean): AssignedPayment[] {
  return data
    .get('salesOrder', orderId)
    .payments.filter((payment) => withInvoices || payment.salesInvoiceId === undefined)
    .map((payment) => ({ ...payment, salesOrderId: orderId }));
}

/**
 * Takes payments off an order.
 * @param withInvoices true: those that belong to its invoices too
 * @returns whether there was any
 * @throws DomainError `not-found`
 */
export function removeOrderPayments(data: TenantData, orderId: number, withInvoices = true): boolean {
  const removed = orderPayments(data, orderId, withInvoices);
  if (removed.length === 0) return false;
  const ids = new Set(removed.map((payment) => payment.id));
  const { payments } = data.get('salesOrder', orderId);
  data.update('salesOrder', orderId, { payments: payments.filter((payment) => !ids.has(payment.id)) });
  return true;
}

/** Takes all payments off an invoice; those of the order for other invoices stay. */
export function removeInvoicePayments(data: TenantData, invoiceId: number): void {
  const { salesOrderId } = data.get('salesInvoice', invoiceId);
  const { payments } = data.get('salesOrder', salesOrderId);
  data.update('salesOrder', salesOrderId, {
    payments: payments.filter((payment) => payment.salesInvoiceId !== invoiceId),
  });
}

interface Share {
  amount: Decimal;
  salesInvoiceId?: number;
}

function distributed(data: TenantData, order: SalesOrder, amount: Decimal): Share[] {
  const shares: Share[] = [];
  let rest = amount;
  for (const invoice of data.of('salesInvoice').where('salesOrderId', order.id)) {
    if (invoice.isCancelled || invoice.isDraft || compare(rest, zero) <= 0) continue;
    const share = min(rest, stillToPay(payable(data, invoice)));
    if (isZero(share)) continue;
    shares.push({ amount: share, salesInvoiceId: invoice.id });
    rest = subtract(rest, share);
  }
  return isZero(rest) ? shares : [...shares, { amount: rest }];
}

const keptFields = [
  'date',
  'paymentMethodId',
  'transactionType',
  'comment',
  'externalTransactionId',
  'receiptNumber',
  'isDownPayment',
  'glAccount',
] as const;

function book(
  data: TenantData,
  order: SalesOrder,
  draft: PaymentDraft,
  shares: readonly Share[],
  now: string,
): AssignedPayment[] {
  const given = withoutNulls(draft);
  const payments = shares.map((share): Payment => ({
    id: data.nextId('payment'),
    date: now,
    ...only(given, ...keptFields),
    ...share,
    userId: data.actor.userId,
  }));
  const paidBefore = orderPaymentStatus(order) === 2;
  const updated = data.update('salesOrder', order.id, { payments: [...order.payments, ...payments] });
  if (!paidBefore && orderPaymentStatus(updated) === 2)
    raiseEvent(data, 'salesOrder', order.id, 'paid', { now });
  for (const { salesInvoiceId } of payments) raisePaid(data, salesInvoiceId, now);
  return payments.map((payment) => ({ ...payment, salesOrderId: order.id }));
}

function raisePaid(data: TenantData, invoiceId: number | undefined, now: string): void {
  if (invoiceId === undefined) return;
  const invoice = data.get('salesInvoice', invoiceId);
  if (orderPaymentStatus(payable(data, invoice)) === 2)
    raiseEvent(data, 'salesInvoice', invoiceId, 'paid', { now });
}
