import type { StateStore } from '../platform/persistence/store.ts';
import { kinds, type EntityName } from './domain/entities/index.ts';
import { TenantData, type Rows } from './domain/store/tenant-data.ts';

/** A change on its way to the disk: the new rows of every kind it touched. */
interface Change {
  rows: Rows;
  sequences: Record<string, number>;
}

const names = Object.keys(kinds) as EntityName[];

/**
 * A tenant's data in the state store: a document per kind of entity, and the sequences. A change of several kinds is first
 * written down whole, so that a process killed between two documents finishes it at the next start instead of leaving
 * half of it.
 */
export class KeptData {
  /** Revisions of the collections as the store has them. */
  #saved = new Map<EntityName, number>();
  #saving: Promise<void> = Promise.resolve();

  /** @param prefix of the tenant's documents, ending in `/` */
  constructor(
    private readonly store: StateStore,
    private readonly prefix: string,
  ) {}

  /** @returns the data as it was last saved, or undefined when nothing is kept */
  async load(): Promise<TenantData | undefined> {
    const unfinished = (await this.store.load(`${this.prefix}change`)) as Change | null | undefined;
    if (unfinished) await this.#write(unfinished);
    const sequences = (await this.store.load(`${this.prefix}sequences`)) as
      Record<string, number> | undefined;
    if (!sequences) return undefined;
    const rows = await Promise.all(names.map((name) => this.store.load(`${this.prefix}${name}`)));
    const data = TenantData.from(
      Object.fromEntries(names.map((name, n) => [name, rows[n] ?? []])) as Rows,
      sequences,
    );
    this.#saved = revisionsOf(data);
    return data;
  }

  /** Saves what changed since the last time; saves run one after another. Resolves once all of it is safe. */
  save(data: TenantData): Promise<void> {
    if (!this.store.durable) return Promise.resolve();
    const saved = this.#saving.then(() => this.#saveChanges(data));
    // A failed save is its own request's error; the next one tries again.
    this.#saving = saved.catch(() => undefined);
    return saved;
  }

  /** Makes the next save write everything. */
  forgetRevisions(): void {
    this.#saved = new Map();
  }

  /** Resolves when no save is under way. */
  get idle(): Promise<void> {
    return this.#saving;
  }

  async #saveChanges(data: TenantData): Promise<void> {
    const now = revisionsOf(data);
    const changed = names.filter((name) => this.#saved.get(name) !== now.get(name));
    const rows = Object.fromEntries(changed.map((name) => [name, [...data.of(name).values()]])) as Rows;
    await this.#write({ rows, sequences: data.sequences });
    this.#saved = now;
  }

  async #write(change: Change): Promise<void> {
    const { rows, sequences } = change;
    const changed = Object.keys(rows) as EntityName[];
    // One document is replaced whole or not at all; the sequences may lag, since ids in use are never given again.
    const severalDocuments = changed.length > 1;
    if (severalDocuments) await this.store.save(`${this.prefix}change`, change);
    await Promise.all(changed.map((name) => this.store.save(`${this.prefix}${name}`, rows[name])));
    await this.store.save(`${this.prefix}sequences`, sequences);
    if (severalDocuments) await this.store.save(`${this.prefix}change`, null);
  }
}

function revisionsOf(data: TenantData): Map<EntityName, number> {
  return new Map(names.map((name) => [name, data.of(name).revision]));
}
