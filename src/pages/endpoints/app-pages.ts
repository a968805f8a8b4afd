import { Router } from 'express';
import type { Request } from 'express';
import { clientOrigin } from '../../platform/client-origin.ts';
import { remark } from '../../platform/notices.ts';
import type { Platform } from '../../platform/platform.ts';
import { isLoopback } from '../../platform/loopback.ts';
import { checked } from '../../platform/validation/validator.ts';
import type { AppPages, PageSignal } from '../app-pages.ts';
import { blockedFrame } from '../bodies.schema.ts';
import { PageRefusal, requireTenant } from '../page-access.ts';
import { openStream } from './stream.ts';

/** Whether the page of an app that is about to be framed answers, and when one that was down comes up. */
export function appPageEndpoints(platform: Platform, pages: AppPages): Router {
  return Router({ mergeParams: true })
    .get('/', async (request, response) => {
      requireTenant(platform, request);
      const { url } = request.query;
      if (typeof url !== 'string' || !pages.knows(url)) {
        throw new PageRefusal(404, 'url', 'must be a page or icon that the manifest of an app names', url);
      }
      if (!onSameMachine(request)) {
        response.json({ state: 'unknown' });
        return;
      }
      const answer = await pages.stateOf(url, clientOrigin(request, platform.urls));
      for (const { rule, message } of answer.remarks ?? []) remark(response, rule, message);
      response.json(answer);
    })
    .post('/blocked', (request, response) => {
      requireTenant(platform, request);
      const { url } = checked(blockedFrame, request.body ?? {});
      remark(
        response,
        'frame',
        `the frame of an app was to open ${url.slice(0, 500)}, which no registered manifest names as a page: the page's Content-Security-Policy stopped it; open it in a window, or name a page there in the manifest`,
      );
      response.status(204).end();
    })
    .get('/signals', (request, response) => {
      requireTenant(platform, request);
      const send = openStream<PageSignal>(response);
      response.once('close', pages.wait(send));
    });
}

/** `127.0.0.1`, and the reachable network, mean the same for browser and emulator on one machine only. */
function onSameMachine({ socket: { remoteAddress } }: Request): boolean {
  return remoteAddress !== undefined && isLoopback(remoteAddress);
}
