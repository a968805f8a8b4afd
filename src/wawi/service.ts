import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerCors } from '../platform/cors.ts';
import type { Platform } from '../platform/platform.ts';
import type { Contract } from './contract/contract.ts';
import { loadGraphqlContract } from './contract/graphql-contract.ts';
import { loadContractV1, loadContractV2 } from './contract/load.ts';
import { Gate } from './gate.ts';
import { viewsV1 } from './projection/tables/v1/index.ts';
import { viewsV2 } from './projection/tables/v2/index.ts';
import { graphqlShapes } from './projection/graphql-shape.ts';
import { GraphqlTypes } from './projection/graphql-types.ts';
import { viewsGraphql } from './projection/tables/graphql/index.ts';
import type { ViewTable } from './projection/views.ts';
import { RestApi } from './rest/api.ts';
import { bindingsV1 } from './rest/bindings/v1/index.ts';
import { bindingsV2 } from './rest/bindings/v2/index.ts';
import type { Bindings } from './rest/call.ts';
import { RouteTree } from './rest/route-tree.ts';
import type { Wawi } from './wawi.ts';

/** Serves one request; `request.url` is relative to the mount. */
export type WawiHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Loads a part once, at the first request that needs it. */
function late<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}

/**
 * The Wawi API of the cloud, mounted at `/erp`: `/v2/...` is version 2, `/v1/...` and everything else version 1
 * (platform.md section 5); `/v2/graphql` is GraphQL. Contracts load at the first request of their version.
 */
export function createWawiService(platform: Platform, wawi: Wawi): WawiHandler {
  const gate = new Gate(platform);
  const { erpVersion } = platform.config;
  const types = late(async () => new GraphqlTypes(await loadGraphqlContract(erpVersion), viewsGraphql));
  const api = async (contract: Contract, bindings: Bindings, views: ViewTable): Promise<RestApi> =>
    new RestApi({
      platform,
      wawi,
      gate,
      contract,
      routes: new RouteTree(contract.operations, contract.alsoAt),
      bindings,
      views,
      graphqlShape: graphqlShapes(await types()),
    });
  const v1 = late(async () => api(await loadContractV1(), bindingsV1, viewsV1));
  const v2 = late(async () => api(await loadContractV2(erpVersion), bindingsV2, viewsV2));
  const graphql = late(async () => {
    const { createGraphqlService } = await import('./graphql/service.ts');
    return createGraphqlService(platform, wawi, gate, await types());
  });
  return async (request, response) => {
    // Apps call it from the browser with their app token (platform.md section 5).
    if (answerCors(request, response, platform.registry, 'GET, POST, PUT, PATCH, DELETE')) return;
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
    const version = /^\/(v1|v2)(?=\/|$)/i.exec(path)?.[1]?.toLowerCase();
    const versioned = await (version === 'v2' ? v2 : v1)();
    await versioned.handle({ request, response, path: version === undefined ? path : path.slice(3), query });
  };
}
