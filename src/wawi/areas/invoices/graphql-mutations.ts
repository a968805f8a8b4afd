import { referenced } from '../../store/references.ts';
import { without } from '../../store/values/merge.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import { acts, creates } from '../../wire/graphql/commands.ts';
import type { CancellationDraft } from '../sales-orders/operations/cancellations.ts';
import {
  cancelCorrection,
  correctInvoice,
  type CorrectionDraft,
} from './operations/sales-invoice-corrections.ts';
import { cancelInvoice, createInvoice, type InvoiceDraft } from './operations/sales-invoices.ts';

/** Commands for invoices and their corrections. */
export const invoiceMutations: RootBindings = {
  CreateSalesInvoice: creates<InvoiceDraft & { salesOrderId: number }>('invoices.write', (call) =>
    call.write((data) => {
      const order = referenced(data, 'salesOrder', call.draft.salesOrderId, 'salesOrderId');
      return createInvoice(data, order.id, without(call.draft, 'salesOrderId'), call.now);
    }),
  ),
  CancelSalesInvoice: acts<CancellationDraft & { salesInvoiceId: number }>(
    'invoices.write',
    (data, { draft, now }) => {
      cancelInvoice(data, draft.salesInvoiceId, draft, now);
    },
  ),
  CreateSalesInvoiceCorrection: creates<CorrectionDraft & { salesInvoiceId: number }>(
    'salesinvoicecorrections.write',
    (call) => {
      call.assume('quantities-add-up');
      return call.write((data) => correctInvoice(data, call.draft.salesInvoiceId, call.draft, call.now));
    },
  ),
  CancelSalesInvoiceCorrection: acts<CancellationDraft & { salesInvoiceCorrectionId: number }>(
    'salesinvoicecorrections.write',
    (data, { draft, now }) => {
      cancelCorrection(data, draft.salesInvoiceCorrectionId, draft, now);
    },
  ),
};
