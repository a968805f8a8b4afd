import type { GraphqlSchemas } from '../../contract/generated/graphql-types.ts';
import type { FieldView, SchemaView } from '../views/views.ts';

type TypeName = keyof GraphqlSchemas;

/** The fields that any of the types has, in any version. */
type FieldOf<N extends TypeName> = N extends TypeName ? keyof GraphqlSchemas[N] & string : never;

/** The view of GraphQL types; a table takes it for these types only. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each view knows its own entity; the table does not
export interface TypeView<N extends TypeName> extends Omit<SchemaView<any>, 'likes'> {
  readonly likes?: TypeName;
  /** Only for the compiler: the types that the view is for. */
  readonly isFor?: (type: N) => void;
}

/** GraphQL type -> view. */
export type TypeViews = { readonly [N in TypeName]?: TypeView<N> };

/**
 * A view of one GraphQL type, or of several that are shown alike; a field that none of them has does not compile.
 * @typeParam N the names of the types
 * @typeParam S what the fields are read from
 * @param fields field -> where it lives
 */
export function typeView<N extends TypeName, S = never>(
  fields: Readonly<Partial<Record<FieldOf<N>, FieldView<S>>>>,
  more: Pick<SchemaView<S>, 'from'> & { likes?: TypeName } = {},
): TypeView<N> {
  return { ...more, fields: fields as Readonly<Record<string, FieldView<S>>> };
}
