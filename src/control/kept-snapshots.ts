import { randomUUID } from 'node:crypto';
import type { PlatformSeed } from '../platform/directory.ts';
import type { Tenant } from '../platform/model.ts';
import type { DocumentShape } from '../platform/persistence/document-shape.ts';
import type { StateStore } from '../platform/persistence/store.ts';
import { KeptData } from '../wawi/kept-data.ts';
import type { Snapshot, SnapshotView, TenantSnapshot } from './snapshots.ts';

/** A snapshot in the index: under which key the store has what it remembers. */
interface Entry extends SnapshotView {
  key: string;
}

/** Of a snapshot, all but the tenants' data and files. */
interface Content {
  seed?: PlatformSeed;
  tenants: { tenant: Tenant; files: string[] }[];
}

const indexShape: DocumentShape = [{ name: 'text', takenAt: 'text', key: 'text' }];
const contentShape: DocumentShape = {
  'seed?': { users: 'list', tenants: 'list', apps: 'list', installations: 'list' },
  tenants: [{ tenant: { id: 'text' }, files: ['text'] }],
};

/**
 * Snapshots in the state store, below `snapshots/`: each under a key of its own, and an index that is written last, so
 * that a process killed meanwhile leaves the old snapshot of a name or the new one.
 */
export class KeptSnapshots {
  #entries: Promise<Entry[]> | undefined;
  #saving: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: StateStore) {}

  /** @returns what is kept, oldest first */
  async list(): Promise<SnapshotView[]> {
    return (await this.#index()).map(({ name, tenantId, takenAt }) => ({ name, tenantId, takenAt }));
  }

  /** Keeps a snapshot in place of any of its name; one after another, for they share the index. */
  save(view: SnapshotView, snapshot: Snapshot): Promise<void> {
    const saved = this.#saving.then(() => this.#save(view, snapshot));
    this.#saving = saved.catch(() => undefined);
    return saved;
  }

  async #save(view: SnapshotView, { seed, tenants }: Snapshot): Promise<void> {
    const key = randomUUID();
    for (const { tenant, data, files } of tenants) {
      await new KeptData(this.store, dataPrefix(key, tenant)).save(data);
      for (const [path, bytes] of files) await this.store.saveBlob(`${folderOf(key)}${path}`, bytes);
    }
    const content: Content = {
      ...(seed && { seed }),
      tenants: tenants.map(({ tenant, files }) => ({ tenant, files: [...files.keys()] })),
    };
    await this.store.save(`${folderOf(key)}content`, content);
    const before = await this.#index();
    const entries = [...before.filter(({ name }) => name !== view.name), { ...view, key }];
    await this.store.save('snapshots/index', entries);
    this.#entries = Promise.resolve(entries);
    for (const old of before.filter(({ name }) => name === view.name))
      await this.store.clear(folderOf(old.key));
  }

  /** @returns the snapshot of a name, or undefined */
  async load(wanted: string): Promise<Snapshot | undefined> {
    const entry = (await this.#index()).find(({ name }) => name === wanted);
    if (entry === undefined) return undefined;
    const { key, name, tenantId, takenAt } = entry;
    const { seed, tenants } = (await this.store.loadExisting(
      `${folderOf(key)}content`,
      contentShape,
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
    const data = await new KeptData(this.store, dataPrefix(key, tenant)).load();
    if (data === undefined) return [];
    const bytes = await Promise.all(files.map((path) => this.store.loadBlob(`${folderOf(key)}${path}`)));
    const found = files.flatMap((path, n) => (bytes[n] ? [[path, bytes[n]] as const] : []));
    return [{ tenant, data, files: new Map(found) }];
  }

  #index(): Promise<Entry[]> {
    this.#entries ??= this.store
      .load('snapshots/index', indexShape)
      .then((entries) => (entries ?? []) as Entry[]);
    return this.#entries;
  }
}

function folderOf(key: string): string {
  return `snapshots/${key}/`;
}

function dataPrefix(key: string, { id }: Tenant): string {
  return `${folderOf(key)}${id}/`;
}
