import { createHash, randomBytes } from 'node:crypto';
import { startEmulator } from '../../src/index.ts';
import type { Emulator, StartOptions } from '../../src/index.ts';

export const redirectUri = 'http://localhost:4100/callback';
export const afterLogout = 'http://localhost:4100/bye';
export const tenants = {
  bergmann: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  kaffee: '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53',
};
export const anna = '550e8400-e29b-41d4-a716-446655440000';
export const ben = '6ba7b810-9dad-41d1-80b4-00c04fd430c8';
export const helloWorld = {
  appId: '11111111-1111-4111-8111-111111111111',
  clientId: 'hello-world-client',
  clientSecret: 'hello-world-secret',
};

/** An app that signs users in from the browser, and may act as them; installed in bergmann-outdoor. */
export const signInApp = {
  appId: '44444444-4444-4444-8444-444444444444',
  clientId: 'sign-in-client',
  clientSecret: 'sign-in-secret & more', // needs form-encoding in HTTP Basic
};

export async function startWithSignInApp(options: StartOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator(options);
  await emulator.apps.register({ ...signInApp, manifest: signInManifest() });
  await emulator.apps.install(signInApp.appId, 'bergmann-outdoor');
  return emulator;
}

export function signInManifest(authentication: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    technicalName: 'sign-in-app',
    version: '1.0.0',
    lifecycle: { configurationUrl: 'http://localhost:4100/setup' },
    capabilities: { erp: { api: { scopes: ['items.read', 'customers.read'] } } },
    authentication: {
      publicClient: {
        redirectUris: [redirectUri, `${redirectUri}/other?keep=1`],
        postLogoutRedirectUris: [afterLogout],
      },
      actAsUser: true,
      ...authentication,
    },
  };
}

/** Paths of the two Identity Providers that have the same job. */
export const generations = [
  {
    generation: 1,
    authorize: '/oauth2/auth',
    token: '/oauth2/token',
    revoke: '/oauth2/revoke',
    introspect: '/oauth2/introspect',
    userinfo: '/userinfo',
    keys: '/.well-known/jwks.json',
    issuer: '',
  },
  {
    generation: 2,
    authorize: '/id/oauth/v2/authorize',
    token: '/id/oauth/v2/token',
    revoke: '/id/oauth/v2/revoke',
    introspect: '/id/oauth/v2/introspect',
    userinfo: '/id/oidc/v1/userinfo',
    keys: '/id/oauth/v2/keys',
    issuer: '/id',
  },
] as const;
export type GenerationPaths = (typeof generations)[number];

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export function basic(client: { clientId: string; clientSecret: string }): Record<string, string> {
  const encoded = [client.clientId, client.clientSecret].map((part) => encodeURIComponent(part)).join(':');
  return { authorization: `Basic ${Buffer.from(encoded).toString('base64')}` };
}

export async function postForm(
  url: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** Opens the authorization endpoint as a browser would, without following redirects. */
export function openAuthorize(
  emulator: Emulator,
  paths: GenerationPaths,
  parameters: Record<string, string>,
  init: RequestInit = {},
): Promise<Response> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: signInApp.clientId,
    redirect_uri: redirectUri,
    scope: 'openid',
    ...parameters,
  });
  return fetch(`${emulator.url}${paths.authorize}?${query}`, { redirect: 'manual', ...init });
}

/** Signs anna in without clicks. @returns the redirect back to the app */
export async function signInSilently(
  emulator: Emulator,
  paths: GenerationPaths,
  parameters: Record<string, string> = {},
): Promise<URL> {
  const response = await openAuthorize(emulator, paths, {
    prompt: 'none',
    login_hint: 'anna.bergmann@example.com',
    ...parameters,
  });
  return new URL(response.headers.get('location') ?? `about:blank#${response.status}`);
}

/** Signs anna in and exchanges the code. */
export async function tokensOf(
  emulator: Emulator,
  paths: GenerationPaths,
  scope = 'openid profile email offline_access',
): Promise<Record<string, string>> {
  const { verifier, challenge } = pkce();
  const back = await signInSilently(emulator, paths, {
    scope,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const form = {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    client_id: signInApp.clientId,
  };
  return (await postForm(emulator.url + paths.token, form)).body as Record<string, string>;
}

export function claimsOf(token: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >;
}
