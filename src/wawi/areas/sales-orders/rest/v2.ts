import { changedOrderCalculated } from './calculations.ts';
import type { SalesOrder } from '../schema/sales.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { marked } from '../../../wire/rest/bindings.ts';
import {
  calculated,
  cancellationUndone,
  lineChanged,
  lineFiles,
  lineRemoved,
  lines,
  linesAdded,
  orderCancelled,
  orderCreated,
  orderFields,
  orderFiles,
  orderNotes,
  orderOutputs,
  orderPaid,
  orderUpdated,
  orderWorkflows,
} from './sales-orders.ts';

/** The contract answers the new order's key alone. */
const orderKeyed: Handler = async (call) => ({ value: ((await orderCreated(call)).value as SalesOrder).id });

/** Sales orders and what hangs on them. */
export const salesBindingsV2: BindingsV2 = {
  'POST /sales-orders': orderKeyed,
  'POST /salesorder/create': orderCreated,
  'POST /salesorder/calculate-sales-order': calculated,
  'POST /sales-orders/calculate': changedOrderCalculated,
  'PATCH /sales-orders/{salesOrderId}': marked(['sales-order-status'], orderUpdated),
  'POST /sales-orders/{salesOrderId}/cancel': orderCancelled,
  'PATCH /sales-orders/{salesOrderId}/custom-fields/{customfieldId}': orderFields.set,
  'DELETE /sales-orders/{salesOrderId}/custom-fields/{customfieldId}': orderFields.remove,
  'GET /sales-orders/{salesOrderId}/files': orderFiles.list,
  'POST /sales-orders/{salesOrderId}/files': orderFiles.create,
  'GET /sales-orders/{salesOrderId}/files/{salesOrderFileId}': orderFiles.data,
  'PATCH /sales-orders/{salesOrderId}/files/{salesOrderFileId}': orderFiles.update,
  'DELETE /sales-orders/{salesOrderId}/files/{salesOrderFileId}': orderFiles.remove,
  'GET /sales-orders/{salesOrderId}/line-items': lines,
  'POST /sales-orders/{salesOrderId}/line-items': linesAdded,
  'PATCH /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}': lineChanged,
  'DELETE /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}': lineRemoved,
  'GET /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}/files': lineFiles.list,
  'POST /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}/files': lineFiles.create,
  'GET /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}/files/{salesOrderLineItemFileId}':
    lineFiles.data,
  'PATCH /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}/files/{salesOrderLineItemFileId}':
    lineFiles.update,
  'DELETE /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}/files/{salesOrderLineItemFileId}':
    lineFiles.remove,
  'GET /sales-orders/{salesOrderId}/notes': orderNotes.list,
  'POST /sales-orders/{salesOrderId}/notes': orderNotes.create,
  'PATCH /sales-orders/{salesOrderId}/notes/{noteId}': orderNotes.update,
  'DELETE /sales-orders/{salesOrderId}/notes/{noteId}': orderNotes.remove,
  'POST /sales-orders/{salesOrderId}/undo-cancellation': cancellationUndone,
  'POST /sales-orders/{salesOrderId}/set-payment': orderPaid,
  'POST /sales-orders/{salesOrderId}/output/mail': orderOutputs.mail,
  'POST /sales-orders/{salesOrderId}/output/pdf': orderOutputs.pdf,
  'POST /sales-orders/{salesOrderId}/output/print': orderOutputs.print,
  'POST /sales-orders/{salesOrderId}/workflow/{workflowEventId}': orderWorkflows.triggerByPath,
  'POST /sales-orders/{salesOrderId}/workflow-events': orderWorkflows.triggerByBody,
  'GET /sales-orders/workflow-events': orderWorkflows.events,
};
