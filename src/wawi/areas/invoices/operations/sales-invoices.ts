import { compare, max, min, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { SalesInvoice, SalesInvoiceLineItem } from '../schema/documents.ts';
import type { SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../../sales-orders/schema/sales.ts';
import { wrongState } from '../../../store/errors.ts';
import { without } from '../../../store/values/merge.ts';
import { invoicedQuantities } from '../../sales-orders/rules/order-status.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { cancellationOf, type CancellationDraft } from '../../sales-orders/operations/cancellations.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';

/** The content of a new invoice. */
export interface InvoiceDraft {
  /** Only what has been delivered and not invoiced yet; otherwise all that is not invoiced yet. */
  invoiceOnlyDeliveredQuantity?: boolean | null;
  /** A draft can still be cancelled without a trace in accounting; it becomes final by {@link finalizeInvoice}. */
  asDraft?: boolean | null;
  disableAutomaticWorkflows?: boolean | undefined;
}

/** @returns a final invoice over lines of an order, without an id; given fields take precedence over the order's copy */
export function newInvoice(
  order: SalesOrder,
  fields: Partial<SalesInvoice> & Pick<SalesInvoice, 'number' | 'lineItems'>,
  now: string,
): Omit<SalesInvoice, 'id'> {
  return {
    ...copiedFromOrder(order),
    invoiceDate: now,
    serviceDate: now,
    dunningBlock: false,
    dunningLevel: 0,
    externalInvoiceType: order.externalInvoiceType,
    isDraft: false,
    isCancelled: false,
    ...fields,
    salesOrderId: order.id,
  };
}

/**
 * Invoices what an order leaves to invoice; payments that came in before are taken over.
 * @param now ISO 8601
 * @throws DomainError `not-found`, `state` when there is nothing to invoice
 */
export function createInvoice(
  data: TenantData,
  orderId: number,
  draft: InvoiceDraft,
  now: string,
): SalesInvoice {
  const order = data.get('salesOrder', orderId);
  const lineItems = linesToInvoice(data, order, draft.invoiceOnlyDeliveredQuantity ?? false);
  const obstacle = obstacleToInvoicing(order, lineItems, draft);
  if (obstacle) throw wrongState(`The sales order ${order.number} ${obstacle}.`);
  const number = drawNumber(data, 'invoice', now, (text) => isTaken(data, text), order.companyId);
  const invoice = data.insert(
    'salesInvoice',
    newInvoice(
      order,
      { number, lineItems, isDraft: draft.asDraft ?? false, userCreatedId: data.actor.userId },
      now,
    ),
  );
  assignPayments(data, order, invoice.id);
  const { disableAutomaticWorkflows } = draft;
  raiseEvent(data, 'salesInvoice', invoice.id, 'created', { now, disableAutomaticWorkflows });
  return invoice;
}

/** The fields that an invoice or correction copies from its order. */
export function copiedFromOrder(
  order: SalesOrder,
): Pick<
  SalesInvoice,
  | 'companyId'
  | 'salesOrderId'
  | 'departureCountry'
  | 'billingAddress'
  | 'payment'
  | 'taxSetting'
  | 'languageIso'
  | 'salesChannelId'
  | 'userCreatedId'
> &
  Partial<SalesInvoice> {
  const { externalNumber, customerId, customerVatId, merchantVatId, shipmentAddress, colorcodeId } = order;
  const { customerComment, comment } = order;
  const { shippingMethodId } = order.shipping;
  return {
    companyId: order.companyId,
    salesOrderId: order.id,
    departureCountry: order.departureCountry,
    billingAddress: order.billingAddress,
    payment: order.payment,
    taxSetting: order.taxDetails.taxSetting,
    languageIso: order.languageIso,
    salesChannelId: order.salesChannelId,
    userCreatedId: order.userId,
    ...(externalNumber === undefined ? {} : { externalNumber }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(customerVatId === undefined ? {} : { customerVatId }),
    ...(merchantVatId === undefined ? {} : { merchantVatId }),
    ...(shipmentAddress === undefined ? {} : { shipmentAddress }),
    ...(colorcodeId === undefined ? {} : { colorcodeId }),
    ...(comment === undefined ? {} : { comment }),
    ...(customerComment === undefined ? {} : { customerComment }),
    ...(shippingMethodId === undefined ? {} : { shippingMethodId }),
  };
}

/** @throws DomainError `not-found`, `state` for an invoice that is final or cancelled */
export function finalizeInvoice(data: TenantData, id: number): SalesInvoice {
  const invoice = data.get('salesInvoice', id);
  if (!invoice.isDraft || invoice.isCancelled)
    throw wrongState(`The invoice ${invoice.number} is ${invoice.isDraft ? 'cancelled' : 'final'} already.`);
  return data.update('salesInvoice', id, { isDraft: false });
}

/**
 * Cancels an invoice. Its quantities can be invoiced again, and its payments belong to the order again.
 * @throws DomainError `state` for one that is cancelled or corrected; as {@link cancellationOf}
 */
export function cancelInvoice(
  data: TenantData,
  id: number,
  draft: CancellationDraft,
  now: string,
): SalesInvoice {
  const invoice = data.get('salesInvoice', id);
  const cancellation = cancellationOf(data, 'invoiceCancellationReason', draft, now);
  if (invoice.isCancelled) throw wrongState(`The invoice ${invoice.number} is cancelled already.`);
  const correction = [...data.of('salesInvoiceCorrection').where('salesInvoiceId', id)].find(
    (one) => !one.isCancelled,
  );
  if (correction)
    throw wrongState(
      `The invoice ${invoice.number} has the credit note ${correction.number}; cancel that first.`,
    );
  const cancelled = data.update('salesInvoice', id, { isCancelled: true, cancellation });
  releasePayments(data, invoice);
  raiseEvent(data, 'salesInvoice', id, 'cancelled', { now });
  return cancelled;
}

/** @returns the quantities of an order's lines that are not invoiced yet, as lines of an invoice */
export function linesToInvoice(
  data: TenantData,
  order: SalesOrder,
  onlyDelivered: boolean,
): SalesInvoiceLineItem[] {
  const invoiced = invoicedQuantities(data.of('salesInvoice').where('salesOrderId', order.id));
  return order.lineItems.flatMap((line) => {
    const upTo = onlyDelivered && line.itemId !== undefined ? line.quantityDelivered : line.quantity;
    const quantity = max(zero, subtract(min(upTo, line.quantity), invoiced.get(line.id)));
    return compare(quantity, zero) > 0 ? [invoiceLine(data, line, quantity)] : [];
  });
}

function invoiceLine(data: TenantData, line: SalesOrderLineItem, quantity: Decimal): SalesInvoiceLineItem {
  const { itemId, name, sku, type, salesUnit, salesPriceNet, salesPriceGross, discount } = line;
  const { purchasePriceNet, taxRate, taxClassId, taxCodeId } = line;
  return {
    id: data.nextId('salesInvoiceLineItem'),
    salesOrderLineItemId: line.id,
    ...(itemId === undefined ? {} : { itemId }),
    name,
    ...(sku === undefined ? {} : { sku }),
    type,
    quantity,
    ...(salesUnit === undefined ? {} : { salesUnit }),
    salesPriceNet,
    salesPriceGross,
    discount,
    purchasePriceNet,
    taxRate,
    ...(taxClassId === undefined ? {} : { taxClassId }),
    ...(taxCodeId === undefined ? {} : { taxCodeId }),
  };
}

function obstacleToInvoicing(
  order: SalesOrder,
  lines: readonly SalesInvoiceLineItem[],
  { invoiceOnlyDeliveredQuantity }: InvoiceDraft,
): string | undefined {
  if (order.isCancelled) return 'is cancelled and cannot be invoiced';
  if (order.externalInvoiceType !== 0)
    return `is invoiced outside of Wawi (ExternalInvoiceType ${order.externalInvoiceType})`;
  if (lines.length > 0) return undefined;
  return invoiceOnlyDeliveredQuantity ? 'has nothing delivered to invoice' : 'has nothing left to invoice';
}

function assignPayments(data: TenantData, order: SalesOrder, salesInvoiceId: number): void {
  if (order.payments.length === 0) return;
  const payments = order.payments.map((payment) =>
    payment.salesInvoiceId === undefined ? { ...payment, salesInvoiceId } : payment,
  );
  data.update('salesOrder', order.id, { payments });
}

function releasePayments(data: TenantData, invoice: SalesInvoice): void {
  const { payments } = data.get('salesOrder', invoice.salesOrderId);
  if (payments.length === 0) return;
  data.update('salesOrder', invoice.salesOrderId, {
    payments: payments.map((payment) =>
      payment.salesInvoiceId === invoice.id ? without(payment, 'salesInvoiceId') : payment,
    ),
  });
}

function isTaken(data: TenantData, number: string): boolean {
  return data.of('salesInvoice').findUnique('number', number) !== undefined;
}
