import { randomBytes } from 'node:crypto';
import type { Clock } from '../tokens/clock.ts';
import { epochSeconds } from '../tokens/clock.ts';
import type { UserTokens } from './user-tokens.ts';

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

interface IssuedCode {
  grant: CodeGrant;
  /** Seconds since the epoch. */
  expiresAt: number;
  /** What the code was exchanged for, once it was. */
  tokens?: Promise<UserTokens>;
}

/** A code is for handing over, not for keeping: 60 s (RFC 6749 section 4.1.2 recommends at most ten minutes). */
const lifetimeSeconds = 60;

/** Used codes are remembered this long, so that a replay is told from a typing error. */
const rememberedSeconds = 600;

/** Authorization codes; each works once. They live in memory: a restart ends sign-ins that are half done. */
export class AuthorizationCodes {
  readonly #codes = new Map<string, IssuedCode>();

  constructor(private readonly clock: Clock) {}

  issue(grant: CodeGrant): string {
    const now = epochSeconds(this.clock);
    for (const [code, { expiresAt }] of this.#codes)
      if (expiresAt + rememberedSeconds < now) this.#codes.delete(code);
    const code = randomBytes(32).toString('base64url');
    this.#codes.set(code, { grant, expiresAt: now + lifetimeSeconds });
    return code;
  }

  /** @returns the code's grant and state, undefined for an unknown one */
  find(code: string): { grant: CodeGrant; isExpired: boolean; tokens?: Promise<UserTokens> } | undefined {
    const issued = this.#codes.get(code);
    if (!issued) return undefined;
    const isExpired = issued.expiresAt <= epochSeconds(this.clock);
    return {
      grant: issued.grant,
      isExpired,
      ...(issued.tokens === undefined ? {} : { tokens: issued.tokens }),
    };
  }

  /** Marks a code as used. @param tokens what it is being exchanged for; a replay revokes them */
  use(code: string, tokens: Promise<UserTokens>): void {
    const issued = this.#codes.get(code);
    if (issued) issued.tokens = tokens;
  }
}
