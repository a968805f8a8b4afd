import type { App, Installation, Tenant, User } from './model.ts';
import { NotFound } from './problems.ts';

/** The content of a new or reset registry. */
export interface PlatformSeed {
  users: User[];
  tenants: Tenant[];
  apps: App[];
  installations: Installation[];
}

function shortNameOf({ email }: User): string | undefined {
  return email.toLowerCase().split(/[.@]/)[0];
}

/** The indexes of a directory; by id unless stated otherwise. */
export interface DirectoryMaps {
  users: Map<string, User>;
  tenants: Map<string, Tenant>;
  apps: Map<string, App>;
  /** Apps by client id. */
  clients: Map<string, App>;
  /** By `<app id>/<tenant id>`. */
  installations: Map<string, Installation>;
}

/** Looks up users, tenants, apps and installations. */
export class Directory {
  protected byId: DirectoryMaps = {
    users: new Map(),
    tenants: new Map(),
    apps: new Map(),
    clients: new Map(),
    installations: new Map(),
  };
  protected changes = 0;

  /** Counts changes; caches that depend on the registry compare it. */
  get revision(): number {
    return this.changes;
  }

  get users(): User[] {
    return [...this.byId.users.values()];
  }

  get tenants(): Tenant[] {
    return [...this.byId.tenants.values()];
  }

  get apps(): App[] {
    return [...this.byId.apps.values()];
  }

  get installations(): Installation[] {
    return [...this.byId.installations.values()];
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

  /**
   * @param id user id, e-mail address in any letter case, or the address up to its first dot (`anna` for
   *   anna.bergmann@example.com) if only one user's begins so
   */
  findUser(id: string): User | undefined {
    const wanted = id.toLowerCase();
    const named = this.byId.users.get(id) ?? this.users.find((user) => user.email.toLowerCase() === wanted);
    if (named !== undefined) return named;
    const [short, ...others] = this.users.filter((user) => shortNameOf(user) === wanted);
    return others.length === 0 ? short : undefined;
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
      this.byId.tenants.get(id) ??
      this.byId.tenants.get(id.toLowerCase()) ??
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
    return this.byId.apps.get(id) ?? this.byId.clients.get(id) ?? this.apps.find((app) => app.slug === id);
  }

  findAppByClientId(clientId: string): App | undefined {
    return this.byId.clients.get(clientId);
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
    return this.byId.installations.get(`${appId}/${tenantId}`);
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
    return this.byId.tenants.get(tenantId)?.memberIds.includes(userId) ?? false;
  }

  /** Replaces the whole content. */
  protected fill(seed: PlatformSeed): void {
    this.changes++;
    this.byId = {
      users: new Map(seed.users.map((user) => [user.id, user])),
      tenants: new Map(seed.tenants.map((tenant) => [tenant.id, tenant])),
      apps: new Map(seed.apps.map((app) => [app.id, app])),
      clients: new Map(seed.apps.map((app) => [app.clientId, app])),
      installations: new Map(seed.installations.map((one) => [`${one.appId}/${one.tenantId}`, one])),
    };
  }
}

function notFound(kind: string, value: string, known: string[]): never {
  throw new NotFound(kind, value, known);
}
