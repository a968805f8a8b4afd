import type { TokenClaims } from './claims.ts';

/** How a token is signed: correctly, or with a deliberate defect. */
export type Signature = 'genuine' | 'foreign' | 'none' | 'tampered';

/** One defect of a token. */
interface DefectEffect {
  /** Changes the claims before signing; `now` in seconds since the epoch. */
  claims?: (claims: TokenClaims, now: number) => TokenClaims;
  signature?: Exclude<Signature, 'genuine'>;
}

/** Every defect that a token can be issued with on demand. Each changes exactly the property that its name states. */
const effects = {
  expired: { claims: (claims, now) => shifted(claims, now - 60 - claims.exp) },
  notYetValid: { claims: (claims) => ({ ...shifted(claims, 3600), nbf: (claims.iat ?? claims.exp) + 3600 }) },
  wrongKey: { signature: 'foreign' },
  wrongIssuer: { claims: (claims) => ({ ...claims, iss: 'https://wrong-issuer.example' }) },
  wrongAudience: { claims: (claims) => ({ ...claims, aud: ['https://wrong-audience.example'] }) },
  algNone: { signature: 'none' },
  tampered: { signature: 'tampered' },
} as const satisfies Record<string, DefectEffect>;

export type Defect = keyof typeof effects;
export const defects = Object.keys(effects) as Defect[];

/** A session token has neither issuer, audience nor start (platform.md section 4), so these cannot be wrong in it. */
export const sessionDefects: readonly Defect[] = ['expired', 'wrongKey', 'algNone', 'tampered'];

/** Defects of the signature. A token has one signature, so it can have at most one of them. */
export const signatureDefects: readonly Defect[] = defects.filter((defect) => 'signature' in effects[defect]);

/**
 * @param claims the claims of the correct token
 * @param wanted the defects, in any order; at most one of {@link signatureDefects}
 * @param now seconds since the epoch
 * @returns the claims with the defects, and the kind of signature
 */
export function applyDefects(
  claims: TokenClaims,
  wanted: readonly Defect[],
  now: number,
): { claims: TokenClaims; signature: Signature } {
  let signature: Signature = 'genuine';
  for (const defect of wanted) {
    const effect: DefectEffect = effects[defect];
    claims = effect.claims?.(claims, now) ?? claims;
    signature = effect.signature ?? signature;
  }
  return { claims, signature };
}

function shifted(claims: TokenClaims, seconds: number): TokenClaims {
  const moved: TokenClaims = { ...claims, exp: claims.exp + seconds };
  if (claims.iat !== undefined) moved.iat = claims.iat + seconds;
  if (claims.nbf !== undefined) moved.nbf = claims.nbf + seconds;
  return moved;
}
