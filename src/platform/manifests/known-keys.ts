import type { Problem } from '../problems.ts';
import { isRecord } from './field.ts';

/** The allowed content of a value in a manifest: anything, or these keys. A list is described by its elements. */
type Known = 'anything' | { readonly [key: string]: Known };

const menuItem: { [key: string]: Known } = { id: 'anything', name: 'anything', url: 'anything' };
menuItem['children'] = menuItem;

const hub: Known = { appLauncher: { redirectUrl: 'anything', closedPreviewUrl: 'anything' } };

const pane = {
  url: 'anything',
  title: 'anything',
  context: 'anything',
  matchChildContext: 'anything',
} as const;

/** Every key of the two versions' manifests (platform.md section 8). */
const knownKeys: Readonly<Record<1 | 2, Known>> = {
  1: {
    $schema: 'anything',
    manifestVersion: 'anything',
    version: 'anything',
    name: { short: 'anything', full: 'anything' },
    description: { short: 'anything', full: 'anything' },
    defaultLocale: 'anything',
    locales: 'anything',
    icon: { light: 'anything', dark: 'anything' },
    communication: { supportUrl: 'anything', guideUrl: 'anything' },
    legal: {
      gdprRequestUrl: 'anything',
      gdprDeleteUrl: 'anything',
      privacyUrl: 'anything',
      termsOfUseUrl: 'anything',
    },
    lifecycle: { setupUrl: 'anything', connectUrl: 'anything', disconnectUrl: 'anything' },
    requirements: { minCloudApiVersion: 'anything' },
    capabilities: {
      hub,
      erp: {
        headless: { url: 'anything' },
        menuItems: menuItem,
        pane,
        tabs: 'anything',
        api: { scopes: 'anything' },
      },
    },
    authentication: { publicClient: 'anything', actAsUser: 'anything' },
  },
  2: {
    $schema: 'anything',
    technicalName: 'anything',
    version: 'anything',
    requirements: 'anything',
    lifecycle: { configurationUrl: 'anything', connectUrl: 'anything', disconnectUrl: 'anything' },
    capabilities: {
      hub,
      erp: {
        menuItems: menuItem,
        pane: { ...pane, id: 'anything', requiredScopes: 'anything' },
        api: { scopes: 'anything' },
        // The reader itself warns about this key, which belongs to the other version.
        headless: 'anything',
        webhooks: {
          apiVersion: 'anything',
          subscriptions: { topics: 'anything', endpoint: { url: 'anything' } },
        },
      },
    },
    authentication: {
      publicClient: { redirectUris: 'anything', postLogoutRedirectUris: 'anything' },
      actAsUser: 'anything',
    },
  },
};

/**
 * Finds keys that the platform would ignore because no manifest of this version has them.
 * @param path of the manifest, `$` or `$.manifest`
 * @returns one problem per key, with the known keys
 */
export function unknownKeys(manifest: unknown, generation: 1 | 2, path: string): Problem[] {
  return unknownIn(manifest, knownKeys[generation], path);
}

function unknownIn(value: unknown, known: Known, path: string): Problem[] {
  if (known === 'anything') return [];
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => unknownIn(element, known, `${path}[${index}]`));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    Object.hasOwn(known, key)
      ? unknownIn(inner, known[key] ?? 'anything', `${path}.${key}`)
      : [
          {
            path: `${path}.${key}`,
            value: inner,
            message: `is ignored: no manifest of this version has it; known here: ${Object.keys(known).join(', ')}`,
          },
        ],
  );
}
