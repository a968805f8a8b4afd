import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';

/** `registrations`: on-premise apps that request a key, and the decisions of a Wawi user. */
export function registrationsResource({ registrations }: EmulatorControl): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    response.json({ items: await registrations.list() });
  });
  router.post('/:id/accept', async (request, response) => {
    response.json(await registrations.decide(request.params.id, 'accepted'));
  });
  router.post('/:id/reject', async (request, response) => {
    response.json(await registrations.decide(request.params.id, 'rejected'));
  });
  return router;
}
