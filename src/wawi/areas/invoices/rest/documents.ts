import type { SalesInvoice } from '../schema/documents.ts';
import { accountingEntry, accountingSources } from '../operations/accounting-data.ts';
import type { CancellationDraft } from '../../sales-orders/operations/cancellations.ts';
import {
  payable,
  payInvoice,
  removeInvoicePayments,
  type PaymentDraft,
} from '../../sales-orders/operations/payments.ts';
import { cancelCorrection, finalizeCorrection } from '../operations/sales-invoice-corrections.ts';
import { cancelInvoice, createInvoice, finalizeInvoice } from '../operations/sales-invoices.ts';
import { orderPaymentStatus } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Handler } from '../../../wire/rest/call.ts';
import { act, idOf, page, pageOfRows, part, update, type ListSpec } from '../../../wire/rest/handlers.ts';
import { marked } from '../../../wire/rest/bindings.ts';
import { outputHandlers } from '../../system/rest/outputs.ts';
import { workflowHandlers } from '../../system/rest/workflows.ts';

/** The contract's filters of invoices; those of other issuers do not exist as documents. */
export const invoiceFilters: NonNullable<ListSpec<SalesInvoice>['filters']> = {
  invoiceNumber: 'number',
  customerId: 'customerId',
  externalOrderNumber: 'externalNumber',
  salesOrderNumber: (invoice: SalesInvoice, number: string, data: TenantData) =>
    data.of('salesOrder').findUnique('number', number)?.id === invoice.salesOrderId,
  itemId: (invoice: SalesInvoice, id: number) => invoice.lineItems.some((line) => line.itemId === id),
  paymentStatus: (invoice: SalesInvoice, status: number, data: TenantData) =>
    orderPaymentStatus(payable(data, invoice)) === status,
  isExternalInvoice: (invoice: SalesInvoice, external: boolean) =>
    (invoice.externalInvoiceType !== 0) === external,
  IsExisting: (invoice: SalesInvoice, existing: boolean) => (invoice.externalInvoiceType === 0) === existing,
};

export const invoices = page('salesInvoice', { filters: invoiceFilters });

export const invoiceLines = part('salesInvoice', (invoice) =>
  invoice.lineItems.map((line) => ({
    ...line,
    invoiceId: invoice.id,
    salesOrderId: invoice.salesOrderId,
  })),
);

/** Creates the invoice of an order. */
export const orderInvoiced = marked(
  ['payments-follow-invoice'],
  update((data, id, draft, call) => createInvoice(data, id, draft, call.now)),
);

export const invoiceFinalized = act((data, call) => {
  finalizeInvoice(data, idOf(call));
});

export const invoiceCancelled = act((data, call) => {
  cancelInvoice(data, idOf(call), call.draft as unknown as CancellationDraft, call.now);
});

export const invoicePaid: Handler = async (call) => ({
  value: await call.write((data) =>
    payInvoice(data, idOf(call), call.draft as unknown as PaymentDraft, call.now),
  ),
});

export const invoicePaymentsRemoved = act((data, call) => {
  removeInvoicePayments(data, idOf(call));
});

export const correctionFinalized = act((data, call) => {
  finalizeCorrection(data, idOf(call));
});

export const correctionCancelled = act((data, call) => {
  cancelCorrection(data, idOf(call), call.draft as unknown as CancellationDraft, call.now);
});

export const accountingData: Handler = (call) => {
  const { from, to, companyId, type, exportCurrencyInDepartureCountry } = call.query;
  const page = pageOfRows(
    call,
    accountingSources(call.data, {
      from: from as string | undefined,
      to: to as string | undefined,
      companyId: companyId as number | undefined,
      type: type as number | undefined,
    }),
  );
  const items = page.items.map((source) =>
    accountingEntry(source, exportCurrencyInDepartureCountry === true),
  );
  return { value: { ...page, items }, assumptions: ['general-ledger-accounts'] };
};

export const invoiceOutputs = outputHandlers('salesInvoice');
export const creditNoteOutputs = outputHandlers('salesInvoiceCorrection');
export const offerOutputs = outputHandlers('salesQuotation');
export const invoiceWorkflows = workflowHandlers('salesInvoice');
