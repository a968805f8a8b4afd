import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErpVersion } from '../platform/config.ts';
import { apiVersionOf } from '../platform/tenant-version.ts';
import type { Platform } from '../platform/platform.ts';
import { Authorizer, type Caller } from './wire/access/authorization.ts';
import { answerInstanceStatus } from './rest/instance-status.ts';
import { newestV1 } from './contract/versions.ts';
import { graphqlVersions } from './graphql/versions.ts';
import { restVersions } from './rest/versions.ts';
import type { Wawi } from './store/wawi.ts';

/** Serves one request; `request.url` is relative to the mount. */
export type WawiHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const instanceStatus = /^(?:\/v[12])?\/instance\/status\/?$/i;

/**
 * The Wawi API of the cloud, mounted at `/erp`: `/v2/...` is the version of the caller's tenant, `/v1/...` and
 * everything else the newest version 1 (platform.md section 5, assumption `v1-minor`); `/v2/graphql` is GraphQL.
 * Contracts load at the first request of their version, or with `warmUp`.
 */
export function createWawiService(
  platform: Platform,
  wawi: Wawi,
): { handle: WawiHandler; warmUp: (() => Promise<unknown>)[] } {
  const authorizer = new Authorizer(platform);
  const { rest, types } = restVersions(platform, wawi, authorizer);
  const graphql = graphqlVersions(platform, wawi, authorizer, types, true);
  const { erpVersion } = platform.config;
  const handle: WawiHandler = async (request, response) => {
    // Apps call it from the browser with their app token (platform.md section 5).
    if (platform.cors.answer(request, response, 'GET, POST, PUT, PATCH, DELETE')) return;
    const url = request.url ?? '/';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const query = mark < 0 ? '' : url.slice(mark + 1);
    if (/^\/v2\/graphql\/?$/i.test(path)) {
      const { version, admit } = await callerFirst(platform, authorizer, request);
      const service = await graphql(version);
      await service.handle(request, response, admit);
      return;
    }
    if (request.method === 'GET' && instanceStatus.test(path)) {
      await answerInstanceStatus(platform, authorizer, request, response);
      return;
    }
    const major = /^\/(v1|v2)(?=\/|$)/i.exec(path)?.[1]?.toLowerCase();
    const inbound = { request, response, path: major === undefined ? path : path.slice(3), query };
    if (major !== 'v2') {
      await (await rest(newestV1)).handle(inbound);
      return;
    }
    const { version, admit } = await callerFirst(platform, authorizer, request);
    await (await rest(version)).handle(inbound, admit);
  };
  return { handle, warmUp: [() => types(erpVersion), () => graphql(erpVersion)] };
}

/**
 * Admits a request before the version of the API is known, which is the caller's tenant's.
 * @returns the version, the emulator's default for a request that is refused; and an admission that tells the outcome
 */
async function callerFirst(
  platform: Platform,
  authorizer: Authorizer,
  request: IncomingMessage,
): Promise<{ version: ErpVersion; admit: () => Promise<Caller> }> {
  try {
    const caller = await authorizer.admit(request);
    return { version: apiVersionOf(caller.tenant, platform.config), admit: () => Promise.resolve(caller) };
  } catch (error) {
    return {
      version: platform.config.erpVersion,
      admit: () => {
        throw error;
      },
    };
  }
}
