import type { OutboxMessage, WorkflowEvent, WorkflowObject } from '../schema/processes.ts';
import { invalid } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** Events the ERP raises by itself, and the contract's number for each. */
const automaticEvents = {
  customer: { created: 1, changed: 2 },
  salesOrder: { created: 1, changed: 3, delivered: 4, cancelled: 5, paid: 10 },
  salesInvoice: { created: 1, paid: 3, cancelled: 6 },
  deliveryNote: { created: 1, shipped: 3 },
  item: { created: 1, changed: 3 },
} as const;

type AutomaticObject = keyof typeof automaticEvents;

/**
 * Raises an event that the ERP notices by itself, such as an order being created; it is visible in the outbox.
 * @param disableAutomaticWorkflows as requests ask for it: nothing is raised
 */
export function raiseEvent<O extends AutomaticObject>(
  data: TenantData,
  object: O,
  entityId: number,
  event: keyof (typeof automaticEvents)[O] & string,
  { now, disableAutomaticWorkflows }: { now: string; disableAutomaticWorkflows?: boolean | undefined },
): void {
  if (disableAutomaticWorkflows) return;
  const eventId = (automaticEvents[object] as Readonly<Record<string, number>>)[event];
  for (const row of eventsOf(data, object))
    if (row.eventId === eventId) record(data, row, entityId, now, true);
}

/**
 * Starts the workflows of an event for one entity; the run is visible in the outbox.
 * @param eventId the contract's number of the event
 * @throws DomainError `not-found` for the entity, `invalid` for an event it does not have
 */
export function triggerWorkflow(
  data: TenantData,
  object: WorkflowObject,
  entityId: number,
  eventId: number,
  now: string,
): OutboxMessage {
  data.get(object, entityId);
  const events = eventsOf(data, object);
  const event = events.find((row) => row.eventId === eventId);
  if (event) return record(data, event, entityId, now, false);
  const known = events.map((row) => `${row.eventId} (${row.name})`).join(', ');
  throw invalid('id', `There is no workflow event ${eventId}; known events: ${known}.`);
}

/** @returns entity and event as webhook topics spell them, such as `item.changed`; undefined for an event without a word */
export function topicOf({ entity, eventId }: Pick<OutboxMessage, 'entity' | 'eventId'>): string | undefined {
  const events = Object.entries(automaticEvents[entity as AutomaticObject] ?? {});
  const word = events.find(([, number]) => number === eventId)?.[0];
  return word && `${entity.toLowerCase()}.${word}`;
}

/** The events that workflows of a kind of object can start at, in the order of their numbers. */
export function eventsOf(data: TenantData, object: WorkflowObject): WorkflowEvent[] {
  return [...data.of('workflowEvent').where('object', object)];
}

function record(
  data: TenantData,
  event: WorkflowEvent,
  entityId: number,
  now: string,
  automatic: boolean,
): OutboxMessage {
  const { number } = data.get(event.object, entityId) as { number?: string };
  return data.insert('outboxMessage', {
    kind: 'workflow',
    entity: event.object,
    entityId,
    ...(number === undefined ? {} : { number }),
    createdAt: now,
    eventId: event.eventId,
    eventName: event.name,
    automatic,
  });
}
