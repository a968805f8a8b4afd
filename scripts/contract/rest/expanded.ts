import type {
  Annotations,
  BodyNode,
  Evidence,
  EvidenceKind,
  PageNode,
  ParameterNode,
  ResponseNode,
  SchemaNode,
} from '../../../src/wawi/contract/openapi/model.ts';
import type { MethodName } from '../../../src/wawi/contract/openapi/model.ts';
import { formatRange, parseRange, type AnyVersion } from '../../../src/wawi/contract/versions.ts';

/** A statement of one version about an element. */
export interface Stated<T> {
  value: T;
  evidence: EvidenceKind;
}

/** An element with each version that has it, so that merging needs no ranges. */
export type ByVersion<T> = Map<AnyVersion, Stated<T>>;

export interface PropertyValue {
  schema: SchemaNode;
  required: boolean;
}

export interface ExpandedSchema {
  name: string;
  /** The versions of the schema itself. */
  at: ByVersion<null>;
  /** Everything but properties, such as `type` or `enum`. */
  base: SchemaNode;
  properties: Map<string, ByVersion<PropertyValue>>;
}

export interface OperationBody {
  requestBody: BodyNode | null;
  responses: Record<string, ResponseNode>;
}

export interface ExpandedOperation {
  method: MethodName;
  path: string;
  id: string;
  summary: string;
  tags: string[];
  scopes: string[] | undefined;
  scopesAssumed: boolean;
  stability: string | undefined;
  at: ByVersion<OperationBody>;
  parameters: Map<string, ByVersion<ParameterNode>>;
  alsoAt: Map<string, Set<AnyVersion>>;
  pages: PageNode[];
  /** Added by this merge. */
  isNew?: boolean;
}

export interface ExpandedDocument {
  title: string;
  description: string;
  versions: AnyVersion[];
  operations: ExpandedOperation[];
  schemas: Map<string, ExpandedSchema>;
}

const strength: Record<EvidenceKind, number> = { inferred: 0, seen: 1, documented: 2 };

/** @returns whether one kind of evidence is stronger than the other */
export function isStronger(one: EvidenceKind, other: EvidenceKind): boolean {
  return strength[one] > strength[other];
}

/** Sets what a version says, keeping the stronger evidence. */
export function state<T>(element: ByVersion<T>, version: AnyVersion, value: T, evidence: EvidenceKind): void {
  const known = element.get(version);
  element.set(version, {
    value,
    evidence: known && isStronger(known.evidence, evidence) ? known.evidence : evidence,
  });
}

/** @returns the evidence for each version that the annotations name or inherit */
export function evidenceOf(
  annotations: Annotations,
  parent: ReadonlyMap<AnyVersion, EvidenceKind>,
): Map<AnyVersion, EvidenceKind> {
  const range = annotations['x-versions'];
  const versions = range === undefined ? [...parent.keys()] : parseRange(range);
  const own = annotations['x-evidence'];
  return new Map(
    versions.map((version) => [version, own ? kindIn(own, version) : (parent.get(version) ?? 'inferred')]),
  );
}

function kindIn(evidence: Evidence, version: AnyVersion): EvidenceKind {
  const kinds = ['documented', 'seen'] as const;
  return kinds.find((kind) => parsed(evidence[kind]).includes(version)) ?? 'inferred';
}

const parsed = (range: string | undefined): AnyVersion[] => (range === undefined ? [] : parseRange(range));

/** @returns the annotations to write beside an element: only what its parent does not say */
export function annotationsOf(
  element: ByVersion<unknown>,
  parent: ReadonlyMap<AnyVersion, EvidenceKind>,
): Annotations {
  const versions = [...element.keys()];
  const isSame = versions.length === parent.size && versions.every((version) => parent.has(version));
  const inherits = versions.every(
    (version) => (parent.get(version) ?? 'inferred') === element.get(version)?.evidence,
  );
  return {
    ...(isSame ? {} : { 'x-versions': formatRange(versions) }),
    ...(inherits ? {} : { 'x-evidence': writtenEvidence(element) }),
  };
}

/** An element with only `inferred` is written as an empty object. */
function writtenEvidence(element: ByVersion<unknown>): Evidence {
  const of = (kind: EvidenceKind): AnyVersion[] =>
    [...element].filter(([, { evidence }]) => evidence === kind).map(([version]) => version);
  if ([...element.values()].every(({ evidence }) => evidence === 'inferred')) return {};
  const kinds = ['documented', 'seen', 'inferred'] as const;
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const versions = of(kind);
      return versions.length > 0 ? [[kind, formatRange(versions, 'closed')]] : [];
    }),
  );
}

/** @returns evidence by version, for the children of an element */
export function kindsOf(element: ByVersion<unknown>): Map<AnyVersion, EvidenceKind> {
  return new Map([...element].map(([version, { evidence }]) => [version, evidence]));
}

/** Groups versions with the same value. */
export interface Group<T> {
  value: T;
  versions: AnyVersion[];
}

/** @returns the values of an element, that of its newest version first */
export function groups<T>(element: ByVersion<T>): Group<T>[] {
  const found = new Map<string, Group<T>>();
  const newestFirst = [...element].sort(([a], [b]) => (a < b ? 1 : -1));
  for (const [version, { value }] of newestFirst) {
    const key = JSON.stringify(value);
    const group = found.get(key) ?? { value, versions: [] };
    group.versions.push(version);
    found.set(key, group);
  }
  return [...found.values()];
}
