import { Router } from 'express';
import type { BridgeFeed } from '../../platform/bridge-feed.ts';
import type { Platform } from '../../platform/platform.ts';
import { PageRefusal, requireTenant } from '../visitor.ts';

/** What a shell reports about one bridge message; bodies stay in the browser, they may hold tokens. */
interface ReportedMessage {
  appId: string;
  surface: string;
  direction: 'received' | 'sent';
  type: string;
  /** Method or topic. */
  name: string;
  problem?: string;
}

/** Between an open shell and the emulator: signals of the control API in, bridge messages for the journal out. */
export function signalEndpoints(platform: Platform, feed: BridgeFeed): Router {
  return Router({ mergeParams: true })
    .get('/signals', (request, response) => {
      const tenant = requireTenant(platform, request);
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(': open\n\n');
      const unsubscribe = feed.subscribe(tenant.id, (signal) =>
        response.write(`data: ${JSON.stringify(signal)}\n\n`),
      );
      response.once('close', unsubscribe);
    })
    .post('/bridge-messages', (request, response) => {
      const tenant = requireTenant(platform, request);
      for (const { appId, surface, direction, type, name, problem } of messagesOf(request.body)) {
        platform.journal.record({
          kind: 'bridge',
          service: 'bridge',
          method: type,
          path: name,
          tenantId: tenant.id,
          appId,
          details: { surface, direction },
          ...(problem === undefined ? {} : { reason: problem }),
        });
      }
      response.status(204).end();
    });
}

function messagesOf(body: unknown): ReportedMessage[] {
  const list = (body as { messages?: unknown } | undefined)?.messages;
  if (Array.isArray(list) && list.every(isReported)) return list;
  throw new PageRefusal(400, '$.messages', 'must be a list of {appId, surface, direction, type, name}', list);
}

function isReported(one: unknown): one is ReportedMessage {
  const keys = ['appId', 'surface', 'direction', 'type', 'name'];
  return (
    typeof one === 'object' && one !== null && keys.every((key) => typeof Reflect.get(one, key) === 'string')
  );
}
