import type { Platform } from '../platform/platform.ts';
import type { TokenClaims } from '../tokens/claims.ts';
import { TokenError } from '../tokens/errors.ts';
import { checkIssuer, verifySignature } from '../tokens/verify.ts';
import type { OAuthErrorCode } from './errors.ts';
import { OAuthError } from './errors.ts';

/**
 * Reads an ID token that an app sends as a hint at the user. An expired one is accepted, because users sign in again
 * and sign out after it has expired (OpenID Connect Core section 3.1.2.1, RP-Initiated Logout section 2).
 * @param code the error for a token that no issuer here has signed
 * @throws OAuthError
 */
export async function readIdTokenHint(
  { tokens }: Platform,
  hint: string,
  code: OAuthErrorCode,
): Promise<TokenClaims> {
  try {
    const { claims, issuer } = await verifySignature(hint, tokens.trusted());
    checkIssuer(claims, issuer);
    return claims;
  } catch (error) {
    if (error instanceof TokenError) throw new OAuthError(code, `id_token_hint: ${error.message}`);
    throw error;
  }
}
