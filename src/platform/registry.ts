import { randomUUID } from 'node:crypto';
import type { AdjustableClock } from '../tokens/clock.ts';
import { Directory, type PlatformSeed } from './directory.ts';
import type { App, Installation, InstallationStatus, Tenant, User, UserSettings } from './model.ts';
import type { Manifest } from './manifests/model.ts';
import { directoryShapes } from './persistence/platform-documents.ts';
import type { StateStore } from './persistence/store.ts';
import { Conflict } from './problems.ts';

/** The parts of the registry that are kept, each in a document of its own. */
type Part = keyof PlatformSeed;

/** The directory with the changes that can be made to it. Every change is saved before its promise resolves. */
export class Registry extends Directory {
  private constructor(
    private readonly store: StateStore,
    private readonly clock: AdjustableClock,
  ) {
    super();
  }

  /**
   * Opens the registry from the store; what the store does not have comes from the seed.
   * @param seed the fixtures
   */
  static async open(store: StateStore, clock: AdjustableClock, seed: PlatformSeed): Promise<Registry> {
    const registry = new Registry(store, clock);
    const stored = async <P extends Part>(part: P): Promise<PlatformSeed[P]> =>
      ((await store.load(`platform/${part}`, directoryShapes[part])) as PlatformSeed[P] | undefined) ??
      seed[part];
    registry.fill({
      users: await stored('users'),
      tenants: await stored('tenants'),
      apps: await stored('apps'),
      installations: await stored('installations'),
    });
    return registry;
  }

