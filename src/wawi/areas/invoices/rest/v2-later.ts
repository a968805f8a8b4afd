import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { update } from '../../../wire/rest/handlers.ts';
import { sortedPage, sortedPageOfRows } from '../../../wire/rest/sorted-lists.ts';
import { marked } from '../../../wire/rest/bindings.ts';
import { correctInvoice } from '../operations/sales-invoice-corrections.ts';
import type { SalesInvoice } from '../schema/documents.ts';
import { correctionCancelled, invoiceFilters, invoicePaid, invoicePaymentsRemoved } from './documents.ts';

const salesInvoices = sortedPage('salesInvoice', {
  sorts: {
    id: 'id',
    number: 'number',
    invoiceDate: 'invoiceDate',
    externalNumber: 'externalNumber',
    customerId: 'customerId',
    companyId: 'companyId',
    isCancelled: 'isCancelled',
  },
  dates: { invoiceDate: 'invoiceDate' },
  filters: invoiceFilters,
});

/** The lines of all final invoices, each with its invoice and order. */
const invoiceLinesInternal: Handler = (call) => {
  const lines = [...call.data.of('salesInvoice').values()]
    .filter((invoice: SalesInvoice) => !invoice.isDraft)
    .flatMap((invoice) =>
      invoice.lineItems.map((line) => ({
        ...line,
        salesInvoiceId: invoice.id,
        salesOrderId: invoice.salesOrderId,
      })),
    );
  return {
    value: sortedPageOfRows(call, lines, {
      salesInvoiceLineItemId: 'id',
      salesInvoiceId: 'salesInvoiceId',
      salesOrderId: 'salesOrderId',
      name: 'name',
      sku: 'sku',
    }),
  };
};

/** Invoices and corrections as 2.1 and later have them. */
export const laterInvoiceBindingsV2: BindingsV2 = {
  'GET /sales-invoices': salesInvoices,
  'POST /sales-invoices/{invoiceId}/payments': invoicePaid,
  'DELETE /sales-invoices/{invoiceId}/payments': invoicePaymentsRemoved,
  'POST /sales-invoices/{salesInvoiceId}/correct': marked(
    ['quantities-add-up'],
    update((data, id, draft, call) => correctInvoice(data, id, draft, call.now)),
  ),
  'POST /sales-invoice-corrections/{salesInvoiceCorrectionId}/cancel': correctionCancelled,
  'GET /internals/salesinvoice-lineitems': invoiceLinesInternal,
};
