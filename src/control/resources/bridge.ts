import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';
import { readEvent, readSelection } from '../requests.ts';

/** `bridge`: sends a test's events and selections to the open ERP shells of a tenant. */
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
