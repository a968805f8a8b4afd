import type { EntityMap } from '../../../store/entity-map.ts';
import { notFound } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

type UploadedFile = EntityMap['uploadedFile'];

/**
 * Registers a file whose bytes are stored.
 * @param file its `key` is the UUID that clients will fetch it by
 */
export function registerFile(data: TenantData, file: Omit<UploadedFile, 'id'>): UploadedFile {
  return data.insert('uploadedFile', file);
}

/** @throws DomainError `not-found` */
export function fileByKey(data: TenantData, key: string): UploadedFile {
  const file = data.of('uploadedFile').findUnique('key', key);
  if (!file) throw notFound('file', key);
  return file;
}
