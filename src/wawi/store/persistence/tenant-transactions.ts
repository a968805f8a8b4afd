import type { EntityMap } from '../entity-map.ts';
import type { StateChange } from '../../../platform/persistence/commit.ts';
import type { StateStore } from '../../../platform/persistence/store.ts';
import { TenantFiles } from './files.ts';
import type { TenantData } from '../tenant-data.ts';
import type { PersistedData } from './persisted-data.ts';

/** Declared by the area system; missing where only the types of the package are read. */
type OutboxMessage = EntityMap extends { outboxMessage: infer Message } ? Message : never;

/** The result of a write, once it is saved. */
export interface Written<T> {
  result: T;
  /** The messages that it added to the outbox. */
  messages: OutboxMessage[];
}

/** A write that waits for its turn. */
interface Waiting {
  /** Applies the write, and returns a function that settles it once it is saved. */
  apply: (data: TenantData) => () => void;
  fail: (error: unknown) => void;
}

/** A tenant's ERP at one moment. */
export interface TenantState {
  data: TenantData;
  /** Bytes by path in the store. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** The parts of the store and the fixtures that a tenant's transactions need. */
export interface TransactionParts {
  store: StateStore;
  kept: PersistedData;
  /** Prefix of the tenant's documents, ending in `/`. */
  prefix: string;
  /** Makes the data of a tenant without stored data. */
  fresh: () => Promise<TenantData>;
}

/**
 * One tenant's ERP. Loads, writes, restores and drops take turns, so that a save and a reset never overlap. Other
 * callers see a write once it is safe in the store. Writes that wait for the same turn are saved together.
 */
export class TenantTransactions {
  readonly files: TenantFiles;
  #data: TenantData | undefined;
  #turns: Promise<unknown> = Promise.resolve();
  #queued = 0;
  /** The writes of the next turn for writes; undefined if there are none. */
  #waiting: Waiting[] | undefined;

  constructor(private readonly parts: TransactionParts) {
    this.files = new TenantFiles(parts.store, `${parts.prefix}files/`);
  }

  /** True when no operation is in progress. */
  get idle(): boolean {
    return this.#queued === 0;
  }

  /** The data, for reading. */
  data(): TenantData | Promise<TenantData> {
    return this.#data ?? this.#inTurn(() => this.#loaded());
  }

  /**
   * Changes the data, all or nothing.
   * @param work synchronous; if it throws, the data stays as it was
   */
  write<T>(work: (data: TenantData) => T): Promise<Written<T>> {
    return new Promise((resolve, reject) => {
      const apply = (data: TenantData) => {
        const lastMessage = data.of('outboxMessage').highestId;
        const result = data.transact(work);
        const messages = messagesAfter(data, lastMessage);
        return () => {
          resolve({ result, messages });
        };
      };
      const write: Waiting = { apply, fail: reject };
      if (this.#waiting !== undefined) {
        this.#waiting.push(write);
        return;
      }
      const batch = (this.#waiting = [write]);
      this.#inTurn(() => this.#writeAll(batch)).catch((error: unknown) => {
        for (const { fail } of batch) fail(error);
      });
    });
  }

  /** Runs work while no other operation of the tenant is in progress. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting = undefined;
    return this.#inTurn(work);
  }

  /** @returns the change of the store that replaces the tenant's data by an earlier state */
  changeTo({ data, files }: TenantState): StateChange {
    const { kept, prefix } = this.parts;
    return { clear: [prefix], save: kept.documentsOf(data), blobs: files };
  }

  /** @returns the change of the store that removes the tenant's data */
  removal(): StateChange {
    return { clear: [this.parts.prefix] };
  }

  /** Uses the state whose change was committed; undefined: none is stored, and the next use makes new data. */
  adopt(state: TenantState | undefined): void {
    const { kept } = this.parts;
    if (state === undefined) {
      kept.forget();
      this.#data = undefined;
      return;
    }
    kept.adopt(state.data);
    if (this.#data === undefined) this.#data = state.data.clone();
    else this.#data.adopt(state.data);
  }

  /** Removes the data from memory and from the store; an error of the disk leaves both. */
  drop(): Promise<void> {
    return this.alone(async () => {
      await this.parts.store.clear(this.parts.prefix);
      this.adopt(undefined);
    });
  }

  async #writeAll(batch: Waiting[]): Promise<void> {
    // Later callers wait for the next turn.
    if (this.#waiting === batch) this.#waiting = undefined;
    const data = await this.#loaded();
    const { kept, store } = this.parts;
    // Saving to memory cannot fail, so the draft would only cost its copying.
    const draft = store.durable ? data.clone() : data;
    const done = batch.flatMap(({ apply, fail }) => {
      try {
        return [apply(draft)];
      } catch (error) {
        fail(error);
        return [];
      }
    });
    if (done.length === 0) return;
    if (store.durable) {
      await kept.save(draft);
      data.adopt(draft);
    }
    for (const settle of done) settle();
  }

  async #loaded(): Promise<TenantData> {
    return (this.#data ??= (await this.parts.kept.load()) ?? (await this.parts.fresh()));
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#queued++;
    const turn = this.#turns.then(work);
    this.#turns = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#queued--;
    }
  }
}

function messagesAfter(data: TenantData, id: number): OutboxMessage[] {
  const outbox = data.of('outboxMessage');
  return outbox.highestId > id ? [...outbox.values()].filter((message) => message.id > id) : [];
}
