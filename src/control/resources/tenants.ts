import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';
import { boolean, readFields, record, required, slug, text, uuid } from '../fields.ts';
import { tenantView } from '../views.ts';

/** `tenants`: the merchants' accounts, and their data as a whole. */
export function tenantsResource(control: EmulatorControl): Router {
  const { registry } = control.platform;
  const router = Router();
  router.get('/', (_request, response) => {
    response.json({ items: registry.tenants.map(tenantView) });
  });
  router.post('/', async (request, response) => {
    const wanted = readFields(request.body, { slug: required(slug), name: text, id: uuid, template: text });
    response.status(201).json(tenantView(await control.createTenant(wanted)));
  });
  router.get('/:id', (request, response) => {
    response.json(tenantView(registry.tenant(request.params.id)));
  });
  router.patch('/:id', async (request, response) => {
    const { wawi, ...change } = readFields(request.body, { name: text, wawi: record });
    const connected = wawi && readFields(wawi, { connected: required(boolean) });
    response.json(
      tenantView(
        await registry.updateTenant(request.params.id, { ...change, ...(connected && { wawi: connected }) }),
      ),
    );
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
    const { entities } = readFields(request.body, { entities: required(record) });
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
