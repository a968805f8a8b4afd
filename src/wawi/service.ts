import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from '../platform/once.ts';
import type { Platform } from '../platform/platform.ts';
import { Authorizer } from './wire/access/authorization.ts';
import { answerInstanceStatus } from './rest/instance-status.ts';
import { restVersions } from './rest/versions.ts';
import type { Wawi } from './store/wawi.ts';

/** Serves one request; `request.url` is relative to the mount. */
export type WawiHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const instanceStatus = /^(?:\/v[12])?\/instance\/status\/?$/i;

/**
 * The Wawi API of the cloud, mounted at `/erp`: `/v2/...` is version 2, `/v1/...` and everything else version 1
 * (platform.md section 5); `/v2/graphql` is GraphQL. Contracts load at the first request of their version, or with
 * `warmUp`.
 */
export function createWawiService(
  platform: Platform,
  wawi: Wawi,
): { handle: WawiHandler; warmUp: (() => Promise<unknown>)[] } {
  const authorizer = new Authorizer(platform);
  const { v1, v2, types } = restVersions(platform, wawi, authorizer);
  const graphql = once(async () => {
    const { createGraphqlService } = await import('./graphql/service.ts');
    return createGraphqlService(platform, wawi, authorizer, await types());
  });
  const handle: WawiHandler = async (request, response) => {
    // Apps call it from the browser with their app token (platform.md section 5).
    if (platform.cors.answer(request, response, 'GET, POST, PUT, PATCH, DELETE')) return;
    const url = request.url ?? '/';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const query = mark < 0 ? '' : url.slice(mark + 1);
    if (/^\/v2\/graphql\/?$/i.test(path)) {
      await (
        await graphql()
      )(request, response);
      return;
    }
    if (request.method === 'GET' && instanceStatus.test(path)) {
      await answerInstanceStatus(platform, authorizer, request, response);
      return;
    }
    const version = /^\/(v1|v2)(?=\/|$)/i.exec(path)?.[1]?.toLowerCase();
    const versioned = await (version === 'v2' ? v2 : v1)();
    await versioned.handle({ request, response, path: version === undefined ? path : path.slice(3), query });
  };
  return { handle, warmUp: [types, graphql] };
}
