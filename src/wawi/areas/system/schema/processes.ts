import type { EntityKind } from '../../../store/collections/collection.ts';

/** Why an order, an invoice or a credit note was cancelled. */
export interface CancellationReason {
  readonly id: number;
  name: string;
  isCommentRequired: boolean;
}

/** Why an order is not delivered yet. */
export interface OnHoldReason {
  readonly id: number;
  name: string;
  isMergeable: boolean;
  itemsNotUsedForPurchaseList: boolean;
}

export interface ColorCode {
  readonly id: number;
  name: string;
  /** `#rrggbb`. */
  code: string;
}

/** A stage of a merchant's own process. */
export interface TransactionStatus {
  readonly id: number;
  name: string;
  isValidForSalesQuotation: boolean;
  isValidForSalesOrder: boolean;
  isValidForSubscription: boolean;
}

/** What can have a workflow run over it. */
export type WorkflowObject = 'customer' | 'salesOrder' | 'salesInvoice' | 'item' | 'deliveryNote';

/** An event that starts workflows; the contract numbers them per kind of object. */
export interface WorkflowEvent {
  readonly id: number;
  object: WorkflowObject;
  /** The number of the contract, such as 1 for created. */
  eventId: number;
  name: string;
}

/** What would have left the ERP: a mail, a print, a workflow run. The control API shows it. */
export interface OutboxMessage {
  readonly id: number;
  kind: 'mail' | 'print' | 'workflow';
  /** Kind of entity it is about, with its id and number. */
  entity: string;
  entityId: number;
  number?: string;
  /** ISO 8601. */
  createdAt: string;
  /** Address of a mail. */
  recipient?: string;
  subject?: string;
  printer?: string;
  /** The printing form asked for. */
  formId?: number;
  /** The workflow event, and whether the ERP raised it by itself. */
  eventId?: number;
  eventName?: string;
  automatic?: boolean;
}

export interface ProcessEntities {
  cancellationReason: CancellationReason;
  invoiceCancellationReason: CancellationReason;
  correctionCancellationReason: CancellationReason;
  onHoldReason: OnHoldReason;
  colorCode: ColorCode;
  transactionStatus: TransactionStatus;
  workflowEvent: WorkflowEvent;
  outboxMessage: OutboxMessage;
}

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends ProcessEntities {}
}

export const processKinds: { [N in keyof ProcessEntities]: EntityKind<ProcessEntities[N]> } = {
  cancellationReason: { key: 'AuftragStornogrundKey', label: 'cancellation reason', unique: ['name'] },
  invoiceCancellationReason: {
    key: 'RechnungStornogrundKey',
    label: 'invoice cancellation reason',
    unique: ['name'],
  },
  correctionCancellationReason: {
    key: 'GutschriftStornogrundKey',
    label: 'credit note cancellation reason',
    unique: ['name'],
  },
  onHoldReason: { key: 'RueckhaltegrundKey', label: 'on-hold reason', unique: ['name'] },
  colorCode: { key: 'FarbeKey', label: 'colour code', unique: ['name'] },
  transactionStatus: { key: 'VorgangsstatusKey', label: 'transaction status', unique: ['name'] },
  workflowEvent: { key: 'WorkflowEventKey', label: 'workflow event' },
  outboxMessage: { key: 'OutboxKey', label: 'outbox message' },
};
