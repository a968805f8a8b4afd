import { Router } from 'express';
import type { BridgeFeed, BridgeSignal } from '../../platform/bridge-feed.ts';
import type { Finding } from '../../platform/journal-entry.ts';
import type { Platform } from '../../platform/platform.ts';
import { checked } from '../../platform/validation/validator.ts';
import type { AppPages, PageSignal } from '../app-pages.ts';
import { bridgeMessages } from '../bodies.schema.ts';
import { requireTenant } from '../page-access.ts';
import { openStream } from './stream.ts';

/**
 * The channels between an open shell and the emulator: it receives signals of the control API and of apps that come up,
 * and sends bridge messages for the journal.
 */
export function signalEndpoints(platform: Platform, feed: BridgeFeed, pages: AppPages): Router {
  return Router({ mergeParams: true })
    .get('/signals', (request, response) => {
      const tenant = requireTenant(platform, request);
      // One stream for both, because a browser keeps at most six connections to an origin, over all its tabs.
      const send = openStream<BridgeSignal | PageSignal>(response);
      response.once('close', feed.subscribe(tenant.id, send));
      response.once('close', pages.wait(send));
    })
    .post('/bridge-messages', (request, response) => {
      const tenant = requireTenant(platform, request);
      for (const { appId, surface, direction, type, name, problem, count } of checked(
        bridgeMessages,
        request.body ?? {},
      ).messages) {
        platform.journal.record({
          kind: 'bridge',
          service: 'bridge',
          method: type,
          path: name,
          tenantId: tenant.id,
          appId,
          details: { surface, direction, ...(count !== undefined && { count }) },
          ...(problem === undefined ? {} : { reason: problem }),
          ...(type === 'ADVICE' && { findings: [adviceOf(problem)] }),
        });
      }
      response.status(204).end();
    });
}

function adviceOf(message = ''): Finding {
  return { rule: 'repeated-handshakes', severity: 'advice', message };
}
