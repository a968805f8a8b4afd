import { Type, type Static, type TObject, type TProperties, type TSchema, type TUnsafe } from 'typebox';

// The vocabulary of the schemas of the emulator's own inputs. `expected` completes the sentence "must be ..." of a refusal.

/** The name of a tenant's database, by which on-premise paths name the tenant. */
export const mandantName = Type.String({
  description: 'Local database name; default: the slug',
  pattern: '^[A-Za-z0-9_-]+$',
  expected: 'letters, digits, underscores and hyphens',
});

export const text = Type.String({ minLength: 1, expected: 'a text' });
/** A text that may be empty. */
export const anyText = Type.String({ expected: 'a text' });
export const uuid = Type.String({
  format: 'uuid',
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  expected: 'a UUID',
});
export const slug = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]*$',
  expected: 'small letters, digits and hyphens',
});
export const flag = Type.Boolean({ expected: 'true or false' });
export const number = Type.Number({ expected: 'a number' });
export const texts = whole(Type.Array(text), 'a list of texts');
export const anything = Type.Unknown();
/** An object with any keys. */
export const record = Type.Unsafe<Record<string, unknown>>({ type: 'object', expected: 'an object' });

/** @returns the schema of one of some values */
export function oneOf<const T extends string | number>(...values: readonly T[]): TUnsafe<T> {
  return Type.Unsafe<T>({ enum: [...values], expected: `one of ${values.join(', ')}` });
}

/** @returns a pattern of a word in any letter case; JSON Schema has no flag for it */
export function anyCase(word: string): string {
  return word.replace(/[A-Z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
}

/** @returns the schema of a whole number between two */
export function wholeFrom(minimum: number, maximum?: number) {
  const expected = `a whole number from ${minimum}${maximum === undefined ? '' : ` to ${maximum}`}`;
  return Type.Integer({ minimum, ...(maximum !== undefined && { maximum }), expected });
}

/**
 * An object with these keys and no others.
 * @param options such as an `$id`, by which the schema gets a validator
 */
export function closed<P extends TProperties>(properties: P, options: object = {}): TObject<P> {
  return Type.Object(properties, { additionalProperties: false, expected: 'an object', ...options });
}

/** A value that is refused as a whole, regardless of the wrong part. */
export function whole<T extends TSchema>(
  schema: T,
  expected: string,
  description?: string,
): TUnsafe<Static<T>> {
  return Type.Unsafe({ ...(description !== undefined && { description }), anyOf: [schema], expected });
}

export function pairOf<T extends TSchema>(element: T): TUnsafe<[Static<T>, Static<T>]> {
  return Type.Unsafe({ type: 'array', items: element, minItems: 2, maxItems: 2 });
}
