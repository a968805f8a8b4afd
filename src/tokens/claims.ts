import { TokenError } from './errors.ts';

/** A JWT's payload (RFC 7519 section 4); times are NumericDates, seconds since the epoch. */
export interface TokenClaims {
  iss?: string;
  sub?: string;
  aud?: string | string[];
  exp: number;
  nbf?: number;
  iat?: number;
  jti?: string;
  [claim: string]: unknown;
}

/** A JWT's header, as far as it is read here. */
export interface TokenHeader {
  alg: string;
  kid?: string;
  typ?: string;
}

/** A token taken apart, nothing about it checked yet. */
export interface ReadToken {
  header: TokenHeader;
  claims: TokenClaims;
}

/**
 * Takes a compact JWT (RFC 7515 section 7.1) apart without checking any of what it says.
 * @param token `header.payload.signature`, each base64url
 * @throws TokenError `malformed`, naming the part that cannot be read
 */
export function readToken(token: string): ReadToken {
  const parts = token.split('.');
  if (parts.length !== 3) {
    const got =
      parts.length === 5 ? 'it has the five parts of an encrypted JWE' : `it has ${parts.length} part(s)`;
    throw new TokenError('malformed', `not a JWT: ${got}; a signed JWT has three parts separated by dots`);
  }
  const header = jsonPart('header', parts[0] ?? '');
  const claims = jsonPart('payload', parts[1] ?? '');
  if (typeof header['alg'] !== 'string')
    throw new TokenError('malformed', `the token's header names no algorithm ('alg')`);
  if (typeof claims['exp'] !== 'number') {
    throw new TokenError('malformed', `the token's payload has no numeric 'exp' (seconds since the epoch)`);
  }
  return { header: header as unknown as TokenHeader, claims: claims as TokenClaims };
}

/** @returns the audiences a token names; none and one are written differently in JWTs (RFC 7519 section 4.1.3) */
export function audiences(claims: TokenClaims): string[] {
  if (claims.aud === undefined) return [];
  return Array.isArray(claims.aud) ? claims.aud : [claims.aud];
}

function jsonPart(name: string, part: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    throw new TokenError('malformed', `the token's ${name} is not base64url-encoded JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TokenError('malformed', `the token's ${name} is not a JSON object`);
  }
  return value as Record<string, unknown>;
}

/** @param seconds since the epoch. @returns ISO 8601, or the bare number where no calendar reaches */
export function instantText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}
