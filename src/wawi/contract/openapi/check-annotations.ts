import { formatRange, parseRange, VersionRangeError, type AnyVersion } from '../versions.ts';
import type { Annotations } from './model.ts';

/** Where an element stands in its document. */
export type ElementPath = readonly (string | number)[];

export interface Problem {
  path: ElementPath;
  message: string;
}

export type Report = (path: ElementPath, message: string) => void;

/** @returns the versions of a range; none for a malformed one, which is reported */
export function rangeOf(range: string, path: ElementPath, report: Report): AnyVersion[] {
  try {
    return parseRange(range);
  } catch (error) {
    if (!(error instanceof VersionRangeError)) throw error;
    report(path, error.message);
    return [];
  }
}

/**
 * Checks an element's versions and evidence against its parent's versions.
 * @returns the element's versions
 */
export function annotated(
  node: Annotations & { 'x-variants'?: readonly { versions: string }[] },
  parent: readonly AnyVersion[],
  path: ElementPath,
  report: Report,
): AnyVersion[] {
  const range = node['x-versions'];
  const versions = range === undefined ? [...parent] : rangeOf(range, [...path, 'x-versions'], report);
  outside(versions, parent, [...path, 'x-versions'], 'the enclosing element', report);
  const seen = new Set<AnyVersion>();
  for (const [kind, written] of Object.entries(node['x-evidence'] ?? {})) {
    const own = [...path, 'x-evidence', kind];
    if (!['documented', 'seen', 'inferred'].includes(kind))
      report(own, `'${kind}' is not a kind of evidence; expected documented, seen or inferred`);
    const named = rangeOf(written, own, report);
    outside(named, versions, own, 'the element', report);
    for (const version of named) {
      if (seen.has(version)) report(own, `${version} is named by two kinds of evidence`);
      seen.add(version);
    }
  }
  checkVariants(node['x-variants'] ?? [], versions, [...path, 'x-variants'], report);
  return versions;
}

function checkVariants(
  variants: readonly { versions: string }[],
  versions: readonly AnyVersion[],
  path: ElementPath,
  report: Report,
): void {
  const taken = new Set<AnyVersion>();
  for (const [n, variant] of variants.entries()) {
    const own = rangeOf(variant.versions, [...path, n], report);
    outside(own, versions, [...path, n], 'the element', report);
    for (const version of own) {
      if (taken.has(version)) report([...path, n], `two variants claim version ${version}`);
      taken.add(version);
    }
  }
}

/** Reports versions that the owner does not have. */
export function outside(
  versions: readonly AnyVersion[],
  owner: readonly AnyVersion[],
  path: ElementPath,
  what: string,
  report: Report,
): void {
  const missing = versions.filter((version) => !owner.includes(version));
  if (missing.length > 0)
    report(path, `${missing.join(', ')} is outside the versions of ${what}, ${formatRange(owner) || 'none'}`);
}
