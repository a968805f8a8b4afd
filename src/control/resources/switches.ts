import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';

/** `switches`: the strictness of the services. */
export function switchesResource({ switches }: EmulatorControl): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json(switches.positions);
  });
  router.put('/', (request, response) => {
    response.json(switches.turn(request.body));
  });
  return router;
}
