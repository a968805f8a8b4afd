import type { PlatformSeed } from '../platform/directory.ts';
import type { App, Installation, InstallationStatus } from '../platform/model.ts';

/** The apps that the emulator was started with (`--app`): a reset restores them beside the fixtures. */
export class StartApps {
  readonly #apps = new Map<string, { app: App; installation: Installation }>();

  /** @param status what the installation begins with, whatever it has come to since */
  keep(app: App, installation: Installation, status: InstallationStatus): void {
    this.#apps.set(app.id, { app, installation: { ...installation, status } });
  }

  /**
   * @returns the seed with these apps, each installed where its tenant is among the seed's; all installations of an app
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

/** @returns both lists; of the same key the second's */
function merged<T>(first: readonly T[], second: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map([...first, ...second].map((one) => [keyOf(one), one])).values()];
}
