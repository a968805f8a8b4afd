import type { Request } from 'express';
import { InvalidInput, type Problem } from '../platform/problems.ts';

/** What a query parameter may hold: a text, or a whole number between two. */
export type QueryRule = 'text' | { readonly from: number; readonly to: number };

/** The parameters of a request that were given, by name. */
export type QueryValues<R extends Readonly<Record<string, QueryRule>>> = {
  [K in keyof R]?: R[K] extends 'text' ? string : number;
};

/**
 * Checks the query of a request of the control API.
 * @param query as express reads it
 * @param rules of every parameter there is
 * @throws InvalidInput with every parameter that is unknown, given twice or wrong
 */
export function readQuery<const R extends Readonly<Record<string, QueryRule>>>(
  query: Request['query'],
  rules: R,
): QueryValues<R> {
  const problems: Problem[] = [];
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(query)) {
    const problem = (message: string) => problems.push({ path: `?${name}`, value, message });
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) problem(`unknown parameter; allowed: ${Object.keys(rules).join(', ')}`);
    else if (typeof value !== 'string') problem('is given more than once; give it once');
    else if (rule === 'text') values[name] = value;
    else if (!/^\d+$/.test(value) || Number(value) < rule.from || Number(value) > rule.to)
      problem(`must be a whole number from ${rule.from} to ${rule.to}`);
    else values[name] = Number(value);
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return values as QueryValues<R>;
}
