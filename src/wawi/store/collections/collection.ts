import { BTree, diffAgainst } from './b-tree.ts';
import type { CodePaths } from './code-paths.ts';
import { compareIndexKeys, compareKeys, reader, sortKey, type IndexKey, type SortKey } from './order.ts';

/** Every stored object has an integer key, unique within its collection. */
export interface Entity {
  readonly id: number;
}

/** How one kind of entity is stored. */
export interface EntityKind<E extends Entity = Entity> {
  /** Kind of the packed key (`ArtikelKey`); see contract/keys.ts. */
  readonly key: string;
  /** Its name in messages: `sales order`. */
  readonly label: string;
  /** Fields whose text no two rows share, ignoring case; empty text and null are not compared. */
  readonly unique?: readonly (keyof E & string)[];
  /**
   * Fields that refer to other entities: path -> kind. A path through a list (`categories[].categoryId`) has a
   * reference for each element. Checked on write; referenced entities cannot be deleted.
   */
  readonly references?: Readonly<Record<string, string>>;
  /** Fields that hold ISO codes of countries, currencies and languages. Checked on write, in any letter case. */
  readonly codes?: CodePaths;
}

/** Contains the rows themselves, so that reading an index needs no look-ups. */
type Index<E> = BTree<IndexKey, E>;

/**
 * The rows of one kind in one tenant, ordered by id, with unique and ordered indexes. Rows are never changed in place,
 * and copies share all structure until written (the trees copy on write), so transactions, snapshots and throw-away
 * tenants are cheap. Ordered indexes are made at their first use and kept from then on.
 */
export class Collection<E extends Entity = Entity> {
  #rows: BTree<number, E>;
  #unique = new Map<string, BTree<string, number>>();
  #ordered = new Map<string, Index<E>>();
  /** Rows in some order as arrays, for readers that scan or skip many of them; discarded at each write. */
  readonly #lists = new Map<string, readonly E[]>();
  #revision = 0;

  constructor(
    readonly kind: EntityKind<E>,
    rows: readonly E[] = [],
  ) {
    this.#rows = new BTree(
      rows.map((row) => [row.id, row]),
      byId,
    );
    for (const field of kind.unique ?? []) {
      const index = new BTree<string, number>(undefined, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
      for (const row of rows) {
        const key = uniqueKey(row[field]);
        if (key !== undefined) index.set(key, row.id);
      }
      this.#unique.set(field, index);
    }
  }

  /** @returns a copy; writes to it do not change this one */
  clone(): Collection<E> {
    const copy = new Collection<E>(this.kind);
    copy.#rows = this.#rows.clone();
    copy.#unique = new Map([...this.#unique].map(([field, index]) => [field, index.clone()]));
    copy.#ordered = new Map([...this.#ordered].map(([path, index]) => [path, index.clone()]));
    copy.#revision = this.#revision;
    return copy;
  }

  /** Counts writes; equal revisions of copies mean equal content. */
  get revision(): number {
    return this.#revision;
  }

