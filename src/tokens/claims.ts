import { isUtf8 } from 'node:buffer';
import { TokenError } from './errors.ts';
import { readJsonObject } from './json-object.ts';
import { claimsProblem, headerProblem } from './members.ts';

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

/** The header members of a JWT that the emulator reads. */
export interface TokenHeader {
  alg: string;
  kid?: string;
  typ?: string;
}

/** A decoded token. No claim and no signature is checked yet. */
export interface ReadToken {
  header: TokenHeader;
  claims: TokenClaims;
}

/** Longer than the headers of a request may be. Tokens of the platform are far shorter. */
const longestToken = 65_536;

/**
 * Decodes a compact JWT (RFC 7515 section 7.1). Checks its form and the types of all members that the services read,
 * so that they need not. Does not check the signature or any value.
 * @param token `header.payload.signature`, each base64url without padding
 * @throws TokenError `malformed`, naming the part that cannot be read
 */
export function readToken(token: string): ReadToken {
  if (token.length > longestToken)
    throw malformed(`it has ${token.length} characters, more than ${longestToken}`);
  const parts = token.split('.');
  if (parts.length !== 3) {
    const got =
      parts.length === 5 ? 'it has the five parts of an encrypted JWE' : `it has ${parts.length} part(s)`;
    throw malformed(`${got}; a signed JWT has three parts separated by dots`);
  }
  const [headerPart = '', payloadPart = '', signaturePart = ''] = parts;
  const header = jsonPart('header', headerPart, headerProblem);
  const claims = jsonPart('payload', payloadPart, claimsProblem);
  bytesOf('signature', signaturePart);
  return { header: header as unknown as TokenHeader, claims: claims as TokenClaims };
}

/**
 * @returns the audiences of a token; a JWT without an audience and one with a single audience are written differently
 *   (RFC 7519 section 4.1.3)
 */
export function audiences(claims: TokenClaims): string[] {
  if (claims.aud === undefined) return [];
  return Array.isArray(claims.aud) ? claims.aud : [claims.aud];
}

function jsonPart(
  name: string,
  part: string,
  problemOf: (members: Record<string, unknown>) => string | undefined,
): Record<string, unknown> {
  const bytes = bytesOf(name, part);
  const object = isUtf8(bytes) ? readJsonObject(bytes.toString('utf8')) : 'is not UTF-8';
  const problem = typeof object === 'string' ? object : problemOf(object);
  if (typeof object === 'string' || problem !== undefined)
    throw new TokenError('malformed', `the token's ${name} ${problem ?? 'cannot be read'}`);
  return object;
}

/**
 * Decoders skip characters outside base64url and ignore unused bits. A token must have one spelling, or a copy in
 * another spelling escapes revocation.
 */
function bytesOf(name: string, part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  if (bytes.toString('base64url') === part) return bytes;
  const padded = part.endsWith('=') ? `; remove the padding '='` : '';
  throw new TokenError(
    'malformed',
    `the token's ${name} is not base64url as RFC 7515 section 2 has it${padded}`,
  );
}

function malformed(why: string): TokenError {
  return new TokenError('malformed', `not a JWT: ${why}`);
}

/** @param seconds since the epoch. @returns ISO 8601, or the bare number outside the range of dates */
export function instantText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}
