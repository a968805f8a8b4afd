import { parseGraphqlType } from '../../contract/graphql-contract.ts';
import { leafWriter, type GraphqlTypes } from './types.ts';
import type { ViewContext } from '../views/views.ts';

type Shape = (value: unknown, context: ViewContext) => unknown;

/** Shows an entity in the shape of a GraphQL type; `[X]` for a list of it. */
export type GraphqlShape = (type: string, value: unknown, context: ViewContext) => unknown;

/**
 * The shapes that the command and query style operations of REST v2 answer in (platform.md section 5): a GraphQL type's
 * own field names, packed keys, enums as numbers.
 */
export function graphqlShapes(types: GraphqlTypes): GraphqlShape {
  const objects = new Map<string, Shape>();

  const objectShape = (name: string): Shape => {
    const type = types.object(name);
    const fields = type.dataFields.map((fieldName) => {
      const field = type.field(fieldName);
      const one: Shape = field.leaf
        ? leafWriter(field.leaf, field.type.nullable || field.type.list, 'numbers', types.contract.enums)
        : (value, context) => named(field.type.name)(value, context);
      return { name: fieldName, read: field.read, shape: field.type.list ? listOf(one) : one };
    });
    return (given, context) => {
      const source = type.from ? type.from(given, context) : given;
      if (source === undefined || source === null) return null;
      return Object.fromEntries(
        fields.map(({ name: fieldName, read, shape }) => [fieldName, shape(read(source, context), context)]),
      );
    };
  };
  const named = (name: string): Shape => {
    let shape = objects.get(name);
    if (!shape)
      objects.set(name, (shape = types.isObject(name) ? objectShape(name) : (value) => value ?? null));
    return shape;
  };
  return (expression, value, context) => {
    const { name, list } = parseGraphqlType(expression);
    return (list ? listOf(named(name)) : named(name))(value, context);
  };
}

function listOf(one: Shape): Shape {
  return (value, context) => (Array.isArray(value) ? value.map((element) => one(element, context)) : []);
}
