import { packKey } from '../contract/keys.ts';
import { type FieldProblem, notFoundMessage } from '../store/errors.ts';

/** @returns the message of an error or field for clients that know entities by packed keys: version 2 and GraphQL */
export function messageWithKeys({ message, missing }: Pick<FieldProblem, 'message' | 'missing'>): string {
  return missing === undefined ? message : notFoundMessage(missing.label, packKey(missing.key, missing.id));
}
