import { checkAudience } from './token-audience.ts';
import type { TokenClaims } from '../tokens/claims.ts';
import { TokenError } from '../tokens/errors.ts';
import type { AssumptionId } from './assumptions.ts';
import type { App } from './model.ts';
import type { Platform } from './platform.ts';
import { apiScopes, appClaim, scopesOf, tenantClaim } from './token-claims.ts';
import type { VerifiedToken } from './token-service.ts';

/** An app's backend: a generation 1 access token, a generation 2 service account's, or a delegated token. */
export interface ServicePrincipal {
  kind: 'service';
  app: App;
  /** Set for delegated tokens: the only tenant that they are valid for. */
  tenantId?: string;
  /** Set when the app acts as a user, or a user signed in at generation 1. */
  userId?: string;
  /** The token's scopes, a part of the installation's; default: all scopes of the installation. */
  scopes?: string[];
  generation: 1 | 2;
  claims: TokenClaims;
}

/** An app's front end, on behalf of a user in a tenant. */
export interface AppPrincipal {
  kind: 'app';
  app: App;
  userId: string;
  tenantId: string;
  generation: 2;
  claims: TokenClaims;
}

export type Principal = ServicePrincipal | AppPrincipal;

/**
 * Authenticates the caller. For a token seen before, only time, revocation and registration are checked again. The
 * service decides whether the app has access to a tenant.
 * @param token the Bearer token, without the word `Bearer`
 * @throws TokenError; its message is suitable for `X-Emulator-Reason`
 */
export async function authenticateBearer(platform: Platform, token: string): Promise<Principal> {
  const verified = await platform.tokens.verify(token);
  if (verified.kind === 'access') return servicePrincipal(platform, verified);
  if (verified.kind === 'app') return appPrincipal(platform, verified);
  const what = verified.kind === 'session' ? 'a session token' : 'an ID token';
  throw new TokenError(
    'wrongKind',
    `${what} was sent as Bearer; an access token or app token is needed here`,
  );
}

/** The user and tenant of a session token. */
export interface Session {
  userId: string;
  tenantId: string;
  /** Seconds since the epoch. */
  exp: number;
}

/**
 * Checks a session token.
 * @throws TokenError
 */
export async function verifySession(platform: Platform, token: string): Promise<Session> {
  const { kind, claims } = await platform.tokens.verify(token);
  if (kind !== 'session') {
    throw new TokenError('malformed', `a token of kind '${kind}' was sent where a session token is needed`);
  }
  const { userId, tenantId, exp } = claims;
  if (typeof userId !== 'string' || typeof tenantId !== 'string') {
    throw new TokenError('malformed', `the session token's payload lacks userId or tenantId`);
  }
  return { userId, tenantId, exp };
}

/** @returns the assumption that the refusal of a token rests on, if there is one */
export function assumptionBehind({ reason }: TokenError): AssumptionId | undefined {
  return reason === 'wrongAudience' ? 'access-token-audience' : undefined;
}

function servicePrincipal(platform: Platform, { claims, ring }: VerifiedToken): ServicePrincipal {
  const clientId = String(claims['client_id']);
  const app = platform.registry.findAppByClientId(clientId) ?? unknownApp('client id', clientId);
  checkAudience(claims, app, platform.urls);
  const scopes = apiScopes(scopesOf(claims));
  const tenantId = claims[tenantClaim];
  return {
    kind: 'service',
    app,
    ...(typeof tenantId === 'string' ? { tenantId } : {}),
    ...(typeof claims.sub === 'string' && claims.sub !== clientId ? { userId: claims.sub } : {}),
    ...(scopes.length > 0 ? { scopes } : {}),
    generation: ring === 'generation1' ? 1 : 2,
    claims,
  };
}

function appPrincipal(platform: Platform, { claims }: VerifiedToken): AppPrincipal {
  const appId = String(claims[appClaim]);
  const app = platform.registry.findApp(appId) ?? unknownApp('app id', appId);
  checkAudience(claims, app, platform.urls);
  const tenantId = claims[tenantClaim];
  if (typeof claims.sub !== 'string' || typeof tenantId !== 'string') {
    throw new TokenError('malformed', `the app token lacks 'sub' or '${tenantClaim}'`);
  }
  return { kind: 'app', app, userId: claims.sub, tenantId, generation: 2, claims };
}

function unknownApp(what: string, value: string): never {
  throw new TokenError(
    'unknownApp',
    `the token is for ${what} '${value}', which is not registered (any more)`,
  );
}
