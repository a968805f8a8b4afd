import type { Platform } from '../platform.ts';
import { knownScopes } from '../scopes.ts';
import type { ManifestRules } from './check.ts';

const unknownKeysIn = { real: 'ignore', teach: 'warn', strict: 'refuse' } as const;

/** @returns the rules for manifests that a running emulator receives */
export function manifestRules({ config, urls }: Pick<Platform, 'config' | 'urls'>): ManifestRules {
  return {
    knownScopes,
    ownOrigins: [new URL(urls.base).origin],
    unknownKeys: unknownKeysIn[config.profile],
    unknownScopes: config.enforceScopes ? 'refuse' : 'warn',
  };
}
