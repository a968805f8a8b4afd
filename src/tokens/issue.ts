import { SignJWT } from 'jose';
import type { TokenClaims } from './claims.ts';
import type { Signature } from './defects.ts';
import type { KeyRing, RingKey } from './key-ring.ts';

/** A signed token and its claims. */
export interface SignedToken {
  token: string;
  claims: TokenClaims;
}

/**
 * Signs claims with a ring's active key. The key's id is in the header only.
 * @param signature other than `genuine`: a token with a deliberate defect
 */
export async function signToken(
  ring: KeyRing,
  claims: TokenClaims,
  signature: Signature = 'genuine',
): Promise<SignedToken> {
  const key = await (signature === 'foreign' ? ring.foreign() : ring.active());
  if (signature === 'none') return { token: unsigned(key, claims), claims };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: key.algorithm, kid: key.kid, typ: 'JWT' })
    .sign(key.privateKey!);
  if (signature === 'tampered') return tamper(token, claims);
  if (signature === 'genuine') await ring.signed(key, claims.exp);
  return { token, claims };
}

function unsigned(key: RingKey, payload: TokenClaims): string {
  return `${encode({ alg: 'none', kid: key.kid, typ: 'JWT' })}.${encode(payload)}.`;
}

/** Prolongs a signed token by an hour without signing it again, as an attacker does. */
function tamper(token: string, payload: TokenClaims): SignedToken {
  const [header, , signature] = token.split('.');
  const claims = { ...payload, exp: payload.exp + 3600 };
  return { token: `${header}.${encode(claims)}.${signature}`, claims };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
