import { without } from '../../../store/values/merge.ts';
import type { RootBindings } from '../../../wire/graphql/call.ts';
import { acts, changes, creates } from '../../../wire/graphql/commands.ts';
import { calculateChangedEntity, type EntityCalculationCommand } from '../operations/entity-calculation.ts';
import { calculateChangedOrder, type CalculationCommand } from '../operations/order-calculation.ts';
import type { CancellationDraft } from '../operations/cancellations.ts';
import {
  markOrderAsPaid,
  recordOrderPayment,
  removeOrderPayments,
  type PaidMark,
  type PaymentDraft,
} from '../operations/payments.ts';
import { createSalesOrder, updateSalesOrder, type SalesOrderDraft } from '../operations/sales-orders.ts';
import {
  cancelQuotation,
  createQuotation,
  orderFromQuotation,
  updateQuotation,
  type QuotationDraft,
} from '../operations/sales-quotations.ts';

/** The members of a command that control its execution and are not written. */
interface Instructions {
  disableAutomaticWorkflows?: boolean;
}

type OrderUpdate = SalesOrderDraft & Instructions & { salesOrderId: number };
type QuotationUpdate = QuotationDraft & Instructions & { salesQuotationId: number };

interface PaymentRemoval {
  salesOrderId: number;
  includeInvoicePayments?: boolean | null;
}

const quotationScopes = ['offers.write', 'salesorders.write'];

/** Commands for sales orders and quotations. */
export const salesMutations: RootBindings = {
  CalculateSalesOrder: creates<CalculationCommand>('salesorders.write', ({ data, draft }) =>
    calculateChangedOrder(data, draft),
  ),
  CalculateSalesEntity: creates<EntityCalculationCommand>('salesorders.write', ({ data, draft }) =>
    calculateChangedEntity(data, draft),
  ),
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
  CreateSalesOrderPayment: creates<PaymentDraft & { salesOrderId: number }>('salesorders.write', (call) =>
    call.write((data) => recordOrderPayment(data, call.draft, call.now)),
  ),
  MarkSalesOrderAsPaid: creates<PaidMark>('salesorders.write', (call) =>
    call.write((data) => markOrderAsPaid(data, call.draft, call.now)),
  ),
  DeleteAllPaymentsBySalesOrderId: changes<PaymentRemoval>('salesorders.write', (call) =>
    call.write((data) => {
      const { salesOrderId, includeInvoicePayments } = call.draft;
      return { deleted: removeOrderPayments(data, salesOrderId, includeInvoicePayments ?? false) };
    }),
  ),
  CreateSalesOrderFromSalesQuotation: creates<{ salesQuotationId: number }>('salesorders.write', (call) =>
    call.write((data) => orderFromQuotation(data, call.draft.salesQuotationId, call.now)),
  ),
};
