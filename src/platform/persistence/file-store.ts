import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DataFile } from 'lowdb/node';
import type { TSchema } from 'typebox';
import { ifExists } from '../if-exists.ts';
import { problemsIn } from '../validation/validator.ts';
import { type StateChange, commitChange } from './commit.ts';
import { entriesBelow } from './entries-below.ts';
import { lockFolder } from './folder-lock.ts';
import { damaged, makeFolder, openStateFolder, refuseForeignFolder, removedIn } from './state-folder.ts';
import type { StateStore } from './store.ts';
import { UnusableFolder, refusedByDisk } from './unusable-folder.ts';

/** A document's file; its folder is made before the first write. */
interface DocumentFile {
  path: string;
  file: DataFile<unknown>;
  folderMade?: Promise<unknown>;
}

/**
 * State in a folder: a lowdb file per document below `state/`, raw bytes below `files/`. Both are written to a
 * temporary file and renamed, so that a process killed at any moment leaves the old or the new bytes, never a part.
 */
export class FileStore implements StateStore {
  readonly durable = true;
  readonly #documents = new Map<string, DocumentFile>();
  /** Saves that were requested and are not done. */
  readonly #asked = new Set<Promise<unknown>>();
  /** The requested saves that have begun. */
  readonly #begun = new Set<Promise<unknown>>();
  #clearing: Promise<unknown> = Promise.resolve();
  #closed = false;
  #blobCount = 0;

  private constructor(
    private readonly folder: string,
    private readonly unlock: () => Promise<void>,
  ) {}

  /**
   * Opens a folder, makes it if it does not exist, and locks it until {@link close}.
   * @throws UnusableFolder when it is in use, damaged, of a newer version, or used for something else
   */
  static async open(path: string): Promise<FileStore> {
    const folder = resolve(path);
    try {
      await makeFolder(folder);
      await refuseForeignFolder(folder);
      const unlock = await lockFolder(folder);
      try {
        await openStateFolder(folder);
      } catch (error) {
        await unlock();
        throw error;
      }
      return new FileStore(folder, unlock);
    } catch (error) {
      throw refusedByDisk(folder, error) ?? error;
    }
  }

  /** Reads the bytes whole: lowdb's own reading decodes piece by piece, which takes longer than parsing them. */
  async load(path: string, schema: TSchema): Promise<unknown> {
    const file = this.#documentPath(path);
    let document: unknown;
    try {
      const bytes = await bytesOf(file);
      if (bytes === undefined) return undefined;
      document = JSON.parse(bytes.toString('utf8')) as unknown;
    } catch (error) {
      throw damaged(this.folder, file, error);
    }
    const [problem] = problemsIn(schema, document);
    if (problem) throw damaged(this.folder, file, new Error(`${problem.path} ${problem.message}`));
    return document;
  }

  async loadExisting(path: string, schema: TSchema): Promise<unknown> {
    const document = await this.load(path, schema);
    if (document === undefined) throw this.damage(path, 'it is missing');
    return document;
  }

  damage(path: string, reason: string): UnusableFolder {
    return damaged(this.folder, this.#documentPath(path), new Error(reason));
  }

  async listDocuments(prefix: string): Promise<string[]> {
    const root = join(this.folder, 'state');
    return (await entriesBelow(inside(root, prefix)))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => path.endsWith('.json'))
      .map((path) => path.slice(0, -'.json'.length));
  }

