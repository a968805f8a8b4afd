import type { Platform } from '../platform.ts';
import { knownScopes } from '../scopes.ts';
import type { ManifestRules } from './field.ts';

const unknownKeysIn = { real: 'ignore', teach: 'warn', strict: 'refuse' } as const;

/** @returns what manifests are checked against that come to a running emulator */
export function manifestRules({ config, urls }: Pick<Platform, 'config' | 'urls'>): ManifestRules {
  return {
    knownScopes,
    ownOrigins: [new URL(urls.base).origin],
    unknownKeys: unknownKeysIn[config.profile],
  };
}
