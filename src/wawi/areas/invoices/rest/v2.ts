import { referenced } from '../../../store/references.ts';
import { createInvoice, type InvoiceDraft } from '../operations/sales-invoices.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { all, one } from '../../../wire/rest/handlers.ts';
import {
  accountingData,
  correctionFinalized,
  creditNoteOutputs,
  invoiceCancelled,
  invoiceFinalized,
  invoiceLines,
  invoiceOutputs,
  invoicePaid,
  invoices,
  invoiceWorkflows,
  offerOutputs,
  orderInvoiced,
} from './documents.ts';

const invoiceCommand: Handler = async (call) => ({
  value: await call.write((data) => {
    const { salesOrderId, ...draft } = call.draft as unknown as InvoiceDraft & { salesOrderId: number };
    return createInvoice(
      data,
      referenced(data, 'salesOrder', salesOrderId, 'salesOrderId').id,
      draft,
      call.now,
    );
  }),
});

/** Invoices, credit notes, quotations and their master data. */
export const documentBindingsV2: BindingsV2 = {
  'GET /accounting-data': accountingData,
  'GET /cancellation-reasons': all('cancellationReason'),
  'GET /color-codes': all('colorCode'),
  'GET /on-hold-reasons': all('onHoldReason'),
  'GET /payment-methods': all('paymentMethod'),
  'GET /transaction-statuses': all('transactionStatus'),
  'GET /invoices': invoices,
  'GET /invoices/{invoiceId}': one('salesInvoice'),
  'GET /invoices/{invoiceId}/line-items': invoiceLines,
  'POST /invoices/{invoiceId}/cancel': invoiceCancelled,
  'POST /invoices/{invoiceId}/finalize': invoiceFinalized,
  'POST /invoices/{invoiceId}/set-payment': invoicePaid,
  'POST /sales-orders/{salesOrderId}/create-invoice': orderInvoiced,
  'POST /salesinvoice/create-sales-invoice': invoiceCommand,
  'POST /sales-invoice-corrections/{salesInvoiceCorrectionId}/finalize': correctionFinalized,
  'GET /sales-invoice-corrections/cancellation-reasons': all('correctionCancellationReason'),
  'POST /invoices/{invoiceId}/output/mail': invoiceOutputs.mail,
  'POST /invoices/{invoiceId}/output/pdf': invoiceOutputs.pdf,
  'POST /invoices/{invoiceId}/output/print': invoiceOutputs.print,
  'POST /invoices/{invoiceId}/workflow/{workflowEventId}': invoiceWorkflows.triggerByPath,
  'POST /invoices/{invoiceId}/workflow-events': invoiceWorkflows.triggerByBody,
  'GET /invoices/cancellation-reasons': all('invoiceCancellationReason'),
  'GET /invoices/workflow-events': invoiceWorkflows.events,
  'POST /credit-notes/{creditNoteId}/output/mail': creditNoteOutputs.mail,
  'POST /credit-notes/{creditNoteId}/output/pdf': creditNoteOutputs.pdf,
  'POST /credit-notes/{creditNoteId}/output/print': creditNoteOutputs.print,
  'GET /refunds/cancellation-reasons': all('correctionCancellationReason'),
  'POST /offer/{offerId}/output/mail': offerOutputs.mail,
  'POST /offer/{offerId}/output/pdf': offerOutputs.pdf,
  'POST /offer/{offerId}/output/print': offerOutputs.print,
};
