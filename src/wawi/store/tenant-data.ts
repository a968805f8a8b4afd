import { kinds, type EntityMap, type EntityName } from './entity-map.ts';
import { DomainError, duplicate, entityNotFound, missingReference } from './errors.ts';
import { unknownCodes } from './codes.ts';
import { Collection, type EntityKind } from './collections/collection.ts';
import { listReader } from './collections/list-reader.ts';

/** Rows by kind, as in fixtures and persisted documents. */
export type Rows = { [N in EntityName]?: EntityMap[N][] };

/** The user that a change is recorded under. */
export interface Actor {
  /** Id of a Wawi user. */
  readonly userId: number;
  readonly name: string;
}

/** The API itself, which acts for the administrator unless a request names another user. */
const api: Actor = { userId: 1, name: 'REST-API' };

/**
 * A tenant's whole ERP. Reads use the collections directly; writes run inside {@link TenantData.transact}, which
 * applies all of them or none.
 */
export class TenantData {
  #collections: ReadonlyMap<EntityName, Collection>;
  #sequences: Map<string, number>;
  #revision = 0;
  #actor = api;

  private constructor(
    collections: ReadonlyMap<EntityName, Collection>,
    sequences: Iterable<[string, number]>,
  ) {
    this.#collections = collections;
    this.#sequences = new Map(sequences);
  }

  /**
   * @param rows stored unchanged; their references are not checked
   * @param sequences the last number of each sequence
   */
  static from(rows: Rows = {}, sequences: Readonly<Record<string, number>> = {}): TenantData {
    const names = Object.keys(kinds) as EntityName[];
    const collections = names.map(
      (name) => [name, new Collection(kinds[name] as EntityKind, rows[name] ?? [])] as const,
    );
    return new TenantData(new Map(collections), Object.entries(sequences));
  }

  /** Counts committed changes; derived values stay valid while it is the same. */
  get revision(): number {
    return this.#revision;
  }

  /** The user that changes are recorded under. */
  get actor(): Actor {
    return this.#actor;
  }

  /** Records the changes of the running transaction under a user. */
  actingAs(actor: Actor): this {
    this.#actor = actor;
    return this;
  }

  /** The next numbers of the sequences, for persistence. */
  get sequences(): Record<string, number> {
    return Object.fromEntries(this.#sequences);
  }

  of<N extends EntityName>(name: N): Collection<EntityMap[N]> {
    return this.#collections.get(name) as unknown as Collection<EntityMap[N]>;
  }

  /** @throws DomainError `not-found` */
  get<N extends EntityName>(name: N, id: number): EntityMap[N] {
    const row = this.of(name).get(id);
    if (!row) throw entityNotFound(kinds[name], id);
    return row;
  }

  /** @returns an independent copy; cheap, because both share unchanged parts */
  clone(): TenantData {
    const collections = [...this.#collections].map(
      ([name, collection]) => [name, collection.clone()] as const,
    );
    const copy = new TenantData(new Map(collections), this.#sequences);
    copy.#revision = this.#revision;
    copy.#actor = this.#actor;
    return copy;
  }

  /**
   * Runs a change on a copy and adopts the copy if it succeeds; when it throws, the data stays as it was.
   * @param work reads and writes only the given copy, synchronously
   */
  transact<T>(work: (data: TenantData) => T): T {
    const draft = this.clone();
    const result = work(draft);
    this.#collections = draft.#collections;
    this.#sequences = draft.#sequences;
    this.#revision++;
    return result;
  }

  /** Replaces the content by that of another copy, for reset and restore. */
  adopt(other: TenantData): void {
    const copy = other.clone();
    this.#collections = copy.#collections;
    this.#sequences = copy.#sequences;
    this.#revision++;
  }

  /** @returns the next number of a sequence, from 1; entities use their kind's name, parts of entities their own */
  nextId(sequence: string): number {
    const highest = this.#collections.get(sequence as EntityName)?.highestId ?? 0;
    const next = Math.max(this.#sequences.get(sequence) ?? 0, highest) + 1;
    this.#sequences.set(sequence, next);
    return next;
  }

  /**
   * Adds a row under a new id; checks references and uniqueness.
   * @throws DomainError `duplicate`, `missing-reference`
   */
  insert<N extends EntityName>(name: N, fields: Omit<EntityMap[N], 'id'>): EntityMap[N] {
    const row = { id: this.nextId(name), ...fields } as unknown as EntityMap[N];
    this.#check(name, row);
    return this.of(name).put(row);
  }

  /**
   * Stores a row under its own id, and replaces a row that has it; for fixtures and arranged data.
   * @throws DomainError `duplicate`, `missing-reference`
   */
  place<N extends EntityName>(name: N, row: EntityMap[N]): EntityMap[N] {
    this.#check(name, row);
    return this.of(name).put(row);
  }

  /**
   * Changes fields of a row; the others stay.
   * @throws DomainError `not-found`, `duplicate`, `missing-reference`
   */
  update<N extends EntityName>(name: N, id: number, change: Partial<Omit<EntityMap[N], 'id'>>): EntityMap[N] {
    return this.replace(name, id, { ...this.get(name, id), ...change });
  }

  /**
   * Replaces a row as a whole; fields that the new one lacks are removed.
   * @throws DomainError `not-found`, `duplicate`, `missing-reference`
   */
  replace<N extends EntityName>(name: N, id: number, fields: Omit<EntityMap[N], 'id'>): EntityMap[N] {
    this.get(name, id);
    const row = { ...fields, id } as unknown as EntityMap[N];
    this.#check(name, row);
    return this.of(name).put(row);
  }

  /**
   * Deletes a row without references to it.
   * @throws DomainError `not-found`, `referenced`
   */
  delete(name: EntityName, id: number): void {
    this.get(name, id);
    for (const [other, kind] of Object.entries(kinds) as [EntityName, EntityKind][]) {
      for (const [path, target] of Object.entries(kind.references ?? {})) {
        if (target === name && this.#refers(other, path, id, name === other ? id : undefined)) {
          throw new DomainError(
            'referenced',
            `The ${kinds[name].label} ${id} is used by a ${kind.label} (${path}) and cannot be deleted.`,
          );
        }
      }
    }
    this.of(name).remove(id);
  }

  #refers(name: EntityName, path: string, id: number, except: number | undefined): boolean {
    const collection = this.of(name);
    if (!path.includes('[]')) {
      for (const row of collection.where(path, id)) if (row.id !== except) return true;
      return false;
    }
    const read = listReader(path);
    for (const row of collection.values()) if (row.id !== except && read(row).includes(id)) return true;
    return false;
  }

  #check<N extends EntityName>(name: N, row: EntityMap[N]): void {
    const kind = kinds[name] as EntityKind<EntityMap[N]>;
    const missing = Object.entries(kind.references ?? {}).flatMap(([path, target]) =>
      listReader(path)(row)
        .filter((id) => typeof id === 'number' && !this.of(target as EntityName).has(id))
        .map((id) => missingReference(path, kinds[target as EntityName], id as number)),
    );
    missing.push(...unknownCodes(this, kind.codes ?? {}, row));
    if (missing[0])
      throw new DomainError('missing-reference', missing[0].message, missing, missing[0].missing);
    for (const field of kind.unique ?? []) {
      const value = row[field];
      if (typeof value !== 'string' || value === '') continue;
      const other = this.of(name).findUnique(field, value);
      if (other && other.id !== row.id)
        throw duplicate(field, `The ${kind.label} ${other.id} already has ${field} '${value}'.`);
    }
  }
}
