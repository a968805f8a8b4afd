import type { Bindings } from '../../../wire/rest/call.ts';
import { all, one } from '../../../wire/rest/handlers.ts';
import {
  accountingData,
  creditNoteOutputs,
  invoiceLines,
  invoiceOutputs,
  invoices,
  invoiceWorkflows,
  offerOutputs,
} from './documents.ts';

/** Invoices, credit notes, quotations and their master data. */
export const documentBindingsV1: Bindings = {
  'GET /accountingData': accountingData,
  'GET /cancellationReasons': all('cancellationReason'),
  'GET /colorCodes': all('colorCode'),
  'GET /onHoldReasons': all('onHoldReason'),
  'GET /paymentMethods': all('paymentMethod'),
  'GET /transactionStatuses': all('transactionStatus'),
  'GET /invoices': invoices,
  'GET /invoices/{invoiceId}': one('salesInvoice'),
  'GET /invoices/{invoiceId}/lineitems': invoiceLines,
  'POST /invoices/{invoiceId}/output/mail': invoiceOutputs.mail,
  'POST /invoices/{invoiceId}/output/pdf': invoiceOutputs.pdf,
  'POST /invoices/{invoiceId}/output/print': invoiceOutputs.print,
  'POST /invoices/{invoiceId}/workflow/{workflowEventId}': invoiceWorkflows.triggerByPath,
  'POST /invoices/{invoiceId}/workflowEvents': invoiceWorkflows.triggerByBody,
  'GET /invoices/cancellationReasons': all('invoiceCancellationReason'),
  'GET /invoices/workflowEvents': invoiceWorkflows.events,
  'POST /creditNotes/{creditNoteId}/output/mail': creditNoteOutputs.mail,
  'POST /creditNotes/{creditNoteId}/output/pdf': creditNoteOutputs.pdf,
  'POST /creditNotes/{creditNoteId}/output/print': creditNoteOutputs.print,
  'GET /refunds/cancellationReasons': all('correctionCancellationReason'),
  'POST /offer/{offerId}/output/mail': offerOutputs.mail,
  'POST /offer/{offerId}/output/pdf': offerOutputs.pdf,
  'POST /offer/{offerId}/output/print': offerOutputs.print,
};
