import type { Fixtures } from '../platform/fixtures/folder.ts';
import { mapUrls } from '../platform/manifests/map-urls.ts';
import { parseManifest } from '../platform/manifests/parse.ts';
import type { App, Installation, InstallationStatus, Tenant } from '../platform/model.ts';
import type { Installer } from '../platform/hooks/installer.ts';
import type { Platform } from '../platform/platform.ts';
import type { Problem } from '../platform/problems.ts';

import { knownScopes } from '../platform/scopes.ts';
import type { Wawi } from '../wawi/wawi.ts';
import { environmentFor } from './environment.ts';

/** Where app and tenant stand when a caller names none. */
const defaultApp = 'hello-world';
const defaultTenant = 'bergmann-outdoor';

/** What the control plane moves. */
export interface ControlParts {
  platform: Platform;
  fixtures: Fixtures;
  installer: Installer;
  /** Loads the tenants' ERP, which a start does not wait for. */
  wawi: () => Promise<Wawi>;
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
  constructor(private readonly parts: ControlParts) {}

  get platform(): Platform {
    return this.parts.platform;
  }

  /** The fixtures again: who exists, every tenant's data, the machine's time; keys and credentials stay valid. */
  async reset(): Promise<void> {
    const { registry, journal, faults, clock, tokens } = this.platform;
    const before = registry.tenants;
    await registry.import(this.parts.fixtures.seed);
    const wawi = await this.parts.wawi();
    await Promise.all(before.map((tenant) => wawi.drop(tenant)));

    await tokens.reset();
    clock.reset();
    journal.clear();
    faults.clear();
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
    return this.parts.installer.install(appId, tenantId, status);
  }

  uninstall(appId: string, tenantId: string): Promise<Installation> {
    return this.parts.installer.uninstall(appId, tenantId);
  }

  createTenant(wanted: { slug: string; name?: string; id?: string; template?: string }): Promise<Tenant> {
    return this.platform.registry.createTenant(wanted);
  }

  async resetTenant(id: string): Promise<Tenant> {
    const tenant = this.platform.registry.tenant(id);
    await (await this.parts.wawi()).drop(tenant);
    return tenant;
  }

  async deleteTenant(id: string): Promise<void> {
    const tenant = await this.platform.registry.deleteTenant(id);
    await (await this.parts.wawi()).drop(tenant);
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
