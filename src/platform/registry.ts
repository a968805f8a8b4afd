import { randomUUID } from 'node:crypto';
import type { AdjustableClock } from '../tokens/clock.ts';
import type { App, Installation, InstallationStatus, Tenant, User } from './model.ts';
import type { Manifest } from './manifests/model.ts';
import type { StateStore } from './persistence/store.ts';
import { Conflict, NotFound } from './problems.ts';

/** What a fresh or reset emulator knows. */
export interface PlatformSeed {
  users: User[];
  tenants: Tenant[];
  apps: App[];
  installations: Installation[];
}

/** The parts of the registry that are kept, each in a document of its own. */
type Part = keyof PlatformSeed;

/**
 * Apps, tenants, users and installations: who exists on the platform and who may do what where. Every change is
 * saved before its promise resolves.
 */
export class Registry {
  #users = new Map<string, User>();
  #tenants = new Map<string, Tenant>();
  #apps = new Map<string, App>();
  #appsByClientId = new Map<string, App>();
  #installations = new Map<string, Installation>();
  #revision = 0;

  private constructor(
    private readonly store: StateStore,
    private readonly clock: AdjustableClock,
  ) {}

  /**
   * Opens the registry from the store; what the store does not have comes from the seed.
   * @param seed the fixtures
   */
  static async open(store: StateStore, clock: AdjustableClock, seed: PlatformSeed): Promise<Registry> {
    const registry = new Registry(store, clock);
    const stored = async <P extends Part>(part: P): Promise<PlatformSeed[P]> =>
      ((await store.load(`platform/${part}`)) as PlatformSeed[P] | undefined) ?? seed[part];
    registry.#fill({
      users: await stored('users'),
      tenants: await stored('tenants'),
      apps: await stored('apps'),
      installations: await stored('installations'),
    });
    return registry;
  }

  /** Counts changes; caches that depend on the registry compare it. */
  get revision(): number {
    return this.#revision;
  }

  get users(): User[] {
    return [...this.#users.values()];
  }

  get tenants(): Tenant[] {
    return [...this.#tenants.values()];
  }

  get apps(): App[] {
    return [...this.#apps.values()];
  }

  get installations(): Installation[] {
    return [...this.#installations.values()];
  }

  /** @returns a copy of everything, for snapshots */
  export(): PlatformSeed {
    return structuredClone({
      users: this.users,
      tenants: this.tenants,
      apps: this.apps,
      installations: this.installations,
    });
  }

  /** Replaces everything, as reset and restore do. */
  async import(seed: PlatformSeed): Promise<void> {
    this.#fill(structuredClone(seed));
    await Promise.all(
      (['users', 'tenants', 'apps', 'installations'] as const).map((part) => this.#save(part)),
    );
  }

  /** @param id user id or e-mail address */
  findUser(id: string): User | undefined {
    return (
      this.#users.get(id) ??
      this.users.find(
        (user) => user.email.toLowerCase() === id.toLowerCase() || user.email.split('.')[0] === id,
      )
    );
  }

  /** @throws NotFound */
  user(id: string): User {
    return (
      this.findUser(id) ??
      notFound(
        'user',
        id,
        this.users.map((user) => user.email),
      )
    );
  }

  /** @param id tenant id (any letter case) or slug */
  findTenant(id: string): Tenant | undefined {
    return (
      this.#tenants.get(id) ??
      this.#tenants.get(id.toLowerCase()) ??
      this.tenants.find((tenant) => tenant.slug === id)
    );
  }

  /** @throws NotFound */
  tenant(id: string): Tenant {
    return (
      this.findTenant(id) ??
      notFound(
        'tenant',
        id,
        this.tenants.map((tenant) => tenant.slug),
      )
    );
  }

  findTenantByMandant(mandant: string): Tenant | undefined {
    return this.tenants.find((tenant) => tenant.mandant.toLowerCase() === mandant.toLowerCase());
  }

  /** @param id app id, slug or client id */
  findApp(id: string): App | undefined {
    return this.#apps.get(id) ?? this.#appsByClientId.get(id) ?? this.apps.find((app) => app.slug === id);
  }

  findAppByClientId(clientId: string): App | undefined {
    return this.#appsByClientId.get(clientId);
  }

  /** @throws NotFound */
  app(id: string): App {
    return (
      this.findApp(id) ??
      notFound(
        'app',
        id,
        this.apps.map((app) => app.slug),
      )
    );
  }

  findInstallation(appId: string, tenantId: string): Installation | undefined {
    return this.#installations.get(`${appId}/${tenantId}`);
  }

  /** @throws NotFound */
  installation(appId: string, tenantId: string): Installation {
    return (
      this.findInstallation(appId, tenantId) ??
      notFound(
        'installation',
        `${appId} in ${tenantId}`,
        this.installations.filter((one) => one.appId === appId).map((one) => one.tenantId),
      )
    );
  }

  isMember(userId: string, tenantId: string): boolean {
    return this.#tenants.get(tenantId)?.memberIds.includes(userId) ?? false;
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
    if (this.#apps.has(id))
      throw new Conflict('$.appId', id, `app id '${id}' is taken; use PUT to change that app`);
    if (this.#appsByClientId.has(clientId))
      throw new Conflict('$.clientId', clientId, `client id '${clientId}' is taken; choose another`);
    const app: App = {
      id,
      clientId,
      clientSecret: wanted.clientSecret ?? newSecret(),
      name: manifest.name,
      slug: this.#freeSlug(wanted.slug ?? slugOf(manifest.name)),
      manifest,
      registeredAt: this.#now(),
    };
    await this.#putApp(app);
    return app;
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
    this.#apps.delete(app.id);
    this.#appsByClientId.delete(app.clientId);
    for (const [key, installation] of this.#installations)
      if (installation.appId === app.id) this.#installations.delete(key);
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
    this.#installations.delete(`${installation.appId}/${installation.tenantId}`);
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
    if (this.#tenants.has(id)) throw new Conflict('$.id', id, `tenant id '${id}' is taken; choose another`);
    if (this.tenants.some((tenant) => tenant.slug === wanted.slug || tenant.mandant === wanted.slug)) {
      throw new Conflict('$.slug', wanted.slug, `slug '${wanted.slug}' is taken; choose another`);
    }
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
      ...(wanted.template === undefined ? {} : { template: this.tenant(wanted.template).slug }),
    };
    return this.#putTenant(tenant);
  }

  async updateTenant(id: string, change: { name?: string; wawi?: { connected: boolean } }): Promise<Tenant> {
    return this.#putTenant({ ...this.tenant(id), ...change, updatedAt: this.#now() });
  }

  async deleteTenant(id: string): Promise<Tenant> {
    const tenant = this.tenant(id);
    this.#tenants.delete(tenant.id);
    for (const [key, installation] of this.#installations)
      if (installation.tenantId === tenant.id) this.#installations.delete(key);
    await Promise.all([this.#save('tenants'), this.#save('installations')]);
    return tenant;
  }

  #fill(seed: PlatformSeed): void {
    this.#revision++;
    this.#users = new Map(seed.users.map((user) => [user.id, user]));
    this.#tenants = new Map(seed.tenants.map((tenant) => [tenant.id, tenant]));
    this.#apps = new Map(seed.apps.map((app) => [app.id, app]));
    this.#appsByClientId = new Map(seed.apps.map((app) => [app.clientId, app]));
    this.#installations = new Map(seed.installations.map((one) => [`${one.appId}/${one.tenantId}`, one]));
  }

  async #putApp(app: App): Promise<App> {
    this.#apps.set(app.id, app);
    this.#appsByClientId.set(app.clientId, app);
    await this.#save('apps');
    return app;
  }

  async #putTenant(tenant: Tenant): Promise<Tenant> {
    this.#tenants.set(tenant.id, tenant);
    await this.#save('tenants');
    return tenant;
  }

  async #putInstallation(installation: Installation): Promise<Installation> {
    this.#installations.set(`${installation.appId}/${installation.tenantId}`, installation);
    await this.#save('installations');
    return installation;
  }

  async #save(part: Part): Promise<void> {
    this.#revision++;
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

function notFound(kind: string, value: string, known: string[]): never {
  throw new NotFound(kind, value, known);
}

function newSecret(): string {
  return `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
}

/** @returns the short name that an app gets from its display name */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return slug || 'app';
}
