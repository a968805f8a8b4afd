import type { Static } from 'typebox';
import type {
  cancellationReason,
  colorCode,
  onHoldReason,
  outboxMessage,
  processEntities,
  transactionStatus,
  workflowEvent,
  workflowObject,
} from './processes.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

/** Why an order, an invoice or a credit note was cancelled. */
export type CancellationReason = Static<typeof cancellationReason>;

/** Why an order is not delivered yet. */
export type OnHoldReason = Static<typeof onHoldReason>;

export type ColorCode = Static<typeof colorCode>;

/** A stage of a merchant's own process. */
export type TransactionStatus = Static<typeof transactionStatus>;

/** The kinds of objects that workflows run on. */
export type WorkflowObject = Static<typeof workflowObject>;

/** An event that starts workflows; the contract numbers them per kind of object. */
export type WorkflowEvent = Static<typeof workflowEvent>;

/** A message that the ERP would have sent: a mail, a print, a workflow run. The control API shows it. */
export type OutboxMessage = Static<typeof outboxMessage>;

export type ProcessEntities = Entities<typeof processEntities>;

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
