import { audiences } from '../tokens/claims.ts';
import type { TokenClaims } from '../tokens/claims.ts';
import type { RingName } from '../tokens/key-ring.ts';
import { customerNumberOf } from './customer-number.ts';
import type { App } from './model.ts';

/** The kinds of tokens. `id` tokens (OpenID Connect) are for the app alone; no service accepts them. */
export type TokenKind = 'access' | 'session' | 'app' | 'id';

/** Claims of generation 2 (platform.md section 3). */
export const tenantClaim = 'urn:jtl:tenant_id';
export const appClaim = 'urn:jtl:app_id';

/** Scopes that determine the result of a sign-in, not the operations of the Wawi API. */
const signInScopes = new Set(['openid', 'profile', 'email', 'phone', 'address', 'offline', 'offline_access']);

/** @returns the scopes of a list that concern the Wawi API */
export function apiScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !signInScopes.has(scope) && !scope.startsWith('urn:'));
}

/** The common content of tokens with issuer and times. Seconds since the epoch; `lifetime` in seconds. */
interface Dated {
  issuer: string;
  now: number;
  lifetime: number;
  id: string;
}

/** An access token for an app, or for a user of it. */
export interface AccessTokenContent {
  app: App;
  scopes: readonly string[];
  /** Undefined: the token is the app's own. */
  userId?: string;
  /** Generation 2 only: a delegated token is for one tenant. */
  tenantId?: string;
}

/** Generation 1, as Ory Hydra writes them: no audience, scopes as a list (platform.md section 2). */
export function accessClaimsGeneration1(content: AccessTokenContent, dated: Dated): TokenClaims {
  return {
    iss: dated.issuer,
    sub: content.userId ?? content.app.clientId,
    client_id: content.app.clientId,
    aud: [],
    scp: [...content.scopes],
    ext: {},
    ...times(dated),
    jti: dated.id,
  };
}

/**
 * Generation 2: a service account's token; with a tenant a delegated token, with a user in addition one that acts as
 * that user, naming the app as actor (RFC 8693 section 4.1).
 */
export function accessClaimsGeneration2(content: AccessTokenContent, dated: Dated): TokenClaims {
  return {
    iss: dated.issuer,
    sub: content.userId ?? content.app.clientId,
    aud: [content.app.id],
    client_id: content.app.clientId,
    scope: content.scopes.join(' '),
    ...(content.tenantId === undefined ? {} : { [tenantClaim]: content.tenantId }),
    ...(content.userId === undefined ? {} : { act: { sub: content.app.clientId } }),
    ...times(dated),
    jti: dated.id,
  };
}

/** An app token: a user in a tenant, for one app's front end (platform.md section 3). */
export interface AppTokenContent {
  app: App;
  userId: string;
  tenantId: string;
  /** Scopes of its sign-in; they determine the claims of userinfo. */
  scopes: readonly string[];
}

export function appClaims(content: AppTokenContent, dated: Dated): TokenClaims {
  return {
    iss: dated.issuer,
    sub: content.userId,
    aud: [content.app.clientId, content.app.id],
    client_id: content.app.clientId,
    scope: content.scopes.join(' '),
    [tenantClaim]: content.tenantId,
    [appClaim]: content.app.id,
    ...times(dated),
    jti: dated.id,
  };
}

/** A session token: user, tenant and the tenant's id in the customer service, nothing else (platform.md section 4). */
export function sessionClaims(content: { userId: string; tenantId: string }, expiry: number): TokenClaims {
  const { userId, tenantId } = content;
  return { kid: customerNumberOf(tenantId), exp: expiry, userId, tenantId };
}

/** @returns the kind of a token by its ring and claims; undefined for an unknown kind */
export function kindOf(ring: RingName, claims: TokenClaims): TokenKind | undefined {
  if (ring === 'session') return 'session';
  if (ring === 'generation2' && claims[appClaim] !== undefined) return 'app';
  if (claims['client_id'] !== undefined) return 'access';
  return audiences(claims).length > 0 ? 'id' : undefined;
}

/** @returns the scopes of an access or app token: `scp` in generation 1, `scope` in generation 2 */
export function scopesOf(claims: TokenClaims): string[] {
  const scp = claims['scp'];
  if (Array.isArray(scp)) return scp.filter((scope) => typeof scope === 'string');
  const scope = claims['scope'];
  return typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : [];
}

function times({ now, lifetime }: Dated): { iat: number; nbf: number; exp: number } {
  return { iat: now, nbf: now, exp: now + lifetime };
}
