import type { AssumptionId } from '../../platform/assumptions.ts';
import type { InferredPart } from '../contract/inferred-part.ts';

const ids = { operation: 'inferred-operation', shapes: 'inferred-shapes' } as const;

/** @returns the row of the fidelity table that answers of an operation rest on, if any */
export function inferredAssumption(part: InferredPart | undefined): readonly AssumptionId[] {
  return part === undefined ? [] : [ids[part]];
}
