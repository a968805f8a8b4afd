import { authenticateBearer } from '../platform/authentication.ts';
import { annotate, setReason } from '../platform/http.ts';
import type { App } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { scopesOf } from '../platform/token-claims.ts';
import { TokenError } from '../tokens/errors.ts';
import { authenticateClient } from './client-authentication.ts';
import { noStore } from './errors.ts';
import { readForm, required } from './form.ts';
import { issuerOf } from './generation.ts';
import type { Generation } from './generation.ts';

/** The state of a token; an inactive one has no other member (RFC 7662 section 2.2). */
type Introspection = { active: false } | ({ active: true } & Record<string, unknown>);

/** Tells an app whether one of its tokens is active (RFC 7662). */
export function introspectEndpoint(platform: Platform, generation: Generation) {
  return async ({ request, response }: Exchange): Promise<void> => {
    const form = await readForm(request);
    const { app } = authenticateClient(request, form, platform.registry, false);
    annotate(response, { appId: app.id });
    const token = required(form, 'token');
    const refresh = refreshState(platform, generation, app, token);
    answerJson(
      response,
      200,
      refresh ?? (await accessState(platform, generation, app, token, response)),
      noStore,
    );
  };
}

function refreshState(
  { tokens, urls }: Platform,
  generation: Generation,
  app: App,
  token: string,
): Introspection | undefined {
  const state = tokens.grants.refreshTokens.find(token);
  if (!state || state.grant.purpose !== generation.ring || state.grant.clientId !== app.clientId)
    return undefined;
  return {
    active: true,
    client_id: app.clientId,
    sub: state.grant.userId,
    scope: state.grant.scopes.join(' '),
    exp: state.expiresAt,
    iss: issuerOf(generation, urls),
    token_use: 'refresh_token',
  };
}

async function accessState(
  platform: Platform,
  generation: Generation,
  app: App,
  token: string,
  response: Exchange['response'],
): Promise<Introspection> {
  try {
    const caller = await authenticateBearer(platform, token);
    if (caller.generation !== generation.number || caller.app.id !== app.id) {
      setReason(
        response,
        `the token is genuine, but generation ${generation.number} did not issue it to client '${app.clientId}'`,
      );
      return { active: false };
    }
    const user = platform.registry.findUser(caller.userId ?? '');
    return {
      active: true,
      ...caller.claims,
      scope: scopesOf(caller.claims).join(' '),
      token_type: generation.tokenType,
      token_use: 'access_token',
      ...(user === undefined ? {} : { username: user.email }),
    };
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    setReason(response, error.message);
    return { active: false };
  }
}
