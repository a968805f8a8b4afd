import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { leafWriter, type GraphqlField, type GraphqlTypes } from '../../wire/graphql/types.ts';
import type { ViewContext } from '../../wire/views/views.ts';

/** The context of resolvers of object types beside the entity. */
export interface ResolverContext {
  readonly view: ViewContext;
}

/** Gives every field of the schema's object types, roots aside, its resolver from the mapping tables. */
export function resolveFromViews(schema: GraphQLSchema, types: GraphqlTypes): void {
  for (const name of Object.keys(types.contract.types)) {
    const type = schema.getType(name);
    if (!type || !('getFields' in type)) continue;
    for (const [fieldName, field] of Object.entries(type.getFields())) {
      if (!('resolve' in field)) continue;
      field.resolve = resolverOf(types, types.object(name).field(fieldName));
    }
  }
}

/** @returns a value as the fields of an object type read it, or as a leaf is shown */
export function shown(
  types: GraphqlTypes,
  { type, leaf }: Pick<GraphqlField, 'type' | 'leaf'>,
): (value: unknown, view: ViewContext) => unknown {
  const one = leaf
    ? leafWriter(leaf, type.list || type.nullable, 'names', types.contract.enums)
    : objectOf(types, type.name, type.list || type.nullable);
  if (!type.list) return one;
  return (value, view) => {
    if (Array.isArray(value)) return value.map((element) => one(element, view));
    return type.nullable && value === null ? null : [];
  };
}

function objectOf(
  types: GraphqlTypes,
  name: string,
  nullable: boolean,
): (value: unknown, view: ViewContext) => unknown {
  const { from } = types.object(name);
  // An object that must not be null shows its fields' empty values.
  const absent = nullable ? null : {};
  return (value, view) => {
    if (value === undefined || value === null) return absent;
    return (from ? from(value, view) : value) ?? null;
  };
}

function resolverOf(
  types: GraphqlTypes,
  field: GraphqlField,
): GraphQLFieldResolver<unknown, ResolverContext> {
  const show = shown(types, field);
  const { read } = field;
  return (source, _args, { view }) => show(read(source, view), view);
}
