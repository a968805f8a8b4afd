import { randomBytes } from 'node:crypto';
import type { Clock } from '../../tokens/clock.ts';
import { epochSeconds } from '../../tokens/clock.ts';
import { digest } from './digest.ts';

/** The authorization that a user gave; a code or device code represents it. */
export interface Authorization {
  clientId: string;
  scopes: string[];
  userId: string;
  /** Generation 2 only. */
  tenantId?: string;
  /** When the user signed in, seconds since the epoch. */
  authTime: number;
  nonce?: string;
}

/** An authorization with the values that its code is bound to. */
export interface CodeGrant extends Authorization {
  redirectUri: string;
  codeChallenge?: string;
}

/** The tokens that a code was exchanged for, as far as revoking them needs. */
export interface CodeYield {
  /** Id and expiry (seconds since the epoch). */
  accessToken: [id: string, expiry: number];
  /** Of the refresh token, if there is one. */
  familyId?: string;
}

/** A code is open until its first use. A second use means that it has leaked. */
type CodeState = 'open' | 'used' | 'replayed';

/** A stored code; only its digest is kept. */
export interface StoredCode {
  digest: string;
  grant: CodeGrant;
  /** Seconds since the epoch. */
  expiresAt: number;
  state: CodeState;
  yielded?: CodeYield;
}

/** A code is exchanged at once, so it is valid for 60 s (RFC 6749 section 4.1.2 recommends at most ten minutes). */
const lifetimeSeconds = 60;

/** Used codes are remembered this long, to tell a replay from a typing error. */
const rememberedSeconds = 600;

/** Authorization codes of one issuer; each can be used once. */
export class AuthorizationCodes {
  readonly #codes: Map<string, StoredCode>;

  /** @param end called with the tokens of a code that was used twice */
  constructor(
    private readonly clock: Clock,
    private readonly end: (yielded: CodeYield) => void,
    stored: readonly StoredCode[] = [],
  ) {
    this.#codes = new Map(stored.map((code) => [code.digest, code]));
  }

  issue(grant: CodeGrant): string {
    const now = epochSeconds(this.clock);
    for (const [key, { expiresAt }] of this.#codes)
      if (expiresAt + rememberedSeconds < now) this.#codes.delete(key);
    const code = randomBytes(32).toString('base64url');
    const key = digest(code);
    this.#codes.set(key, { digest: key, grant, expiresAt: now + lifetimeSeconds, state: 'open' });
    return code;
  }

  /** @returns the grant of the code, undefined for an unknown one */
  find(code: string): { grant: CodeGrant; isExpired: boolean; isUsed: boolean } | undefined {
    const issued = this.#codes.get(digest(code));
    if (!issued) return undefined;
    const isExpired = issued.expiresAt <= epochSeconds(this.clock);
    return { grant: issued.grant, isExpired, isUsed: issued.state !== 'open' };
  }

  /** Marks a code as used, before any token is issued for it. */
  use(code: string): void {
    const issued = this.#codes.get(digest(code));
    if (issued) issued.state = 'used';
  }

  /** Records the tokens of a used code; revokes them at once if the code was replayed meanwhile. */
  noteYield(code: string, yielded: CodeYield): void {
    const issued = this.#codes.get(digest(code));
    if (issued?.state === 'used') issued.yielded = yielded;
    else this.end(yielded);
  }

  /** Revokes the tokens of a used code, also future ones: a replayed code has leaked (RFC 6749 section 4.1.2). */
  replay(code: string): void {
    const issued = this.#codes.get(digest(code));
    if (!issued) return;
    issued.state = 'replayed';
    if (issued.yielded) this.end(issued.yielded);
  }

  /** Removes the codes of one client, or of all. */
  forget(clientId?: string): void {
    for (const [key, { grant }] of this.#codes)
      if (clientId === undefined || grant.clientId === clientId) this.#codes.delete(key);
  }

  export(): StoredCode[] {
    return [...this.#codes.values()];
  }
}
