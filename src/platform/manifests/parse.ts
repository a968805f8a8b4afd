import { isRecord } from '../json.ts';
import { InvalidInput, type Problem } from '../problems.ts';
import type { Static } from 'typebox';
import { checkManifest, type Findings, type ManifestRules, unknownKeys } from './check.ts';
import { displayName } from './listing.ts';
import { withLocaleTexts } from './locale-texts.ts';
import type { manifest1, manifest2 } from './manifest.schema.ts';
import type { Manifest } from './model.ts';
import { readManifest1, readManifest2 } from './read.ts';

export type { ManifestRules } from './check.ts';

/** A valid manifest, with warnings for content that works here but not in production. */
export interface ParsedManifest {
  manifest: Manifest;
  warnings: Problem[];
}

/**
 * Parses a manifest of either generation, bare or wrapped as `{manifest, listing}` (platform.md section 8).
 * @param input the submitted JSON value
 * @param rules known scopes and the emulator's own origins
 * @throws InvalidInput naming every problem with JSON path, value and rule
 */
export function parseManifest(input: unknown, rules: ManifestRules): ParsedManifest {
  if (!isRecord(input))
    throw new InvalidInput([{ path: '$', value: input, message: 'must be a JSON object' }]);
  const { manifest: inner, listing } = input;
  const [bare, path] = isRecord(inner) ? [inner, '$.manifest'] : [input, '$'];
  const manifest = withoutNulls(withLocaleTexts(bare)) as Record<string, unknown>;
  const generation = generationOf(manifest);
  const { problems, warnings } = findingsOf(manifest, generation, rules, path);
  if (generation === 1) problems.push(...localeProblems(bare, path));
  const { unknownKeys: treatment = 'ignore' } = rules;
  if (treatment !== 'ignore') {
    const found = treatment === 'warn' ? warnings : problems;
    found.push(...unknownKeys(bare, generation ?? 2, path));
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  const name = isRecord(inner) ? displayName(listing) : undefined;
  return {
    manifest:
      generation === 1
        ? readManifest1(manifest as Static<typeof manifest1>, input)
        : readManifest2(manifest as Static<typeof manifest2>, name, input),
    warnings,
  };
}

/** A member that is null counts as absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}

/** @returns undefined for an object that is not a manifest */
function generationOf(manifest: Record<string, unknown>): 1 | 2 | undefined {
  if (manifest['technicalName'] !== undefined) return 2;
  // A listing has a name too, but none of these members.
  const { manifestVersion, name, capabilities } = manifest;
  const shortName = isRecord(name) ? name['short'] : undefined;
  return [manifestVersion, shortName, capabilities].some((one) => one !== undefined) ? 1 : undefined;
}

function findingsOf(
  manifest: Record<string, unknown>,
  generation: 1 | 2 | undefined,
  rules: ManifestRules,
  path: string,
): Findings {
  const { problems, warnings } = checkManifest(manifest, generation ?? 2, rules, path);
  if (generation === undefined) {
    const message =
      'is not an app manifest: version 1 has manifestVersion and name{short,full}, version 2 has technicalName; ' +
      'a listing.json alone cannot be registered, wrap both as {"manifest":..,"listing":..}';
    problems.unshift({ path, value: manifest, message });
  }
  problems.push(...repeatedMenuIds(manifest, path));
  warnings.push(...(generation === 2 ? headlessWarning(manifest, path) : []));
  return { problems, warnings };
}

function localeProblems({ defaultLocale, locales }: Record<string, unknown>, path: string): Problem[] {
  if (typeof defaultLocale !== 'string' || defaultLocale.trim() === '') return [];
  const known = isRecord(locales) ? Object.keys(locales) : [];
  if (known.includes(defaultLocale)) return [];
  const message = `must be a key of locales (${known.join(', ') || 'none given'})`;
  return [{ path: `${path}.defaultLocale`, value: defaultLocale, message }];
}

function erpOf({ capabilities }: Record<string, unknown>): Record<string, unknown> {
  const erp = isRecord(capabilities) ? capabilities['erp'] : undefined;
  return isRecord(erp) ? erp : {};
}

/** Ids address deep links, so a repeated one is refused. */
function repeatedMenuIds(manifest: Record<string, unknown>, path: string): Problem[] {
  const seen = new Set<unknown>();
  const repeatedIn = (items: unknown, at: string): Problem[] =>
    Array.isArray(items)
      ? items.flatMap((item, n) => {
          const { id, children } = isRecord(item) ? item : {};
          const isRepeated = typeof id === 'string' && id !== '' && seen.has(id);
          seen.add(id);
          const message = 'must be unique among all menu items';
          return [
            ...(isRepeated ? [{ path: `${at}[${n}].id`, value: id, message }] : []),
            ...repeatedIn(children, `${at}[${n}].children`),
          ];
        })
      : [];
  return repeatedIn(erpOf(manifest)['menuItems'], `${path}.capabilities.erp.menuItems`);
}

function headlessWarning(manifest: Record<string, unknown>, path: string): Problem[] {
  const { headless } = erpOf(manifest);
  if (headless === undefined) return [];
  const message = 'exists in manifest version 1 only and is ignored';
  return [{ path: `${path}.capabilities.erp.headless`, value: headless, message }];
}
