import type { TSchema } from 'typebox';
import type { StateStore } from '../../../platform/persistence/store.ts';
import { noProgress, watched, type Job, type Progress } from '../../../platform/progress.ts';
import type { EntityName } from '../entity-map.ts';
import type { Entity } from '../collections/collection.ts';
import { TenantData, type Rows } from '../tenant-data.ts';
import {
  changesOf,
  documentOf,
  indexOf,
  kindNames,
  rowsIn,
  rowsOf,
  type Index,
  type PartChange,
} from './data-parts.ts';
import { storedChanges, storedIndex, storedIntent, storedNote, storedRows } from './persisted-data.schema.ts';

/** Number of parts written at a time, because waiting documents take memory twice. */
const batch = 8;

/** A change of several documents, saved before the first of them; `more` further documents continue it. */
interface Intent {
  index: Index;
  changes: PartChange[];
  more: number;
}

/** Marks a tenant's first save, before its index exists: without an index, its parts do not count. */
const begun = { begun: true } as const;

/**
 * A tenant's data in the state store: an index, and the rows of each kind in parts by id. A change of several parts is
 * first saved as a whole, so that the next start completes it if the process was killed between two documents.
 */
export class PersistedData {
  /** The data as the store has it. */
  #saved: TenantData | undefined;
  #savedIndex = '';
  /** Parts that a failed save may have written and that are not restored yet. */
  #spoiled: readonly PartChange[] = [];
  #saving: Promise<void> = Promise.resolve();

  /**
   * @param prefix of the tenant's documents, ending in `/`
   * @param progress shows loads and saves of many documents
   */
  constructor(
    private readonly store: StateStore,
    private readonly prefix: string,
    private readonly progress: Progress = noProgress,
  ) {}

  /**
   * @returns the data of the last save, or undefined if there is none
   * @throws UnusableFolder when a document is missing or damaged
   */
  async load(): Promise<TenantData | undefined> {
    const note = (await this.#load('change', storedNote)) as Intent | typeof begun | null | undefined;
    if (note && !('begun' in note)) await this.#finish(await this.#intent());
    const index = (await this.#load('index', storedIndex)) as Index | undefined;
    if (index === undefined) {
      const firstSaveWasCut = note !== null && note !== undefined && 'begun' in note;
      const kept = await this.store.listDocuments(this.prefix);
      if (kept.length > 0 && !firstSaveWasCut)
        throw this.store.damage(`${this.prefix}index`, 'it is missing');
      return undefined;
    }
    const rows = await this.#loadRows(index);
    const data = TenantData.from(rows, index.sequences);
    this.#saved = data.clone();
    this.#savedIndex = JSON.stringify(index);
    return data;
  }

  #loadRows({ parts }: Index): Promise<Rows> {
    const all = Object.entries(parts).flatMap(([name, some]) =>
      some.map((part) => ({ name: name as EntityName, part })),
    );
    return watched(this.progress, 'loading a tenant', all.length, async (job) => {
      const rows: Record<string, Entity[]> = {};
      const documents = await inBatches(all, ({ name, part }) => this.#loadPart(name, part), job);
      for (const [n, { name }] of all.entries()) (rows[name] ??= []).push(...(documents[n] ?? []));
      return rows as Rows;
    });
  }

  /**
   * Saves the changes since the last save; saves run one after another. Resolves once all of it is safe; a failed save
   * leaves the earlier data.
   */
  save(data: TenantData): Promise<void> {
    if (!this.store.durable) return Promise.resolve();
    const saved = this.#saving.then(() => this.#saveChanges(data.clone()));
    // A failed save is its own request's error; the next one tries again.
    this.#saving = saved.catch(() => undefined);
    return saved;
  }

  /** @returns all documents of the data, for a change that replaces the tenant's stored data; none in memory */
  documentsOf(data: TenantData): Record<string, unknown> {
    if (!this.store.durable) return {};
    const changes = kindNames().flatMap((name) => changesOf(name, rowsIn(data, name), undefined));
    return Object.fromEntries([
      ...changes.map(({ name, part, put }) => [this.prefix + documentOf(name, part), put] as const),
      [`${this.prefix}index`, indexOf(data)] as const,
    ]);
  }

  /** Records that the store now has exactly the documents of {@link documentsOf}. */
  adopt(data: TenantData): void {
    this.#saved = data.clone();
    this.#savedIndex = JSON.stringify(indexOf(data));
    this.#spoiled = [];
  }

  /** Starts again after all stored data was removed. */
  forget(): void {
    this.#saved = undefined;
    this.#savedIndex = '';
    this.#spoiled = [];
  }

  async #saveChanges(data: TenantData): Promise<void> {
    const saved = this.#saved;
    if (saved !== undefined && this.#spoiled.length > 0) await this.#takeBack(saved);
    const changes = kindNames().flatMap((name) =>
      changesOf(name, rowsIn(data, name), saved && rowsIn(saved, name)),
    );
    const index = indexOf(data);
    try {
      await this.#writeChanges(data, changes, index);
    } catch (error) {
      // Without an index nothing counts, so a failed first save needs no undoing.
      if (saved !== undefined) {
        this.#spoiled = changes;
        // A failure of the undoing is repeated before the next save.
        await this.#takeBack(saved).catch(() => undefined);
      }
      throw error;
    }
    this.#saved = data;
    this.#savedIndex = JSON.stringify(index);
  }

  async #writeChanges(data: TenantData, changes: readonly PartChange[], index: Index): Promise<void> {
    // One document is replaced as a whole, and without an index none of them counts. The index may be older than a
    // single part: used ids are never assigned again, and a part that it does not list has no confirmed rows.
    const isFirst = this.#saved === undefined;
    const severalDocuments = !isFirst && changes.length > 1;
    if (isFirst) await this.#save('change', begun);
    if (severalDocuments) await this.#intend(index, changes);
    await this.#writeParts(data, changes);
    if (JSON.stringify(index) !== this.#savedIndex) await this.#save('index', index);
    if (severalDocuments || isFirst) await this.#save('change', null);
  }

  async #writeParts(data: TenantData, changes: readonly PartChange[]): Promise<void> {
    await watched(this.progress, 'keeping a tenant', changes.length, (job) =>
      inBatches(
        changes,
        ({ name, part }) => this.#savePart(name, part, rowsOf(rowsIn(data, name), part)),
        job,
      ),
    );
  }

  /** Restores the parts that a failed save wrote; the intent is removed last, so that a partial change never stays. */
  async #takeBack(saved: TenantData): Promise<void> {
    await this.#writeParts(saved, this.#spoiled);
    await this.#save('index', JSON.parse(this.#savedIndex));
    await this.#save('change', null);
    this.#spoiled = [];
  }

