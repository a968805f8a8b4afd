import { erpVersions } from '../../platform/erp-versions.ts';

/** Every API version of each major version, oldest first. */
export const apiVersions = {
  v1: ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6'],
  v2: erpVersions,
} as const;

/** The newest API version of v1, which every tenant answers in the cloud. */
export const newestV1 = '1.6';

export type Major = keyof typeof apiVersions;
export type VersionOf<M extends Major> = (typeof apiVersions)[M][number];
export type AnyVersion = VersionOf<Major>;

/** @returns the value of `api-supported-versions` for a version: all of v1, those of v2 up to it */
export function supportedVersions(version: AnyVersion): string {
  const all: readonly AnyVersion[] = apiVersions[majorVersion(version)];
  const known = majorVersion(version) === 'v1' ? all : all.slice(0, all.indexOf(version) + 1);
  return known.join(', ');
}

/** Thrown for a range that names an unknown version, is empty, or runs backwards or across major versions. */
export class VersionRangeError extends Error {}

/**
 * Reads the range notation of the annotated contract documents.
 * @param range comma-separated parts: `2.1` (that version alone), `2.1-2.2` (both included), `2.1-` (2.1 and all later
 *   versions of the major version)
 * @returns the versions of the range, oldest first, each once
 * @throws VersionRangeError
 */
export function parseRange(range: string): AnyVersion[] {
  const found = new Set(range.split(',').flatMap((part) => versionsOfPart(part.trim(), range)));
  const [first] = found;
  const major = majorVersion(first ?? '');
  const versions = apiVersions[major].filter((version) => found.has(version));
  if (versions.length !== found.size)
    throw new VersionRangeError(`'${range}' mixes v1 and v2; a range stays inside one major version`);
  return versions;
}

function versionsOfPart(part: string, range: string): readonly AnyVersion[] {
  const match = /^(\d+\.\d+)(-(\d+\.\d+)?)?$/.exec(part);
  if (!match)
    throw new VersionRangeError(
      `'${part}' in '${range}' is not a version range; expected 2.1, 2.1-2.2 or 2.1-`,
    );
  const [, from = '', dash, to] = match;
  const versions: readonly AnyVersion[] = apiVersions[majorVersion(from)];
  const start = positionIn(versions, from, range);
  if (dash === undefined) return versions.slice(start, start + 1);
  const end = to === undefined ? versions.length - 1 : positionIn(versions, to, range);
  if (end < start)
    throw new VersionRangeError(`'${part}' in '${range}' runs backwards; write ${to ?? ''}-${from}`);
  return versions.slice(start, end + 1);
}

function positionIn(versions: readonly string[], version: string, range: string): number {
  const position = versions.indexOf(version);
  if (position < 0)
    throw new VersionRangeError(
      `'${version}' in '${range}' is not a known version; known versions: ${versions.join(', ')}`,
    );
  return position;
}

/**
 * @param version `2.1`
 * @throws VersionRangeError for a major version other than 1 and 2
 */
export function majorVersion(version: string): Major {
  if (version.startsWith('1.')) return 'v1';
  if (version.startsWith('2.')) return 'v2';
  throw new VersionRangeError(`'${version}' belongs to no known major version; the known ones are 1 and 2`);
}

/**
 * @param range see {@link parseRange}
 * @returns whether the range includes the version; false for a version of another major version
 * @throws VersionRangeError for a malformed range
 */
export function covers(range: string, version: AnyVersion): boolean {
  return parseRange(range).includes(version);
}

/**
 * @param versions of one major version, in any order
 * @param end `open` writes a range that reaches the newest version as `2.1-`, `closed` as `2.1-2.3`
 * @returns the shortest range that names them, such as `2.0, 2.2-`; an empty text for no versions
 */
export function formatRange(versions: Iterable<AnyVersion>, end: 'open' | 'closed' = 'open'): string {
  return runs(versions)
    .map(({ first, last, newest }) => {
      if (newest && end === 'open') return `${first}-`;
      return first === last ? first : `${first}-${last}`;
    })
    .join(', ');
}

/**
 * States the versions of an element, for refusals.
 * @param versions the versions that have the element
 * @param current the requested version
 * @param who the owner of that version
 * @returns such as `exists from API 2.1; this tenant has 2.0`
 */
export function existence(
  versions: Iterable<AnyVersion>,
  current: AnyVersion,
  who = 'this tenant has',
): string {
  return `${existenceOf(runs(versions))}; ${who} ${current}`;
}

function existenceOf(found: readonly Run[]): string {
  const [run] = found;
  if (!run) return 'exists in no API version';
  if (found.length === 1) {
    if (run.newest) return `exists from API ${run.first}`;
    if (run.first === run.last) return `exists only in API ${run.first}`;
    if (run.oldest) return `exists up to API ${run.last}`;
  }
  const texts = found.map(({ first, last, newest }) => {
    if (newest) return `from ${first}`;
    return first === last ? first : `${first} to ${last}`;
  });
  return `exists in API ${texts.join(' and ')}`;
}

/** Versions without a gap between them. */
interface Run {
  readonly first: AnyVersion;
  readonly last: AnyVersion;
  /** Whether the run begins with the oldest version of the major version. */
  readonly oldest: boolean;
  /** Whether the run ends with the newest version of the major version. */
  readonly newest: boolean;
}

function runs(versions: Iterable<AnyVersion>): Run[] {
  const wanted = new Set<string>(versions);
  const [any] = wanted;
  if (any === undefined) return [];
  const all: readonly AnyVersion[] = apiVersions[majorVersion(any)];
  const has = (position: number) => wanted.has(all[position] ?? '');
  return all.flatMap((first, start) => {
    if (!has(start) || has(start - 1)) return [];
    let end = start;
    while (has(end + 1)) end += 1;
    return [{ first, last: all[end] ?? first, oldest: start === 0, newest: end === all.length - 1 }];
  });
}
