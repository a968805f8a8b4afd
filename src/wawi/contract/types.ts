/** The type of a value, as the engine reads it from the contract documents. */
export type TypeNode =
  | {
      readonly kind: 'scalar';
      readonly name: ScalarName;
      /** Least and greatest length of a text. */
      readonly min?: number;
      readonly max?: number;
      /** Least and greatest value of a number. */
      readonly range?: readonly [number, number];
    }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'enum'; readonly values: ReadonlyMap<number, string> }
  | { readonly kind: 'schema'; readonly name: string }
  | { readonly kind: 'list'; readonly of: TypeNode }
  | { readonly kind: 'page'; readonly of: TypeNode }
  | { readonly kind: 'map'; readonly of: TypeNode };

export type ScalarName =
  | 'string'
  | 'int32'
  | 'int64'
  | 'decimal'
  | 'double'
  | 'boolean'
  | 'date-time'
  | 'duration'
  | 'uri'
  | 'guid'
  | 'byte'
  | 'binary'
  | 'object';
