import { Router } from 'express';
import { paneContexts } from '../../platform/manifests/model.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { anything, oneOf, readFields, required, text } from '../fields.ts';

/** `bridge`: what a test sends to the open ERP shells of a tenant, past the mouse. */
export function bridgeResource(control: EmulatorControl): Router {
  const router = Router();
  router.post('/events', (request, response) => {
    const { tenantId, topic, payload } = readFields(request.body, {
      tenantId: required(text),
      topic: required(text),
      payload: anything,
    });
    response
      .status(201)
      .json({ shells: control.signal(tenantId, { kind: 'event', topic, payload: payload ?? null }) });
  });
  router.post('/selection', (request, response) => {
    const { tenantId, context, id } = readFields(request.body, {
      tenantId: required(text),
      context: required(oneOf(...paneContexts)),
      id: required(text),
    });
    response.status(201).json({ shells: control.signal(tenantId, { kind: 'selection', context, id }) });
  });
  return router;
}
