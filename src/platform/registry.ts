import { newTenant, type WantedTenant } from './new-tenant.ts';
import { randomUUID } from 'node:crypto';
import type { AdjustableClock } from '../tokens/clock.ts';
import { Directory, type DirectoryMaps, type PlatformSeed } from './directory.ts';
import type {
  App,
  Installation,
  InstallationStatus,
  Tenant,
  TenantWawi,
  User,
  UserSettings,
} from './model.ts';
import type { Manifest } from './manifests/model.ts';
import { directoryDocuments } from './persistence/platform-documents.schema.ts';
import type { StateStore } from './persistence/store.ts';
import { Conflict } from './problems.ts';
import { slugOf } from './slug.ts';

/** The parts of the registry, each stored in a document of its own. */
type Part = keyof PlatformSeed;
const parts = ['users', 'tenants', 'apps', 'installations'] as const satisfies readonly Part[];

/** The directory with its changes. Every change is saved before its promise resolves. */
export class Registry extends Directory {
  #turns: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly store: StateStore,
    private readonly clock: AdjustableClock,
  ) {
    super();
  }

  /**
   * Opens the registry from the store; parts that the store does not have come from the seed.
   * @param seed the fixtures
   */
  static async open(store: StateStore, clock: AdjustableClock, seed: PlatformSeed): Promise<Registry> {
    const registry = new Registry(store, clock);
    const stored = async <P extends Part>(part: P): Promise<PlatformSeed[P]> =>
      ((await store.load(`platform/${part}`, directoryDocuments[part])) as PlatformSeed[P] | undefined) ??
      seed[part];
    registry.fill({
      users: await stored('users'),
      tenants: await stored('tenants'),
      apps: await stored('apps'),
      installations: await stored('installations'),
    });
    return registry;
  }

  /** Replaces everything. */
  import(seed: PlatformSeed): Promise<void> {
    return this.replace(seed, (save) => this.store.commit({ save }));
  }

  /**
   * Replaces everything as part of a larger change, such as reset and restore.
   * @param commit saves the documents with the rest of the change; if it throws, the registry stays as it was
   */
  replace(seed: PlatformSeed, commit: (documents: Record<string, unknown>) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      const replacement = structuredClone(seed);
      await commit(Object.fromEntries(parts.map((part) => [`platform/${part}`, replacement[part]])));
      this.fill(replacement);
    });
  }

  /**
   * Registers an app, or registers it again under the same ids.
   * @throws Conflict when another app has the app id or client id
   */
  async registerApp(
    manifest: Manifest,
    wanted: { appId?: string; clientId?: string; clientSecret?: string; slug?: string } = {},
  ): Promise<App> {
    const id = wanted.appId ?? randomUUID();
    const clientId = wanted.clientId ?? randomUUID();
    return this.#putApp(() => {
      if (this.byId.apps.has(id))
        throw new Conflict('$.appId', id, `app id '${id}' is taken; use PUT to change that app`);
      if (this.byId.clients.has(clientId))
        throw new Conflict('$.clientId', clientId, `client id '${clientId}' is taken; choose another`);
      return {
        id,
        clientId,
        clientSecret: wanted.clientSecret ?? newSecret(),
        name: manifest.name,
        slug: this.#freeSlug(wanted.slug ?? slugOf(manifest.identifier)),
        manifest,
        registeredAt: this.#now(),
      };
    });
  }

  /** @throws NotFound */
  async changeSettings(userId: string, change: Partial<UserSettings>): Promise<User> {
    return this.#change(['users'], () => {
      const user = this.user(userId);
      const changed = { ...user, settings: { ...user.settings, ...change } };
      this.byId.users.set(user.id, changed);
      return changed;
    });
  }

  /** Replaces an app's manifest; ids, secret and installations stay. */
  async updateApp(id: string, manifest: Manifest): Promise<App> {
    return this.#putApp(() => ({ ...this.app(id), manifest, name: manifest.name }));
  }

  /** @returns the app with its new secret; the old one is no longer valid */
  async renewSecret(id: string): Promise<App> {
    return this.#putApp(() => ({ ...this.app(id), clientSecret: newSecret() }));
  }

  /** Deletes an app and its installations. */
  async deleteApp(id: string): Promise<App> {
    return this.#change(['apps', 'installations'], () => {
      const app = this.app(id);
      this.byId.apps.delete(app.id);
      this.byId.clients.delete(app.clientId);
      for (const [key, installation] of this.byId.installations)
        if (installation.appId === app.id) this.byId.installations.delete(key);
      return app;
    });
  }

  /** Installs an app in a tenant, or moves an existing installation to the given state, granting the manifest's scopes. */
  async install(appId: string, tenantId: string, status: InstallationStatus): Promise<Installation> {
    return this.#putInstallation(() => {
      const app = this.app(appId);
      const tenant = this.tenant(tenantId);
      const existing = this.findInstallation(app.id, tenant.id);
      return {
        id: existing?.id ?? randomUUID(),
        appId: app.id,
        tenantId: tenant.id,
        status,
        scopes: [...app.manifest.erp.scopes],
        installedAt: existing?.installedAt ?? this.#now(),
      };
    });
  }

  /** Changes an installation's state or scopes. */
  async updateInstallation(
    appId: string,
    tenantId: string,
    change: { status?: InstallationStatus; scopes?: string[] },
  ): Promise<Installation> {
    return this.#putInstallation(() => ({
      ...this.installation(this.app(appId).id, this.tenant(tenantId).id),
      ...change,
    }));
  }

  async uninstall(appId: string, tenantId: string): Promise<Installation> {
    return this.#change(['installations'], () => {
      const installation = this.installation(this.app(appId).id, this.tenant(tenantId).id);
      this.byId.installations.delete(`${installation.appId}/${installation.tenantId}`);
      return installation;
    });
  }

  /** @throws Conflict when id, slug or mandant is taken */
  async createTenant(wanted: WantedTenant): Promise<Tenant> {
    const id = (wanted.id ?? randomUUID()).toLowerCase();
    return this.#putTenant(() => {
      if (this.byId.tenants.has(id))
        throw new Conflict('$.id', id, `tenant id '${id}' is taken; choose another`);
      if (this.tenants.some((tenant) => tenant.slug === wanted.slug))
        throw new Conflict('$.slug', wanted.slug, `slug '${wanted.slug}' is taken; choose another`);
      const mandant = this.#freeMandant(
        wanted.mandant ?? wanted.slug,
        id,
        wanted.mandant ? '$.mandant' : '$.slug',
      );
      // A template that came from a template has no fixture of its own.
      const template = wanted.template === undefined ? undefined : this.tenant(wanted.template).template;
      const ownerId = wanted.ownerId ?? this.users[0]?.id ?? randomUUID();
      return newTenant(wanted, { id, mandant, ownerId, template, now: this.#now() });
    });
  }

  /**
   * Changes a tenant; of its Wawi, the members that the change names.
   * @throws Conflict when the mandant is taken
   */
  async updateTenant(
    id: string,
    { wawi, ...change }: { name?: string; mandant?: string; wawi?: Partial<TenantWawi> },
  ): Promise<Tenant> {
    return this.#putTenant(() => {
      const tenant = this.tenant(id);
      if (change.mandant !== undefined) this.#freeMandant(change.mandant, tenant.id, '$.mandant');
      return { ...tenant, ...change, wawi: { ...tenant.wawi, ...wawi }, updatedAt: this.#now() };
    });
  }

  /** @throws Conflict: on-premise paths name tenants by their mandants, in any letter case */
  #freeMandant(mandant: string, tenantId: string, path: string): string {
    const wanted = mandant.toLowerCase();
    const isTaken = this.tenants.some((one) => one.id !== tenantId && one.mandant.toLowerCase() === wanted);
    if (isTaken) throw new Conflict(path, mandant, `mandant '${mandant}' is taken; choose another`);
    return mandant;
  }

  async deleteTenant(id: string): Promise<Tenant> {
    return this.#change(['tenants', 'installations'], () => {
      const tenant = this.tenant(id);
      this.byId.tenants.delete(tenant.id);
      for (const [key, installation] of this.byId.installations)
        if (installation.tenantId === tenant.id) this.byId.installations.delete(key);
      return tenant;
    });
  }

  #putApp(make: () => App): Promise<App> {
    return this.#change(['apps'], () => {
      const app = make();
      this.byId.apps.set(app.id, app);
      this.byId.clients.set(app.clientId, app);
      return app;
    });
  }

  #putTenant(make: () => Tenant): Promise<Tenant> {
    return this.#change(['tenants'], () => {
      const tenant = make();
      this.byId.tenants.set(tenant.id, tenant);
      return tenant;
    });
  }

  #putInstallation(make: () => Installation): Promise<Installation> {
    return this.#change(['installations'], () => {
      const installation = make();
      this.byId.installations.set(`${installation.appId}/${installation.tenantId}`, installation);
      return installation;
    });
  }

  /**
   * Changes some parts and saves them together.
   * @param work changes the maps of {@link byId}; if it or the disk fails, everything stays as it was
   */
  #change<T>(changed: readonly Part[], work: () => T): Promise<T> {
    return this.#inTurn(async () => {
      const before = this.byId;
      this.byId = copyOf(before);
      try {
        const result = work();
        const documents = Object.fromEntries(changed.map((part) => [`platform/${part}`, this[part]]));
        this.changes++;
        await this.store.commit({ save: documents });
        return result;
      } catch (error) {
        this.byId = before;
        this.changes++;
        throw error;
      }
    });
  }

  /** One change after another, so that undoing a failed one cannot undo a later one. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turns.then(work);
    this.#turns = turn.catch(() => undefined);
    return turn;
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

function copyOf(maps: DirectoryMaps): DirectoryMaps {
  return {
    users: new Map(maps.users),
    tenants: new Map(maps.tenants),
    apps: new Map(maps.apps),
    clients: new Map(maps.clients),
    installations: new Map(maps.installations),
  };
}

function newSecret(): string {
  return `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
}
