import { createHash } from 'node:crypto';

/** @returns SHA-256, hex, which is stored instead of a code or token */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
