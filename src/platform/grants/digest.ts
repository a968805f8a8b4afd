import { createHash } from 'node:crypto';

/** @returns SHA-256, hex: what is kept of a code or token instead of itself */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
