import { parse, type DocumentNode } from 'graphql';
import { rootFieldDirectives, servedDirectives } from './directives.ts';
import {
  deprecationIn,
  namedType,
  typeIn,
  type FieldElement,
  type GraphqlDocument,
  type GraphqlVersion,
  type TypeElement,
} from './elements.ts';

/** The operation types of the schema. */
export const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation']);

/** @returns the schema of one version as it is served: without annotations, with the directives of root fields */
export function servedSdl(document: GraphqlDocument, version: GraphqlVersion): DocumentNode {
  return parse(servedText(document, version), { noLocation: true });
}

/** @returns as {@link servedSdl}, as text */
export function servedText(document: GraphqlDocument, version: GraphqlVersion): string {
  const types = [...document.types.values()].filter((type) => type.versions.includes(version));
  return [
    'schema {\n  query: Query\n  mutation: Mutation\n}',
    ...servedDirectives.map((text) => `directive ${text}`),
    ...types.map((type) => typeText(type, version)),
  ].join('\n\n');
}

function typeText(type: TypeElement, version: GraphqlVersion): string {
  if (type.kind === 'scalar') return `scalar ${type.name}`;
  const fields = type.fields.filter((field) => field.versions.includes(version));
  const isRoot = rootTypes.has(type.name);
  const lines = fields.map((field) => `  ${fieldText(field, version, isRoot)}`);
  return `${type.kind} ${type.name} {\n${lines.join('\n')}\n}`;
}

function fieldText(field: FieldElement, version: GraphqlVersion, isRoot: boolean): string {
  const args = field.args.filter((arg) => arg.versions.includes(version));
  const list = args.map((arg) => fieldText(arg, version, false)).join(', ');
  const type = typeIn(field, version);
  const reason = deprecationIn(field, version);
  return [
    `${field.name}${list === '' ? '' : `(${list})`}${type === '' ? '' : `: ${type}`}`,
    ...(isRoot ? [rootFieldDirectives(field.roles, namedType(type).endsWith('Connection'))] : []),
    ...(reason === undefined ? [] : [`@deprecated(reason: ${JSON.stringify(reason)})`]),
  ].join(' ');
}
