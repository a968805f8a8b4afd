import { choice, entity, flag, instant, optional, text, whole } from '../../../store/fields.ts';

/** Why an order, an invoice or a credit note was cancelled. */
export const cancellationReason = entity({
  name: text,
  isCommentRequired: flag,
});

/** Why an order is not delivered yet. */
export const onHoldReason = entity({
  name: text,
  isMergeable: flag,
  itemsNotUsedForPurchaseList: flag,
});

export const colorCode = entity({
  name: text,
  /** `#rrggbb`. */
  code: text,
});

/** A stage of a merchant's own process. */
export const transactionStatus = entity({
  name: text,
  isValidForSalesQuotation: flag,
  isValidForSalesOrder: flag,
  isValidForSubscription: flag,
});

/** The kinds of objects that workflows run on. */
export const workflowObject = choice('customer', 'salesOrder', 'salesInvoice', 'item', 'deliveryNote');

/** An event that starts workflows; the contract numbers them per kind of object. */
export const workflowEvent = entity({
  object: workflowObject,
  /** The number of the contract, such as 1 for created. */
  eventId: whole,
  name: text,
});

/** A message that the ERP would have sent: a mail, a print, a workflow run. The control API shows it. */
export const outboxMessage = entity({
  kind: choice('mail', 'print', 'workflow'),
  /** Kind of entity it is about, with its id and number. */
  entity: text,
  entityId: whole,
  number: optional(text),
  /** ISO 8601. */
  createdAt: instant,
  /** Address of a mail. */
  recipient: optional(text),
  subject: optional(text),
  printer: optional(text),
  /** The printing form asked for. */
  formId: optional(whole),
  /** The workflow event, and whether the ERP raised it by itself. */
  eventId: optional(whole),
  eventName: optional(text),
  automatic: optional(flag),
});

export const processEntities = {
  cancellationReason,
  invoiceCancellationReason: cancellationReason,
  correctionCancellationReason: cancellationReason,
  onHoldReason,
  colorCode,
  transactionStatus,
  workflowEvent,
  outboxMessage,
};
