import { createHash, randomBytes } from 'node:crypto';

/** @returns a new API key of an on-premise app, 256 bits in base64url */
export function newApiKey(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns SHA-256 of an API key in hex, which is stored instead of it */
export function hashOfKey(apiKey: string): string {
  return createHash('sha256').update(apiKey).digest('hex');
}
