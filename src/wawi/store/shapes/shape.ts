import type { Decimal } from '../values/decimal.ts';

/** The type of one field in fixtures; {@link Field} has the TypeScript types that it fits. */
export type AnyField = Leaf | Choice | readonly [AnyField] | AnyShape;

/** The fields of an entity or of a part of one. The name `*` stands for any: the part is a map. */
export interface AnyShape {
  readonly [name: string]: AnyField;
}

/** One of these values and no other. */
export type Choice = ReadonlySet<string> | ReadonlySet<number>;

export type Leaf = TextLeaf | NumberLeaf | 'amount' | 'flag' | 'anything';

/** `instant`: ISO 8601; kept with milliseconds and `Z`. */
type TextLeaf = 'text' | 'instant';

/**
 * `id`: an int32 from 1, as the keys of the wire pack it; of a part 0 as well, for one to be numbered. `whole`: an int32.
 * `number`: any.
 */
type NumberLeaf = 'id' | 'whole' | 'number';

/** The descriptions that a field of a type can have; one that does not fit the type does not compile. */
export type Field<T> = unknown extends T
  ? 'anything'
  : [T] extends [Decimal]
    ? 'amount'
    : [T] extends [string]
      ? TextLeaf | ReadonlySet<string>
      : [T] extends [number]
        ? NumberLeaf | ReadonlySet<number>
        : [T] extends [boolean]
          ? 'flag'
          : T extends readonly (infer E)[]
            ? readonly [Field<E>]
            : string extends keyof T
              ? { readonly '*': Field<T[keyof T]> }
              : number extends keyof T
                ? { readonly '*': Field<T[keyof T]> }
                : Shape<T>;

/** Every field of an entity or of a part of one: a field that is missing here, or there, does not compile. */
export type Shape<T> = {
  readonly [K in keyof T]-?: unknown extends T[K] ? 'anything' : Field<NonNullable<T[K]>>;
};

/** The shapes of kinds of entities, by name. */
export type Shapes<T> = { readonly [N in keyof T]: Shape<T[N]> };
