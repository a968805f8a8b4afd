import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  FieldElement,
  GraphqlDocument,
  GraphqlVersion,
} from '../../../src/wawi/contract/sdl/elements.ts';
import { rootTypes } from '../../../src/wawi/contract/sdl/served.ts';
import { loadGraphqlDocument } from '../../../src/wawi/contract/sdl/source.ts';
import { apiVersions } from '../../../src/wawi/contract/versions.ts';

/** The figures of one version of the GraphQL contract. */
export interface GraphqlFigures {
  readonly version: GraphqlVersion;
  readonly queries: number;
  readonly mutations: number;
  readonly types: number;
  /** Types and operations with a page that was read whole, with pages that were cut only, and without a page. */
  readonly pagesRead: number;
  readonly pagesCut: number;
  readonly pagesNotFound: number;
  /** Elements: operations, arguments, fields, input fields and enum values. */
  readonly documented: number;
  readonly seen: number;
  readonly inferred: number;
}

/** @returns the figures of each version of the document */
export function graphqlFiguresOf(document: GraphqlDocument): GraphqlFigures[] {
  return apiVersions.v2.map((version) => figuresIn(document, version));
}

function figuresIn(document: GraphqlDocument, version: GraphqlVersion): GraphqlFigures {
  const types = [...document.types.values()].filter((type) => type.versions.includes(version));
  const fields = types.flatMap((type) => within(type.fields, version));
  const elements = [...fields, ...fields.flatMap((field) => within(field.args, version))];
  const roots = types
    .filter(({ name }) => rootTypes.has(name))
    .flatMap((type) => within(type.fields, version));
  const described = types.filter(({ name }) => !rootTypes.has(name));
  const isRead = (type: (typeof types)[number]) =>
    type.complete.includes(version) || type.scalars.includes(version);
  const pagesRead =
    described.filter(isRead).length +
    roots.filter((field) => field.evidence.documented.includes(version)).length;
  const pagesCut = described.filter(
    (type) => type.evidence.documented.includes(version) && !isRead(type),
  ).length;
  const known = (kind: 'documented' | 'seen', list: readonly FieldElement[]) =>
    list.filter(({ evidence }) => evidence[kind].includes(version));
  const undocumented = elements.filter(({ evidence }) => !evidence.documented.includes(version));
  return {
    version,
    queries: within(document.types.get('Query')?.fields ?? [], version).length,
    mutations: within(document.types.get('Mutation')?.fields ?? [], version).length,
    types: types.length,
    pagesRead,
    pagesCut,
    pagesNotFound: described.length + roots.length - pagesRead - pagesCut,
    documented: elements.length - undocumented.length,
    seen: known('seen', undocumented).length,
    inferred: undocumented.length - known('seen', undocumented).length,
  };
}

function within(fields: readonly FieldElement[], version: GraphqlVersion): readonly FieldElement[] {
  return fields.filter((field) => field.versions.includes(version));
}

/**
 * @param contract the folder of the contract, `src/wawi/contract`
 * @returns the figures of every GraphQL version, as a table
 */
export function graphqlFigures(contract: string): string {
  const document = loadGraphqlDocument(readFileSync(join(contract, 'documents', 'erp.graphql'), 'utf8'));
  const columns = [
    ['GraphQL', 'version'],
    ['queries', 'queries'],
    ['mutations', 'mutations'],
    ['types', 'types'],
    ['pages read', 'pagesRead'],
    ['cut', 'pagesCut'],
    ['not found', 'pagesNotFound'],
    ['documented', 'documented'],
    ['seen', 'seen'],
    ['inferred', 'inferred'],
  ] as const;
  const rows = graphqlFiguresOf(document).map((row) => columns.map(([, key]) => String(row[key])));
  const head = columns.map(([title]) => title);
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => (row[n] ?? '').length)));
  return [head, ...rows]
    .map((row) => row.map((text, n) => text.padStart(widths[n] ?? 0)).join('  '))
    .join('\n');
}
