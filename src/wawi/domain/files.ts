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
