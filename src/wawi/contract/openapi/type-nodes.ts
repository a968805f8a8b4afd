import type { SentBody } from '../contract.ts';
import type { ScalarName, TypeNode } from '../types.ts';
import type { AnyVersion } from '../versions.ts';
import { enumAt } from './at-version.ts';
import type { SchemaNode } from './model.ts';

const schemaPrefix = '#/components/schemas/';

/** @returns the engine's type of a schema, as the version has it */
export function typeNode(schema: SchemaNode, version: AnyVersion): TypeNode {
  if (schema['x-page-of']) return { kind: 'page', of: typeNode(schema['x-page-of'], version) };
  if (schema.$ref !== undefined) return { kind: 'schema', name: schema.$ref.slice(schemaPrefix.length) };
  if (schema['x-key'] !== undefined) return { kind: 'key', key: schema['x-key'] };
  if (schema.enum) return { kind: 'enum', values: enumAt(schema, version) };
  if (schema.type === 'array') return { kind: 'list', of: typeNode(schema.items ?? {}, version) };
  if (schema.additionalProperties) return { kind: 'map', of: typeNode(schema.additionalProperties, version) };
  return scalarType(schema);
}

/** Format (or type where a schema has none) -> the engine's name of the scalar. */
const scalarNames: Readonly<Record<string, ScalarName>> = {
  int32: 'int32',
  int64: 'int64',
  decimal: 'decimal',
  double: 'double',
  'date-time': 'date-time',
  'time-span': 'duration',
  uri: 'uri',
  uuid: 'guid',
  byte: 'byte',
  binary: 'binary',
  boolean: 'boolean',
  string: 'string',
};

function scalarType(schema: SchemaNode): TypeNode {
  const name = scalarNames[schema.format ?? schema.type ?? ''] ?? 'object';
  const { minLength, maxLength, minimum, maximum } = schema;
  return {
    kind: 'scalar',
    name,
    ...(minLength === undefined ? {} : { min: minLength }),
    ...(maxLength === undefined ? {} : { max: maxLength }),
    ...(minimum === undefined || maximum === undefined ? {} : { range: [minimum, maximum] }),
  };
}

/** @returns undefined for a schema that is not in the shape of a GraphQL type */
export function graphqlBody(schema: SchemaNode): SentBody | undefined {
  const [graphql, list, page] = [schema, schema.items, schema['x-page-of']].map(
    (one) => one?.['x-graphql-type'],
  );
  if (graphql !== undefined) return { graphql };
  if (list !== undefined) return { graphql: list, rows: 'list' };
  return page === undefined ? undefined : { graphql: page, rows: 'page' };
}
