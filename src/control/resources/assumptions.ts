import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';

/** `assumptions`: what the emulator does where public sources contradict each other or state nothing. */
export function assumptionsResource({ assumptions }: EmulatorControl): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json({ items: assumptions.list() });
  });
  router.put('/', (request, response) => {
    response.json({ items: assumptions.choose(request.body ?? {}) });
  });
  return router;
}
