import { Router } from 'express';
import { packageVersion } from '../../platform/package-root.ts';
import { harOf } from '../har.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { appView, installationView, tenantView, userView } from '../views.ts';

/** `GET state`: an overview; `POST reset`: back to the fixtures. */
export function stateResource(control: EmulatorControl): Router {
  const { registry, clock, urls, config, journal } = control.platform;
  const router = Router();
  router.get('/state', (_request, response) => {
    response.json({
      version: packageVersion,
      url: urls.base,
      issuers: { generation1: urls.issuerV1, generation2: urls.issuerV2 },
      config,
      clock: clock.state,
      notices: journal.notices.list,
      users: registry.users.map((user) => userView(user, registry.tenants)),
      tenants: registry.tenants.map((tenant) => tenantView(tenant, config)),
      apps: registry.apps.map(appView),
      installations: registry.installations.map(installationView),
    });
  });
  router.get('/journal.har', (_request, response) => {
    response.json(harOf(control.platform.journal.entries(), urls.base));
  });
  router.post('/reset', async (_request, response) => {
    await control.reset();
    response.status(204).end();
  });
  return router;
}
