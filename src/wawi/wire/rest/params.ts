import type { Call } from './call.ts';

/** @returns a numeric path parameter: an id, a quantity */
export function numberParam(call: Call, name: string): number {
  return call.params[name] as number;
}

/** @returns a path parameter that is text */
export function textParam(call: Call, name: string): string {
  return call.params[name] as string;
}
