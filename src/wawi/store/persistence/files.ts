import type { TenantData } from '../tenant-data.ts';

/** Where bytes are kept; the platform's store has this shape. */
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

/** What a change that brings a file works with. */
export interface FileChange {
  /** For reading. */
  readonly data: TenantData;
  readonly files: TenantFiles;
  write<T>(work: (data: TenantData) => T): Promise<T>;
}

/**
 * Changes a tenant's data so that it refers to a new file. Nothing refers to bytes that are not safe yet, and nothing
 * is kept of a change that is refused, so it is tried on a copy first.
 * @param work as for a write; called twice, with an id of the file each time
 * @returns what `work` returns, once it is saved
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
