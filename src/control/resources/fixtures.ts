import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';

/** `PUT fixtures`: replaces the fixtures by a bundle, for services that cannot mount a folder. */
export function fixturesResource(control: EmulatorControl): Router {
  return Router().put('/', async (request, response) => {
    await control.useFixtures(request.body);
    response.status(204).end();
  });
}
