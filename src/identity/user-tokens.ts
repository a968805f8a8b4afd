import { createHash } from 'node:crypto';
import type { Authorization, CodeYield } from '../platform/grants/authorization-codes.ts';
import type { App } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import type { Generation } from './generation.ts';
import type { TokenAnswer } from './grants/grant.ts';

/**
 * Issues the tokens of a user's authorization: an access token (in generation 2 an app token), an ID token if
 * `openid` was granted, a refresh token if the scopes ask for one. Saves them.
 * @param refresh the family and its next token when this continues an earlier grant
 * @param noteYield receives the issued tokens before they are saved
 */
export async function issueUserTokens(
  platform: Platform,
  generation: Generation,
  app: App,
  authorization: Authorization,
  refresh?: { familyId: string; token: string },
  noteYield?: (yielded: CodeYield) => void,
): Promise<TokenAnswer> {
  const { issuer, grants } = platform.tokens;
  const { scopes, userId, tenantId } = authorization;
  const { token, claims } =
    tenantId === undefined
      ? await issuer.access(generation.number, { app, scopes, userId })
      : await issuer.app({ app, userId, tenantId, scopes });
  const family = refresh ?? startFamily(platform, generation, app, authorization);
  const accessToken: CodeYield['accessToken'] = [claims.jti ?? '', claims.exp];
  if (family) grants.refreshTokens.noteAccessToken(family.familyId, ...accessToken);
  noteYield?.({ accessToken, ...(family ? { familyId: family.familyId } : {}) });
  await platform.tokens.save();
  return {
    access_token: token,
    token_type: generation.tokenType,
    expires_in: claims.exp - (claims.iat ?? claims.exp),
    scope: scopes.join(' '),
    ...(family ? { refresh_token: family.token } : {}),
    ...(scopes.includes('openid')
      ? { id_token: await idToken(platform, generation, app, authorization, token) }
      : {}),
  };
}

function startFamily(
  { tokens }: Platform,
  generation: Generation,
  app: App,
  { scopes, userId, tenantId, authTime }: Authorization,
): { familyId: string; token: string } | undefined {
  if (!scopes.some((scope) => generation.offlineScopes.includes(scope))) return undefined;
  const grant = { purpose: generation.ring, clientId: app.clientId, scopes, userId, authTime };
  return tokens.grants.refreshTokens.issue(
    tenantId === undefined ? grant : { ...grant, tenantId },
    tokens.issuer.lifetime('refresh', app),
  );
}

/** Names the signed-in user, the time and the app; profile claims are at userinfo only (platform.md section 3). */
async function idToken(
  { tokens }: Platform,
  generation: Generation,
  app: App,
  { userId, authTime, nonce }: Authorization,
  accessToken: string,
): Promise<string> {
  const { token } = await tokens.issuer.id(generation.number, app, {
    sub: userId,
    aud: generation.number === 1 ? [app.clientId] : [app.clientId, app.id],
    azp: app.clientId,
    auth_time: authTime,
    amr: ['pwd'],
    at_hash: leftHalfHash(accessToken),
    ...(nonce === undefined ? {} : { nonce }),
  });
  return token;
}

/** Ties an ID token to its access token (OpenID Connect Core section 3.1.3.6; RS256 means SHA-256). */
function leftHalfHash(token: string): string {
  return createHash('sha256').update(token, 'ascii').digest().subarray(0, 16).toString('base64url');
}
