import { compactVerify } from 'jose';
import { instantText, readToken } from './claims.ts';
import type { ReadToken, TokenClaims } from './claims.ts';
import { TokenError } from './errors.ts';
import type { KeyRing, RingKey } from './key-ring.ts';
import { describeOrigin } from './recognise.ts';

/** A ring whose tokens are accepted, and the issuer that they must name; session tokens have no issuer. */
export interface TrustedRing {
  ring: KeyRing;
  issuer?: string;
}

/** A token with a verified signature. Its claims are not checked yet. */
export interface VerifiedSignature extends ReadToken, TrustedRing {
  key: RingKey;
}

/**
 * Checks who signed a token: the key by its id, the algorithm by the key (never by the token's header, RFC 8725
 * section 3.1), the signature.
 * @throws TokenError `malformed`, `algNone`, `wrongKey`, `wrongIssuer` (a foreign key and issuer) or `tampered`
 */
export async function verifySignature(
  token: string,
  trusted: readonly TrustedRing[],
): Promise<VerifiedSignature> {
  const read = readToken(token);
  const { header, claims } = read;
  if (header.alg.toLowerCase() === 'none') {
    throw new TokenError(
      'algNone',
      `the token is not signed ('alg' is '${header.alg}'); only signed tokens are accepted`,
    );
  }
  const { ring, key, issuer } = await findKey(read, trusted);
  if (header.alg !== key.algorithm) {
    throw new TokenError(
      'wrongKey',
      `the token says 'alg' '${header.alg}', but key '${key.kid}' signs with ${key.algorithm}`,
    );
  }
  try {
    await compactVerify(token, key.publicKey, { algorithms: [key.algorithm] });
  } catch {
    throw new TokenError(
      'tampered',
      `the signature does not fit the token's content: header or payload were changed after signing`,
    );
  }
  return { header, claims, ring, key, ...(issuer === undefined ? {} : { issuer }) };
}

/**
 * @param expected the issuer of the ring that signed; undefined for session tokens, which have no issuer
 * @throws TokenError `wrongIssuer`
 */
export function checkIssuer(claims: TokenClaims, expected: string | undefined): void {
  if (expected === undefined || claims.iss === expected) return;
  throw new TokenError(
    'wrongIssuer',
    `the token's issuer is '${String(claims.iss)}'; expected '${expected}'`,
  );
}

/**
 * @param now seconds since the epoch, by the emulator's clock
 * @throws TokenError `expired` or `notYetValid`
 */
export function checkTimes(claims: TokenClaims, now: number): void {
  if (claims.exp <= now) {
    throw new TokenError(
      'expired',
      `the token expired at ${instantText(claims.exp)}; the emulator's clock says ${instantText(now)}`,
    );
  }
  if (typeof claims.nbf === 'number' && claims.nbf > now) {
    throw new TokenError(
      'notYetValid',
      `the token is valid from ${instantText(claims.nbf)} on; the emulator's clock says ${instantText(now)}`,
    );
  }
}

async function findKey(
  read: ReadToken,
  trusted: readonly TrustedRing[],
): Promise<TrustedRing & { key: RingKey }> {
  const kid = read.header.kid;
  for (const candidate of trusted) {
    await candidate.ring.ready;
    const key = kid === undefined ? undefined : candidate.ring.find(kid);
    if (key) return { ...candidate, key };
  }
  const issuers = trusted.flatMap(({ issuer }) => issuer ?? []);
  const foreign = typeof read.claims.iss === 'string' && !issuers.includes(read.claims.iss);
  throw new TokenError(foreign ? 'wrongIssuer' : 'wrongKey', describeOrigin(read, issuers));
}
