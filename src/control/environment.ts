import type { App, Tenant } from '../platform/model.ts';
import type { Urls } from '../platform/config.ts';

/**
 * The environment variables that generated apps read (platform.md section 9), and two of our own: `JTL_TENANT_ID`
 * and `JTL_EMULATOR_URL`.
 */
export function environmentFor(app: App, tenant: Tenant, urls: Urls): Record<string, string> {
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
    JTL_TENANT_ID: tenant.id,
    JTL_EMULATOR_URL: urls.base,
  };
}
