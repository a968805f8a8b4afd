import { without } from '../../../store/values/merge.ts';
import type { SalesOrder } from '../schema/sales.ts';
import type { CalculationDraft } from '../../pricing/operations/calculations.ts';
import { calculateSalesOrder } from '../../pricing/operations/calculations.ts';
import type { CancellationDraft } from '../operations/cancellations.ts';
import type { LineDraft } from '../../pricing/operations/line-items.ts';
import { payOrder, removeOrderPayments, type PaymentDraft } from '../operations/payments.ts';
import { addLines, changeLine, linesOf, removeLine } from '../operations/sales-order-lines.ts';
import { cancelSalesOrder, undoCancellation } from '../operations/sales-order-states.ts';
import {
  createSalesOrder,
  updateSalesOrder,
  type SalesOrderDraft,
  type SalesOrderWrite,
} from '../operations/sales-orders.ts';
import type { PartKind } from '../../../store/parts.ts';
import { orderPaymentStatus } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Call, Handler } from '../../../wire/rest/call.ts';
import { act, create, idOf, page, part, update } from '../../../wire/rest/handlers.ts';
import { marked } from '../../../wire/rest/bindings.ts';
import { customFieldHandlers } from '../../master-data/rest/custom-fields.ts';
import { fileHandlers } from './order-files.ts';
import { outputHandlers } from '../../system/rest/outputs.ts';
import { partHandlers, partIdOf } from '../../../wire/rest/part-handlers.ts';
import { stateRefusedAs } from '../../../wire/rest/state-refusals.ts';
import { workflowHandlers } from '../../system/rest/workflows.ts';

export const orders = page('salesOrder', {
  filters: {
    salesOrderNumber: 'number',
    externalOrderNumber: 'externalNumber',
    billingNumber: 'billingNumber',
    itemId: (order: SalesOrder, id: number) => order.lineItems.some((line) => line.itemId === id),
    customerId: 'customerId',
    paymentStatus: (order: SalesOrder, status: number) => orderPaymentStatus(order) === status,
    paymentMethodId: 'payment.paymentMethodId',
    deliveryCompleteStatus: 'shipping.deliveryCompleteStatus',
    createdUserId: 'userCreatedId',
    companyId: 'companyId',
    salesChannelId: 'salesChannelId',
    createdSince: (order: SalesOrder, since: string) => order.salesOrderDate >= since,
    createdUntil: (order: SalesOrder, until: string) => order.salesOrderDate <= until,
    colorId: 'colorcodeId',
    ebayUsername: (order: SalesOrder, name: string, data: TenantData) =>
      order.customerId !== undefined &&
      data.of('customer').get(order.customerId)?.ebayUsername?.toLowerCase() === name.toLowerCase(),
    shippingMethodId: 'shipping.shippingMethodId',
    deliveredDate: (order: SalesOrder, date: string) =>
      order.shipping.deliveredDate?.slice(0, 10) === date.slice(0, 10),
    isCancelled: 'isCancelled',
    onHoldReasonId: 'shipping.onHoldReasonId',
    isExternalInvoice: (order: SalesOrder, external: boolean) =>
      (order.externalInvoiceType !== 0) === external,
  },
});

function writeOf({ query, draft, now }: Call): SalesOrderWrite {
  return {
    now,
    renameWhenTaken: query['renameSalesOrderNumberWhenAlreadyExists'] as boolean | undefined,
    disableAutomaticWorkflows: (query['disableAutomaticWorkflows'] ?? draft['disableAutomaticWorkflows']) as
      boolean | undefined,
    recalculateTax: query['recalculateTax'] as SalesOrderWrite['recalculateTax'],
  };
}

/** The order in the draft of a request, without members that control the write. */
function orderDraftOf(draft: Call['draft']): SalesOrderDraft {
  return without(draft, 'disableAutomaticWorkflows');
}

const created = create((data, draft, call) => createSalesOrder(data, orderDraftOf(draft), writeOf(call)));

export const orderCreated: Handler = (call) =>
  (writeOf(call).renameWhenTaken ? marked(['rename-taken-number'], created) : created)(call);

export const orderUpdated = update((data, id, draft, call) =>
  updateSalesOrder(data, id, orderDraftOf(draft), writeOf(call)),
);

/** The contract lists 406 for an order that has gone too far to be cancelled. */
export const orderCancelled = marked(
  ['delivery-blocks'],
  stateRefusedAs(
    406,
    'NotAcceptable',
    act((data, call) => {
      cancelSalesOrder(data, idOf(call), call.draft as unknown as CancellationDraft, call.now);
    }),
  ),
);

export const cancellationUndone = act((data, call) => {
  undoCancellation(data, idOf(call));
});

export const orderPaid: Handler = async (call) => ({
  value: await call.write((data) =>
    payOrder(data, idOf(call), call.draft as unknown as PaymentDraft, call.now),
  ),
  assumptions: ['payments-follow-invoice'],
});

export const orderPaymentsRemoved = act((data, call) => {
  removeOrderPayments(data, idOf(call));
});

export const lines = part('salesOrder', linesOf);

export const linesAdded: Handler = async (call) => ({
  value: await call.write((data) => addLines(data, idOf(call), call.body as LineDraft[], call.now)),
  assumptions: ['line-item-values'],
});

export const lineChanged = marked(
  ['line-item-values'],
  update((data, id, draft, call) => changeLine(data, id, partIdOf(call), draft, call.now)),
);

/** The contract lists 403 for a line that must stay. */
export const lineRemoved = stateRefusedAs(
  403,
  'Forbidden',
  act((data, call) => {
    removeLine(data, idOf(call), partIdOf(call), call.now);
  }),
);

export const calculated: Handler = (call) => ({
  value: calculateSalesOrder(call.data, call.draft as unknown as CalculationDraft),
});

const noteKind: PartKind<'salesOrder', 'notes'> = {
  entity: 'salesOrder',
  list: 'notes',
  sequence: 'note',
  label: 'note',
  fresh: { noteBody: '' },
};

export const orderNotes = partHandlers(noteKind, 'salesOrderId');
export const orderFiles = fileHandlers(false);
export const lineFiles = fileHandlers(true);
export const orderFields = customFieldHandlers('salesOrder');
export const orderWorkflows = workflowHandlers('salesOrder');
export const orderOutputs = outputHandlers('salesOrder');
