import type { FieldView, SchemaView } from './views.ts';

/** The fields that any of the schemas has, in any version. */
export type FieldOf<T, N extends keyof T> = N extends keyof T ? keyof T[N] & string : never;

/** The view of schemas of one contract; a table takes it for these schemas only. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each view knows its own entity; the table does not
export interface NamedView<T, N extends keyof T> extends Omit<SchemaView<any>, 'likes'> {
  readonly likes?: keyof T & string;
  /** Only for the compiler: the schemas that the view is for. */
  readonly isFor?: (schema: N) => void;
}

/** Schema -> view. */
export type NamedViews<T> = { readonly [N in keyof T]?: NamedView<T, N> };

/**
 * @typeParam T the generated types of a contract, by the name of the schema
 * @returns a function that makes views of the contract's schemas; a field that a schema lacks does not compile
 */
export function viewsOf<T>() {
  /**
   * A view of one schema, or of several that are shown alike.
   * @typeParam N the names of the schemas
   * @typeParam S what the fields are read from
   * @param fields field -> where it lives
   */
  return function viewOf<N extends keyof T, S = never>(
    fields: Readonly<Partial<Record<FieldOf<T, N>, FieldView<S>>>>,
    more: Pick<SchemaView<S>, 'from'> & { likes?: keyof T & string } = {},
  ): NamedView<T, N> {
    return { ...more, fields: fields as Readonly<Record<string, FieldView<S>>> };
  };
}

/** @returns the view for a schema of another contract whose fields have the same names */
export function sameFields<T, N extends keyof T>({
  fields,
  from,
}: NamedView<T, N>): Pick<NamedView<T, N>, 'fields' | 'from'> {
  return { ...(fields ? { fields } : {}), ...(from ? { from } : {}) };
}
