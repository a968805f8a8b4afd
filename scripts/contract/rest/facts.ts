import { apiVersions, type AnyVersion } from '../../../src/wawi/contract/versions.ts';
import { methods, type MethodName } from '../../../src/wawi/contract/openapi/model.ts';

/** `beta`: older than the first release of the major version; counts as inferred. `early`: older than its version's release. */
export type Age = 'beta' | 'early' | 'release';

/** A line of a fact file, as it is written. */
export interface FactLine {
  m: string;
  p: string;
  /** Versions of the page, such as `2.1, 2.3`, each with its age: `2.0 (release), 2.1 (early)`. */
  v?: string;
  version?: string;
  seen?: string[];
  tag?: string;
  op?: string;
  q?: string[];
  path?: string[];
  body?: unknown;
  resp?: unknown;
  scopes?: unknown;
  note?: string;
  src?: string;
  cut?: boolean;
  evidence?: string;
  from?: string;
  later?: string;
  early?: boolean;
  late20?: boolean;
  in23?: boolean;
  /** A live system showed it, rather than a page. */
  live?: boolean;
  /** Taken from the same command of GraphQL, not from a page of the operation. */
  inferred?: boolean;
  /** The versions lack the operation. */
  absent?: boolean;
  /** Further paths of the operation. */
  also?: string[];
  /** The document's schema that the body is, where its fields alone do not tell. */
  schema?: string;
  /** The document's schema that the answer is: `Note`, `[Note]`, `Page<Note>`. */
  answer?: string;
  /** The answer has the shape of this GraphQL type: `SalesOrder`, `[SalesOrder]`, `Page<SalesOrder>`. */
  graphql?: string;
}

/** A fact about an operation in one age of some versions. */
export interface Fact {
  method: MethodName;
  path: string;
  versions: AnyVersion[];
  age: Age;
  live: boolean;
  absent: boolean;
  aliases: string[];
  /** Not exhaustive: what the fact does not show may exist. */
  cut: boolean;
  line: FactLine;
}

/**
 * @returns a line's facts, one for each age; none for versions of another major version
 * @throws Error for a line without a method, path or version
 */
export function factsOf(line: FactLine, major: 'v1' | 'v2'): Fact[] {
  const method = methods.find((one) => one === line.m?.toLowerCase());
  if (!method || !line.p) throw new Error(`a fact needs m and p: ${JSON.stringify(line).slice(0, 120)}`);
  if (majorOf(line) !== major) return [];
  const [first = '', ...others] = pathsIn(line.p);
  const aliases = [
    ...others,
    ...pathsIn(line.v ?? ''),
    ...pathsIn(line.from ?? ''),
    ...pathsIn(line.later ?? ''),
    ...(line.also ?? []).flatMap(pathsIn),
  ];
  const known: readonly string[] = apiVersions[major];
  return Object.entries(versionsByAge(line)).flatMap(([age, found]) => {
    const versions = found.filter((version): version is AnyVersion => known.includes(version));
    if (versions.length === 0) return [];
    return [
      {
        method,
        path: first,
        versions,
        age: age as Age,
        live: line.live ?? false,
        absent: line.absent ?? false,
        aliases: [...new Set(aliases)].filter((path) => path !== first),
        cut: line.cut === true || line.evidence !== undefined || line.version !== undefined,
        line,
      },
    ];
  });
}

function majorOf(line: FactLine): 'v1' | 'v2' {
  if (/^\/?v2\//.test(line.p.replace(/^\//, ''))) return 'v2';
  return /\b2\.\d/.test(withoutBrackets(line.v ?? line.version ?? '')) ? 'v2' : 'v1';
}

/** @returns paths without the version's prefix: `/v2/salesOrders (…)` -> `/salesOrders` */
export function pathsIn(text: string): string[] {
  const found = [...text.matchAll(/(?:^|[\s:])(\/[\w{}.-][\w{}./-]*)/g)].map((match) => match[1] ?? '');
  return found
    .map((path) =>
      path
        .replace(/[.;,]+$/, '')
        .replace(/^\/v[12](?=\/)/, '')
        .replace(/^\/erp(?=\/)/, ''),
    )
    .filter((path) => !path.startsWith('/api-reference') && !path.includes('..'));
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^)]*\)/g, '');
}

function versionsByAge(line: FactLine): Record<Age, string[]> {
  const found: Record<Age, string[]> = { beta: [], early: [], release: [] };
  if (line.version !== undefined) {
    const age = line.early ? 'early' : 'release';
    found[age].push(line.version, ...(line.seen ?? []));
    if (line.late20) found[age].push('2.0');
    if (line.in23) found[age].push('2.3');
    return found;
  }
  for (const part of partsOf(line.v ?? '')) {
    const versions = [...withoutBrackets(part).matchAll(/\d\.\d/g)].map(([version]) => version);
    found[ageOf(part)].push(...versions);
  }
  return found;
}

/** Splits at commas outside brackets. */
function partsOf(text: string): string[] {
  return text.split(/,(?![^(]*\))/);
}

/** A colon after the word makes it a note about another path: `(early 2.1: /v2/salesorder/update)`. */
function ageOf(part: string): Age {
  const mark = /\((beta|early|earliest)(?![^;)]*:)/.exec(part)?.[1];
  if (mark === 'beta') return 'beta';
  return mark === undefined ? 'release' : 'early';
}

/** @returns a path as routes compare it: ignoring letter case, hyphens and the names of parameters */
export function comparable(path: string): string {
  return path
    .replace(/\{[^}]*\}/g, '{}')
    .replaceAll('-', '')
    .toLowerCase();
}
