import { appEnvironment } from '../platform/app-environment.ts';
import type { App, Tenant } from '../platform/model.ts';
import type { Urls } from '../platform/config.ts';

/**
 * The environment variables that generated apps read (platform.md section 9), and two of our own: `JTL_TENANT_ID`
 * and `JTL_EMULATOR_URL`.
 */
export function environmentFor(app: App, tenant: Tenant, urls: Urls): Record<string, string> {
  return {
    ...appEnvironment(app, urls),
    JTL_TENANT_ID: tenant.id,
    JTL_EMULATOR_URL: urls.base,
  };
}
