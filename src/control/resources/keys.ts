import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';
import { readRotation } from '../requests.ts';

/** `POST keys/rotate`: a new active signing key, for one ring or all. */
export function keysResource({ platform: { tokens } }: EmulatorControl): Router {
  return Router().post('/rotate', async (request, response) => {
    response.json(await tokens.rotate(readRotation(request.body)));
  });
}
