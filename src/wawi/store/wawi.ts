import type { EntityMap } from './entity-map.ts';
import type { StateChange } from '../../platform/persistence/commit.ts';
import type { Tenant } from '../../platform/model.ts';
import type { Platform } from '../../platform/platform.ts';
import type { TenantFiles } from './persistence/files.ts';
import type { TenantData } from './tenant-data.ts';
import { PersistedData } from './persistence/persisted-data.ts';
import { type TenantState, TenantTransactions } from './persistence/tenant-transactions.ts';

/** Declared by the area system; absent where only the types of the package are read. */
type OutboxMessage = EntityMap extends { outboxMessage: infer Message } ? Message : never;

function mergedChange(changes: readonly StateChange[]): Required<StateChange> {
  return {
    clear: changes.flatMap(({ clear = [] }) => clear),
    save: Object.assign({}, ...changes.map(({ save }) => save)) as Record<string, unknown>,
    blobs: new Map(changes.flatMap(({ blobs }) => [...(blobs ?? [])])),
  };
}

/** Makes the data a tenant starts from, by the slug of its fixture; without one it starts as a fresh Wawi. */
export type FixtureSource = (slug: string | undefined) => Promise<TenantData>;

/** Receives the messages that a write added to a tenant's outbox, once it is saved, and the trace of the request. */
export type OutboxListener = (
  tenant: Tenant,
  messages: readonly OutboxMessage[],
  traceId: string | undefined,
) => void;

/**
 * Every tenant's ERP. Data is made at a tenant's first use, from the state folder or its fixture, and each change is
 * safe in the store before {@link Wawi.write} resolves.
 */
export class Wawi {
  readonly #transactionsByTenant = new Map<string, TenantTransactions>();
  readonly #fixtures = new Map<string | undefined, Promise<TenantData>>();

  constructor(
    private readonly platform: Platform,
    private readonly fixtures: FixtureSource,
    private readonly onOutbox: OutboxListener = () => undefined,
  ) {}

  /** The tenant's data, for reading; write only through {@link Wawi.write}. */
  async data(tenant: Tenant): Promise<TenantData> {
    return this.#transactions(tenant).data();
  }

  files(tenant: Tenant): TenantFiles {
    return this.#transactions(tenant).files;
  }

  /**
   * Changes a tenant's data, all or nothing.
   * @param work synchronous; if it throws, the data stays as it was
   * @param traceId the trace of the request that writes
   * @returns the result of `work`, once it is saved; other callers see the change from then on
   */
  async write<T>(tenant: Tenant, work: (data: TenantData) => T, traceId?: string): Promise<T> {
    const { result, messages } = await this.#transactions(tenant).write(work);
    if (messages.length > 0) this.onOutbox(tenant, messages, traceId);
    return result;
  }

  /**
   * Puts several tenants to earlier states, or back to their fixtures, as part of a greater change: all or none.
   * @param states by tenant; undefined: nothing is kept of it any more
   * @param commit does the change of their documents and files, with what else changes
   */
  async replace(
    states: ReadonlyMap<Tenant, TenantState | undefined>,
    commit: (change: Required<StateChange>) => Promise<void>,
  ): Promise<void> {
    const all = [...states].map(([tenant, state]) => ({
      tenant,
      state,
      transactions: this.#transactions(tenant),
    }));
    const changeAll = async () => {
      const changes = all.map(({ transactions, state }) =>
        state ? transactions.changeTo(state) : transactions.removal(),
      );
      await commit(mergedChange(changes));
      for (const { transactions, state } of all) transactions.adopt(state);
    };
    // Each tenant waits within the turn of the one before it; always in the same order, so that none waits for another.
    all.sort((a, b) => (a.tenant.id < b.tenant.id ? -1 : 1));
    const inTurns = all.reduceRight(
      (next, { transactions }) =>
        () =>
          transactions.alone(next),
      changeAll,
    );
    await inTurns();
    for (const { tenant, state, transactions } of all)
      if (state === undefined && transactions.idle) this.#transactionsByTenant.delete(tenant.id);
  }

  /** Forgets a tenant and removes what is kept of it; asked again, it starts from its fixture. */
  async drop(tenant: Tenant): Promise<void> {
    const transactions = this.#transactions(tenant);
    await transactions.drop();
    if (transactions.idle) this.#transactionsByTenant.delete(tenant.id);
  }

  /** Reads tenants' fixtures again at their next use, after others were imported. */
  forgetFixtures(): void {
    this.#fixtures.clear();
  }

  #transactions(tenant: Tenant): TenantTransactions {
    let transactions = this.#transactionsByTenant.get(tenant.id);
    if (!transactions) {
      const { store, progress } = this.platform;
      const prefix = `tenants/${tenant.id}/`;
      const kept = new PersistedData(store, prefix, progress);
      const fresh = async () => (await this.#fixture(tenant.template)).clone();
      transactions = new TenantTransactions({ store, kept, prefix, fresh });
      this.#transactionsByTenant.set(tenant.id, transactions);
    }
    return transactions;
  }

  #fixture(slug: string | undefined): Promise<TenantData> {
    let made = this.#fixtures.get(slug);
    if (!made) {
      made = this.fixtures(slug);
      this.#fixtures.set(slug, made);
      made.catch(() => this.#fixtures.delete(slug));
    }
    return made;
  }
}
