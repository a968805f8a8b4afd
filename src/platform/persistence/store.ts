import type { StateChange } from './commit.ts';
import { UnusableFolder } from './unusable-folder.ts';

/**
 * Keeps state across restarts. A document is one JSON value under a path such as `platform/apps` or
 * `tenants/<id>/items`; a blob is raw bytes under such a path. A save resolves when the bytes are safe, so that a
 * service can answer.
 */
export interface StateStore {
  /** False if the state ends with the process, so that values in memory need not be saved. */
  readonly durable: boolean;
  /**
   * @param schema of the members that the document's reader needs
   * @returns the document, or undefined if there is none
   * @throws UnusableFolder naming a damaged document
   */
  load(path: string, schema: object): Promise<unknown>;
  /** @returns the refusal of a document that its reader cannot use, by the name of its file */
  damage(path: string, reason: string): UnusableFolder;
  /** @returns the paths of all documents below a prefix that ends in `/` */
  listDocuments(prefix: string): Promise<string[]>;
  /** {@link load}, but throws UnusableFolder when there is no such document as well. */
  loadExisting(path: string, schema: object): Promise<unknown>;
  save(path: string, document: unknown): Promise<void>;
  loadBlob(path: string): Promise<Uint8Array | undefined>;
  saveBlob(path: string, bytes: Uint8Array): Promise<void>;
  /** @returns the paths of all blobs below a prefix that ends in `/` */
  listBlobs(prefix: string): Promise<string[]>;
  /** @returns the names of the folders below a prefix that ends in `/`, each once */
  listFolders(prefix: string): Promise<string[]>;
  /** Removes every document and blob whose path starts with the prefix (`tenants/<id>/`), or all for `''`. */
  clear(prefix: string): Promise<void>;
  /**
   * Applies several changes as one, all or none, also if the process is killed meanwhile.
   * @throws the disk's error; no change is applied then
   */
  commit(change: StateChange): Promise<void>;
  /** Releases the folder; further calls fail. */
  close(): Promise<void>;
}

/** Keeps everything in memory: `--ephemeral`, `startEmulator()`, the Docker image by default. */
export class MemoryStore implements StateStore {
  readonly durable = false;
  readonly #documents = new Map<string, unknown>();
  readonly #blobs = new Map<string, Uint8Array>();

  load(path: string): Promise<unknown> {
    return Promise.resolve(structuredClone(this.#documents.get(path)));
  }

  async loadExisting(path: string): Promise<unknown> {
    const document = await this.load(path);
    if (document === undefined) throw new UnusableFolder('in memory', `lacks ${path}`);
    return document;
  }

  damage(path: string, reason: string): UnusableFolder {
    return new UnusableFolder('in memory', `is damaged: ${path} cannot be read (${reason})`);
  }

  listDocuments(prefix: string): Promise<string[]> {
    return Promise.resolve([...this.#documents.keys()].filter((path) => path.startsWith(prefix)));
  }

  save(path: string, document: unknown): Promise<void> {
    this.#documents.set(path, structuredClone(document));
    return Promise.resolve();
  }

  loadBlob(path: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#blobs.get(path));
  }

  saveBlob(path: string, bytes: Uint8Array): Promise<void> {
    this.#blobs.set(path, bytes);
    return Promise.resolve();
  }

  listBlobs(prefix: string): Promise<string[]> {
    return Promise.resolve([...this.#blobs.keys()].filter((path) => path.startsWith(prefix)));
  }

  listFolders(prefix: string): Promise<string[]> {
    const below = [...this.#documents.keys(), ...this.#blobs.keys()].filter((path) =>
      path.startsWith(prefix),
    );
    const parts = below.map((path) => path.slice(prefix.length).split('/'));
    return Promise.resolve([
      ...new Set(parts.flatMap(([name = '', ...more]) => (more.length > 0 ? [name] : []))),
    ]);
  }

  clear(prefix: string): Promise<void> {
    for (const map of [this.#documents, this.#blobs]) {
      for (const path of map.keys()) if (path.startsWith(prefix)) map.delete(path);
    }
    return Promise.resolve();
  }

  async commit({ clear = [], save = {}, blobs = new Map() }: StateChange): Promise<void> {
    for (const prefix of clear) await this.clear(prefix);
    for (const [path, document] of Object.entries(save)) await this.save(path, document);
    for (const [path, bytes] of blobs) await this.saveBlob(path, bytes);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
