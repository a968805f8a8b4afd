import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';
import type { Tenant } from '../../platform/model.ts';
import { seed } from '../bodies.schema.ts';
import { readBody } from '../bodies.ts';
import { readNewTenant, readTenantChange } from '../requests.ts';
import { tenantView } from '../views.ts';

/** `tenants`: the merchants' accounts, and their data as a whole. */
export function tenantsResource(control: EmulatorControl): Router {
  const { registry, config } = control.platform;
  const view = (tenant: Tenant) => tenantView(tenant, config);
  const router = Router();
  router.get('/', (_request, response) => {
    response.json({ items: registry.tenants.map(view) });
  });
  router.post('/', async (request, response) => {
    response.status(201).json(view(await control.createTenant(readNewTenant(request.body))));
  });
  router.get('/:id', (request, response) => {
    response.json(view(registry.tenant(request.params.id)));
  });
  router.patch('/:id', async (request, response) => {
    const change = readTenantChange(request.body);
    response.json(view(await registry.updateTenant(request.params.id, change)));
  });
  router.delete('/:id', async (request, response) => {
    await control.deleteTenant(request.params.id);
    response.status(204).end();
  });
  router.post('/:id/reset', async (request, response) => {
    await control.resetTenant(request.params.id);
    response.status(204).end();
  });
  router.post('/:id/seed', async (request, response) => {
    const { entities } = readBody(seed, request.body);
    response.status(201).json({ items: await control.seedTenant(request.params.id, entities) });
  });
  router.get('/:id/data', async (request, response) => {
    response.json({ counts: await control.countData(request.params.id) });
  });
  router.get('/:id/outbox', async (request, response) => {
    response.json({ items: await control.outbox(request.params.id) });
  });
  return router;
}
