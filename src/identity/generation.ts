import type { RingName } from '../tokens/key-ring.ts';
import type { RefreshPurpose } from '../platform/grants/refresh-tokens.ts';
import type { Urls } from '../platform/config.ts';
import type { App } from '../platform/model.ts';

/** The differences between the platform's two Identity Providers (platform.md sections 2 and 3). */
export interface Generation {
  number: 1 | 2;
  ring: RingName & RefreshPurpose;
  /** Spelling of `token_type`; it is case-insensitive (RFC 6749 section 5.1), and the two write it differently. */
  tokenType: 'bearer' | 'Bearer';
  /** Scopes that ask for a refresh token. */
  offlineScopes: readonly string[];
  /** Whether a request without scope is refused, and a sign-in without `openid`. */
  scopeRequired: boolean;
  /** The error of Ory Hydra and of Zitadel for an `id_token_hint` that is not one of their tokens. */
  wrongHint: 'invalid_request' | 'login_required';
  /** Headers of an answer without a body: Zitadel sends a JSON content type, Ory Hydra sends none. */
  emptyAnswer: Readonly<Record<string, string>>;
  paths: {
    token: string;
    authorize: string;
    introspect: string;
    revoke: string;
    userinfo: string;
    keys: string;
    endSession: string;
    discovery: string;
    deviceAuthorization?: string;
    device?: string;
  };
}

/** Ory Hydra's paths. */
export const generation1: Generation = {
  number: 1,
  ring: 'generation1',
  tokenType: 'bearer',
  offlineScopes: ['offline', 'offline_access'],
  scopeRequired: false,
  wrongHint: 'invalid_request',
  emptyAnswer: {},
  paths: {
    token: '/oauth2/token',
    authorize: '/oauth2/auth',
    introspect: '/oauth2/introspect',
    revoke: '/oauth2/revoke',
    userinfo: '/userinfo',
    keys: '/.well-known/jwks.json',
    endSession: '/oauth2/sessions/logout',
    discovery: '/.well-known/openid-configuration',
  },
};

/** Zitadel's paths. */
export const generation2: Generation = {
  number: 2,
  ring: 'generation2',
  tokenType: 'Bearer',
  offlineScopes: ['offline_access'],
  scopeRequired: true,
  wrongHint: 'login_required',
  emptyAnswer: { 'Content-Type': 'application/json' },
  paths: {
    token: '/oauth/v2/token',
    authorize: '/oauth/v2/authorize',
    introspect: '/oauth/v2/introspect',
    revoke: '/oauth/v2/revoke',
    userinfo: '/oidc/v1/userinfo',
    keys: '/oauth/v2/keys',
    endSession: '/oidc/v1/end_session',
    discovery: '/.well-known/openid-configuration',
    deviceAuthorization: '/oauth/v2/device_authorization',
    device: '/device',
  },
};

export function issuerOf(generation: Generation, urls: Urls): string {
  return generation.number === 1 ? urls.issuerV1 : urls.issuerV2;
}

/** Scopes that any client may ask for. */
export const standardScopes = ['openid', 'profile', 'email'] as const;

/** @returns whether a client may ask for a scope: the standard ones, those of a refresh token, those of its manifest */
export function isKnownScope(scope: string, generation: Generation, app: App): boolean {
  return (
    (standardScopes as readonly string[]).includes(scope) ||
    generation.offlineScopes.includes(scope) ||
    app.manifest.erp.scopes.includes(scope)
  );
}
