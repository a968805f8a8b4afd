import type { Fixtures } from '../platform/fixtures/folder.ts';
import { mapUrls } from '../platform/manifests/map-urls.ts';
import { parseManifest } from '../platform/manifests/parse.ts';
import type { App, Installation, InstallationStatus, Tenant } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import type { Problem } from '../platform/problems.ts';
import type { PlatformSeed } from '../platform/registry.ts';
import { knownScopes } from '../platform/scopes.ts';
import { environmentFor } from './environment.ts';

/** Where app and tenant stand when a caller names none. */
const defaultApp = 'hello-world';
const defaultTenant = 'bergmann-outdoor';

/** The business data of the tenants, as far as the control plane moves it; the Wawi service implements it. */
export interface TenantData {
  /** Drops what a tenant has become; it starts from its fixture again. Without an id: all tenants. */
  reset(tenantId?: string): Promise<void>;
}

/** An app to register. */
export interface Registration {
  manifest: unknown;
  appId?: string;
  clientId?: string;
  clientSecret?: string;
  slug?: string;
  /** URL prefixes of the manifest to send elsewhere, from and to. */
  map?: readonly (readonly [from: string, to: string])[];
}

/** Every change a developer can make to a running emulator; the control API, the CLI and the Node API all call this. */
export class EmulatorControl {
  /** @param data loads the tenants' data service, which a start does not wait for */
  constructor(
    readonly platform: Platform,
    private fixtures: Fixtures,
    private readonly data: () => Promise<TenantData>,
  ) {}

  /** The fixtures again: who exists, every tenant's data, the machine's time; keys and credentials stay valid. */
  async reset(): Promise<void> {
    const { registry, journal, clock, tokens } = this.platform;
    await registry.import(this.fixtures.seed);
    await (await this.data()).reset();
    await tokens.reset();
    clock.reset();
    journal.clear();
  }

  get seed(): PlatformSeed {
    return this.fixtures.seed;
  }

  /**
   * Registers an app from its manifest.
   * @returns the app and what about its manifest works here but not in production
   * @throws InvalidInput, Conflict
   */
  async registerApp({
    manifest,
    map = [],
    ...wanted
  }: Registration): Promise<{ app: App; warnings: Problem[] }> {
    const parsed = this.parseManifest(mapUrls(manifest, map));
    return {
      app: await this.platform.registry.registerApp(parsed.manifest, wanted),
      warnings: parsed.warnings,
    };
  }

  /** Replaces an app's manifest; installations keep their scopes until they are installed anew. */
  async updateApp(id: string, manifest: unknown): Promise<{ app: App; warnings: Problem[] }> {
    const parsed = this.parseManifest(manifest);
    return { app: await this.platform.registry.updateApp(id, parsed.manifest), warnings: parsed.warnings };
  }

  install(appId: string, tenantId: string, status: InstallationStatus): Promise<Installation> {
    return this.platform.registry.install(appId, tenantId, status);
  }

  uninstall(appId: string, tenantId: string): Promise<Installation> {
    return this.platform.registry.uninstall(appId, tenantId);
  }

  createTenant(wanted: { slug: string; name?: string; id?: string; template?: string }): Promise<Tenant> {
    return this.platform.registry.createTenant(wanted);
  }

  async resetTenant(id: string): Promise<Tenant> {
    const tenant = this.platform.registry.tenant(id);
    await (await this.data()).reset(tenant.id);
    return tenant;
  }

  async deleteTenant(id: string): Promise<void> {
    const tenant = await this.platform.registry.deleteTenant(id);
    await (await this.data()).reset(tenant.id);
    await this.platform.store.clear(`tenants/${tenant.id}/`);
  }

  /** @returns the environment variables for an app (default hello-world) in a tenant (default bergmann-outdoor) */
  environment(app = defaultApp, tenant = defaultTenant): Record<string, string> {
    const { registry, urls } = this.platform;
    return environmentFor(registry.app(app), registry.tenant(tenant), urls);
  }

  /** @throws InvalidInput with every problem */
  parseManifest(manifest: unknown): ReturnType<typeof parseManifest> {
    return parseManifest(manifest, { knownScopes, ownOrigins: [new URL(this.platform.urls.base).origin] });
  }
}
