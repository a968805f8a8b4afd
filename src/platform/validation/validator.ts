import type { Static, TSchema } from 'typebox';
import { InvalidInput, type Problem } from '../problems.ts';
import { validatorOf } from './compiled.ts';
import { problemsOf } from './problems-of.ts';

/**
 * @param schema with an `$id`, from a file named `schema.ts` or `*-schema.ts`
 * @param at the path of the value: `$`, or a file and a path
 * @returns every problem of a value
 */
export function problemsIn(schema: TSchema, value: unknown, at = '$'): Problem[] {
  const validate = validatorOf(schema);
  return validate(value) ? [] : problemsOf(validate.errors ?? [], at);
}

/**
 * Checks a value against the schema that its type comes from.
 * @throws InvalidInput with every problem
 */
export function checked<T extends TSchema>(schema: T, value: unknown, at = '$'): Static<T> {
  const problems = problemsIn(schema, value, at);
  if (problems.length > 0) throw new InvalidInput(problems);
  return value as Static<T>;
}
