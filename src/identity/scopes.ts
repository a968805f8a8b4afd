import type { App } from '../platform/model.ts';
import { OAuthError } from './errors.ts';
import { isKnownScope } from './generation.ts';
import type { Generation } from './generation.ts';

/**
 * Decides which of the requested scopes a client gets. Generation 1 refuses scopes that the client may not have,
 * generation 2 leaves them out, as the two products do.
 * @throws OAuthError `invalid_scope`; `invalid_request` if the request to generation 2 has no scope
 */
export function grantScopes(asked: readonly string[], generation: Generation, app: App): string[] {
  if (asked.length === 0 && generation.scopeRequired) {
    throw new OAuthError(
      'invalid_request',
      `the parameter 'scope' is missing; generation 2 of the Identity Provider needs one, such as 'openid'`,
      'The scope of your request is missing. Please ensure some scopes are requested.',
    );
  }
  const unknown = asked.filter((scope) => !isKnownScope(scope, generation, app));
  if (unknown.length > 0 && generation.number === 1) {
    throw new OAuthError(
      'invalid_scope',
      `${app.name} may not ask for '${unknown.join(' ')}': a client gets openid, profile, email, offline_access and the scopes of its manifest`,
    );
  }
  return asked.filter((scope) => !unknown.includes(scope));
}