  /** The intent's first document is written last: from then on the change will be completed. */
  async #intend(index: Index, changes: readonly PartChange[]): Promise<void> {
    const documents = Array.from({ length: Math.ceil(changes.length / batch) }, (_, n) =>
      changes.slice(n * batch, (n + 1) * batch),
    );
    const [first = [], ...further] = documents;
    for (const [n, document] of further.entries()) await this.#save(`change.${n + 1}`, document);
    const intent: Intent = { index, changes: first, more: further.length };
    await this.#save('change', intent);
  }

  /** Completes the intent of an earlier process; parts that it wrote already stay the same. */
  async #finish({ index, changes, more }: Intent): Promise<void> {
    const before = (await this.#load('index', storedIndex)) as Index;
    for (let document = 0; document <= more; document++) {
      const part =
        document === 0 ? changes : ((await this.#load(`change.${document}`, storedChanges)) as PartChange[]);
      await inBatches(part, (change) => this.#apply(change, before));
    }
    await this.#save('index', index);
    await this.#save('change', null);
  }

  async #intent(): Promise<Intent> {
    return (await this.store.loadExisting(`${this.prefix}change`, storedIntent)) as Intent;
  }

  async #apply({ name, part, put, removed }: PartChange, before: Index): Promise<void> {
    const kept = before.parts[name]?.includes(part) ? await this.#loadPart(name, part) : [];
    const replaced = new Set([...removed, ...put.map(({ id }) => id)]);
    const rows = [...kept.filter(({ id }) => !replaced.has(id)), ...put];
    await this.#savePart(
      name,
      part,
      rows.sort((a, b) => a.id - b.id),
    );
  }

  async #loadPart(name: EntityName, part: number): Promise<Entity[]> {
    return (await this.store.loadExisting(this.prefix + documentOf(name, part), storedRows)) as Entity[];
  }

  #savePart(name: EntityName, part: number, rows: readonly Entity[]): Promise<void> {
    return this.#save(documentOf(name, part), rows);
  }

  #load(document: string, schema: TSchema): Promise<unknown> {
    return this.store.load(this.prefix + document, schema);
  }

  #save(document: string, content: unknown): Promise<void> {
    return this.store.save(this.prefix + document, content);
  }
}

async function inBatches<T, R>(all: readonly T[], work: (one: T) => Promise<R>, job?: Job): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += batch) {
    const some = all.slice(from, from + batch);
    results.push(...(await Promise.all(some.map(work))));
    job?.advance(some.length);
  }
  return results;
}
