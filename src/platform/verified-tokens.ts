import type { TokenClaims, TokenHeader } from '../tokens/claims.ts';
import type { RingName } from '../tokens/key-ring.ts';
import type { TokenKind } from './token-claims.ts';

/** A token that is genuine, in time and not revoked. The service that received it checks its audience. */
export interface VerifiedToken {
  kind: TokenKind;
  ring: RingName;
  header: TokenHeader;
  claims: TokenClaims;
}

/** Number of verified tokens to remember, because an app uses one token for many requests. */
const rememberedTokens = 2000;

/** The tokens whose signature has been checked; the least recently used is forgotten first. */
export class VerifiedTokens {
  readonly #tokens = new Map<string, VerifiedToken>();

  /**
   * @param isTrusted whether the key of the token's signature is still trusted
   * @returns the token as it was verified, undefined if it was not or no longer counts
   */
  find(token: string, isTrusted: (verified: VerifiedToken) => boolean): VerifiedToken | undefined {
    const verified = this.#tokens.get(token);
    if (!verified || !isTrusted(verified)) return undefined;
    // Moved to the end, so that the first one is the least recently used.
    this.#tokens.delete(token);
    this.#tokens.set(token, verified);
    return verified;
  }

  keep(token: string, verified: VerifiedToken): void {
    if (this.#tokens.size >= rememberedTokens) this.#tokens.delete(this.#tokens.keys().next().value ?? '');
    this.#tokens.set(token, verified);
  }
}
