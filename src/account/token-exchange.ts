import { annotate, assume } from '../platform/http.ts';
import type { App } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import type { RefreshGrant } from '../platform/grants/refresh-tokens.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { scopesOf } from '../platform/token-claims.ts';
import { optsIntoActAs } from './act-as.ts';
import { callingApp } from './callers.ts';
import { AccountError } from './errors.ts';
import { readJsonObject, textField, uuidParameter } from './fields.ts';

/** `delegated`: the app itself, in one tenant. `actAs`: the app as one of the tenant's users. */
export type ExchangeKind = 'delegated' | 'actAs';

/** The tenant, and for `actAs` the user, that a service account asks a token for. */
interface Wanted {
  tenantId: string;
  userId?: string;
}

/**
 * Exchanges a service account's token for one that is valid in a single tenant (platform.md section 3). Refuses with
 * 401 if there is no service account's token, 404 if the tenant or user does not exist, 403 if the exchange is not
 * allowed.
 */
export function exchangeEndpoint(platform: Platform, kind: ExchangeKind) {
  return async ({ request, response }: Exchange): Promise<void> => {
    const { app, scopes } = await serviceAccount(platform, request);
    const body = await readJsonObject(request);
    const wanted: Wanted = {
      tenantId: uuidParameter(body['tenantId'], 'tenantId'),
      ...(kind === 'actAs' ? { userId: uuidParameter(body['userId'], 'userId') } : {}),
    };
    checkAllowed(platform, app, wanted);
    const grant: RefreshGrant = { purpose: kind, clientId: app.clientId, scopes, ...wanted };
    const { tokens } = platform;
    const refresh = tokens.grants.refreshTokens.issue(grant, tokens.issuer.lifetime('refresh', app));
    await answer(platform, response, app, grant, refresh);
  };
}

/**
 * Repeats an exchange by the refresh token of its answer. The refresh token is replaced, and the same refusals apply.
 */
export function exchangeRefreshEndpoint(platform: Platform, kind: ExchangeKind) {
  return async ({ request, response }: Exchange): Promise<void> => {
    const { app } = await serviceAccount(platform, request);
    const body = await readJsonObject(request);
    const presented = textField(body, 'refreshToken');
    const by = { purpose: kind, clientId: app.clientId };
    const lifetime = platform.tokens.issuer.lifetime('refresh', app);
    const { grant, ...next } = await platform.tokens.withRefreshTokens((refreshTokens) => {
      const { grant, familyId } = refreshTokens.inspect(presented, by);
      checkAllowed(platform, app, { ...grant, tenantId: grant.tenantId ?? '' });
      return { grant, familyId, token: refreshTokens.rotate(familyId, lifetime) };
    });
    await answer(platform, response, app, grant, next);
  };
}

async function answer(
  { tokens }: Platform,
  response: Exchange['response'],
  app: App,
  grant: RefreshGrant,
  refresh: { familyId: string; token: string },
): Promise<void> {
  const { scopes, tenantId, userId } = grant;
  const { token, claims } = await tokens.issuer.access(2, {
    app,
    scopes,
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(userId === undefined ? {} : { userId }),
  });
  tokens.grants.refreshTokens.noteAccessToken(refresh.familyId, claims.jti ?? '', claims.exp);
  await tokens.save();
  annotate(response, { appId: app.id, ...(tenantId === undefined ? {} : { tenantId }) });
  assume(response, 'token-exchange-answer');
  if (userId !== undefined) assume(response, 'act-as-opt-in');
  const expiresIn = claims.exp - (claims.iat ?? claims.exp);
  answerJson(
    response,
    200,
    { accessToken: token, refreshToken: refresh.token, expiresIn },
    { 'Cache-Control': 'no-store' },
  );
}

/** @throws TokenError or AccountError (401, 403) for any other token than a service account's own */
async function serviceAccount(
  platform: Platform,
  request: Exchange['request'],
): Promise<{ app: App; scopes: string[] }> {
  const caller = await callingApp(platform, request);
  if (caller.kind === 'app') {
    throw new AccountError(
      403,
      {},
      'an app token was sent; token exchange needs the service account’s own token (client credentials of generation 2)',
    );
  }
  if (caller.generation === 1) {
    throw new AccountError(
      403,
      {},
      'an access token of generation 1 was sent; token exchange needs one of generation 2, from /id/oauth/v2/token',
    );
  }
  if (caller.tenantId !== undefined || caller.userId !== undefined) {
    throw new AccountError(
      403,
      {},
      'a token that was itself exchanged was sent; token exchange needs the service account’s own',
    );
  }
  return { app: caller.app, scopes: scopesOf(caller.claims) };
}

/** @throws NotFound, AccountError 403 */
function checkAllowed({ registry }: Platform, app: App, { tenantId, userId }: Wanted): void {
  const tenant = registry.tenant(tenantId);
  if (!registry.findInstallation(app.id, tenant.id)) {
    throw new AccountError(
      403,
      {},
      `${app.name} is not installed in tenant ${tenant.slug}; install it there first`,
    );
  }
  if (userId === undefined) return;
  if (!optsIntoActAs(app.manifest)) {
    throw new AccountError(
      403,
      {},
      `${app.name} has not opted into acting as users; set authentication.actAsUser to true in its manifest`,
      'act-as-opt-in',
    );
  }
  const user = registry.user(userId);
  if (!registry.isMember(user.id, tenant.id)) {
    throw new AccountError(403, {}, `user ${user.email} does not belong to tenant ${tenant.slug}`);
  }
}
