import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';

/** `assumptions`: the assumptions for cases where public sources contradict each other or are silent. */
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
