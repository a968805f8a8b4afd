import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '../../tokens/clock.ts';
import { epochSeconds } from '../../tokens/clock.ts';
import type { Authorization } from './authorization-codes.ts';
import { digest } from './digest.ts';

/** A device that waits for a user's sign-in; only the digest of its code is kept. */
export interface DeviceRequest {
  digest: string;
  clientId: string;
  scopes: string[];
  userCode: string;
  /** Seconds since the epoch. */
  expiresAt: number;
  /** Seconds between polls; grows by five each time the device polls too early (RFC 8628 section 3.5). */
  interval: number;
  lastPoll?: number;
  outcome?: Authorization | 'denied';
}

export const deviceCodeLifetime = 300;
export const pollInterval = 5;

/** No vowels, so that no words result, and no letters that look alike (RFC 8628 section 6.1). */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** Device codes by code and by the short code the user types. */
export class DeviceCodes {
  readonly #requests: Map<string, DeviceRequest>;

  constructor(
    private readonly clock: Clock,
    stored: readonly DeviceRequest[] = [],
  ) {
    this.#requests = new Map(stored.map((request) => [request.digest, request]));
  }

  issue(clientId: string, scopes: string[]): { deviceCode: string; request: DeviceRequest } {
    const now = epochSeconds(this.clock);
    for (const [key, { expiresAt }] of this.#requests)
      if (expiresAt + deviceCodeLifetime < now) this.#requests.delete(key);
    const deviceCode = randomBytes(32).toString('base64url');
    const userCode = `${fourLetters()}-${fourLetters()}`;
    const request = {
      digest: digest(deviceCode),
      clientId,
      scopes,
      userCode,
      expiresAt: now + deviceCodeLifetime,
      interval: pollInterval,
    };
    this.#requests.set(request.digest, request);
    return { deviceCode, request };
  }

  find(deviceCode: string): DeviceRequest | undefined {
    return this.#requests.get(digest(deviceCode));
  }

  /** @param typed the user's input: case, blanks and the hyphen do not matter. @returns an open request */
  findOpen(typed: string): DeviceRequest | undefined {
    const plain = plainCode(typed);
    const now = epochSeconds(this.clock);
    return [...this.#requests.values()].find(
      (request) =>
        plainCode(request.userCode) === plain && request.outcome === undefined && request.expiresAt > now,
    );
  }

  remove(deviceCode: string): void {
    this.#requests.delete(digest(deviceCode));
  }

  /** Removes the codes of one client, or of all. */
  forget(clientId?: string): void {
    for (const [key, request] of this.#requests)
      if (clientId === undefined || request.clientId === clientId) this.#requests.delete(key);
  }

  export(): DeviceRequest[] {
    return [...this.#requests.values()];
  }
}

function plainCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z]/g, '');
}

function fourLetters(): string {
  return Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
}
