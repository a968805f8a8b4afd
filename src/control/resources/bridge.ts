import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';
import { readEvent, readSelection } from '../requests.ts';

/** `bridge`: what a test sends to the open ERP shells of a tenant, past the mouse. */
export function bridgeResource(control: EmulatorControl): Router {
  const router = Router();
  for (const [path, read] of [
    ['/events', readEvent],
    ['/selection', readSelection],
  ] as const) {
    router.post(path, (request, response) => {
      const { tenantId, signal } = read(request.body);
      response.status(201).json({ shells: control.signal(tenantId, signal) });
    });
  }
  return router;
}
