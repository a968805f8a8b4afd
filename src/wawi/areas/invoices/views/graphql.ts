import { add, zero } from '../../../store/values/decimal.ts';
import type { SalesInvoice, SalesInvoiceCorrection } from '../schema/documents.ts';
import { payable } from '../../sales-orders/operations/payments.ts';
import { lastShippingDateOf } from '../../delivery/operations/shipping-dates.ts';
import { dueDateOf } from '../../sales-orders/rules/due-dates.ts';
import { revenueAccountOf } from '../../pricing/rules/taxes.ts';
import { orderPaymentStatus, orderTotals, paidAmount, stillToPay } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import { nameOf } from '../../master-data/views/lookups.ts';
import { documentFields } from '../../sales-orders/views/graphql-documents.ts';

/** Credit notes of an invoice that stand. */
function correctionsOf(invoice: SalesInvoice, data: TenantData): SalesInvoiceCorrection[] {
  return [...data.of('salesInvoiceCorrection').where('salesInvoiceId', invoice.id)].filter(
    (correction) => !correction.isCancelled,
  );
}

/** Invoices and credit notes in GraphQL's lists. */
export const invoiceViewsGraphql: TypeViews = {
  SalesInvoiceListItem: typeView<'SalesInvoiceListItem', SalesInvoice>({
    ...documentFields,
    salesInvoiceId: 'id',
    salesInvoiceNumber: 'number',
    salesInvoiceDate: 'invoiceDate',
    valueDate: 'invoiceDate',
    serviceDateFrom: 'serviceDate',
    serviceDateTo: 'serviceDate',
    vatIdNumber: 'customerVatId',
    isDunningBlocked: 'dunningBlock',
    isDunned: (invoice) => invoice.dunningLevel > 0,
    shippingMethodName: nameOf('shippingMethod', (invoice) => invoice.shippingMethodId),
    languageId: (invoice, { data }) =>
      [...data.of('language').values()].find((one) => one.languageIso2 === invoice.languageIso)?.id,
    isIntraCommunityDelivery: (invoice) => invoice.taxSetting === 10,
    isExemptFromVat: (invoice) => invoice.taxSetting >= 15,
    isExternalSalesInvoice: (invoice) => invoice.externalInvoiceType !== 0,
    printExistingSalesInvoice: () => false,
    paymentDate: (invoice, { data }) => payable(data, invoice).payments.at(-1)?.date,
    stillToPay: (invoice, { data }) => stillToPay(payable(data, invoice)),
    alreadyPaidAmount: (invoice, { data }) => paidAmount(payable(data, invoice)),
    isCompletelyPaid: (invoice, { data }) => orderPaymentStatus(payable(data, invoice)) === 2,
    paymentStatus: (invoice, { data }) => orderPaymentStatus(payable(data, invoice)),
    salesInvoiceCorrectionTotalGrossAmount: (invoice, { data }) =>
      add(zero, ...correctionsOf(invoice, data).map((correction) => orderTotals(correction).gross)),
    hasSalesInvoiceCorrection: (invoice, { data }) => correctionsOf(invoice, data).length > 0,
    isCorrected: (invoice, { data }) => correctionsOf(invoice, data).length > 0,
    paymentDueDate: (invoice) => dueDateOf(invoice.invoiceDate, invoice.payment.paymentTarget),
    isArchived: () => false,
    salesOrderNumber: (invoice, { data }) => data.of('salesOrder').get(invoice.salesOrderId)?.number,
    externalSalesOrderNumber: 'externalNumber',
    cancellationReason: nameOf(
      'invoiceCancellationReason',
      (invoice) => invoice.cancellation?.cancellationReasonId,
    ),
    lastShippingDate: (invoice, { data }) => lastShippingDateOf(data, invoice.salesOrderId),
  }),
  SalesInvoiceCorrectionListItem: typeView<'SalesInvoiceCorrectionListItem', SalesInvoiceCorrection>({
    ...documentFields,
    salesInvoiceCorrectionNumber: 'number',
    salesInvoiceCorrectionDate: 'correctionDate',
    salesInvoiceNumber: ({ salesInvoiceId }, { data }) =>
      data.of('salesInvoice').get(salesInvoiceId ?? 0)?.number,
    revenueAccount: ({ lineItems, taxSetting }) =>
      lineItems[0] && revenueAccountOf(lineItems[0].taxRate, taxSetting),
    plattformId: documentFields['platformId'] ?? 'platformId',
    salesInvoiceComment: ({ salesInvoiceId }, { data }) =>
      data.of('salesInvoice').get(salesInvoiceId ?? 0)?.comment,
    cancellationReason: nameOf(
      'correctionCancellationReason',
      (correction) => correction.cancellation?.cancellationReasonId,
    ),
    status: ({ isDraft, isCancelled }) => (isCancelled ? 'Storniert' : isDraft ? 'Entwurf' : 'Final'),
  }),
  CreateSalesInvoiceCommandResponse: typeView<'CreateSalesInvoiceCommandResponse', SalesInvoice>({
    salesInvoiceId: 'id',
  }),
  CreateSalesInvoiceCorrectionCommandResponse: typeView<
    'CreateSalesInvoiceCorrectionCommandResponse',
    SalesInvoiceCorrection
  >({
    salesInvoiceCorrectionId: 'id',
  }),
};
