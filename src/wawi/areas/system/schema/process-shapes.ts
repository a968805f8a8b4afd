import type {
  CancellationReason,
  ColorCode,
  OnHoldReason,
  OutboxMessage,
  ProcessEntities,
  TransactionStatus,
  WorkflowEvent,
} from './processes.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';

const cancellationReason: Shape<CancellationReason> = {
  id: 'id',
  name: 'text',
  isCommentRequired: 'flag',
};

const onHoldReason: Shape<OnHoldReason> = {
  id: 'id',
  name: 'text',
  isMergeable: 'flag',
  itemsNotUsedForPurchaseList: 'flag',
};

const colorCode: Shape<ColorCode> = { id: 'id', name: 'text', code: 'text' };

const transactionStatus: Shape<TransactionStatus> = {
  id: 'id',
  name: 'text',
  isValidForSalesQuotation: 'flag',
  isValidForSalesOrder: 'flag',
  isValidForSubscription: 'flag',
};

const workflowEvent: Shape<WorkflowEvent> = {
  id: 'id',
  object: new Set(['customer', 'salesOrder', 'salesInvoice', 'item', 'deliveryNote']),
  eventId: 'whole',
  name: 'text',
};

const outboxMessage: Shape<OutboxMessage> = {
  id: 'id',
  kind: new Set(['mail', 'print', 'workflow']),
  entity: 'text',
  entityId: 'whole',
  number: 'text',
  createdAt: 'instant',
  recipient: 'text',
  subject: 'text',
  printer: 'text',
  formId: 'whole',
  eventId: 'whole',
  eventName: 'text',
  automatic: 'flag',
};

export const processShapes: Shapes<ProcessEntities> = {
  cancellationReason,
  invoiceCancellationReason: cancellationReason,
  correctionCancellationReason: cancellationReason,
  onHoldReason,
  colorCode,
  transactionStatus,
  workflowEvent,
  outboxMessage,
};