  /** Replaces everything, as reset and restore do. */
  async import(seed: PlatformSeed): Promise<void> {
    this.fill(structuredClone(seed));
    await Promise.all(
      (['users', 'tenants', 'apps', 'installations'] as const).map((part) => this.#save(part)),
    );
  }

  /**
   * Registers an app, or registers it anew under the same ids.
   * @throws Conflict when another app has the app id or client id
   */
  async registerApp(
    manifest: Manifest,
    wanted: { appId?: string; clientId?: string; clientSecret?: string; slug?: string } = {},
  ): Promise<App> {
    const id = wanted.appId ?? randomUUID();
    const clientId = wanted.clientId ?? randomUUID();
    if (this.byId.apps.has(id))
      throw new Conflict('$.appId', id, `app id '${id}' is taken; use PUT to change that app`);
    if (this.byId.clients.has(clientId))
      throw new Conflict('$.clientId', clientId, `client id '${clientId}' is taken; choose another`);
    const app: App = {
      id,
      clientId,
      clientSecret: wanted.clientSecret ?? newSecret(),
      name: manifest.name,
      slug: this.#freeSlug(wanted.slug ?? slugOf(manifest.identifier)),
      manifest,
      registeredAt: this.#now(),
    };
    await this.#putApp(app);
    return app;
  }

  /** @throws NotFound */
  async changeSettings(userId: string, change: Partial<UserSettings>): Promise<User> {
    const user = this.user(userId);
    const changed = { ...user, settings: { ...user.settings, ...change } };
    this.byId.users.set(user.id, changed);
    await this.#save('users');
    return changed;
  }

  /** Replaces an app's manifest; ids, secret and installations stay. */
  async updateApp(id: string, manifest: Manifest): Promise<App> {
    return this.#putApp({ ...this.app(id), manifest, name: manifest.name });
  }

  /** @returns the app with its new secret; the old one is refused from now on */
  async renewSecret(id: string): Promise<App> {
    return this.#putApp({ ...this.app(id), clientSecret: newSecret() });
  }

  /** Deletes an app and its installations. */
  async deleteApp(id: string): Promise<App> {
    const app = this.app(id);
    this.byId.apps.delete(app.id);
    this.byId.clients.delete(app.clientId);
    for (const [key, installation] of this.byId.installations)
      if (installation.appId === app.id) this.byId.installations.delete(key);
    await Promise.all([this.#save('apps'), this.#save('installations')]);
    return app;
  }

  /** Installs an app in a tenant, or moves an existing installation to the given state, granting the manifest's scopes. */
  async install(appId: string, tenantId: string, status: InstallationStatus): Promise<Installation> {
    const app = this.app(appId);
    const tenant = this.tenant(tenantId);
    const existing = this.findInstallation(app.id, tenant.id);
    return this.#putInstallation({
      id: existing?.id ?? randomUUID(),
      appId: app.id,
      tenantId: tenant.id,
      status,
      scopes: [...app.manifest.erp.scopes],
      installedAt: existing?.installedAt ?? this.#now(),
    });
  }

  /** Changes an installation's state or scopes. */
  async updateInstallation(
    appId: string,
    tenantId: string,
    change: { status?: InstallationStatus; scopes?: string[] },
  ): Promise<Installation> {
    return this.#putInstallation({
      ...this.installation(this.app(appId).id, this.tenant(tenantId).id),
      ...change,
    });
  }

  async uninstall(appId: string, tenantId: string): Promise<Installation> {
    const installation = this.installation(this.app(appId).id, this.tenant(tenantId).id);
    this.byId.installations.delete(`${installation.appId}/${installation.tenantId}`);
    await this.#save('installations');
    return installation;
  }

  /** @throws Conflict when id, slug or mandant is taken */
  async createTenant(wanted: {
    slug: string;
    name?: string;
    id?: string;
    template?: string;
    ownerId?: string;
  }): Promise<Tenant> {
    const id = (wanted.id ?? randomUUID()).toLowerCase();
    if (this.byId.tenants.has(id))
      throw new Conflict('$.id', id, `tenant id '${id}' is taken; choose another`);
    if (this.tenants.some((tenant) => tenant.slug === wanted.slug || tenant.mandant === wanted.slug)) {
      throw new Conflict('$.slug', wanted.slug, `slug '${wanted.slug}' is taken; choose another`);
    }
    // A template that came from a template has no fixture of its own.
    const template = wanted.template === undefined ? undefined : this.tenant(wanted.template).template;
    const ownerId = wanted.ownerId ?? this.users[0]?.id ?? randomUUID();
    const now = this.#now();
    const tenant: Tenant = {
      id,
      slug: wanted.slug,
      name: wanted.name ?? wanted.slug,
      mandant: wanted.slug,
      ownerId,
      memberIds: [ownerId],
      wawi: { connected: true },
      createdAt: now,
      updatedAt: now,
      ...(template !== undefined && { template }),
    };
    return this.#putTenant(tenant);
  }

  async updateTenant(id: string, change: { name?: string; wawi?: { connected: boolean } }): Promise<Tenant> {
    return this.#putTenant({ ...this.tenant(id), ...change, updatedAt: this.#now() });
  }

  async deleteTenant(id: string): Promise<Tenant> {
    const tenant = this.tenant(id);
    this.byId.tenants.delete(tenant.id);
    for (const [key, installation] of this.byId.installations)
      if (installation.tenantId === tenant.id) this.byId.installations.delete(key);
    await Promise.all([this.#save('tenants'), this.#save('installations')]);
    return tenant;
  }

  async #putApp(app: App): Promise<App> {
    this.byId.apps.set(app.id, app);
    this.byId.clients.set(app.clientId, app);
    await this.#save('apps');
    return app;
  }

  async #putTenant(tenant: Tenant): Promise<Tenant> {
    this.byId.tenants.set(tenant.id, tenant);
    await this.#save('tenants');
    return tenant;
  }

  async #putInstallation(installation: Installation): Promise<Installation> {
    this.byId.installations.set(`${installation.appId}/${installation.tenantId}`, installation);
    await this.#save('installations');
    return installation;
  }

  async #save(part: Part): Promise<void> {
    this.changes++;
    await this.store.save(`platform/${part}`, this[part]);
  }

  #freeSlug(wanted: string): string {
    let slug = wanted;
    for (let n = 2; this.apps.some((app) => app.slug === slug); n++) slug = `${wanted}-${n}`;
    return slug;
  }

  #now(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

function newSecret(): string {
  return `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
}

/** Letters that German spells out, and which are no accented Latin ones. */
const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** @returns the short name that an app gets from its identifier: small letters, digits and hyphens */
export function slugOf(identifier: string): string {
  const slug = identifier
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .replace(/[\s_-]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'app';
}
