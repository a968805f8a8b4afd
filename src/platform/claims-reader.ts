import { maskedJson } from './masking.ts';
import { readToken } from '../tokens/claims.ts';

/** Apps use one token for many requests; decoding it once is enough. */
const remembered = 200;

/** The unverified claims of tokens in Authorization headers, for the journal; never the token itself. */
export class ClaimsReader {
  readonly #claims = new Map<string, Record<string, unknown>>();

  /** @returns the claims of a bearer token, or undefined for anything else */
  read(authorization: string | undefined): Record<string, unknown> | undefined {
    if (authorization === undefined || !/^bearer /i.test(authorization)) return undefined;
    const known = this.#claims.get(authorization);
    if (known !== undefined) return known;
    const claims = decoded(authorization.slice('bearer '.length).trim());
    if (claims === undefined) return undefined;
    if (this.#claims.size >= remembered) this.#claims.delete(this.#claims.keys().next().value ?? '');
    this.#claims.set(authorization, claims);
    return claims;
  }
}

function decoded(token: string): Record<string, unknown> | undefined {
  try {
    return maskedJson(readToken(token).claims);
  } catch {
    return undefined;
  }
}
