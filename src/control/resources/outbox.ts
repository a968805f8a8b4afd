import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';

/** `GET outbox`: the messages that the tenants' ERPs would have sent, with the tenant of each. */
export function outboxResource(control: EmulatorControl): Router {
  return Router().get('/', async (_request, response) => {
    const tenants = control.platform.registry.tenants;
    const boxes = await Promise.all(
      tenants.map(async ({ id }) =>
        (await control.outbox(id)).map((message) => ({ tenantId: id, ...message })),
      ),
    );
    response.json({ items: boxes.flat() });
  });
}
