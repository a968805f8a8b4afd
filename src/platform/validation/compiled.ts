import type { ValidateFunction } from 'ajv';
import { compile } from './ajv.ts';

const validators = new WeakMap<object, ValidateFunction>();

/**
 * Compiles a schema at its first use. A build replaces this module: there, the validators of all schemas are compiled
 * already (scripts/build/schemas.mjs), and no start loads ajv.
 * @param schema with an `$id`
 */
export function validatorOf(schema: object): ValidateFunction {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const made = compile(schema);
  validators.set(schema, made);
  return made;
}
