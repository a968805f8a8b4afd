import type { Bindings } from '../../../wire/rest/call.ts';
import { all, one } from '../../../wire/rest/handlers.ts';
import {
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
  orders,
  orderUpdated,
  orderWorkflows,
} from './sales-orders.ts';

/** Sales orders and what hangs on them. */
export const salesBindingsV1: Bindings = {
  'GET /salesOrders': orders,
  'POST /salesOrders': orderCreated,
  'GET /salesOrders/{salesOrderId}': one('salesOrder'),
  'PATCH /salesOrders/{salesOrderId}': orderUpdated,
  'POST /salesOrders/{salesOrderId}/cancel': orderCancelled,
  'GET /salesOrders/{salesOrderId}/customfields': orderFields.values,
  'PATCH /salesOrders/{salesOrderId}/customfields/{customfieldId}': orderFields.set,
  'DELETE /salesOrders/{salesOrderId}/customfields/{customfieldId}': orderFields.remove,
  'GET /salesOrders/customfields': orderFields.defined,
  'GET /salesOrders/{salesOrderId}/files': orderFiles.list,
  'POST /salesOrders/{salesOrderId}/files': orderFiles.create,
  'GET /salesOrders/{salesOrderId}/files/{salesOrderFileId}': orderFiles.data,
  'PATCH /salesOrders/{salesOrderId}/files/{salesOrderFileId}': orderFiles.update,
  'DELETE /salesOrders/{salesOrderId}/files/{salesOrderFileId}': orderFiles.remove,
  'GET /salesOrders/{salesOrderId}/lineitems': lines,
  'POST /salesOrders/{salesOrderId}/lineitems': linesAdded,
  'PATCH /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}': lineChanged,
  'DELETE /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}': lineRemoved,
  'GET /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}/files': lineFiles.list,
  'POST /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}/files': lineFiles.create,
  'GET /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}/files/{salesOrderLineItemFileId}':
    lineFiles.data,
  'PATCH /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}/files/{salesOrderLineItemFileId}':
    lineFiles.update,
  'DELETE /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}/files/{salesOrderLineItemFileId}':
    lineFiles.remove,
  'GET /salesOrders/{salesOrderId}/notes': orderNotes.list,
  'POST /salesOrders/{salesOrderId}/notes': orderNotes.create,
  'PATCH /salesOrders/{salesOrderId}/notes/{noteId}': orderNotes.update,
  'DELETE /salesOrders/{salesOrderId}/notes/{noteId}': orderNotes.remove,
  'POST /salesOrders/{salesOrderId}/output/mail': orderOutputs.mail,
  'POST /salesOrders/{salesOrderId}/output/pdf': orderOutputs.pdf,
  'POST /salesOrders/{salesOrderId}/output/print': orderOutputs.print,
  'POST /salesOrders/{salesOrderId}/workflow/{workflowEventId}': orderWorkflows.triggerByPath,
  'POST /salesOrders/{salesOrderId}/workflowEvents': orderWorkflows.triggerByBody,
  'GET /salesOrders/workflowEvents': orderWorkflows.events,
  'GET /salesOrders/cancellationReasons': all('cancellationReason'),
};
