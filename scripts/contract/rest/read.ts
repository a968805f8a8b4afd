import { operationAt, parameterAt, schemaAt } from '../../../src/wawi/contract/openapi/at-version.ts';
import {
  methods,
  typeKeys,
  type ContractDocument,
  type EvidenceKind,
  type OperationNode,
  type SchemaNode,
} from '../../../src/wawi/contract/openapi/model.ts';
import { parseRange, type AnyVersion } from '../../../src/wawi/contract/versions.ts';
import { inline } from './shared-responses.ts';
import {
  evidenceOf,
  type ByVersion,
  type ExpandedDocument,
  type ExpandedOperation,
  type ExpandedSchema,
  type PropertyValue,
} from './expanded.ts';

/** @returns an annotated document with every element's versions and evidence spelt out */
export function expanded(document: ContractDocument): ExpandedDocument {
  const versions = parseRange(document['x-versions']);
  const root = new Map<AnyVersion, EvidenceKind>(versions.map((version) => [version, 'inferred']));
  return {
    title: document.info.title,
    description: document.info.description ?? '',
    versions,
    operations: Object.entries(document.paths).flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const node = item[method];
        return node ? [{ ...operation(node, root, document), method, path }] : [];
      }),
    ),
    schemas: new Map(
      Object.entries(document.components.schemas).map(([name, node]) => [name, schema(name, node, root)]),
    ),
  };
}

type Kinds = ReadonlyMap<AnyVersion, EvidenceKind>;

function byVersion<T>(kinds: Kinds, value: (version: AnyVersion) => T): ByVersion<T> {
  return new Map([...kinds].map(([version, evidence]) => [version, { value: value(version), evidence }]));
}

function operation(
  node: OperationNode,
  root: Kinds,
  document: ContractDocument,
): Omit<ExpandedOperation, 'method' | 'path'> {
  const kinds = evidenceOf(node, root);
  return {
    id: node.operationId,
    summary: node.summary,
    tags: node.tags,
    scopes: node['x-scopes'],
    scopesAssumed: node['x-scopes-assumed'] ?? false,
    stability: node['x-stability'],
    at: byVersion(kinds, (version) => {
      const { requestBody, responses } = operationAt(node, version);
      return { requestBody: requestBody ?? null, responses: inline(responses, document) };
    }),
    parameters: new Map(
      (node.parameters ?? []).map((one) => [
        `${one.in} ${one.name.toLowerCase()}`,
        byVersion(evidenceOf(one, kinds), (version) => {
          const { name, in: place, required, schema: type } = parameterAt(one, version);
          return { name, in: place, ...(required === undefined ? {} : { required }), schema: type };
        }),
      ]),
    ),
    alsoAt: new Map(
      (node['x-also-at'] ?? []).map(({ path, versions }) => [path, new Set(parseRange(versions))]),
    ),
    pages: node['x-pages'] ?? [],
  };
}

function schema(name: string, node: SchemaNode, root: Kinds): ExpandedSchema {
  const kinds = evidenceOf(node, root);
  const { properties = {}, required = [] } = node;
  const base = without(node, ['properties', 'required', 'x-versions', 'x-evidence']);
  return {
    name,
    at: byVersion(kinds, () => null),
    base,
    properties: new Map(
      Object.entries(properties).map(([property, own]) => [
        property,
        byVersion(evidenceOf(own, kinds), (version) =>
          propertyValue(own, required.includes(property), version),
        ),
      ]),
    ),
  };
}

/** @returns a copy that lacks the keys */
export function without<T extends object>(object: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key))) as T;
}

const kept = new Set<string>([
  ...typeKeys,
  'readOnly',
  'example',
  'description',
  'default',
  'additionalProperties',
]);

function propertyValue(node: SchemaNode, isRequired: boolean, version: AnyVersion): PropertyValue {
  const { schema: own, required = isRequired } = schemaAt(node, version);
  const entries = Object.entries(own).filter(([key]) => kept.has(key));
  return { schema: Object.fromEntries(entries) as SchemaNode, required };
}
