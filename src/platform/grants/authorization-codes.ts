import { randomBytes } from 'node:crypto';
import type { Clock } from '../../tokens/clock.ts';
import { epochSeconds } from '../../tokens/clock.ts';
import { digest } from './digest.ts';

/** What a user agreed to; a code or device code stands for it. */
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

/** An authorization with what its code is bound to. */
export interface CodeGrant extends Authorization {
  redirectUri: string;
  codeChallenge?: string;
}

/** What a code was exchanged for, as far as it takes to end it. */
export interface CodeYield {
  /** Id and expiry (seconds since the epoch). */
  accessToken: [id: string, expiry: number];
  /** Of the refresh token, if there is one. */
  familyId?: string;
}

/** A code is open until it is used; one that is used again has leaked. */
type CodeState = 'open' | 'used' | 'replayed';

/** A code as it is kept; of itself only the digest. */
export interface StoredCode {
  digest: string;
  grant: CodeGrant;
  /** Seconds since the epoch. */
  expiresAt: number;
  state: CodeState;
  yielded?: CodeYield;
}

/** A code is for handing over, not for keeping: 60 s (RFC 6749 section 4.1.2 recommends at most ten minutes). */
const lifetimeSeconds = 60;

/** Used codes are remembered this long, so that a replay is told from a typing error. */
const rememberedSeconds = 600;

/** Authorization codes of one issuer; each works once. */
export class AuthorizationCodes {
  readonly #codes: Map<string, StoredCode>;

  /** @param end called with what a code yielded that was used twice */
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

  /** @returns what the code stands for, undefined for an unknown one */
  find(code: string): { grant: CodeGrant; isExpired: boolean; isUsed: boolean } | undefined {
    const issued = this.#codes.get(digest(code));
    if (!issued) return undefined;
    const isExpired = issued.expiresAt <= epochSeconds(this.clock);
    return { grant: issued.grant, isExpired, isUsed: issued.state !== 'open' };
  }

  /** Marks a code as used, before anything is issued for it. */
  use(code: string): void {
    const issued = this.#codes.get(digest(code));
    if (issued) issued.state = 'used';
  }

  /** Notes what a used code yielded; it ends at once if the code was replayed meanwhile. */
  noteYield(code: string, yielded: CodeYield): void {
    const issued = this.#codes.get(digest(code));
    if (issued?.state === 'used') issued.yielded = yielded;
    else this.end(yielded);
  }

  /** Ends what a used code yielded, or will have: a replayed code has leaked (RFC 6749 section 4.1.2). */
  replay(code: string): void {
    const issued = this.#codes.get(digest(code));
    if (!issued) return;
    issued.state = 'replayed';
    if (issued.yielded) this.end(issued.yielded);
  }

  /** Drops the codes of one client, or of all. */
  forget(clientId?: string): void {
    for (const [key, { grant }] of this.#codes)
      if (clientId === undefined || grant.clientId === clientId) this.#codes.delete(key);
  }

  export(): StoredCode[] {
    return [...this.#codes.values()];
  }
}
