import { Router } from 'express';
import type { Installer } from '../../platform/hooks/installer.ts';
import { assume, factsOf } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { openTenant } from '../../platform/sign-in.ts';
import { checked } from '../../platform/validation/validator.ts';
import { viewOf } from '../app-view.ts';
import { installationChange } from '../bodies.schema.ts';
import { requireTenant } from '../page-access.ts';

/** The apps of a merchant's tenant: install, complete the setup, grant new scopes, uninstall. */
export function tenantAppEndpoints(platform: Platform, installer: Installer): Router {
  const { registry } = platform;
  const view = (appId: string, tenantId: string) =>
    viewOf(registry.app(appId), registry.findInstallation(registry.app(appId).id, tenantId));
  return Router({ mergeParams: true })
    .get('/', (request, response) => {
      const tenant = requireTenant(platform, request);
      const opened = openTenant(platform, request.headers, tenant.id);
      if (opened !== undefined) response.setHeader('Set-Cookie', opened);
      assume(response, 'setup-opens-surfaces');
      response.json({ items: registry.apps.map((app) => view(app.id, tenant.id)) });
    })
    .post('/:app/installation', async (request, response) => {
      const tenant = requireTenant(platform, request);
      await installer.installByMerchant(request.params.app, tenant.id, factsOf(response).traceId);
      assume(response, 'lifecycle-hooks');
      response.status(201).json(view(request.params.app, tenant.id));
    })
    .patch('/:app/installation', async (request, response) => {
      const tenant = requireTenant(platform, request);
      const change = checked(installationChange, request.body ?? {});
      if ('status' in change)
        await installer.completeSetup(request.params.app, tenant.id, factsOf(response).traceId);
      else await grantScopes(request.params.app, tenant.id);
      assume(response, 'lifecycle-hooks');
      response.json(view(request.params.app, tenant.id));
    })
    .delete('/:app/installation', async (request, response) => {
      const tenant = requireTenant(platform, request);
      await installer.uninstall(request.params.app, tenant.id, factsOf(response).traceId);
      assume(response, 'lifecycle-hooks');
      response.status(204).end();
    });

  async function grantScopes(appId: string, tenantId: string): Promise<void> {
    const app = registry.app(appId);
    await registry.updateInstallation(app.id, tenantId, { scopes: [...app.manifest.erp.scopes] });
  }
}
