import type { Tenant } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import type { OutboxMessage } from './domain/entities/processes.ts';
import { TenantFiles } from './domain/files.ts';
import { kinds, type EntityName } from './domain/entities/index.ts';
import { TenantData, type Rows } from './domain/store/tenant-data.ts';

/** Makes the data a tenant starts from, by the slug of its fixture; what no fixture describes starts as a fresh Wawi. */
export type FixtureSource = (slug: string) => Promise<TenantData>;

/** Hears of what a write put into a tenant's outbox, once it is saved. */
export type OutboxListener = (tenant: Tenant, messages: readonly OutboxMessage[]) => void;

interface OpenTenant {
  data: TenantData;
  files: TenantFiles;
  /** Collection revisions as they are on disk. */
  saved: Map<string, number>;
  saving: Promise<void>;
}

/**
 * Every tenant's ERP. Data is made at a tenant's first use, from the state folder or its fixture, and each change is
 * safe in the store before {@link Wawi.write} resolves.
 */
export class Wawi {
  readonly #tenants = new Map<string, Promise<OpenTenant>>();
  readonly #fixtures = new Map<string, Promise<TenantData>>();

  constructor(
    private readonly platform: Platform,
    private readonly fixtures: FixtureSource,
    private readonly onOutbox: OutboxListener = () => undefined,
  ) {}

  /** The tenant's data, for reading; write only through {@link Wawi.write}. */
  async data(tenant: Tenant): Promise<TenantData> {
    return (await this.#open(tenant)).data;
  }

  async files(tenant: Tenant): Promise<TenantFiles> {
    return (await this.#open(tenant)).files;
  }

  /**
   * Changes a tenant's data, all or nothing.
   * @param work synchronous; what it throws leaves the data as it was
   * @returns what `work` returns, once it is saved
   */
  async write<T>(tenant: Tenant, work: (data: TenantData) => T): Promise<T> {
    const open = await this.#open(tenant);
    const lastMessage = open.data.of('outboxMessage').highestId;
    const result = open.data.transact(work);
    const outbox = open.data.of('outboxMessage');
    await this.#save(tenant, open);
    if (outbox.highestId > lastMessage) {
      this.onOutbox(
        tenant,
        [...outbox.values()].filter(({ id }) => id > lastMessage),
      );
    }
    return result;
  }

  /** Puts a tenant's data to an earlier state, as restoring a snapshot does. */
  async restore(tenant: Tenant, data: TenantData): Promise<void> {
    const open = await this.#open(tenant);
    open.data.adopt(data);
    open.saved = new Map();
    await this.#save(tenant, open);
  }

  /** Forgets a tenant and removes what is kept of it; asked again, it starts from its fixture. */
  async drop(tenant: Tenant): Promise<void> {
    const open = await this.#tenants.get(tenant.id)?.catch(() => undefined);
    this.#tenants.delete(tenant.id);
    // A save under way would bring back what is about to be removed.
    await open?.saving;
    await this.platform.store.clear(`tenants/${tenant.id}/`);
  }

  /** Makes tenants' fixtures anew when next asked for, after others were imported. */
  forgetFixtures(): void {
    this.#fixtures.clear();
  }

  #open(tenant: Tenant): Promise<OpenTenant> {
    let open = this.#tenants.get(tenant.id);
    if (!open) {
      open = this.#load(tenant);
      this.#tenants.set(tenant.id, open);
      open.catch(() => this.#tenants.delete(tenant.id));
    }
    return open;
  }

  async #load(tenant: Tenant): Promise<OpenTenant> {
    const files = new TenantFiles(this.platform.store, `tenants/${tenant.id}/files/`);
    const kept = (await this.platform.store.load(`tenants/${tenant.id}/sequences`)) as
      Record<string, number> | undefined;
    const data = kept
      ? TenantData.from(await this.#keptRows(tenant), kept)
      : (await this.#fixture(tenant.template ?? tenant.slug)).clone();
    return { data, files, saved: kept ? revisionsOf(data) : new Map(), saving: Promise.resolve() };
  }

  async #keptRows(tenant: Tenant): Promise<Rows> {
    const names = Object.keys(kinds) as EntityName[];
    const rows = await Promise.all(
      names.map((name) => this.platform.store.load(`tenants/${tenant.id}/${name}`)),
    );
    return Object.fromEntries(names.map((name, n) => [name, rows[n] ?? []])) as Rows;
  }

  #fixture(slug: string): Promise<TenantData> {
    let made = this.#fixtures.get(slug);
    if (!made) {
      made = this.fixtures(slug);
      this.#fixtures.set(slug, made);
      made.catch(() => this.#fixtures.delete(slug));
    }
    return made;
  }

  /**
   * Saves what changed. Saves of one tenant run one after another; `sequences` comes last, because its presence says
   * that the tenant's documents are complete.
   */
  #save(tenant: Tenant, open: OpenTenant): Promise<void> {
    if (!this.platform.store.durable) return Promise.resolve();
    const save = async () => {
      const now = revisionsOf(open.data);
      const changed = [...now]
        .filter(([name, revision]) => open.saved.get(name) !== revision)
        .map(([name]) => name as EntityName);
      const rows = changed.map((name) => [...open.data.of(name).values()]);
      const { sequences } = open.data;
      await Promise.all(
        changed.map((name, n) => this.platform.store.save(`tenants/${tenant.id}/${name}`, rows[n])),
      );
      await this.platform.store.save(`tenants/${tenant.id}/sequences`, sequences);
      open.saved = now;
    };
    const saved = open.saving.then(save);
    // A failed save is its own request's error; the next one tries again.
    open.saving = saved.catch(() => undefined);
    return saved;
  }
}

function revisionsOf(data: TenantData): Map<string, number> {
  return new Map((Object.keys(kinds) as EntityName[]).map((name) => [name, data.of(name).revision]));
}
