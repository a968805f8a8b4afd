import { comparablePath } from '../path-template.ts';
import { formatRange, type AnyVersion } from '../versions.ts';
import {
  annotated,
  outside,
  rangeOf,
  type ElementPath,
  type Problem,
  type Report,
} from './check-annotations.ts';
import { checkKeys } from './check-keys.ts';
import { checkSchemas, type SchemaUse } from './check-schemas.ts';
import {
  methods,
  type ContractDocument,
  type OperationNode,
  type ResponseNode,
  type SchemaNode,
} from './model.ts';

/**
 * Finds what contradicts itself in an annotated document.
 * @returns a problem for each element that is wrong; empty for a sound document
 */
export function contradictions(document: ContractDocument): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, message) => void problems.push({ path, message });
  const all = rangeOf(document['x-versions'], ['x-versions'], report);
  const schemas = new Map(
    Object.entries(document.components.schemas).map(([name, node]) => [
      name,
      annotated(node, all, ['components', 'schemas', name], report),
    ]),
  );
  const responses = Object.keys(document.components.responses ?? {});
  const use: SchemaUse = {
    schemas,
    responses: new Set(responses.map((name) => `#/components/responses/${name}`)),
    report,
  };
  for (const [name, node] of Object.entries(document.components.schemas))
    checkSchemas(node, schemas.get(name) ?? all, ['components', 'schemas', name], use);
  checkOperations(document, all, use);
  return problems;
}

function checkReferences(responses: Record<string, ResponseNode>, path: ElementPath, use: SchemaUse): void {
  for (const [status, { $ref }] of Object.entries(responses))
    if ($ref !== undefined && !use.responses.has($ref))
      use.report([...path, status], `there is no response '${$ref}'`);
}

interface Place {
  readonly operation: string;
  readonly versions: readonly AnyVersion[];
}

function checkOperations(document: ContractDocument, all: readonly AnyVersion[], use: SchemaUse): void {
  const { report } = use;
  const ids = new Map<string, string>();
  const places = new Map<string, Place[]>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of Object.keys(item)) {
      const at = ['paths', path, method];
      const node = item[method as keyof typeof item];
      if (!node || !methods.some((one) => one === method)) {
        report(at, `'${method}' is not a method; expected ${methods.join(', ')}`);
        continue;
      }
      checkKeys(node, 'operations', at, report);
      const versions = annotated(node, all, at, report);
      const known = ids.get(node.operationId);
      if (known !== undefined) report(at, `the operationId '${node.operationId}' is also that of ${known}`);
      ids.set(node.operationId, `${method.toUpperCase()} ${path}`);
      const paths = [{ path, versions }, ...alsoAt(node, versions, at, report)];
      for (const one of paths) checkPlace(places, method, one, node.operationId, at, report);
      checkParameters(path, node, versions, at, use);
      checkBodies(node, versions, at, use);
    }
  }
}

function alsoAt(
  node: OperationNode,
  versions: readonly AnyVersion[],
  at: ElementPath,
  report: Report,
): { path: string; versions: AnyVersion[] }[] {
  return (node['x-also-at'] ?? []).map((other, n) => {
    const own = rangeOf(other.versions, [...at, 'x-also-at', n], report);
    outside(own, versions, [...at, 'x-also-at', n], 'the operation', report);
    return { path: other.path, versions: own };
  });
}

/** Requests match paths ignoring letter case, hyphens and the names of parameters. */
function checkPlace(
  places: Map<string, Place[]>,
  method: string,
  { path, versions }: { path: string; versions: readonly AnyVersion[] },
  operation: string,
  at: ElementPath,
  report: Report,
): void {
  const template = comparablePath(path);
  const key = `${method} ${template}`;
  const others = places.get(key) ?? [];
  for (const other of others) {
    const shared = versions.filter((version) => other.versions.includes(version));
    if (shared.length > 0)
      report(at, `the path ${path} is also that of ${other.operation} in ${formatRange(shared)}`);
  }
  places.set(key, [...others, { operation, versions }]);
}

function checkParameters(
  path: string,
  node: OperationNode,
  versions: readonly AnyVersion[],
  at: ElementPath,
  use: SchemaUse,
): void {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const seen = new Set<string>();
  for (const [n, one] of (node.parameters ?? []).entries()) {
    const own = [...at, 'parameters', n];
    checkKeys(one, 'parameters', own, use.report);
    const key = `${one.in} ${one.name.toLowerCase()}`;
    if (seen.has(key)) use.report(own, `the ${one.in} parameter '${one.name}' is there twice`);
    seen.add(key);
    if (one.in === 'path' && !names.includes(one.name))
      use.report(own, `the path ${path} has no parameter '${one.name}'`);
    checkSchemas(one.schema, annotated(one, versions, own, use.report), [...own, 'schema'], use);
  }
  for (const name of names)
    if (!seen.has(`path ${name.toLowerCase()}`))
      use.report(at, `the path's parameter '${name}' is not described`);
}

function checkBodies(
  node: OperationNode,
  versions: readonly AnyVersion[],
  at: ElementPath,
  use: SchemaUse,
): void {
  const variants = (node['x-variants'] ?? []).map((variant, n) => ({
    bodies: variant,
    versions: rangeOf(variant.versions, [...at, 'x-variants', n], () => undefined),
    path: [...at, 'x-variants', n],
  }));
  const claimed = new Set(variants.flatMap((one) => one.versions));
  const rest = versions.filter((version) => !claimed.has(version));
  for (const { bodies, versions: own, path } of [{ bodies: node, versions: rest, path: at }, ...variants]) {
    for (const [place, schema] of schemasOf(bodies)) checkSchemas(schema, own, [...path, ...place], use);
    checkReferences(bodies.responses ?? {}, [...path, 'responses'], use);
    if (bodies.responses && !Object.keys(bodies.responses).some((status) => status.startsWith('2')))
      use.report([...path, 'responses'], 'no answer of success is described');
  }
}

function schemasOf(
  bodies: Partial<Pick<OperationNode, 'responses'>> & { requestBody?: OperationNode['requestBody'] | null },
): [ElementPath, SchemaNode][] {
  const contents = [
    { place: ['requestBody'], content: bodies.requestBody?.content },
    ...Object.entries(bodies.responses ?? {}).map(([status, { content }]) => ({
      place: ['responses', status],
      content,
    })),
  ];
  return contents.flatMap(({ place, content }) =>
    Object.entries(content ?? {}).flatMap(([media, { schema }]): [ElementPath, SchemaNode][] =>
      schema ? [[[...place, 'content', media, 'schema'], schema]] : [],
    ),
  );
}
