import type { Extension, ExtensionStatus } from '../schema/system.ts';
import { DomainError } from '../../../store/errors.ts';
import { completed } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

const pending = 1;
const active = 2;

/**
 * Registers an extension; it waits for its manifest.
 * @param now ISO 8601
 * @throws DomainError `duplicate` for an extension id that is taken
 */
export function createExtension(
  data: TenantData,
  draft: Pick<Extension, 'extensionId' | 'version' | 'manifestHash'>,
  now: string,
): Extension {
  return data.insert('extension', { ...draft, created: now, lastChanged: now, status: pending });
}

/** @throws DomainError `not-found` */
export function updateExtension(
  data: TenantData,
  id: number,
  draft: { version?: string; manifestHash?: string; status?: ExtensionStatus },
  now: string,
): Extension {
  const extension = data.get('extension', id);
  return data.update('extension', id, { ...completed(extension, draft), lastChanged: now });
}

/**
 * Stores an extension's manifest, which makes it active.
 * @param hash SHA-256 of the manifest in hex
 * @throws DomainError `not-found`, `rule` when the manifest is not the one announced
 */
export function putManifest(
  data: TenantData,
  id: number,
  { manifest, signature }: { manifest: string; signature: string },
  hash: string,
  now: string,
): void {
  const extension = data.get('extension', id);
  if (extension.manifestHash.toLowerCase() !== hash) {
    throw new DomainError(
      'rule',
      `The manifest's SHA-256 is ${hash}; the extension announced '${extension.manifestHash}'.`,
    );
  }
  data.update('extension', id, { manifest, signature, status: active, lastChanged: now });
}
