import { Router } from 'express';
import type { BridgeFeed, BridgeSignal } from '../../platform/bridge-feed.ts';
import type { Finding } from '../../platform/journal-entry.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AppPages, PageSignal } from '../app-pages.ts';
import { PageRefusal, requireTenant } from '../page-access.ts';
import { openStream } from './stream.ts';

/** A shell's report of one bridge message. Bodies stay in the browser, because they may contain tokens. */
interface ReportedMessage {
  appId: string;
  surface: string;
  direction: 'received' | 'sent';
  type: string;
  /** Method or topic. */
  name: string;
  problem?: string;
  /** Number of messages that the report stands for. */
  count?: number;
}

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
      for (const { appId, surface, direction, type, name, problem, count } of messagesOf(request.body)) {
        platform.journal.record({
          kind: 'bridge',
          service: 'bridge',
          method: type,
          path: name,
          tenantId: tenant.id,
          appId,
          details: { surface, direction, ...(typeof count === 'number' && { count }) },
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
