import { readFile } from 'node:fs/promises';
import { resourceScopeOf } from '../../src/wawi/wire/access/scope-spellings.ts';
import type { TenantClient } from './tenant-client.ts';

/** Two scopes that no operation needs both of. */
const unrelatedScopes = ['suppliers.read', 'labels.read'] as const;

interface ManifestFile {
  name: { short: string; full: string };
  capabilities: { erp: { api: { scopes: readonly string[] } } };
}

/** Tokens of callers that the Wawi API must refuse. */
export class RefusedCallers {
  private constructor(
    /** An access token whose content does not fit its signature. */
    readonly tampered: string,
    /** Of an app with every scope that no tenant has installed. */
    readonly notInstalled: string,
    private readonly byScope: ReadonlyMap<string, string>,
  ) {}

  static async of({ emulator }: TenantClient): Promise<RefusedCallers> {
    const byScope = new Map<string, string>();
    const manifest = JSON.parse(await readFile('fixtures/apps/stock-reader.json', 'utf8')) as ManifestFile;
    for (const scope of unrelatedScopes) {
      const name = `Only ${scope}`;
      const { appId } = await emulator.apps.register({
        manifest: {
          ...manifest,
          name: { short: name, full: name },
          capabilities: { erp: { api: { scopes: [scope] } } },
        },
      });
      await emulator.apps.install(appId, 'bergmann-outdoor');
      byScope.set(scope, await emulator.tokens.access({ appId }));
    }
    return new RefusedCallers(
      await emulator.tokens.access({ defects: ['tampered'] }),
      await emulator.tokens.access({ appId: '33333333-3333-4333-8333-333333333333' }),
      byScope,
    );
  }

  /** @returns the token of an app that has been granted a scope, but none of these */
  without(scopes: readonly string[]): string {
    const scope = unrelatedScopes.find(
      (one) => !scopes.includes(one) && !scopes.some((needed) => resourceScopeOf(needed) === one),
    );
    return this.byScope.get(scope ?? '') ?? '';
  }
}
