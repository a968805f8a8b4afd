import { Router } from 'express';
import { deleteApp } from '../../platform/app-deletion.ts';
import { isRecord } from '../../platform/json.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { environmentQuery } from '../queries.schema.ts';
import { readQuery } from '../query.ts';
import {
  type Registration,
  readInstallation,
  readInstallationChange,
  readRegistration,
} from '../requests.ts';
import { appView, appViewWithSecret, installationView } from '../views.ts';

/** `apps`: registration, manifests, secrets, and installations in tenants. */
export function appsResource(control: EmulatorControl): Router {
  const { registry } = control.platform;
  const router = Router();
  router.get('/', (_request, response) => {
    response.json({ items: registry.apps.map(appView) });
  });
  router.post('/', async (request, response) => {
    const { app, warnings } = await control.registerApp(registrationFrom(request.body));
    response.status(201).json({ ...appViewWithSecret(app), warnings });
  });
  router.get('/:id', (request, response) => {
    response.json(appView(registry.app(request.params.id)));
  });
  router.put('/:id', async (request, response) => {
    const { app, warnings } = await control.updateApp(
      request.params.id,
      registrationFrom(request.body).manifest,
    );
    response.json({ ...appView(app), warnings });
  });
  router.delete('/:id', async (request, response) => {
    await deleteApp(control.platform, request.params.id);
    response.status(204).end();
  });
  router.post('/:id/secret', async (request, response) => {
    response.status(201).json(appViewWithSecret(await registry.renewSecret(request.params.id)));
  });
  router.get('/:id/environment', (request, response) => {
    const { tenant } = readQuery(environmentQuery, request.query);
    response.json(control.environment(request.params.id, tenant));
  });
  addInstallations(router, control);
  return router;
}

function addInstallations(router: Router, control: EmulatorControl): void {
  const { registry } = control.platform;
  router.get('/:id/installations', (request, response) => {
    const app = registry.app(request.params.id);
    response.json({
      items: registry.installations.filter((one) => one.appId === app.id).map(installationView),
    });
  });
  router.post('/:id/installations', async (request, response) => {
    const { tenantId, status } = readInstallation(request.body);
    const installation = await control.install(request.params.id, tenantId, status);
    response.status(201).json(installationView(installation));
  });
  router.patch('/:id/installations/:tenantId', async (request, response) => {
    const { id, tenantId } = request.params;
    const installation = await registry.updateInstallation(
      id,
      tenantId,
      readInstallationChange(request.body),
    );
    response.json(installationView(installation));
  });
  router.delete('/:id/installations/:tenantId', async (request, response) => {
    await control.uninstall(request.params.id, request.params.tenantId);
    response.status(204).end();
  });
}

/** Either `{manifest, appId?, ...}`, a bare manifest, or the vendor's `{manifest, listing}`. */
function registrationFrom(body: unknown): Registration {
  // Another value than an object counts as a manifest, and is refused as one.
  if (!isRecord(body) || !Object.hasOwn(body, 'manifest') || Object.hasOwn(body, 'listing'))
    return { manifest: body ?? {} };
  return readRegistration(body);
}
