import { authenticateBearer } from '../platform/authentication.ts';
import type { Principal } from '../platform/authentication.ts';
import { annotate } from '../platform/http.ts';
import type { User } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { scopesOf, tenantClaim } from '../platform/token-claims.ts';
import { bearerToken } from './bearer.ts';
import { noStore, OAuthError } from './errors.ts';
import { readForm } from './form.ts';
import type { Generation } from './generation.ts';

/** Claims a scope opens (OpenID Connect Core section 5.4). */
const claimsByScope: Readonly<Record<string, (user: User) => Record<string, unknown>>> = {
  profile: (user) => ({
    name: `${user.firstName} ${user.lastName}`,
    given_name: user.firstName,
    family_name: user.lastName,
    preferred_username: user.email,
    locale: user.locale,
  }),
  email: (user) => ({ email: user.email, email_verified: true }),
};

/** Claims about the user of an access token (OpenID Connect Core section 5.3). */
export function userinfoEndpoint(platform: Platform, generation: Generation) {
  const answer = async ({ request, response }: Exchange): Promise<void> => {
    const form = request.method === 'POST' ? await readForm(request) : undefined;
    const caller = await authenticateBearer(platform, bearerToken(request, form));
    const user = userOf(platform, generation, caller);
    const scopes = scopesOf(caller.claims);
    if (!scopes.includes('openid')) {
      throw new OAuthError(
        'insufficient_scope',
        `the token's scopes '${scopes.join(' ')}' lack 'openid'; sign in with scope openid`,
      );
    }
    const { app, tenantId } = caller;
    annotate(response, { appId: app.id, ...(tenantId === undefined ? {} : { tenantId }) });
    const claims = scopes.flatMap((scope) =>
      Object.hasOwn(claimsByScope, scope) ? Object.entries(claimsByScope[scope]!(user)) : [],
    );
    answerJson(
      response,
      200,
      {
        sub: user.id,
        ...Object.fromEntries(claims),
        ...(tenantId === undefined ? {} : { [tenantClaim]: tenantId }),
      },
      noStore,
    );
  };
  return { GET: answer, POST: answer };
}

function userOf(platform: Platform, generation: Generation, caller: Principal): User {
  if (caller.generation !== generation.number) {
    throw new OAuthError(
      'invalid_token',
      `the token is of generation ${caller.generation}; userinfo of generation ${generation.number} takes its own access tokens`,
    );
  }
  const user = platform.registry.findUser(caller.userId ?? '');
  if (user) return user;
  throw new OAuthError(
    'invalid_token',
    `the token's subject '${String(caller.claims.sub)}' is not a user; a service account has no user information`,
  );
}
