import data from '../contract/data/graphql-2.0.json' with { type: 'json' };
import { parseGraphqlType, type GraphqlContractData } from '../contract/graphql-contract.ts';
import { packKey } from '../contract/keys.ts';
import { keyKindOf } from './tables/graphql/keys.ts';
import { viewsGraphql } from './tables/graphql/index.ts';
import { readerOf } from './projector.ts';
import type { Read, ViewContext } from './views.ts';

type Shape = (value: unknown, context: ViewContext) => unknown;

const contract = data as unknown as GraphqlContractData;
const shapes = new Map<string, Shape>();

/**
 * Shows an entity in the shape of a GraphQL type, as the command and query style operations of REST v2 answer
 * (platform.md section 5): the type's own field names, packed keys, enums as numbers, null for what is empty.
 * @param type a GraphQL type's name, such as `ItemdetailsItem`; `[X]` for a list of it
 */
export function graphqlShape(type: string, value: unknown, context: ViewContext): unknown {
  return shapeOf(type)(value, context);
}

function shapeOf(expression: string): Shape {
  const { name, list } = parseGraphqlType(expression);
  const shape: Shape = (value, context) => namedShape(name)(value, context);
  if (!list) return shape;
  return (value, context) => (Array.isArray(value) ? value.map((element) => shape(element, context)) : []);
}

function namedShape(name: string): Shape {
  let shape = shapes.get(name);
  if (!shape) shapes.set(name, (shape = name in contract.types ? objectShape(name) : scalarShape(name)));
  return shape;
}

function objectShape(name: string): Shape {
  const fields = Object.entries(contract.types[name] ?? {})
    // Fields with arguments are methods of the schema, not data.
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([field, type]) => ({
      field,
      read: readerOf(viewsGraphql, name, field),
      shape: fieldShape(name, field, type),
    }));
  const from = viewsGraphql[name]?.from as Read<unknown> | undefined;
  return (given, context) => {
    const source = from ? from(given, context) : given;
    if (source === undefined || source === null) return null;
    return Object.fromEntries(
      fields.map(({ field, read, shape }) => [field, shape(read(source, context), context)]),
    );
  };
}

function fieldShape(type: string, field: string, expression: string): Shape {
  const { name, list } = parseGraphqlType(expression);
  if (name !== 'ID') return shapeOf(expression);
  const kind = keyKindOf(type, field);
  const key: Shape = (value) =>
    typeof value === 'number' && kind !== undefined ? packKey(kind, value) : (value ?? null);
  return list
    ? (value, context) => (Array.isArray(value) ? value.map((element) => key(element, context)) : [])
    : key;
}

function scalarShape(name: string): Shape {
  if (name === 'Decimal' || name === 'Int' || name === 'Byte' || name === 'Long') {
    return (value) => (value === undefined || value === null || value === '' ? null : Number(value));
  }
  return (value) => value ?? null;
}
