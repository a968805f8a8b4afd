import { assume, annotate } from '../platform/http.ts';
import type { App, Tenant } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { signedInUser } from './callers.ts';
import { AccountError } from './errors.ts';
import { uuidParameter } from './fields.ts';

/**
 * Answers the request that the host page of an app makes when the app calls `getSessionToken`: the signed-in user's
 * token for a tenant, as a JSON string (platform.md section 4).
 */
export function sessionTokenEndpoint(platform: Platform) {
  return async ({ request, response, query }: Exchange): Promise<void> => {
    const { userId } = signedInUser(platform, request);
    const tenant = memberTenant(platform, userId, query);
    const { token } = await platform.tokens.issuer.session({ userId, tenantId: tenant.id });
    annotate(response, { tenantId: tenant.id });
    assume(response, 'session-token-lifetime');
    assume(response, 'session-token-header-kid');
    answerJson(response, 200, token, { 'Cache-Control': 'no-store' });
  };
}

/** Answers the request for `getAppToken`. The path is our choice, the answer `{accessToken}` is the bridge method's. */
export function appTokenEndpoint(platform: Platform) {
  return async ({ request, response, query }: Exchange): Promise<void> => {
    const { userId } = signedInUser(platform, request);
    const tenant = memberTenant(platform, userId, query);
    const app = installedApp(platform, tenant, query);
    const { token } = await platform.tokens.issuer.app({
      app,
      userId,
      tenantId: tenant.id,
      scopes: ['openid', 'profile', 'email'],
    });
    annotate(response, { tenantId: tenant.id, appId: app.id });
    assume(response, 'app-token-endpoint');
    answerJson(response, 200, { accessToken: token }, { 'Cache-Control': 'no-store' });
  };
}

function memberTenant({ registry }: Platform, userId: string, query: URLSearchParams): Tenant {
  const id = uuidParameter(query.get('tenantId'), 'tenantId');
  const tenant = registry.tenant(id);
  if (!registry.isMember(userId, tenant.id)) {
    throw new AccountError(
      403,
      {},
      `user ${registry.user(userId).email} is not a member of tenant ${tenant.slug}`,
    );
  }
  return tenant;
}

function installedApp({ registry }: Platform, tenant: Tenant, query: URLSearchParams): App {
  const app = registry.app(uuidParameter(query.get('appId'), 'appId'));
  if (!registry.findInstallation(app.id, tenant.id)) {
    throw new AccountError(
      403,
      {},
      `${app.name} is not installed in tenant ${tenant.slug}; install it in the Hub`,
    );
  }
  return app;
}
