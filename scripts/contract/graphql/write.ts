import { apiVersions, formatRange, parseRange } from '../../../src/wawi/contract/versions.ts';
import type { GraphqlVersion } from '../../../src/wawi/contract/sdl/elements.ts';
import type { ContractModel, FieldModel, TypeModel } from './model.ts';

/** Versions by kind of evidence, as ranges. */
type Evidence = Partial<Record<'documented' | 'seen' | 'inferred' | 'untyped', string>>;

/** @returns the annotated document, `head` above it */
export function documentText(model: ContractModel, head: string): string {
  const order = (type: TypeModel) => (type.name === 'Query' ? 0 : type.name === 'Mutation' ? 1 : 2);
  const types = [...model.types.values()].filter((type) => type.versions.length > 0);
  types.sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1));
  return `${[head, ...types.map(typeText)].join('\n\n')}\n`;
}

function typeText(type: TypeModel): string {
  const { documented, seen, versions } = type;
  const evidence = evidenceOf(versions, documented, seen, new Set());
  const annotations = [
    versionsText(versions, apiVersions.v2),
    evidenceText(evidence),
    pagesText(pagesOf(type.pages, evidence), within(type.complete, versions), within(type.scalars, versions)),
  ];
  const head = [type.kind, type.name, ...annotations].filter((text) => text !== '').join(' ');
  if (type.kind === 'scalar') return head;
  const members = type.fields.filter((field) => field.types.size > 0);
  return `${head} {\n${members.map((field) => `  ${fieldText(field, versions, evidence)}`).join('\n')}\n}`;
}

function fieldText(field: FieldModel, enclosing: readonly GraphqlVersion[], parent: Evidence): string {
  const versions = versionsIn(field);
  const evidence = fieldEvidence(field, versions);
  const args = field.args
    .filter((arg) => arg.types.size > 0)
    .map((arg) => fieldText(arg, versions, evidence));
  const type = typeLine(field, versions);
  return [
    `${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}${type.main === '' ? '' : `: ${type.main}`}`,
    ...field.roles.map((role) => `@authorize(roles: [${JSON.stringify(role)}])`),
    versionsText(versions, enclosing),
    sameEvidence(evidence, limited(parent, versions)) ? '' : evidenceText(evidence),
    pagesText(pagesOf(field.pages, evidence), [], []),
    ...type.variants,
    ...deprecations(field, versions),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function versionsIn(field: FieldModel): GraphqlVersion[] {
  return apiVersions.v2.filter((version) => field.types.has(version));
}

function fieldEvidence(field: FieldModel, versions: readonly GraphqlVersion[]): Evidence {
  const observations = [...field.observations].filter(([version]) => versions.includes(version));
  const documented = new Set(
    observations.flatMap(([version, one]) => (one.knowledge === 'documented' ? [version] : [])),
  );
  const untyped = observations.flatMap(([version, one]) =>
    one.knowledge === 'documented' && !one.full ? [version] : [],
  );
  return evidenceOf(versions, documented, field.seen, new Set(untyped));
}

function evidenceOf(
  versions: readonly GraphqlVersion[],
  documented: ReadonlySet<GraphqlVersion>,
  seen: ReadonlySet<GraphqlVersion>,
  untyped: ReadonlySet<GraphqlVersion>,
): Evidence {
  const lists = {
    documented: within(documented, versions),
    seen: within(seen, versions),
    inferred: versions.filter((version) => !documented.has(version) && !seen.has(version)),
    untyped: within(untyped, versions),
  };
  return Object.fromEntries(
    Object.entries(lists).flatMap(([name, list]) => (list.length > 0 ? [[name, formatRange(list)]] : [])),
  );
}

function within(set: ReadonlySet<GraphqlVersion>, versions: readonly GraphqlVersion[]): GraphqlVersion[] {
  return apiVersions.v2.filter((version) => set.has(version) && versions.includes(version));
}

/** @returns the evidence of the enclosing element as an element of fewer versions takes it */
function limited(evidence: Evidence, versions: readonly GraphqlVersion[]): Evidence {
  return Object.fromEntries(
    Object.entries(evidence).flatMap(([name, range]) => {
      const list = versions.filter((version) => parseList(range).includes(version));
      return list.length > 0 && name !== 'untyped' ? [[name, formatRange(list)]] : [];
    }),
  );
}

function parseList(range: string): readonly string[] {
  return range === '' ? [] : parseRange(range);
}

function sameEvidence(one: Evidence, other: Evidence): boolean {
  return (['documented', 'seen', 'inferred', 'untyped'] as const).every((name) => one[name] === other[name]);
}

function versionsText(versions: readonly GraphqlVersion[], enclosing: readonly GraphqlVersion[]): string {
  return formatRange(versions) === formatRange(enclosing)
    ? ''
    : `@versions(in: ${JSON.stringify(formatRange(versions))})`;
}

function evidenceText(evidence: Evidence): string {
  return `@evidence(${Object.entries(evidence)
    .map(([name, range]) => `${name}: ${JSON.stringify(range)}`)
    .join(', ')})`;
}

/** @returns the pages of those versions that are documented and served */
function pagesOf(pages: ReadonlySet<string>, { documented = '' }: Evidence): string[] {
  const versions = parseList(documented);
  return [...pages].sort().filter((page) => versions.includes(page.slice(0, 3)));
}

function pagesText(
  pages: readonly string[],
  complete: readonly GraphqlVersion[],
  scalars: readonly GraphqlVersion[],
): string {
  const parts = [
    ...(pages.length > 0 ? [`of: ${JSON.stringify(pages)}`] : []),
    ...(complete.length > 0 ? [`complete: ${JSON.stringify(formatRange(complete))}`] : []),
    ...(scalars.length > 0 ? [`scalars: ${JSON.stringify(formatRange(scalars))}`] : []),
  ];
  return parts.length === 0 ? '' : `@pages(${parts.join(', ')})`;
}

/** The type of the newest version, and what other versions have. */
function typeLine(
  field: FieldModel,
  versions: readonly GraphqlVersion[],
): { main: string; variants: string[] } {
  const main = field.types.get(versions.at(-1) ?? '2.3') ?? '';
  const others = new Map<string, GraphqlVersion[]>();
  for (const version of versions) {
    const type = field.types.get(version) ?? main;
    if (type !== main) others.set(type, [...(others.get(type) ?? []), version]);
  }
  const variants = [...others].map(
    ([type, list]) => `@variant(in: ${JSON.stringify(formatRange(list))}, type: ${JSON.stringify(type)})`,
  );
  return { main, variants };
}

function deprecations(field: FieldModel, versions: readonly GraphqlVersion[]): string[] {
  const reasons = new Map<string, GraphqlVersion[]>();
  for (const version of versions) {
    const reason = field.deprecations.get(version);
    if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), version]);
  }
  return [...reasons].map(([reason, list]) =>
    list.length === versions.length
      ? `@deprecated(reason: ${JSON.stringify(reason)})`
      : `@variant(in: ${JSON.stringify(formatRange(list))}, deprecated: ${JSON.stringify(reason)})`,
  );
}
