import { Type, type Static, type TObject, type TProperties, type TSchema, type TUnsafe } from 'typebox';
import type { Decimal } from './values/decimal.ts';

// The vocabulary of the entities' schemas. A schema gives the type of an entity as it is kept, with exact decimals, and
// describes it as fixtures and seeds write it: decimals as numbers or texts, and every field optional.

/** Numbers beyond it are none that .NET's decimal holds. */
const largest = 7.9e28;
const int32 = 2 ** 31 - 1;

/** The definitions that the schemas refer to. `expected` completes the sentence "must be ..." of a refusal. */
export const definitions = {
  text: { type: 'string', expected: 'a text' },
  instant: {
    type: 'string',
    pattern: String.raw`^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,16})?)?(Z|[+-]\d{2}:?\d{2})?)?$`,
    expected: 'an ISO 8601 instant such as 2026-12-24T18:00:00Z',
  },
  rowId: { type: 'integer', minimum: 1, maximum: int32, expected: `a whole number from 1 to ${int32}` },
  // The id of a part, such as an address: 0 for one that is to be numbered.
  id: {
    type: 'integer',
    minimum: 0,
    maximum: int32,
    expected: `a whole number up to ${int32}, not negative`,
  },
  whole: {
    type: 'integer',
    minimum: -int32 - 1,
    maximum: int32,
    expected: `a whole number up to ${int32}`,
  },
  number: { type: 'number', minimum: -largest, maximum: largest, expected: 'a number' },
  amount: {
    type: ['number', 'string'],
    minimum: -largest,
    maximum: largest,
    pattern: String.raw`^-?\d{1,28}(\.\d{1,20})?$`,
    expected: 'a number, or a decimal as text such as "19.99"',
  },
  flag: { type: 'boolean', expected: 'true or false' },
} as const;

const leaf = <T>(definition: keyof typeof definitions): TUnsafe<T> =>
  Type.Unsafe<T>({ $ref: `#/definitions/${definition}` });

export const text = leaf<string>('text');
/** ISO 8601; kept with milliseconds and `Z`. */
export const instant = leaf<string>('instant');
/** Of a part of an entity. */
export const id = Type.Readonly(leaf<number>('id'));
/** An int32. */
export const whole = leaf<number>('whole');
export const number = leaf<number>('number');
export const amount = leaf<Decimal>('amount');
export const flag = leaf<boolean>('flag');
export const anything = Type.Unknown();
export const { Optional: optional } = Type;

/** @returns the schema of one of these values and no other */
export function choice<const T extends string | number>(...values: readonly T[]): TUnsafe<T> {
  return Type.Unsafe<T>({ enum: [...values] });
}

export function list<T extends TSchema>(element: T) {
  return Type.Array(element, { expected: 'a list' });
}

/** An object with any keys. */
export function mapOf<T extends TSchema>(value: T): TUnsafe<Readonly<Record<string, Static<T>>>> {
  return Type.Unsafe({ type: 'object', additionalProperties: value, expected: 'an object' });
}

/** An object within an entity. */
export function part<P extends TProperties>(properties: P): TObject<P> {
  return Type.Object(properties, { additionalProperties: false, expected: 'an object' });
}

const rowId = Type.Readonly(leaf<number>('rowId'));

/** A kind of entity: a part with an id by which references name it, an int32 from 1, as the keys of the wire pack it. */
export function entity<P extends TProperties>(properties: P) {
  // A refusal lists the id first, also of an entity that extends a part with an id.
  return part({ ...{ id: rowId }, ...properties, id: rowId });
}

/** The types of kinds of entities, by the name of the kind. */
export type Entities<T extends Record<string, TSchema>> = { [N in keyof T]: Static<T[N]> };
