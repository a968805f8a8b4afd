import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';

/** `switches`: how strictly the services behave. */
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
