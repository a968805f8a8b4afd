/** The server's settings for the browser: the platform's addresses and this app's client id. */
export interface Config {
  issuer: string;
  clientId: string;
  scope: string;
  apiBase: string;
}

/** The Identity Provider's answer to a code. */
export interface Tokens {
  access_token: string;
  id_token: string;
}

interface Endpoints {
  authorization_endpoint: string;
  token_endpoint: string;
  userinfo_endpoint: string;
  end_session_endpoint: string;
}

const redirectUri = `${location.origin}/callback`;

/** The Identity Provider's addresses (OpenID Connect Discovery 1.0). */
export async function discover({ issuer }: Config): Promise<Endpoints> {
  return (await fetch(`${issuer}/.well-known/openid-configuration`)).json() as Promise<Endpoints>;
}

/** Sends the user to sign in: authorization code with PKCE (RFC 7636), because a browser cannot keep a secret. */
export async function beginSignIn(config: Config): Promise<void> {
  const verifier = randomText();
  const state = randomText();
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state }));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const url = new URL((await discover(config)).authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: redirectUri,
    scope: config.scope,
    state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  location.assign(url);
}

/** Redeems the code that the Identity Provider sent the user back with. @throws Error with what went wrong */
export async function finishSignIn(config: Config): Promise<Tokens> {
  const answer = new URLSearchParams(location.search);
  const begun = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}') as {
    verifier?: string;
    state?: string;
  };
  sessionStorage.removeItem('sign-in');
  if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error') ?? '');
  if (begun.state === undefined || answer.get('state') !== begun.state)
    throw new Error('this sign-in was not begun here');
  const response = await fetch((await discover(config)).token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.clientId,
      code: answer.get('code') ?? '',
      redirect_uri: redirectUri,
      code_verifier: begun.verifier ?? '',
    }),
  });
  if (!response.ok)
    throw new Error(`the Identity Provider answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Tokens;
}

/** The claims of a token. It came straight from the Identity Provider, so the browser need not check it again. */
export function claimsOf(token: string): Record<string, unknown> {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(atob(payload)) as Record<string, unknown>;
}

function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
