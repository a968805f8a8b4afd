import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { Bindings, Handler } from './call.ts';

/** Marks every answer of a table of bindings as resting on one or several decisions of our own. */
export function assuming(ids: AssumptionId | readonly AssumptionId[], bindings: Bindings): Bindings {
  const all = [ids].flat();
  return Object.fromEntries(
    Object.entries(bindings).map(([operation, handler]) => [operation, marked(all, handler)]),
  );
}

/** Marks every answer of a handler as resting on decisions of our own. */
export function marked(ids: readonly AssumptionId[], handler: Handler): Handler {
  return async (call) => {
    const answer = await handler(call);
    return { ...answer, assumptions: [...(answer.assumptions ?? []), ...ids] };
  };
}
