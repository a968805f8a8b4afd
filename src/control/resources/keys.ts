import { Router } from 'express';
import { ringNames } from '../../tokens/key-ring.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { oneOf, readFields } from '../fields.ts';

/** `POST keys/rotate`: a new active signing key, for one ring or all. */
export function keysResource({ platform: { tokens } }: EmulatorControl): Router {
  return Router().post('/rotate', async (request, response) => {
    const { ring } = readFields(request.body, { ring: oneOf(...ringNames) });
    response.json(await tokens.rotate(ring));
  });
}