  /**
   * @param earlier another state of the same rows, quick to compare if one was made of the other by {@link clone};
   *   undefined: one without rows
   * @returns the ids of the rows that were added, replaced or removed
   */
  changedSince(earlier: Collection<E> | undefined): number[] {
    if (earlier === undefined) return [...this.#rows.keys()];
    const ids: number[] = [];
    const note = (id: number): void => void ids.push(id);
    diffAgainst(this.#rows, earlier.#rows, note, note, note);
    return ids;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: number): E | undefined {
    return this.#rows.get(id);
  }

  has(id: number): boolean {
    return this.#rows.has(id);
  }

  /** The rows by ascending id. */
  values(): IterableIterator<E> {
    return this.#rows.values();
  }

  /** The highest id in use, 0 for none. */
  get highestId(): number {
    return this.#rows.maxKey() ?? 0;
  }

  /** @returns the row whose unique field has the text, ignoring case */
  findUnique(field: keyof E & string, text: string): E | undefined {
    const id = this.#unique.get(field)?.get(text.toLowerCase());
    return id === undefined ? undefined : this.get(id);
  }

  /** The rows whose field equals the value (text without case), by ascending id. */
  *where(path: string, value: unknown): IterableIterator<E> {
    const wanted = sortKey(value);
    const index = this.#index(path);
    for (const [key, row] of index.entries([wanted, 0])) {
      if (compareKeys(key[0], wanted) !== 0) return;
      yield row;
    }
  }

  /** @returns whether any row's field equals the value */
  anyWhere(path: string, value: unknown): boolean {
    return !this.where(path, value).next().done;
  }

  /** The rows by id from a given id on, itself included; default: from the first. */
  *byId(descending = false, from?: number): IterableIterator<E> {
    for (const [, row] of descending ? this.#rows.entriesReversed(from) : this.#rows.entries(from)) yield row;
  }

  /**
   * All rows in the order of a field, ties by id.
   * @param from where to start, itself included; default: at the first
   */
  *orderedBy(path: string, descending = false, from?: IndexKey): IterableIterator<E> {
    const index = this.#index(path);
    for (const [, row] of descending ? index.entriesReversed(from) : index.entries(from)) yield row;
  }

  /** The rows whose field lies between two keys, both included, in that order; undefined leaves a side open. */
  *between(path: string, low: SortKey | undefined, high: SortKey | undefined): IterableIterator<E> {
    for (const [key, row] of this.#index(path).entries(low === undefined ? undefined : [low, 0])) {
      if (high !== undefined && compareKeys(key[0], high) > 0) return;
      yield row;
    }
  }

  /**
   * All rows as an array, cached until the next write.
   * @param path field to order by; default: by id
   */
  list(path?: string, descending = false): readonly E[] {
    const key = `${path ?? ''} ${descending}`;
    let rows = this.#lists.get(key);
    if (!rows) {
      rows = [...(path === undefined ? this.byId(descending) : this.orderedBy(path, descending))];
      this.#lists.set(key, rows);
    }
    return rows;
  }

  /** Adds or replaces the row with its id. The caller checks uniqueness. */
  put(row: E): E {
    const before = this.#rows.get(row.id);
    if (before) this.#unindex(before);
    this.#rows.set(row.id, row);
    for (const [field, index] of this.#unique) {
      const key = uniqueKey((row as unknown as Record<string, unknown>)[field]);
      if (key !== undefined) index.set(key, row.id);
    }
    for (const [path, index] of this.#ordered) index.set([sortKey(reader(path)(row)), row.id], row);
    this.#lists.clear();
    this.#revision++;
    return row;
  }

  remove(id: number): void {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#unindex(row);
    this.#rows.delete(id);
    this.#lists.clear();
    this.#revision++;
  }

  #unindex(row: E): void {
    for (const [field, index] of this.#unique) {
      const key = uniqueKey((row as unknown as Record<string, unknown>)[field]);
      if (key !== undefined && index.get(key) === row.id) index.delete(key);
    }
    for (const [path, index] of this.#ordered) index.delete([sortKey(reader(path)(row)), row.id]);
  }

  #index(path: string): Index<E> {
    const known = this.#ordered.get(path);
    if (known) return known;
    const read = reader(path);
    const entries: [IndexKey, E][] = [];
    for (const row of this.#rows.values()) entries.push([[sortKey(read(row)), row.id], row]);
    entries.sort((a, b) => compareIndexKeys(a[0], b[0]));
    const index: Index<E> = new BTree(entries, compareIndexKeys);
    this.#ordered.set(path, index);
    return index;
  }
}

/** One function for all trees of rows: only trees of one comparator can be compared. */
const byId = (a: number, b: number): number => a - b;

function uniqueKey(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.toLowerCase() : undefined;
}
