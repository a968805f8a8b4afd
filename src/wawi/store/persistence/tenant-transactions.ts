import type { EntityMap } from '../entity-map.ts';
import type { StateChange } from '../../../platform/persistence/commit.ts';
import type { StateStore } from '../../../platform/persistence/store.ts';
import { TenantFiles } from './files.ts';
import type { TenantData } from '../tenant-data.ts';
import type { KeptData } from './persisted-data.ts';

/** Declared by the area system; absent where only the types of the package are read. */
type OutboxMessage = EntityMap extends { outboxMessage: infer Message } ? Message : never;

/** What a write came to, once it is saved. */
export interface Written<T> {
  result: T;
  /** What it put into the outbox. */
  messages: OutboxMessage[];
}

/** A write that waits for its turn. */
interface Waiting {
  /** Does the work, and returns what settles the write once that is saved. */
  apply: (data: TenantData) => () => void;
  fail: (error: unknown) => void;
}

/** A tenant's ERP at one moment. */
export interface TenantState {
  data: TenantData;
  /** Bytes by path in the store. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** What a transactions needs of the store and the fixtures. */
export interface TransactionParts {
  store: StateStore;
  kept: KeptData;
  /** Prefix of everything kept of the tenant, ending in `/`. */
  prefix: string;
  /** Makes the data of a tenant of which nothing is kept. */
  fresh: () => Promise<TenantData>;
}

/**
 * One tenant's ERP. Loads, writes, restores and drops take turns, so that no save meets a reset; what a write changed is
 * seen by others once it is safe in the store. Writes that wait for the same turn are saved together.
 */
export class TenantTransactions {
  readonly files: TenantFiles;
  #data: TenantData | undefined;
  #turns: Promise<unknown> = Promise.resolve();
  #queued = 0;
  /** The writes that the next turn for writes takes; undefined: none has been asked for. */
  #waiting: Waiting[] | undefined;

  constructor(private readonly parts: TransactionParts) {
    this.files = new TenantFiles(parts.store, `${parts.prefix}files/`);
  }

  /** True when nothing is under way. */
  get idle(): boolean {
    return this.#queued === 0;
  }

  /** The data, for reading. */
  data(): TenantData | Promise<TenantData> {
    return this.#data ?? this.#inTurn(() => this.#loaded());
  }

  /**
   * Changes the data, all or nothing.
   * @param work synchronous; what it throws leaves the data as it was
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

  /** Does work while nothing else of the tenant is under way. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting = undefined;
    return this.#inTurn(work);
  }

  /** @returns what keeps an earlier state in place of all that is kept of the tenant */
  changeTo({ data, files }: TenantState): StateChange {
    const { kept, prefix } = this.parts;
    return { clear: [prefix], save: kept.documentsOf(data), blobs: files };
  }

  /** @returns what removes all that is kept of the tenant */
  removal(): StateChange {
    return { clear: [this.parts.prefix] };
  }

  /** Shows the state whose change was committed; undefined: none is kept, and the next use begins anew. */
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

  /** Forgets the data and removes what is kept of it; what the disk refuses leaves both. */
  drop(): Promise<void> {
    return this.alone(async () => {
      await this.parts.store.clear(this.parts.prefix);
      this.adopt(undefined);
    });
  }

  async #writeAll(batch: Waiting[]): Promise<void> {
    // Whoever comes from now on waits for the next turn.
    if (this.#waiting === batch) this.#waiting = undefined;
    const data = await this.#loaded();
    const { kept, store } = this.parts;
    // Nothing can fail to be kept where nothing is: then a draft would only cost its copying.
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
