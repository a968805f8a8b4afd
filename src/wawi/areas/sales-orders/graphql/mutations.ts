import { without } from '../../../store/values/merge.ts';
import type { RootBindings } from '../../../wire/graphql/call.ts';
import { acts, changes, creates } from '../../../wire/graphql/commands.ts';
import type { CancellationDraft } from '../operations/cancellations.ts';
import { createSalesOrder, updateSalesOrder, type SalesOrderDraft } from '../operations/sales-orders.ts';
import {
  cancelQuotation,
  createQuotation,
  orderFromQuotation,
  updateQuotation,
  type QuotationDraft,
} from '../operations/sales-quotations.ts';
import { calculation } from './calculation.ts';

/** What says how a command is carried out, beside what it writes. */
interface Instructions {
  disableAutomaticWorkflows?: boolean;
}

type OrderUpdate = SalesOrderDraft & Instructions & { salesOrderId: number };
type QuotationUpdate = QuotationDraft & Instructions & { salesQuotationId: number };

const quotationScopes = ['offers.write', 'salesorders.write'];

/** Commands for sales orders and quotations. */
export const salesMutations: RootBindings = {
  CalculateSalesOrder: creates('salesorders.write', calculation),
  CreateSalesOrder: creates<SalesOrderDraft & Instructions>('salesorders.write', (call) => {
    const { disableAutomaticWorkflows, ...draft } = call.draft;
    return call.write((data) => createSalesOrder(data, draft, { now: call.now, disableAutomaticWorkflows }));
  }),
  UpdateSalesOrder: changes<OrderUpdate>('salesorders.write', (call) => {
    const { salesOrderId, disableAutomaticWorkflows, ...draft } = call.draft;
    return call.write((data) =>
      updateSalesOrder(data, salesOrderId, draft, { now: call.now, disableAutomaticWorkflows }),
    );
  }),
  CreateSalesQuotation: creates<QuotationDraft & Instructions>(quotationScopes, (call) =>
    call.write((data) => createQuotation(data, without(call.draft, 'disableAutomaticWorkflows'), call.now)),
  ),
  UpdateSalesQuotation: changes<QuotationUpdate>(quotationScopes, (call) =>
    call.write((data) =>
      updateQuotation(
        data,
        call.draft.salesQuotationId,
        without(call.draft, 'salesQuotationId', 'disableAutomaticWorkflows'),
      ),
    ),
  ),
  CancelSalesQuotation: acts<CancellationDraft & { salesQuotationId: number }>(
    quotationScopes,
    (data, { draft, now }) => {
      cancelQuotation(data, draft.salesQuotationId, draft, now);
    },
  ),
  CreateSalesOrderFromSalesQuotation: creates<{ salesQuotationId: number }>('salesorders.write', (call) =>
    call.write((data) => orderFromQuotation(data, call.draft.salesQuotationId, call.now)),
  ),
};
