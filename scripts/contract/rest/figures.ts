import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceByVersion } from '../../../src/wawi/contract/openapi/inferred.ts';
import {
  methods,
  type Annotations,
  type ContractDocument,
  type EvidenceKind,
  type OperationNode,
} from '../../../src/wawi/contract/openapi/model.ts';
import { readContractDocument } from '../../../src/wawi/contract/openapi/source.ts';
import { parseRange, type AnyVersion } from '../../../src/wawi/contract/versions.ts';

/** The figures of one version of the REST contract. */
export interface Figures {
  version: AnyVersion;
  operations: number;
  /** Operations with a page that was read whole, with pages that were cut only, and without a page. */
  pagesRead: number;
  pagesCut: number;
  pagesNotFound: number;
  /** Elements: operations, parameters and properties. */
  documented: number;
  seen: number;
  inferred: number;
}

type Kinds = ReadonlyMap<AnyVersion, EvidenceKind>;

/** @returns the figures of each version of a document */
export function figuresOf(document: ContractDocument): Figures[] {
  const all = parseRange(document['x-versions']);
  const root: Kinds = new Map(all.map((version) => [version, 'inferred' as const]));
  const found = new Map(all.map((version) => [version, noFigures(version)]));
  const count = (node: Annotations, parent: Kinds): Kinds => {
    const kinds = evidenceByVersion(node, parent);
    for (const [version, kind] of kinds) {
      const figures = found.get(version);
      if (figures) figures[kind] += 1;
    }
    return kinds;
  };
  for (const item of Object.values(document.paths))
    for (const method of methods) {
      const node = item[method];
      if (!node) continue;
      const kinds = count(node, root);
      for (const parameter of node.parameters ?? []) count(parameter, kinds);
      for (const version of kinds.keys()) countPages(node, version, found);
    }
  for (const schema of Object.values(document.components.schemas)) {
    const kinds = evidenceByVersion(schema, root);
    for (const property of Object.values(schema.properties ?? {})) count(property, kinds);
  }
  return [...found.values()];
}

function noFigures(version: AnyVersion): Figures {
  const none = { operations: 0, pagesRead: 0, pagesCut: 0, pagesNotFound: 0, documented: 0, seen: 0 };
  return { version, ...none, inferred: 0 };
}

function countPages(node: OperationNode, version: AnyVersion, found: ReadonlyMap<AnyVersion, Figures>): void {
  const figures = found.get(version);
  if (!figures) return;
  const pages = (node['x-pages'] ?? []).filter(({ versions }) => parseRange(versions).includes(version));
  figures.operations += 1;
  if (pages.length === 0) figures.pagesNotFound += 1;
  else if (pages.every(({ cut }) => cut)) figures.pagesCut += 1;
  else figures.pagesRead += 1;
}

/**
 * @param contract the folder of the contract, `src/wawi/contract`
 * @returns the figures of every REST version, as a table
 */
export function restFigures(contract: string): string {
  const rows = (['v1', 'v2'] as const).flatMap((major) => {
    const file = `erp-${major}.openapi.yaml`;
    return figuresOf(readContractDocument(readFileSync(join(contract, 'documents', file), 'utf8'), file));
  });
  const head = ['REST', 'operations', 'pages read', 'cut', 'not found', 'documented', 'seen', 'inferred'];
  const body = rows.map((one) => [
    one.version,
    ...[
      one.operations,
      one.pagesRead,
      one.pagesCut,
      one.pagesNotFound,
      one.documented,
      one.seen,
      one.inferred,
    ].map(String),
  ]);
  const widths = head.map((text, n) => Math.max(text.length, ...body.map((row) => (row[n] ?? '').length)));
  return [head, ...body]
    .map((row) => row.map((text, n) => text.padStart(widths[n] ?? 0)).join('  '))
    .join('\n');
}
