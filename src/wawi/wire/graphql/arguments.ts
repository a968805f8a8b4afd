import { GraphqlProblem } from './errors.ts';
import { unpackKey } from '../../contract/keys.ts';
import type { Arguments } from './call.ts';

/**
 * @param name the argument's present name; version 2.0 writes it in lower case, and calls the key of an item just `id`
 * @returns its value, undefined when it is absent or null
 */
export function argument(args: Arguments, name: string): unknown {
  return args[name] ?? args[name.toLowerCase()] ?? undefined;
}

/** @returns a text argument */
export function textArgument(args: Arguments, name: string): string | undefined {
  return argument(args, name) as string | undefined;
}

/**
 * @param kind kind of key, such as `ArtikelKey`
 * @returns the integer key that an argument holds, undefined when it is absent or null
 * @throws GraphqlProblem for a key of another kind
 */
export function keyArgument(args: Arguments, name: string, kind: string): number | undefined {
  const text = argument(args, name);
  if (text === undefined) return undefined;
  const key = keyValue(kind, text as string);
  if (typeof key === 'number') return key;
  throw new GraphqlProblem(
    `The ID \`${key}\` has an invalid format.`,
    'VALIDATION_ERROR',
    {},
    `'${name}' is not a ${kind}`,
  );
}

/** @throws GraphqlProblem when the argument is absent, as {@link keyArgument} */
export function requiredKey(args: Arguments, name: string, kind: string): number {
  const key = keyArgument(args, name, kind);
  if (key !== undefined) return key;
  throw new GraphqlProblem(`The argument \`${name}\` is required.`, 'VALIDATION_ERROR', { argument: name });
}

/**
 * @param kind undefined for ids that are opaque text
 * @returns the integer key, or the text in lower case where ids are text
 */
export function keyValue(kind: string | undefined, text: string): number | string {
  if (kind === undefined || isChannelId(text)) return text.toLowerCase();
  const key = unpackKey(kind, text);
  if (key.ok) return key.id;
  throw new GraphqlProblem(`The ID \`${text}\` has an invalid format.`, 'VALIDATION_ERROR', {}, key.problem, [
    'key-prefixes',
  ]);
}

/** Sales channels have opaque text ids such as `2-2-1`, regardless of the kind of key of the field. */
function isChannelId(text: string): boolean {
  return /^\d+-\d+-\d+$/.test(text);
}
