import { comparablePath } from '../path-template.ts';
import { parseRange, type AnyVersion } from '../versions.ts';
import type { Annotations, ContractDocument, OperationNode, SchemaNode } from './model.ts';
import { methods } from './model.ts';

/** An element of a document, named as refusals name it. */
export type ElementName =
  { operation: string } | { operation: string; parameter: string } | { schema: string; property: string };

/**
 * Tells which versions have an element, for refusals such as `exists from API 2.1; this tenant has 2.0`
 * (see `existence` of versions.ts).
 * @param element an operation by `METHOD /path` (a further path, another spelling of case and hyphens), a parameter or
 *   a property by name in any letter case
 * @returns the versions, oldest first; empty for an element that no version has
 */
export function versionsWith(document: ContractDocument, element: ElementName): AnyVersion[] {
  const all = parseRange(document['x-versions']);
  if ('schema' in element) {
    const schema = document.components.schemas[element.schema];
    const property = schema && named(Object.entries(schema.properties ?? {}), element.property);
    return schema && property ? own(property, own(schema, all)) : [];
  }
  const found = operationsAt(document, element.operation);
  if (!('parameter' in element))
    return unique(
      found.flatMap(({ versions }) => versions),
      all,
    );
  return unique(
    found.flatMap(({ node, versions }) => {
      const parameters = (node.parameters ?? []).map((one) => [one.name, one] as const);
      const parameter = named(parameters, element.parameter);
      return parameter ? own(parameter, versions) : [];
    }),
    all,
  );
}

function own(element: Annotations, parent: AnyVersion[]): AnyVersion[] {
  const range = element['x-versions'];
  return range === undefined ? parent : parseRange(range);
}

function unique(versions: readonly AnyVersion[], all: readonly AnyVersion[]): AnyVersion[] {
  return all.filter((version) => versions.includes(version));
}

function named<T>(entries: readonly (readonly [string, T])[], name: string): T | undefined {
  return entries.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1];
}

interface Place {
  readonly node: OperationNode;
  readonly versions: AnyVersion[];
}

function operationsAt(document: ContractDocument, title: string): Place[] {
  const all = parseRange(document['x-versions']);
  const [method = '', path = ''] = title.split(' ');
  const wanted = comparablePath(path);
  return Object.entries(document.paths).flatMap(([template, item]) => {
    const name = methods.find((one) => one === method.toLowerCase());
    const node = name && item[name];
    if (!node) return [];
    if (comparablePath(template) === wanted) return [{ node, versions: own(node, all) }];
    return (node['x-also-at'] ?? [])
      .filter((other) => comparablePath(other.path) === wanted)
      .map((other) => ({ node, versions: parseRange(other.versions) }));
  });
}

/** @returns the schemas of a document that a schema leads to, itself included */
export function reachable(document: ContractDocument, roots: readonly SchemaNode[]): SchemaNode[] {
  const seen = new Set<SchemaNode>();
  const visit = (node: SchemaNode | undefined): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    const name = node.$ref?.replace('#/components/schemas/', '');
    if (name !== undefined) visit(document.components.schemas[name]);
    for (const inner of [node.items, node.additionalProperties, node['x-page-of']]) visit(inner);
    for (const property of Object.values(node.properties ?? {})) visit(property);
  };
  for (const root of roots) visit(root);
  return [...seen];
}
