import { OAuthError } from '../errors.ts';
import { required, scopeList } from '../form.ts';
import { issueUserTokens } from '../user-tokens.ts';
import type { Grant } from './grant.ts';

/** Continues a sign-in (RFC 6749 section 6). The refresh token is replaced by the next; used twice, its family ends. */
export const refreshToken: Grant = {
  type: 'refresh_token',
  allowsPublicClients: true,
  async exchange({ platform, generation, client, form }) {
    const { refreshTokens } = platform.tokens;
    const { app } = client;
    const by = { purpose: generation.ring, clientId: app.clientId };
    const { grant, familyId } = refreshTokens.inspect(required(form, 'refresh_token'), by);
    const asked = scopeList(form.get('scope'));
    const wider = asked.filter((scope) => !grant.scopes.includes(scope));
    if (wider.length > 0) {
      throw new OAuthError(
        'invalid_scope',
        `'${wider.join(' ')}' was not granted at sign-in; a refresh can only narrow '${grant.scopes.join(' ')}'`,
      );
    }
    const user = platform.registry.findUser(grant.userId ?? '');
    if (!user)
      throw new OAuthError(
        'invalid_grant',
        `the user '${String(grant.userId)}' of the refresh token does not exist any more`,
      );
    // Replaced before anything is awaited, so that two requests at once cannot both use it.
    const token = refreshTokens.rotate(familyId, platform.tokens.issuer.lifetime('refresh', app));
    const authorization = {
      clientId: app.clientId,
      scopes: asked.length > 0 ? asked : grant.scopes,
      userId: user.id,
      authTime: grant.authTime ?? 0,
      ...(grant.tenantId === undefined ? {} : { tenantId: grant.tenantId }),
    };
    return (await issueUserTokens(platform, generation, app, authorization, { familyId, token })).answer;
  },
};
