import type { World } from './world.ts';

/** Path parameters that nothing just created or listed can give: version and path prefix -> value. */
export const parameters: Readonly<Record<string, (world: World) => string>> = {
  'v1 {itemId}': () => '1',
  'v1 {customerId}': () => '1',
  'v1 {salesOrderId}': () => '1',
};

/** Bodies that the contract's types alone do not make valid: operation -> change of the generated sample. */
export const bodies: Readonly<Record<string, (sample: unknown, world: World) => unknown>> = {};

/** What must have happened before an operation can succeed: operation -> operations to run first. */
export const preparations: Readonly<Record<string, readonly string[]>> = {};
