import type { App } from './model.ts';
import type { Urls } from './config.ts';

/** @returns the environment variables that generated apps read, except those of a tenant (platform.md section 9) */
export function appEnvironment(app: App, urls: Urls): Record<string, string> {
  return {
    CLIENT_ID: app.clientId,
    CLIENT_SECRET: app.clientSecret,
    JTL_ISSUER: urls.issuerV2,
    JTL_APP_ID: app.id,
    JTL_API_BASE: urls.base,
    JTL_AUTH_BASE: urls.base,
    VITE_JTL_ISSUER: urls.issuerV2,
    VITE_JTL_CLIENT_ID: app.clientId,
    VITE_JTL_SCOPE: 'openid profile offline_access',
    VITE_JTL_API_BASE: urls.base,
  };
}
