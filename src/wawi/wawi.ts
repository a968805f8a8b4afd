import type { Tenant } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import type { OutboxMessage } from './domain/entities/processes.ts';
import { TenantFiles } from './domain/files.ts';
import type { TenantData } from './domain/store/tenant-data.ts';
import { KeptData } from './kept-data.ts';

/** Makes the data a tenant starts from, by the slug of its fixture; what no fixture describes starts as a fresh Wawi. */
export type FixtureSource = (slug: string) => Promise<TenantData>;

/** Hears of what a write put into a tenant's outbox, once it is saved, and of the trace of the request that wrote. */
export type OutboxListener = (
  tenant: Tenant,
  messages: readonly OutboxMessage[],
  traceId: string | undefined,
) => void;

interface OpenTenant {
  data: TenantData;
  files: TenantFiles;
  kept: KeptData;
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
   * @param traceId the trace of the request that writes
   * @returns what `work` returns, once it is saved
   */
  async write<T>(tenant: Tenant, work: (data: TenantData) => T, traceId?: string): Promise<T> {
    const { data, kept } = await this.#open(tenant);
    const lastMessage = data.of('outboxMessage').highestId;
    const result = data.transact(work);
    // Taken before the wait: what other writes put there meanwhile is theirs to tell.
    const messages = messagesAfter(data, lastMessage);
    await kept.save(data);
    if (messages.length > 0) this.onOutbox(tenant, messages, traceId);
    return result;
  }

  /** Puts a tenant's data to an earlier state, as restoring a snapshot does. */
  async restore(tenant: Tenant, data: TenantData): Promise<void> {
    const open = await this.#open(tenant);
    open.data.adopt(data);
    await open.kept.save(open.data);
  }

  /** Forgets a tenant and removes what is kept of it; asked again, it starts from its fixture. */
  async drop(tenant: Tenant): Promise<void> {
    const open = await this.#tenants.get(tenant.id)?.catch(() => undefined);
    this.#tenants.delete(tenant.id);
    // A save under way would bring back what is about to be removed.
    await open?.kept.idle;
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
    const { store, progress } = this.platform;
    const kept = new KeptData(store, `tenants/${tenant.id}/`, progress);
    const data = (await kept.load()) ?? (await this.#fixture(tenant.template ?? tenant.slug)).clone();
    return { data, files: new TenantFiles(store, `tenants/${tenant.id}/files/`), kept };
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
}

function messagesAfter(data: TenantData, id: number): OutboxMessage[] {
  const outbox = data.of('outboxMessage');
  return outbox.highestId > id ? [...outbox.values()].filter((message) => message.id > id) : [];
}
