import type { TSchema } from 'typebox';

/**
 * The services beside the Wawi API as tables, the source of the documents under `/openapi/`. Schemas are JSON Schema in
 * short: `'string'`, `'integer'`, `'boolean'`, `'object'`, `'any'`, `['string']` for a list, an object of such for
 * fields.
 */
export type Shape = string | readonly [Shape] | { readonly [field: string]: Shape };

export interface DocumentedOperation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  /** Query parameters; a trailing `!` marks the required ones. */
  readonly query?: readonly string[];
  /** A form (`application/x-www-form-urlencoded`) or a JSON body. */
  readonly form?: { readonly [field: string]: Shape };
  readonly body?: Shape;
  /** A JSON body, by the schema that checks it. */
  readonly schema?: TSchema;
  /** Status -> shape of the JSON answer, or null for an empty one. */
  readonly answers: { readonly [status: number]: Shape | null };
  /** How the caller authenticates; undefined: without authentication. */
  readonly security?: 'client' | 'bearer' | 'session' | 'cookie';
}

/** A JWK Set (RFC 7517). */
export const jwks: Shape = { keys: ['object'] };
