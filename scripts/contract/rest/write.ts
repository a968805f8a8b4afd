import { Document, visit } from 'yaml';
import {
  methods,
  type ContractDocument,
  type OperationNode,
  type ParameterNode,
  type PathItem,
  type SchemaNode,
  type SchemaVariant,
} from '../../../src/wawi/contract/openapi/model.ts';
import { formatRange, type AnyVersion } from '../../../src/wawi/contract/versions.ts';
import type { EvidenceKind } from '../../../src/wawi/contract/openapi/model.ts';
import { without } from './read.ts';
import { SharedResponses } from './shared-responses.ts';
import {
  annotationsOf,
  groups,
  kindsOf,
  type ByVersion,
  type ExpandedDocument,
  type ExpandedOperation,
  type ExpandedSchema,
  type PropertyValue,
} from './expanded.ts';

type Kinds = ReadonlyMap<AnyVersion, EvidenceKind>;

/** @returns the annotated document of an expanded one: paths and schemas by name */
export function compressed(document: ExpandedDocument): ContractDocument {
  const root = new Map<AnyVersion, EvidenceKind>(document.versions.map((version) => [version, 'inferred']));
  const paths: Record<string, PathItem> = {};
  const responses = new SharedResponses();
  const inOrder = [...document.operations].sort(
    (a, b) => compare(a.path, b.path) || methods.indexOf(a.method) - methods.indexOf(b.method),
  );
  for (const operation of inOrder)
    (paths[operation.path] ??= {})[operation.method] = operationNode(operation, root, responses);
  const schemas = [...document.schemas.values()].sort((a, b) => compare(a.name, b.name));
  return {
    openapi: '3.0.3',
    info: {
      title: document.title,
      version: `${document.versions[0]} to ${document.versions.at(-1)}`,
      description: document.description,
    },
    'x-versions': formatRange(document.versions),
    paths,
    components: {
      responses: Object.fromEntries(Object.entries(responses.components).sort(([a], [b]) => compare(a, b))),
      schemas: Object.fromEntries(schemas.map((one) => [one.name, schemaNode(one, root)])),
    },
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function operationNode(operation: ExpandedOperation, root: Kinds, shared: SharedResponses): OperationNode {
  const kinds = kindsOf(operation.at);
  const [newest, ...older] = groups(operation.at);
  const variants = older.map(({ value, versions }) => ({
    versions: formatRange(versions, 'closed'),
    ...(isEqual(value.requestBody, newest?.value.requestBody) ? {} : { requestBody: value.requestBody }),
    ...(isEqual(value.responses, newest?.value.responses) ? {} : { responses: shared.of(value.responses) }),
  }));
  const alsoAt = [...operation.alsoAt].map(([path, versions]) => ({ path, versions: formatRange(versions) }));
  const parameters = [...operation.parameters.values()].map((one) => parameterNode(one, kinds));
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: operation.tags,
    ...annotationsOf(operation.at, root),
    ...(alsoAt.length > 0 ? { 'x-also-at': alsoAt } : {}),
    ...(operation.scopes === undefined ? {} : { 'x-scopes': operation.scopes }),
    ...(operation.scopesAssumed ? { 'x-scopes-assumed': true } : {}),
    ...(operation.stability === undefined ? {} : { 'x-stability': operation.stability }),
    ...(operation.pages.length > 0 ? { 'x-pages': operation.pages } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(newest?.value.requestBody ? { requestBody: newest.value.requestBody } : {}),
    responses: shared.of(newest?.value.responses ?? {}),
    ...(variants.length > 0 ? { 'x-variants': variants } : {}),
  };
}

function parameterNode(element: ByVersion<ParameterNode>, parent: Kinds): ParameterNode {
  const [newest, ...older] = groups(element);
  if (!newest) throw new Error('a parameter exists in no version');
  const variants = older.map(({ value, versions }) => ({
    versions: formatRange(versions, 'closed'),
    required: value.required ?? false,
    schema: value.schema,
  }));
  return {
    ...newest.value,
    ...annotationsOf(element, parent),
    ...(variants.length > 0 ? { 'x-variants': variants } : {}),
  };
}

function schemaNode(schema: ExpandedSchema, root: Kinds): SchemaNode {
  const kinds = kindsOf(schema.at);
  const properties = [...schema.properties].filter(([, element]) => element.size > 0);
  const required = properties.filter(([, element]) => newestValue(element).required).map(([name]) => name);
  return {
    ...schema.base,
    ...annotationsOf(schema.at, root),
    ...(required.length > 0 ? { required } : {}),
    ...(properties.length > 0
      ? {
          properties: Object.fromEntries(
            properties.map(([name, element]) => [name, propertyNode(element, kinds)]),
          ),
        }
      : {}),
  };
}

function newestValue(element: ByVersion<PropertyValue>): PropertyValue {
  const [newest] = groups(element);
  if (!newest) throw new Error('a property exists in no version');
  return newest.value;
}

function propertyNode(element: ByVersion<PropertyValue>, parent: Kinds): SchemaNode {
  const [newest, ...older] = groups(element);
  if (!newest) throw new Error('a property exists in no version');
  const variants = older.map(({ value, versions }): SchemaVariant => {
    const isRequired = value.required === newest.value.required ? {} : { required: value.required };
    return {
      versions: formatRange(versions, 'closed'),
      ...(isEqual(value.schema, newest.value.schema) ? {} : without(value.schema, ['required'])),
      ...isRequired,
    } as SchemaVariant;
  });
  return {
    ...newest.value.schema,
    ...annotationsOf(element, parent),
    ...(variants.length > 0 ? { 'x-variants': variants } : {}),
  };
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Values up to this length stand on one line. */
const lineLength = 150;

/** @param header comment lines at the top of the file */
export function yamlText(document: ContractDocument, header: string): string {
  const yaml = new Document(document, { aliasDuplicateObjects: false });
  visit(yaml, {
    Collection(_, node) {
      if (JSON.stringify(node.toJSON()).length > lineLength) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
  yaml.commentBefore = header
    .split('\n')
    .map((line) => (line === '' ? '' : ` ${line}`))
    .join('\n');
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: true });
}
