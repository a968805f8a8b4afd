import { createHash, randomBytes } from 'node:crypto';

/** @returns a new API key of an on-premise app, 256 bits in base64url */
export function newApiKey(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns what is kept of an API key: its SHA-256 in hex */
export function hashOfKey(apiKey: string): string {
  return createHash('sha256').update(apiKey).digest('hex');
}
