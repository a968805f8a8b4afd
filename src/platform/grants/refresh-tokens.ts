import { randomBytes, randomUUID } from 'node:crypto';
import { epochSeconds } from '../../tokens/clock.ts';
import type { Clock } from '../../tokens/clock.ts';
import { forgetExpired } from '../expiries.ts';
import { digest } from './digest.ts';

/** The endpoint that a refresh token is for; at any other it is unknown. */
export type RefreshPurpose = 'generation1' | 'generation2' | 'delegated' | 'actAs';

/** The grant that a refresh token continues. */
export interface RefreshGrant {
  purpose: RefreshPurpose;
  clientId: string;
  scopes: string[];
  userId?: string;
  tenantId?: string;
  /** When the user signed in, seconds since the epoch. */
  authTime?: number;
}

/** A grant with its one valid refresh token, and the access tokens that depend on it. */
interface Family {
  id: string;
  grant: RefreshGrant;
  /** SHA-256 of the valid token, hex; the token itself is never stored. */
  current: string;
  /** Seconds since the epoch. */
  expiresAt: number;
  /** Id and expiry of the issued access tokens, which are revoked with the family. */
  accessTokens: [id: string, expiry: number][];
}

/** The introspection result of a refresh token. */
export interface RefreshTokenState {
  grant: RefreshGrant;
  expiresAt: number;
  familyId: string;
}

/** Why a refresh token is refused, for the developer. */
export class RefreshError extends Error {
  override readonly name = 'RefreshError';
  constructor(
    readonly reason: 'unknown' | 'expired' | 'reused' | 'otherClient',
    message: string,
  ) {
    super(message);
  }
}

export type StoredRefreshTokens = Family[];

/**
 * Refresh tokens, each valid for one use: a use yields the next token, and a second use shows that another party has
 * the token too, so the whole family is revoked (RFC 9700 section 4.14.2).
 */
export class RefreshTokens {
  readonly #families: Map<string, Family>;

  constructor(
    private readonly clock: Clock,
    /** Called with the access tokens of a revoked family. */
    private readonly revoke: (accessTokens: readonly [id: string, expiry: number][]) => void,
    stored: StoredRefreshTokens = [],
  ) {
    this.#families = new Map(stored.map((family) => [family.id, family]));
  }

  /** Starts a family. @param lifetime seconds. @returns its first token */
  issue(grant: RefreshGrant, lifetime: number): { token: string; familyId: string } {
    const id = randomUUID();
    const token = newToken(id);
    const now = epochSeconds(this.clock);
    const expiresAt = now + lifetime;
    forgetExpired(this.#families, (family) => family.expiresAt, now);
    this.#families.set(id, { id, grant, current: digest(token), expiresAt, accessTokens: [] });
    return { token, familyId: id };
  }

  /**
   * Checks a refresh token without using it, so that a request with another error does not use it up.
   * @throws RefreshError; on reuse the family is already revoked
   */
  inspect(token: string, by: { purpose: RefreshPurpose; clientId: string }): RefreshTokenState {
    const family = this.#families.get(familyOf(token));
    if (!family || family.grant.purpose !== by.purpose) {
      throw new RefreshError(
        'unknown',
        'the refresh token is unknown here, or it was revoked; sign in again',
      );
    }
    if (family.grant.clientId !== by.clientId) {
      throw new RefreshError(
        'otherClient',
        `the refresh token belongs to another client than '${by.clientId}'`,
      );
    }
    if (family.current !== digest(token)) {
      this.revokeFamily(family.id);
      throw new RefreshError(
        'reused',
        'the refresh token was used before; each works once, so the whole family is revoked now',
      );
    }
    if (family.expiresAt <= epochSeconds(this.clock)) {
      throw new RefreshError(
        'expired',
        'the refresh token has expired by the emulator’s clock; sign in again',
      );
    }
    return { grant: family.grant, expiresAt: family.expiresAt, familyId: family.id };
  }

  /** Replaces a family's token by the next one. @param lifetime seconds */
  rotate(familyId: string, lifetime: number): string {
    const family = this.#families.get(familyId)!;
    const token = newToken(familyId);
    family.current = digest(token);
    family.expiresAt = epochSeconds(this.clock) + lifetime;
    return token;
  }

  /** @returns a valid refresh token's state, undefined for other texts; does not use the token */
  find(token: string): RefreshTokenState | undefined {
    const family = this.#families.get(familyOf(token));
    if (!family || family.current !== digest(token) || family.expiresAt <= epochSeconds(this.clock))
      return undefined;
    return { grant: family.grant, expiresAt: family.expiresAt, familyId: family.id };
  }

  /**
   * Ties an access token to a family. Revokes it at once if the family was revoked while the token was being signed.
   * @param expiry seconds since the epoch
   */
  noteAccessToken(familyId: string, id: string, expiry: number): void {
    const family = this.#families.get(familyId);
    if (!family) {
      this.revoke([[id, expiry]]);
      return;
    }
    const accessTokens = new Map([...family.accessTokens, [id, expiry] as const]);
    forgetExpired(accessTokens, (end) => end, epochSeconds(this.clock));
    family.accessTokens = [...accessTokens];
  }

  /** Ends a grant: its refresh token and the access tokens that came from it. */
  revokeFamily(familyId: string): void {
    const family = this.#families.get(familyId);
    if (!family) return;
    this.#families.delete(familyId);
    this.revoke(family.accessTokens);
  }

  /** Ends the grants of one client, or of all. */
  forget(clientId?: string): void {
    for (const { id, grant } of this.#families.values())
      if (clientId === undefined || grant.clientId === clientId) this.revokeFamily(id);
  }

  export(): StoredRefreshTokens {
    return [...this.#families.values()];
  }
}

function newToken(familyId: string): string {
  return `${familyId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`;
}

function familyOf(token: string): string {
  const hex = token.split('.')[0] ?? '';
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
