import type { TenantData } from '../tenant-data.ts';

/** A store of bytes; the platform's store has this shape. */
export interface BlobStore {
  loadBlob(path: string): Promise<Uint8Array | undefined>;
  saveBlob(path: string, bytes: Uint8Array): Promise<void>;
}

/** The bytes of a tenant's files and images, by file id. */
export class TenantFiles {
  /** @param prefix of every path in the store, ending in `/` */
  constructor(
    private readonly store: BlobStore,
    private readonly prefix: string,
  ) {}

  /** @returns the bytes as they were stored, or undefined */
  read(fileId: number): Promise<Uint8Array | undefined> {
    return this.store.loadBlob(`${this.prefix}${fileId}`);
  }

  write(fileId: number, bytes: Uint8Array): Promise<void> {
    return this.store.saveBlob(`${this.prefix}${fileId}`, bytes);
  }
}

/** The context of a change that adds a file. */
export interface FileChange {
  /** For reading. */
  readonly data: TenantData;
  readonly files: TenantFiles;
  write<T>(work: (data: TenantData) => T): Promise<T>;
}

/**
 * Changes a tenant's data so that it refers to a new file. References must not precede the saved bytes, and a refused
 * change must not leave bytes behind, so the change first runs on a copy.
 * @param work as for a write; called twice, with an id of the file each time
 * @returns the result of `work`, once it is saved
 */
export async function writeWithFile<T>(
  { data, files, write }: FileChange,
  bytes: Uint8Array,
  work: (data: TenantData, fileId: number) => T,
): Promise<T> {
  const trial = data.clone();
  work(trial, trial.nextId('file'));
  const fileId = await write((current) => current.nextId('file'));
  await files.write(fileId, bytes);
  return write((current) => work(current, fileId));
}
