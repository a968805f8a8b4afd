import { InvalidInput } from '../problems.ts';
import type { Problem } from '../problems.ts';
import { readLauncher, readMenuItems, readPanes, readWebhooks } from './capabilities.ts';
import { ManifestField, isRecord } from './field.ts';
import type { Findings, ManifestRules } from './field.ts';
import { unknownKeys } from './known-keys.ts';
import { displayName } from './listing.ts';
import { withLocaleTexts } from './locale-texts.ts';
import type { Manifest } from './model.ts';

export type { ManifestRules } from './field.ts';

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
  const findings: Findings = { problems: [], warnings: [] };
  if (!isRecord(input))
    throw new InvalidInput([{ path: '$', value: input, message: 'must be a JSON object' }]);
  const { manifest: inner, listing } = input;
  const [bare, path] = isRecord(inner) ? [inner, '$.manifest'] : [input, '$'];
  const body = new ManifestField(withLocaleTexts(bare), path, rules, findings);
  const manifest = read(body, isRecord(inner) ? listing : undefined, input);
  const { unknownKeys: treatment = 'ignore' } = rules;
  if (treatment !== 'ignore') {
    const found = treatment === 'warn' ? findings.warnings : findings.problems;
    found.push(...unknownKeys(bare, manifest.generation, path));
  }
  if (findings.problems.length > 0) throw new InvalidInput(findings.problems);
  return { manifest, warnings: findings.warnings };
}

function read(body: ManifestField, listing: unknown, source: Record<string, unknown>): Manifest {
  if (body.at('technicalName').present) return readGeneration2(body, listing, source);
  // A listing has a name too, but none of these members.
  const ofGeneration1 = [body.at('manifestVersion'), body.at('name').at('short'), body.at('capabilities')];
  if (ofGeneration1.some((field) => field.present)) return readGeneration1(body, source);
  body.refuse(
    'is not an app manifest: version 1 has manifestVersion and name{short,full}, version 2 has technicalName; ' +
      'a listing.json alone cannot be registered, wrap both as {"manifest":..,"listing":..}',
  );
  return readGeneration2(body, listing, source);
}

function readGeneration1(body: ManifestField, source: Record<string, unknown>): Manifest {
  body.at('manifestVersion').requiredText();
  const short = body.at('name').at('short').requiredText();
  const full = body.at('name').at('full').text();
  checkLocale(body);
  checkLinks(body);
  const erp = body.at('capabilities').at('erp');
  const headlessUrl = erp.at('headless').at('url').pageUrl();
  const setupUrl = body.at('lifecycle').at('setupUrl').pageUrl();
  return assemble(body, source, {
    generation: 1,
    identifier: short,
    name: short,
    displayName: full ?? short,
    version: body.at('version').requiredText(),
    icon: body.at('icon').at('light').url() ?? body.at('icon').at('dark').url(),
    setupUrl,
    headlessUrl,
  });
}

const digitsOnlySemver = /^\d+\.\d+\.\d+$/;

function readGeneration2(body: ManifestField, listing: unknown, source: Record<string, unknown>): Manifest {
  const technicalName = body.at('technicalName').requiredText();
  if (technicalName.length > 100) body.at('technicalName').refuse('must have at most 100 characters');
  const version = body.at('version').requiredText();
  if (version !== '' && !digitsOnlySemver.test(version)) {
    body.at('version').refuse('must be three numbers such as 1.0.0, without suffix');
  }
  const headless = body.at('capabilities').at('erp').at('headless');
  if (headless.present) headless.warn('exists in manifest version 1 only and is ignored');
  return assemble(body, source, {
    generation: 2,
    identifier: technicalName,
    name: displayName(listing) ?? technicalName,
    displayName: displayName(listing) ?? technicalName,
    version,
    icon: undefined,
    setupUrl: body.at('lifecycle').at('configurationUrl').pageUrl(),
    headlessUrl: undefined,
  });
}

/** The members that the two generations name differently. */
interface Differences {
  generation: 1 | 2;
  identifier: string;
  name: string;
  displayName: string;
  version: string;
  icon: string | undefined;
  setupUrl: string | undefined;
  headlessUrl: string | undefined;
}

function assemble(body: ManifestField, source: Record<string, unknown>, own: Differences): Manifest {
  const capabilities = body.at('capabilities');
  const erp = capabilities.at('erp');
  capabilities.object();
  const lifecycle = body.at('lifecycle');
  lifecycle.object();
  const launcher = readLauncher(capabilities);
  const publicClient = readPublicClient(body.at('authentication').at('publicClient'));
  return {
    generation: own.generation,
    identifier: own.identifier,
    name: own.name,
    displayName: own.displayName,
    version: own.version,
    ...present('icon', own.icon),
    lifecycle: {
      ...present('setupUrl', own.setupUrl),
      ...present('connectUrl', lifecycle.at('connectUrl').url()),
      ...present('disconnectUrl', lifecycle.at('disconnectUrl').url()),
    },
    ...present('launcher', launcher),
    erp: {
      ...present('headlessUrl', own.headlessUrl),
      menuItems: readMenuItems(erp.at('menuItems')),
      panes: readPanes(erp.at('pane')),
      scopes: erp.at('api').at('scopes').scopes(),
      webhooks: readWebhooks(erp.at('webhooks')),
    },
    ...present('publicClient', publicClient),
    source,
  };
}

function readPublicClient(field: ManifestField): Manifest['publicClient'] {
  if (field.object() === undefined) return undefined;
  const urls = (list: ManifestField) => list.list().flatMap((one) => one.redirectUri() ?? []);
  const redirectUris = urls(field.at('redirectUris'));
  if (redirectUris.length === 0) field.at('redirectUris').refuse('must name at least one redirect URI');
  return { redirectUris, postLogoutRedirectUris: urls(field.at('postLogoutRedirectUris')) };
}

function checkLocale(body: ManifestField): void {
  const defaultLocale = body.at('defaultLocale');
  const locales = body.at('locales').object();
  const chosen = defaultLocale.text();
  if (chosen === undefined || (locales !== undefined && Object.hasOwn(locales, chosen))) return;
  defaultLocale.refuse(`must be a key of locales (${Object.keys(locales ?? {}).join(', ') || 'none given'})`);
}

const links = {
  communication: ['supportUrl', 'guideUrl'],
  legal: ['gdprRequestUrl', 'gdprDeleteUrl', 'privacyUrl', 'termsOfUseUrl'],
} as const;

function checkLinks(body: ManifestField): void {
  for (const [group, names] of Object.entries(links)) for (const name of names) body.at(group).at(name).url();
}

function present<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
