import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { BindingsOf, Handler } from './call.ts';

/** @returns a table of bindings whose names are computed */
export function bindings<Name extends string>(rows: readonly (readonly [Name, Handler])[]): BindingsOf<Name> {
  return Object.fromEntries(rows) as BindingsOf<Name>;
}

/** Marks every answer of a table of bindings as resting on one or several decisions of our own. */
export function assuming<Name extends string>(
  ids: AssumptionId | readonly AssumptionId[],
  table: BindingsOf<Name>,
): BindingsOf<Name> {
  const all = [ids].flat();
  const rows = Object.entries(table) as [Name, Handler][];
  return bindings(rows.map(([operation, handler]) => [operation, marked(all, handler)]));
}

/** Marks every answer of a handler as resting on decisions of our own. */
export function marked(ids: readonly AssumptionId[], handler: Handler): Handler {
  return async (call) => {
    const answer = await handler(call);
    return { ...answer, assumptions: [...(answer.assumptions ?? []), ...ids] };
  };
}
