import { randomUUID } from 'node:crypto';
import type { PlatformSeed } from '../platform/directory.ts';
import type { Tenant } from '../platform/model.ts';
import type { StateStore } from '../platform/persistence/store.ts';
import { PersistedData } from '../wawi/store/persistence/persisted-data.ts';
import { storedContent, storedIndex } from './kept-snapshots.schema.ts';
import type { Snapshot, SnapshotView, TenantSnapshot } from './snapshot.ts';

/** A snapshot in the index, with its key in the store. */
interface Entry extends SnapshotView {
  key: string;
}

/**
 * A snapshot without the tenants' data and files. It repeats its entry of the index, so that the index can be restored.
 */
interface Content {
  view?: SnapshotView;
  seed?: PlatformSeed;
  tenants: { tenant: Tenant; files: string[] }[];
}

/**
 * Snapshots in the state store, below `snapshots/`: each under a key of its own, with an index that is written last, so
 * that a process killed meanwhile leaves the old snapshot of a name or the new one.
 */
export class KeptSnapshots {
  #turns: Promise<unknown> = Promise.resolve();
  #entries: Entry[] | undefined;

  constructor(private readonly store: StateStore) {}

  /** @returns the stored snapshots, oldest first */
  list(): Promise<SnapshotView[]> {
    return this.#inTurn(async () =>
      (await this.#index()).map(({ name, tenantId, takenAt }) => ({ name, tenantId, takenAt })),
    );
  }

  /** Saves a snapshot; replaces one of the same name. */
  save(view: SnapshotView, snapshot: Snapshot): Promise<void> {
    return this.#inTurn(() => this.#save(view, snapshot));
  }

  /** @returns the snapshot of a name, or undefined */
  load(name: string): Promise<Snapshot | undefined> {
    return this.#inTurn(() => this.#load(name));
  }

  /** Removes the snapshot of a name, if there is one. */
  remove(name: string): Promise<void> {
    return this.#inTurn(() => this.#replace(name));
  }

  async #save(view: SnapshotView, { seed, tenants }: Snapshot): Promise<void> {
    const key = randomUUID();
    await this.#index();
    for (const { tenant, data, files } of tenants) {
      await new PersistedData(this.store, dataPrefix(key, tenant)).save(data);
      for (const [path, bytes] of files) await this.store.saveBlob(`${folderOf(key)}${path}`, bytes);
    }
    const content: Content = {
      view,
      ...(seed && { seed }),
      tenants: tenants.map(({ tenant, files }) => ({ tenant, files: [...files.keys()] })),
    };
    await this.store.save(`${folderOf(key)}content`, content);
    await this.#replace(view.name, { ...view, key });
  }

  /** The index is saved first, so that every snapshot in it exists. */
  async #replace(replaced: string, ...by: Entry[]): Promise<void> {
    const before = await this.#index();
    const entries = [...before.filter(({ name }) => name !== replaced), ...by];
    await this.store.save('snapshots/index', entries);
    this.#entries = entries;
    for (const old of before.filter(({ name }) => name === replaced))
      await this.store.clear(folderOf(old.key));
  }

  async #load(wanted: string): Promise<Snapshot | undefined> {
    const entry = (await this.#index()).find(({ name }) => name === wanted);
    if (entry === undefined) return undefined;
    const { key, name, tenantId, takenAt } = entry;
    const { seed, tenants } = (await this.store.loadExisting(
      `${folderOf(key)}content`,
      storedContent,
    )) as Content;
    const loaded = await Promise.all(tenants.map((one) => this.#tenant(key, one)));
    return {
      name,
      takenAt,
      ...(tenantId !== null && { tenantId }),
      ...(seed && { seed }),
      tenants: loaded.flat(),
    };
  }

  async #tenant(key: string, { tenant, files }: Content['tenants'][number]): Promise<TenantSnapshot[]> {
    const data = await new PersistedData(this.store, dataPrefix(key, tenant)).load();
    if (data === undefined) return [];
    const bytes = await Promise.all(files.map((path) => this.store.loadBlob(`${folderOf(key)}${path}`)));
    const found = files.map((path, n) => {
      if (bytes[n] === undefined)
        throw this.store.damage(`${folderOf(key)}content`, `its file ${path} is missing`);
      return [path, bytes[n]] as const;
    });
    return [{ tenant, data, files: new Map(found) }];
  }

  /**
   * At its first use the index is completed, because it may be an old or an empty one: complete snapshots that it lacks
   * are added. Leftovers of a process that was killed while it saved are removed: they lack the content, which is
   * written last.
   */
  async #index(): Promise<Entry[]> {
    if (this.#entries !== undefined) return this.#entries;
    const entries = ((await this.store.load('snapshots/index', storedIndex)) ?? []) as Entry[];
    const known = new Set(entries.map(({ key }) => key));
    const others = (await this.store.listFolders('snapshots/')).filter((key) => !known.has(key));
    const found = (await Promise.all(others.map((key) => this.#unlisted(key)))).flat();
    // The index has the newer one of a name; the older one was about to be removed.
    const names = new Set(entries.map(({ name }) => name));
    const lost = found.filter(({ name }) => !names.has(name));
    entries.push(...lost);
    if (lost.length > 0) await this.store.save('snapshots/index', entries);
    for (const { key, name } of found) if (names.has(name)) await this.store.clear(folderOf(key));
    return (this.#entries = entries);
  }

  /**
   * @returns the entry of a complete snapshot that the index lacks; none for leftovers of a killed save, which are
   *   removed
   */
  async #unlisted(key: string): Promise<Entry[]> {
    const content = (await this.store.load(`${folderOf(key)}content`, storedContent)) as Content | undefined;
    if (content?.view !== undefined) return [{ ...content.view, key }];
    if (content === undefined) await this.store.clear(folderOf(key));
    return [];
  }

  /** One after another, because they share the index. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turns.then(work);
    this.#turns = turn.catch(() => undefined);
    return turn;
  }
}

function folderOf(key: string): string {
  return `snapshots/${key}/`;
}

function dataPrefix(key: string, { id }: Tenant): string {
  return `${folderOf(key)}${id}/`;
}
