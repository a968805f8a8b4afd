import type { SalesInvoice } from '../schema/documents.ts';
import type { AccountingEntry, AccountingLine } from '../operations/accounting-data.ts';
import type { AssignedPayment } from '../../sales-orders/operations/payments.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';
import { documentViewsV1 } from './v1.ts';

/** The same shape under v2's name for it. */
const sameAsV1 = (name: string): NonNullable<ViewTable[string]> => documentViewsV1[name] ?? {};

/** A credit note's line knows which line of the invoice it credits; an invoice's line is that line. */
function invoiceLineIdOf({ line }: AccountingLine): number | undefined {
  if ('salesInvoiceLineItemId' in line) return line.salesInvoiceLineItemId as number | undefined;
  return line.id;
}

/** Invoices, payments, returns and accounting data in v2. */
export const documentViewsV2: ViewTable = {
  'V1.Invoice.Invoice': sameAsV1('Invoice'),
  'V1.Invoice.InvoicePaymentDetail': sameAsV1('InvoicePaymentDetail'),
  'V1.Return.CreateReturn': sameAsV1('CreateReturn'),
  'V1.SalesOrder.SalesInvoiceResponse': view<SalesInvoice>({ SalesInvoiceNumber: 'number' }),
  'SalesInvoiceCorrections.SalesInvoiceCorrectionRef': view({ SalesInvoiceCorrectionId: 'id' }),
  'SalesQuotations.SalesQuotationRef': view({ SalesQuotationId: 'id' }),
  'Common.Payment': view<AssignedPayment>({
    AssignmentInfo: () => '',
    AssignmentRating: () => 100,
    // 1: assigned by hand; what the API books is never a guess of the bank import.
    AssignmentType: () => 1,
    IsAdvancePayment: (payment) => payment.isDownPayment ?? payment.salesInvoiceId === undefined,
    ManualSKR: () => null,
    Name: (payment, { data }) => data.of('paymentMethod').get(payment.paymentMethodId ?? 0)?.name,
    NoExport: () => 0,
    Note: 'comment',
    PaymentType: () => 0,
  }),
  'Common.CreatePaymentRequest': view({ PaymentDate: 'date', TransactionId: 'externalTransactionId' }),
  'AccountingData.AccountingData': view<AccountingEntry>({
    ...sameAsV1('AccountingData').fields,
    DocumentType: 'type',
    ServiceDate: ({ document, documentDate }) =>
      'serviceDate' in document ? document.serviceDate : documentDate,
    SalesInvoiceCorrectionId: ({ document }) => ('correctionDate' in document ? document.id : undefined),
    SalesInvoiceId: ({ document }) => ('correctionDate' in document ? document.salesInvoiceId : document.id),
  }),
  'AccountingData.AccountingDataLineItem': view<AccountingLine>({
    ...sameAsV1('AccountingDataLineItem').fields,
    SalesInvoiceCorrectionLineItemId: ({ line }) => ('salesInvoiceLineItemId' in line ? line.id : undefined),
    SalesInvoiceLineItemId: invoiceLineIdOf,
    LineItemType: 'line.type',
    TaxClassName: ({ line }, { data }) => data.of('taxClass').get(line.taxClassId ?? 0)?.name,
    TaxClassType: ({ line }, { data }) => data.of('taxClass').get(line.taxClassId ?? 0)?.type ?? 0,
    NetSalesPricePerUnit: 'netPrice',
    DiscountInPercent: 'line.discount',
  }),
};
