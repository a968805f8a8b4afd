import type { Platform } from '../platform/platform.ts';
import { serveRoutes } from '../platform/routes.ts';
import type { RouteHandler } from '../platform/routes.ts';
import { answerError, answerUnknownPath } from './errors.ts';
import { keysEndpoint } from './keys.ts';
import { appTokenEndpoint, sessionTokenEndpoint } from './session-token.ts';
import { tenantsEndpoint } from './tenants.ts';
import { exchangeEndpoint, exchangeRefreshEndpoint } from './token-exchange.ts';
import { userSettingsEndpoint } from './user-settings.ts';
import { validateEndpoint } from './validate.ts';

/** The Account Service, to be mounted at `/account` (platform.md section 4). */
export function createAccountService(platform: Platform): RouteHandler {
  return serveRoutes(
    [
      { path: '/.well-known/jwks.json', cors: true, methods: { GET: keysEndpoint(platform) } },
      { path: '/identity/session-token', methods: { GET: sessionTokenEndpoint(platform) } },
      { path: '/identity/app-token', methods: { GET: appTokenEndpoint(platform) } },
      { path: '/identity/session-token/validate', methods: { POST: validateEndpoint(platform) } },
      { path: '/identity/delegated-token', methods: { POST: exchangeEndpoint(platform, 'delegated') } },
      {
        path: '/identity/delegated-token/refresh',
        methods: { POST: exchangeRefreshEndpoint(platform, 'delegated') },
      },
      { path: '/identity/act-as-user-token', methods: { POST: exchangeEndpoint(platform, 'actAs') } },
      {
        path: '/identity/act-as-user-token/refresh',
        methods: { POST: exchangeRefreshEndpoint(platform, 'actAs') },
      },
      // Apps' pages call these with the session token that the bridge gave them.
      { path: '/tenants', cors: true, methods: { GET: tenantsEndpoint(platform) } },
      { path: '/user-settings', cors: true, methods: userSettingsEndpoint(platform) },
    ],
    platform.cors,
    { error: answerError, unknownPath: answerUnknownPath },
  );
}
