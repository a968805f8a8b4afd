import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';
import { readSnapshot } from '../requests.ts';

/** `snapshots`: named snapshots of everything or of one tenant. */
export function snapshotsResource({ snapshots }: EmulatorControl): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    response.json({ items: await snapshots.list() });
  });
  router.post('/', async (request, response) => {
    const { name, tenantId } = readSnapshot(request.body);
    response.status(201).json(await snapshots.save(name, tenantId));
  });
  router.post('/:name/restore', async (request, response) => {
    response.json(await snapshots.restore(request.params.name));
  });
  router.delete('/:name', async (request, response) => {
    await snapshots.remove(request.params.name);
    response.status(204).end();
  });
  return router;
}
