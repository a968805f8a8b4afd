import type { PlatformSeed } from '../platform/directory.ts';
import type { App, Installation, InstallationStatus } from '../platform/model.ts';

/** The apps of the start (`--app`): a reset restores them together with the fixtures. */
export class StartApps {
  readonly #apps = new Map<string, { app: App; installation: Installation }>();

  /** @param status the initial state of the installation, regardless of its current one */
  keep(app: App, installation: Installation, status: InstallationStatus): void {
    this.#apps.set(app.id, { app, installation: { ...installation, status } });
  }

  /**
   * @returns the seed with these apps, each installed in its tenant if the seed has it; all installations of an app
   *   have the scopes of its manifest
   */
  addTo(seed: PlatformSeed): PlatformSeed {
    const own = [...this.#apps.values()];
    const installed = own
      .map(({ installation }) => installation)
      .filter(({ tenantId }) => seed.tenants.some(({ id }) => id === tenantId));
    return {
      ...seed,
      apps: merged(
        seed.apps,
        own.map(({ app }) => app),
        ({ id }) => id,
      ),
      installations: merged(
        seed.installations,
        installed,
        ({ appId, tenantId }) => `${appId}/${tenantId}`,
      ).map((one) => this.#granted(one)),
    };
  }

  #granted(installation: Installation): Installation {
    const started = this.#apps.get(installation.appId);
    return started === undefined
      ? installation
      : { ...installation, scopes: [...started.app.manifest.erp.scopes] };
  }
}

/** @returns both lists; for the same key, the second's element */
function merged<T>(first: readonly T[], second: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map([...first, ...second].map((one) => [keyOf(one), one])).values()];
}
