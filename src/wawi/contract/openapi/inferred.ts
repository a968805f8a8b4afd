import { formatRange, parseRange, type AnyVersion } from '../versions.ts';
import { operationAt } from './at-version.ts';
import { reachable } from './existence.ts';
import {
  methods,
  type Annotations,
  type ContractDocument,
  type Evidence,
  type EvidenceKind,
  type OperationNode,
  type SchemaNode,
} from './model.ts';

/** The versions in which an operation rests on what no source shows. */
export interface Inferred {
  /** The operation itself is inferred. */
  operation: AnyVersion[];
  /** The operation is shown; its body or its answer is not. */
  shapes: AnyVersion[];
}

/**
 * @returns by operation id, the versions whose answers rest on `inferred`
 */
export function inferredOperations(document: ContractDocument): Map<string, Inferred> {
  const all = new Map(parseRange(document['x-versions']).map((version) => [version, 'inferred' as const]));
  const operations = Object.values(document.paths).flatMap((item) =>
    methods.flatMap((method) => item[method] ?? []),
  );
  return new Map(
    operations.map((node) => {
      const kinds = [...evidenceByVersion(node, all)];
      const shown = kinds.filter(([, kind]) => kind !== 'inferred').map(([version]) => version);
      return [
        node.operationId,
        {
          operation: kinds.filter(([, kind]) => kind === 'inferred').map(([version]) => version),
          shapes: shown.filter((version) => hasInferredShape(document, node, version)),
        },
      ];
    }),
  );
}

/** @returns the kind of evidence for each version that has the element */
export function evidenceByVersion(
  node: Annotations,
  parent: ReadonlyMap<AnyVersion, EvidenceKind>,
): Map<AnyVersion, EvidenceKind> {
  const range = node['x-versions'];
  const versions = range === undefined ? [...parent.keys()] : parseRange(range);
  const own = node['x-evidence'];
  return new Map(
    versions.map((version) => [version, own ? kindIn(own, version) : (parent.get(version) ?? 'inferred')]),
  );
}

function kindIn(evidence: Evidence, version: AnyVersion): EvidenceKind {
  const kinds = ['documented', 'seen'] as const;
  const found = kinds.find((kind) => {
    const range = evidence[kind];
    return range !== undefined && parseRange(range).includes(version);
  });
  return found ?? 'inferred';
}

/** Shapes of GraphQL types rest on the schema of GraphQL. */
function hasInferredShape(document: ContractDocument, node: OperationNode, version: AnyVersion): boolean {
  const { requestBody, responses } = operationAt(node, version);
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const contents = [requestBody?.content, ...successes.map(([, { content }]) => content)];
  const roots = contents.flatMap((content) =>
    Object.values(content ?? {}).flatMap(({ schema }) => schema ?? []),
  );
  const all = new Map<AnyVersion, EvidenceKind>([[version, 'inferred']]);
  return reachable(document, roots).some(
    (schema) =>
      isOpen(schema) || (schema.properties && evidenceByVersion(schema, all).get(version) === 'inferred'),
  );
}

/** An answer of any kind stands for one that no source shows. */
function isOpen(schema: SchemaNode): boolean {
  return Object.keys(schema).every((key) => key === 'description');
}

/** @returns the ranges as compact documents carry them */
export function writtenInferred({ operation, shapes }: Inferred): { operation?: string; shapes?: string } {
  return {
    ...(operation.length > 0 ? { operation: formatRange(operation) } : {}),
    ...(shapes.length > 0 ? { shapes: formatRange(shapes) } : {}),
  };
}
