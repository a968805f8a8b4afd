import type { Static, TSchema } from 'typebox';
import { isRecord } from '../platform/json.ts';
import { InvalidInput } from '../platform/problems.ts';
import { checked } from '../platform/validation/validator.ts';

/**
 * Reads a request body of the control API, or the argument of the Node API.
 * @param input the parsed JSON; an absent body counts as `{}`, and a key whose value is null as an absent key
 * @throws InvalidInput with every unknown key, missing field and wrong value at once
 */
export function readBody<T extends TSchema>(schema: T, input: unknown): Static<T> {
  const given = input ?? {};
  if (!isRecord(given))
    throw new InvalidInput([{ path: '$', value: input, message: 'must be a JSON object' }]);
  return checked(schema, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)));
}
