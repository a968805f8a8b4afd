import { createHash } from 'node:crypto';

/**
 * @param text the name of the identified object
 * @param version 8, for custom ways of making them (RFC 9562), or 4 where clients expect a random one
 * @returns a UUID from the text's SHA-256: the same on every run and machine
 */
export function stableUuid(text: string, version: 4 | 8 = 8): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
