import { contractScopes } from './contract-scopes.ts';

/** Scopes that no operation names and manifests of working apps ask for (platform.md section 5). */
const furtherScopes = ['application.runas', 'cusomters.read', 'stock.read', 'system.all'];

/** Every scope that an app may request. Misspellings are the contract's own. */
export const knownScopes: ReadonlySet<string> = new Set([...contractScopes, ...furtherScopes].sort());

/**
 * @param wanted `all`, or scopes where a trailing `*` stands for every known scope with that prefix
 * @returns the scopes themselves; unknown ones stay, so that the manifest check refuses them
 */
export function expandScopes(wanted: 'all' | readonly string[]): string[] {
  if (wanted === 'all') return [...knownScopes];
  return wanted.flatMap((scope) =>
    scope.endsWith('*') ? [...knownScopes].filter((known) => known.startsWith(scope.slice(0, -1))) : [scope],
  );
}
