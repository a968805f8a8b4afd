import type { SalesInvoice } from '../schema/documents.ts';
import type { Return } from '../../returns/schema/returns.ts';
import { accountingEntry, accountingSources } from '../operations/accounting-data.ts';
import type { CancellationDraft } from '../../sales-orders/operations/cancellations.ts';
import {
  payable,
  payInvoice,
  removeInvoicePayments,
  type PaymentDraft,
} from '../../sales-orders/operations/payments.ts';
import { createReturn, type ReturnDraft } from '../../returns/operations/returns.ts';
import { cancelCorrection, finalizeCorrection } from '../operations/sales-invoice-corrections.ts';
import { cancelInvoice, finalizeInvoice } from '../operations/sales-invoices.ts';
import { orderPaymentStatus } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Handler } from '../../../wire/rest/call.ts';
import { act, create, idOf, page, pageOfRows, part, type ListSpec } from '../../../wire/rest/handlers.ts';
import { marked } from '../../../wire/rest/assuming.ts';
import { outputHandlers } from '../../system/rest/outputs.ts';
import { workflowHandlers } from '../../system/rest/workflows.ts';

/** How the contract filters invoices; those that somebody else wrote do not exist as documents. */
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

export const returns = page('return', {
  filters: {
    returnNumber: 'number',
    customerId: 'customerId',
    salesOrderId: 'salesOrderId',
    returnStateId: 'stateId',
    // 5 and 6: returns that fulfilment and marketplaces keep, Wawi only knows of them.
    IsExisting: (row: Return, existing: boolean) => (row.origin !== 5 && row.origin !== 6) === existing,
  },
});

export const returnCreated = marked(
  ['return-quantity'],
  create((data, draft, call) => createReturn(data, draft as unknown as ReturnDraft, call.now)),
);

export const returnLines = part('return', (row) =>
  row.lineItems.map((line) => ({ ...line, returnId: row.id, salesOrderId: row.salesOrderId })),
);

export const returnPackages = part('return', (row) =>
  row.packages.map((one) => ({ ...one, returnId: row.id })),
);

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
