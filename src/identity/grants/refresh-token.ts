import type { Authorization } from '../../platform/grants/authorization-codes.ts';
import type { RefreshGrant } from '../../platform/grants/refresh-tokens.ts';
import type { Registry } from '../../platform/registry.ts';
import { OAuthError } from '../errors.ts';
import { required, scopeList } from '../form.ts';
import { issueUserTokens } from '../user-tokens.ts';
import type { Grant } from './grant.ts';

/** Continues a sign-in (RFC 6749 section 6). The next refresh token replaces this one; a second use ends its family. */
export const refreshToken: Grant = {
  type: 'refresh_token',
  allowsPublicClients: true,
  async exchange({ platform, generation, client, form }) {
    const { app } = client;
    const presented = required(form, 'refresh_token');
    const asked = scopeList(form.get('scope'));
    const by = { purpose: generation.ring, clientId: app.clientId };
    const lifetime = platform.tokens.issuer.lifetime('refresh', app);
    const { authorization, ...next } = await platform.tokens.withRefreshTokens((refreshTokens) => {
      const { grant, familyId } = refreshTokens.inspect(presented, by);
      const authorization = continued(grant, asked, platform.registry);
      return { authorization, familyId, token: refreshTokens.rotate(familyId, lifetime) };
    });
    return issueUserTokens(platform, generation, app, authorization, next);
  },
};

/** @throws OAuthError if the request asks for more than was granted, or the user no longer exists */
function continued(grant: RefreshGrant, asked: string[], registry: Registry): Authorization {
  const wider = asked.filter((scope) => !grant.scopes.includes(scope));
  if (wider.length > 0) {
    throw new OAuthError(
      'invalid_scope',
      `'${wider.join(' ')}' was not granted at sign-in; a refresh can only narrow '${grant.scopes.join(' ')}'`,
    );
  }
  const user = registry.findUser(grant.userId ?? '');
  if (!user) {
    throw new OAuthError(
      'invalid_grant',
      `the user '${String(grant.userId)}' of the refresh token does not exist any more`,
    );
  }
  return {
    clientId: grant.clientId,
    scopes: asked.length > 0 ? asked : grant.scopes,
    userId: user.id,
    authTime: grant.authTime ?? 0,
    ...(grant.tenantId === undefined ? {} : { tenantId: grant.tenantId }),
  };
}
