import type { WorkflowObject } from '../schema/processes.ts';
import { eventsOf, triggerWorkflow } from '../operations/workflows.ts';
import type { Handler } from '../../../wire/rest/call.ts';
import { act, idOf } from '../../../wire/rest/handlers.ts';
import { partIdOf } from '../../../wire/rest/part-handlers.ts';

/** The operations on the workflow events of one kind of object. */
export interface WorkflowHandlers {
  /** Lists the events. */
  events: Handler;
  /** Triggers the event that the second path parameter names. */
  triggerByPath: Handler;
  /** Triggers the event that the body's `id` names. */
  triggerByBody: Handler;
}

export function workflowHandlers(object: WorkflowObject): WorkflowHandlers {
  return {
    events: (call) => ({
      value: eventsOf(call.data, object).map(({ eventId, name }) => ({ id: eventId, name })),
    }),
    triggerByPath: act((data, call) => {
      triggerWorkflow(data, object, idOf(call), partIdOf(call), call.now);
    }),
    triggerByBody: act((data, call) => {
      triggerWorkflow(data, object, idOf(call), call.draft['id'] as number, call.now);
    }),
  };
}
