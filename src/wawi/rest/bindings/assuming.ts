import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { Bindings, Handler } from '../call.ts';

/** Marks every answer of a table of bindings as resting on one of our own decisions. */
export function assuming(id: AssumptionId, bindings: Bindings): Bindings {
  return Object.fromEntries(
    Object.entries(bindings).map(([operation, handler]) => [operation, marked(id, handler)]),
  );
}

function marked(id: AssumptionId, handler: Handler): Handler {
  return async (call) => {
    const answer = await handler(call);
    return { ...answer, assumptions: [...(answer.assumptions ?? []), id] };
  };
}
