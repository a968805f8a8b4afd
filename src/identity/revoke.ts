import { annotate, setReason } from '../platform/http.ts';
import type { App } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import type { Exchange } from '../platform/routes.ts';
import { TokenError } from '../tokens/errors.ts';
import { authenticateClient } from './client-authentication.ts';
import { noStore, OAuthError } from './errors.ts';
import { readForm, required } from './form.ts';
import type { Generation } from './generation.ts';

/** Revokes a token, and with a refresh token everything that came from the same sign-in (RFC 7009 section 2.1). */
export function revokeEndpoint(platform: Platform, generation: Generation) {
  return async ({ request, response }: Exchange): Promise<void> => {
    const form = await readForm(request);
    const { app } = authenticateClient(request, form, platform.registry, true);
    annotate(response, { appId: app.id });
    const token = required(form, 'token');
    const revoked =
      (await revokeRefreshToken(platform, generation, app, token)) ||
      (await revokeAccessToken(platform, app, token));
    // A token that is already invalid is not an error, because the client has nothing to do about it (RFC 7009
    // section 2.2).
    if (!revoked)
      setReason(response, 'there was nothing to revoke: the token is unknown, expired or revoked already');
    response.writeHead(200, { ...noStore, ...generation.emptyAnswer, 'Content-Length': 0 }).end();
  };
}

async function revokeRefreshToken(
  { tokens }: Platform,
  generation: Generation,
  app: App,
  token: string,
): Promise<boolean> {
  const state = tokens.grants.refreshTokens.find(token);
  if (!state || state.grant.purpose !== generation.ring) return false;
  if (state.grant.clientId !== app.clientId) throw foreignToken(app);
  tokens.grants.refreshTokens.revokeFamily(state.familyId);
  await tokens.save();
  return true;
}

async function revokeAccessToken({ tokens }: Platform, app: App, token: string): Promise<boolean> {
  try {
    const { kind, claims } = await tokens.verify(token);
    // An ID token does not grant access, so there is nothing to revoke.
    if (kind === 'id') return false;
    if (claims['client_id'] !== app.clientId) throw foreignToken(app);
    await tokens.revoke(claims);
    return true;
  } catch (error) {
    if (error instanceof TokenError) return false;
    throw error;
  }
}

function foreignToken(app: App): OAuthError {
  return new OAuthError(
    'unauthorized_client',
    `the token was not issued to client '${app.clientId}'; only its own client can revoke it`,
  );
}