  async save(path: string, document: unknown): Promise<void> {
    await this.#track(async () => {
      const entry = this.#document(path);
      try {
        // Waiting for one and the same promise keeps two saves of a document in their order.
        await (entry.folderMade ??= mkdir(dirname(entry.path), { recursive: true }));
        await entry.file.write(document);
      } catch (error) {
        // The next save tries to make the folder again, for any cause of the failure.
        delete entry.folderMade;
        throw error;
      }
    });
  }

  async loadBlob(path: string): Promise<Uint8Array | undefined> {
    return bytesOf(this.#blobFile(path));
  }

  async saveBlob(path: string, bytes: Uint8Array): Promise<void> {
    const file = this.#blobFile(path);
    const temporary = `${file}.${this.#blobCount++}.tmp`;
    await this.#track(async () => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(temporary, bytes);
      await rename(temporary, file);
    });
  }

  async listBlobs(prefix: string): Promise<string[]> {
    const root = join(this.folder, 'files');
    return (await entriesBelow(inside(root, prefix)))
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  }

  async listFolders(prefix: string): Promise<string[]> {
    const parts = ['state', 'files'].map((part) =>
      ifExists(readdir(inside(join(this.folder, part), prefix), { withFileTypes: true })),
    );
    const folders = (await Promise.all(parts)).flatMap((entries) => entries ?? []);
    return [...new Set(folders.filter((entry) => entry.isDirectory()).map(({ name }) => name))];
  }

  /**
   * Running saves end first, and later ones wait, so that no save finds its folder missing. A folder is moved as a
   * whole, so that a kill leaves all of it or none.
   */
  async clear(prefix: string): Promise<void> {
    await this.#alone(async () => {
      this.#forget(prefix);
      const aside = join(removedIn(this.folder), randomUUID());
      // Documents first: a file that no document names does no harm.
      for (const part of ['state', 'files'])
        await moveByPrefix(join(this.folder, part), prefix, join(aside, part));
      await rm(aside, { recursive: true, force: true });
    });
  }

  async commit(change: StateChange): Promise<void> {
    const [only, ...more] = Object.entries(change.save ?? {});
    const others = more.length + (change.clear?.length ?? 0) + (change.blobs?.size ?? 0);
    if (only === undefined || others > 0) {
      await this.#commitSeveral(change);
      return;
    }
    // A single document is replaced as a whole anyway.
    await this.save(...only);
  }

  async #commitSeveral(change: StateChange): Promise<void> {
    await this.#alone(async () => {
      for (const prefix of change.clear ?? []) this.#forget(prefix);
      await commitChange(this.folder, change);
    });
  }

  /** lowdb's files remember whether their folder was made; below a removed one it no longer exists. */
  #forget(prefix: string): void {
    for (const path of this.#documents.keys()) if (path.startsWith(prefix)) this.#documents.delete(path);
  }

  /** Runs while no save is in progress: requested saves end first, later ones wait. */
  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.#closed) throw new UnusableFolder(this.folder, 'is closed');
    const done = this.#clearing.then(async () => {
      await Promise.allSettled(this.#begun);
      await work();
    });
    this.#clearing = done.catch(() => undefined);
    await this.#named(done);
  }

  /** Adds the folder's name to errors of the disk. */
  async #named<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw refusedByDisk(this.folder, error) ?? error;
    }
  }

  /** Completes the requested saves first, also those that wait for others. */
  async close(): Promise<void> {
    do {
      await Promise.allSettled(this.#asked);
      await nextTurn();
    } while (this.#asked.size > 0);
    this.#closed = true;
    await this.#clearing;
    await this.unlock();
  }

  #document(path: string): DocumentFile {
    let document = this.#documents.get(path);
    if (document === undefined) {
      const where = this.#documentPath(path);
      document = { path: where, file: new DataFile(where, { parse: JSON.parse, stringify: JSON.stringify }) };
      this.#documents.set(path, document);
    }
    return document;
  }

  #documentPath(path: string): string {
    return `${inside(join(this.folder, 'state'), path)}.json`;
  }

  #blobFile(path: string): string {
    return inside(join(this.folder, 'files'), path);
  }

  /** @throws UnusableFolder once it is closed, because another emulator may have the folder by then */
  async #track(work: () => Promise<void>): Promise<void> {
    if (this.#closed) throw new UnusableFolder(this.folder, 'is closed');
    const asked = this.#outsideClearing(work);
    this.#asked.add(asked);
    try {
      await this.#named(asked);
    } finally {
      this.#asked.delete(asked);
    }
  }

  async #outsideClearing(work: () => Promise<void>): Promise<void> {
    for (let clearing; clearing !== this.#clearing;) await (clearing = this.#clearing);
    const begun = work();
    this.#begun.add(begun);
    try {
      await begun;
    } finally {
      this.#begun.delete(begun);
    }
  }
}

function bytesOf(file: string): Promise<Buffer | undefined> {
  return ifExists(readFile(file));
}

function inside(folder: string, path: string): string {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep)) throw new Error(`'${path}' leads out of the state folder`);
  return file;
}

async function moveByPrefix(root: string, prefix: string, aside: string): Promise<void> {
  await mkdir(aside, { recursive: true });
  if (prefix === '' || prefix.endsWith('/')) {
    await ifExists(rename(prefix === '' ? root : inside(root, prefix), join(aside, 'all')));
    return;
  }
  const parent = dirname(inside(root, prefix));
  const start = prefix.slice(prefix.lastIndexOf('/') + 1);
  const names = ((await ifExists(readdir(parent))) ?? []).filter((name) => name.startsWith(start));
  await Promise.all(names.map((name) => rename(join(parent, name), join(aside, name))));
}
