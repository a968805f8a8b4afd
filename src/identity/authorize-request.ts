import type { App } from '../platform/model.ts';
import type { Registry } from '../platform/registry.ts';
import { unknownClient } from './client-authentication.ts';
import { OAuthError } from './errors.ts';
import { scopeList } from './form.ts';
import type { Parameters } from './form.ts';
import type { Generation } from './generation.ts';
import { grantScopes } from './scopes.ts';

/** The destination of an authorization request's answer. Until it is certain, the endpoint does not redirect. */
export interface RedirectTarget {
  app: App;
  redirectUri: string;
}

/** The parameters of an authorization request. */
export interface AuthorizeRequest extends RedirectTarget {
  scopes: string[];
  prompts: ReadonlySet<string>;
  nonce?: string;
  codeChallenge?: string;
  /** Seconds since the sign-in, at most. */
  maxAge?: number;
  loginHint?: string;
  /** The user of the ID token that the app sent as a hint; no other user may be signed in. */
  hintedUserId?: string;
  tenantHint?: string;
}

/**
 * Finds the client and checks that the redirect URI is one of its own, character by character (RFC 9700 section
 * 4.1.3).
 * @throws OAuthError to show to the user, never to send to the URI (RFC 6749 section 4.1.2.1)
 */
export function readTarget(parameters: Parameters, registry: Registry): RedirectTarget {
  const clientId = parameters.get('client_id');
  const app = clientId === undefined ? undefined : registry.findAppByClientId(clientId);
  if (!app) {
    throw new OAuthError(
      'invalid_request',
      clientId === undefined ? 'client_id is missing' : unknownClient(clientId, registry),
    );
  }
  const registered = app.manifest.publicClient?.redirectUris ?? [];
  const redirectUri = parameters.get('redirect_uri');
  if (redirectUri === undefined || !registered.includes(redirectUri)) {
    const got =
      redirectUri === undefined
        ? 'redirect_uri is missing'
        : `redirect_uri '${redirectUri}' is not registered`;
    const right =
      registered.length === 0
        ? 'its manifest declares none'
        : `its manifest declares ${registered.join(', ')}`;
    throw new OAuthError(
      'invalid_request',
      `${got} for ${app.name}; ${right} (authentication.publicClient.redirectUris)`,
    );
  }
  return { app, redirectUri };
}

/** @returns the response mode. It is known before anything else can fail, because errors use it too. */
export function responseModeOf(parameters: Parameters): 'query' | 'fragment' {
  return parameters.get('response_mode') === 'fragment' ? 'fragment' : 'query';
}

/**
 * Reads the rest of an authorization request.
 * @throws OAuthError to send to the redirect URI
 */
export function readAuthorizeRequest(
  parameters: Parameters,
  target: RedirectTarget,
  generation: Generation,
): AuthorizeRequest {
  checkForm(parameters);
  const scopes = grantScopes(scopeList(parameters.get('scope')), generation, target.app);
  if (generation.scopeRequired && !scopes.includes('openid')) {
    throw new OAuthError(
      'invalid_scope',
      `the scope '${parameters.get('scope') ?? ''}' lacks 'openid', which generation 2 needs for a sign-in`,
      'The scope openid is missing in your request.',
    );
  }
  const codeChallenge = readChallenge(parameters);
  const optional = {
    nonce: parameters.get('nonce'),
    codeChallenge,
    maxAge: readMaxAge(parameters.get('max_age')),
    loginHint: parameters.get('login_hint'),
    tenantHint: parameters.get('tenant_hint'),
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { ...target, scopes, prompts: readPrompts(parameters.get('prompt')), ...given };
}

function checkForm(parameters: Parameters): void {
  if (parameters.has('request'))
    throw new OAuthError(
      'request_not_supported',
      `the parameter 'request' is not supported; send plain parameters`,
    );
  if (parameters.has('request_uri'))
    throw new OAuthError(
      'request_uri_not_supported',
      `the parameter 'request_uri' is not supported; send plain parameters`,
    );
  const type = parameters.get('response_type');
  if (type === undefined)
    throw new OAuthError('invalid_request', `the parameter 'response_type' is missing; send 'code'`);
  if (type !== 'code')
    throw new OAuthError(
      'unsupported_response_type',
      `response_type '${type}' is not supported; only 'code' is`,
    );
  const mode = parameters.get('response_mode');
  if (mode !== undefined && mode !== 'query' && mode !== 'fragment') {
    throw new OAuthError(
      'invalid_request',
      `response_mode '${mode}' is not supported; 'query' and 'fragment' are`,
    );
  }
}

/**
 * Only S256, because `plain` does not protect (RFC 9700 section 2.1.1). Whether a client may leave the challenge out
 * depends on its secret, which the token endpoint checks.
 */
function readChallenge(parameters: Parameters): string | undefined {
  const challenge = parameters.get('code_challenge');
  const method = parameters.get('code_challenge_method');
  if (challenge === undefined) {
    if (method !== undefined)
      throw new OAuthError('invalid_request', 'there is a code_challenge_method but no code_challenge');
    return undefined;
  }
  if (method !== 'S256') {
    throw new OAuthError(
      'invalid_request',
      `code_challenge_method is '${method ?? 'missing, which means plain'}'; only S256 is accepted`,
    );
  }
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge)) {
    throw new OAuthError(
      'invalid_request',
      `code_challenge has ${challenge.length} characters; base64url(SHA-256(verifier)) without padding has 43`,
    );
  }
  return challenge;
}

const knownPrompts = ['none', 'login', 'select_account', 'consent'];

function readPrompts(value: string | undefined): ReadonlySet<string> {
  const prompts = new Set(scopeList(value));
  const unknown = [...prompts].filter((prompt) => !knownPrompts.includes(prompt));
  if (unknown.length > 0)
    throw new OAuthError(
      'invalid_request',
      `prompt '${unknown.join(' ')}' is unknown; known: ${knownPrompts.join(', ')}`,
    );
  if (prompts.has('none') && prompts.size > 1)
    throw new OAuthError('invalid_request', `prompt 'none' cannot be combined with others`);
  return prompts;
}

function readMaxAge(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new OAuthError('invalid_request', `max_age is '${value}'; it must be whole seconds`);
}
