import type { SalesInvoice } from '../schema/documents.ts';
import type { AccountingEntry, AccountingLine } from '../operations/accounting-data.ts';
import type { AssignedPayment } from '../../sales-orders/operations/payments.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { sameFields } from '../../../wire/views/named-views.ts';
import { documentViewsV1 } from './v1.ts';

/** A credit note's line knows which line of the invoice it credits; an invoice's line is that line. */
function invoiceLineIdOf({ line }: AccountingLine): number | undefined {
  if ('salesInvoiceLineItemId' in line) return line.salesInvoiceLineItemId as number | undefined;
  return line.id;
}

/** Invoices, payments, returns and accounting data in v2. */
export const documentViewsV2: V2Views = {
  'V1.Invoice.Invoice': sameFields(documentViewsV1.Invoice),
  'V1.Invoice.InvoicePaymentDetail': sameFields(documentViewsV1.InvoicePaymentDetail),
  'V1.Return.CreateReturn': sameFields(documentViewsV1.CreateReturn),
  'V1.SalesOrder.SalesInvoiceResponse': v2View<'V1.SalesOrder.SalesInvoiceResponse', SalesInvoice>({
    SalesInvoiceNumber: 'number',
  }),
  'SalesInvoiceCorrections.SalesInvoiceCorrectionRef':
    v2View<'SalesInvoiceCorrections.SalesInvoiceCorrectionRef'>({ SalesInvoiceCorrectionId: 'id' }),
  'SalesQuotations.SalesQuotationRef': v2View<'SalesQuotations.SalesQuotationRef'>({
    SalesQuotationId: 'id',
  }),
  'Common.Payment': v2View<'Common.Payment', AssignedPayment>({
    AssignmentInfo: () => '',
    AssignmentRating: () => 100,
    // 1: assigned by hand; the bank import does not guess bookings of the API.
    AssignmentType: () => 1,
    IsAdvancePayment: (payment) => payment.isDownPayment ?? payment.salesInvoiceId === undefined,
    ManualSKR: () => null,
    Name: (payment, { data }) => data.of('paymentMethod').get(payment.paymentMethodId ?? 0)?.name,
    NoExport: () => 0,
    Note: 'comment',
    PaymentType: () => 0,
  }),
  'Common.CreatePaymentRequest': v2View<'Common.CreatePaymentRequest'>({
    PaymentDate: 'date',
    TransactionId: 'externalTransactionId',
  }),
  'AccountingData.AccountingData': v2View<'AccountingData.AccountingData', AccountingEntry>({
    ...documentViewsV1.AccountingData.fields,
    DocumentType: 'type',
    ServiceDate: ({ document, documentDate }) =>
      'serviceDate' in document ? document.serviceDate : documentDate,
    SalesInvoiceCorrectionId: ({ document }) => ('correctionDate' in document ? document.id : undefined),
    SalesInvoiceId: ({ document }) => ('correctionDate' in document ? document.salesInvoiceId : document.id),
  }),
  'AccountingData.AccountingDataLineItem': v2View<'AccountingData.AccountingDataLineItem', AccountingLine>({
    ...documentViewsV1.AccountingDataLineItem.fields,
    SalesInvoiceCorrectionLineItemId: ({ line }) => ('salesInvoiceLineItemId' in line ? line.id : undefined),
    SalesInvoiceLineItemId: invoiceLineIdOf,
    LineItemType: 'line.type',
    TaxClassName: ({ line }, { data }) => data.of('taxClass').get(line.taxClassId ?? 0)?.name,
    TaxClassType: ({ line }, { data }) => data.of('taxClass').get(line.taxClassId ?? 0)?.type ?? 0,
    NetSalesPricePerUnit: 'netPrice',
    DiscountInPercent: 'line.discount',
  }),
};
