import { epochSeconds } from '../tokens/clock.ts';
import type { Clock } from '../tokens/clock.ts';
import type { TokenClaims } from '../tokens/claims.ts';
import { TokenError } from '../tokens/errors.ts';
import { isOrdered } from '../tokens/token-ids.ts';
import { forgetExpired } from './expiries.ts';
import { appClaim } from './token-claims.ts';
import type { TokenKind } from './token-claims.ts';

/** The limit of "everything issued so far": a token id, or a second for tokens without an ordered id. */
interface Cutoff {
  throughId: string;
  atSeconds: number;
}

/** Refused tokens with a valid signature and valid times; kept across restarts. */
export interface StoredRefusals {
  /** By token id: when the token expires, in seconds since the epoch. */
  revoked: Record<string, number>;
  /** By `access/<client id>` or `app/<app id>`. */
  cutoffs: Record<string, Cutoff>;
  /** Session tokens, which have no id, by {@link sessionKey}. */
  sessions: Record<string, number>;
  /** Session tokens that are not refused, by {@link sessionKey}. */
  issuedSessions: Record<string, number>;
}

/**
 * Tokens that the emulator refuses before they expire: revoked ones (RFC 7009), and all of an app on a test's request.
 */
export class TokenRefusals {
  #revoked: Map<string, number>;
  #cutoffs: Map<string, Cutoff>;
  #sessions: Map<string, number>;
  /** Issued session tokens, for {@link expireSessions}. */
  readonly #issuedSessions: Map<string, number>;

  constructor(
    private readonly clock: Clock,
    stored: Partial<StoredRefusals> = {},
  ) {
    this.#revoked = new Map(Object.entries(stored.revoked ?? {}));
    this.#cutoffs = new Map(Object.entries(stored.cutoffs ?? {}));
    this.#sessions = new Map(Object.entries(stored.sessions ?? {}));
    this.#issuedSessions = new Map(Object.entries(stored.issuedSessions ?? {}));
  }

  /** @returns the highest token id of any cutoff; new ids must follow it */
  get lastId(): string {
    return [...this.#cutoffs.values()].reduce(
      (last, cutoff) => (cutoff.throughId > last ? cutoff.throughId : last),
      '',
    );
  }

  /** @throws TokenError `revoked`, or `expired` for a token that was expired on request */
  check(kind: TokenKind, claims: TokenClaims): void {
    if (claims.jti !== undefined && this.#revoked.has(claims.jti)) {
      throw new TokenError('revoked', `the token '${claims.jti}' was revoked; get a new one`);
    }
    const refused =
      kind === 'session' ? this.#sessions.has(sessionKey(claims)) : this.#isCutOff(kind, claims);
    if (refused) {
      throw new TokenError(
        'expired',
        'the token is among those that were expired on request (tokens/expire), or its app was deleted; get a new one',
      );
    }
  }

  revoke(id: string, expiry: number): void {
    this.#revoked.set(id, expiry);
  }

  /** @param throughId a new id: all earlier ids are refused */
  expire(kind: 'access' | 'app', owner: string, throughId: string): void {
    this.#cutoffs.set(`${kind}/${owner}`, { throughId, atSeconds: epochSeconds(this.clock) });
  }

  /** Refuses the session tokens issued so far for these tenants. @returns their number */
  expireSessions(tenantIds: ReadonlySet<string>): number {
    let count = 0;
    for (const [key, expiry] of this.#issuedSessions) {
      if (!tenantIds.has(key.split('/')[1] ?? '')) continue;
      this.#sessions.set(key, expiry);
      this.#issuedSessions.delete(key);
      count++;
    }
    return count;
  }

  /**
   * Finds an expiry that makes a session token differ from every refused one: equal claims give an equal token, because
   * Ed25519 signatures have no randomness.
   */
  freeSessionExpiry(claims: TokenClaims): number {
    let expiry = claims.exp;
    while (this.#sessions.has(sessionKey({ ...claims, exp: expiry }))) expiry++;
    return expiry;
  }

  noteSession(claims: TokenClaims): void {
    this.#issuedSessions.set(sessionKey(claims), claims.exp);
  }

  clear(): void {
    for (const map of [this.#revoked, this.#cutoffs, this.#sessions, this.#issuedSessions]) map.clear();
  }

  export(): StoredRefusals {
    const now = epochSeconds(this.clock);
    for (const expiries of [this.#revoked, this.#sessions, this.#issuedSessions])
      forgetExpired(expiries, (expiry) => expiry, now);
    return {
      revoked: Object.fromEntries(this.#revoked),
      cutoffs: Object.fromEntries(this.#cutoffs),
      sessions: Object.fromEntries(this.#sessions),
      issuedSessions: Object.fromEntries(this.#issuedSessions),
    };
  }

  #isCutOff(kind: TokenKind, claims: TokenClaims): boolean {
    const owner = kind === 'app' ? claims[appClaim] : claims['client_id'];
    const cutoff = this.#cutoffs.get(`${kind}/${String(owner)}`);
    if (!cutoff) return false;
    return isOrdered(claims.jti) ? claims.jti <= cutoff.throughId : (claims.iat ?? 0) <= cutoff.atSeconds;
  }
}

function sessionKey(claims: TokenClaims): string {
  return `${String(claims['userId'])}/${String(claims['tenantId'])}/${claims.exp}`;
}
