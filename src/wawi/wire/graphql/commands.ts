import { requiredKey } from './arguments.ts';
import type { RootBinding, RootCall, Twin } from './call.ts';

/** A mutation that does what an operation of REST v2 does. */
export function twin(operation: string, show?: Twin['show'], params?: Twin['params']): RootBinding {
  return { twin: { operation, ...(show ? { show } : {}), ...(params ? { params } : {}) } };
}

/** The command's own input. */
export function commandOf(call: Pick<RootCall, 'args'>): Readonly<Record<string, unknown>> {
  return call.args['request'] as Readonly<Record<string, unknown>>;
}

/** @returns a key of the command. @throws GraphqlProblem when it is absent or of another kind */
export function commandKey(call: Pick<RootCall, 'args'>, name: string, kind: string): number {
  return requiredKey(commandOf(call), name, kind);
}

/** @returns the keys of a list in the command */
export function commandKeys(call: Pick<RootCall, 'args'>, name: string, kind: string): number[] {
  return (commandOf(call)[name] as readonly string[]).map((key) => requiredKey({ [name]: key }, name, kind));
}
