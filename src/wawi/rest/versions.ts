import { once } from '../../platform/once.ts';
import type { Platform } from '../../platform/platform.ts';
import type { RestContract } from '../contract/contract.ts';
import { readContractFile } from '../contract/contract-files.ts';
import { loadGraphqlContract, type GraphqlContractData } from '../contract/graphql-contract.ts';
import { loadContractV1, loadContractV2 } from '../contract/load.ts';
import type { Authorizer } from '../wire/access/authorization.ts';
import { graphqlShapes } from '../wire/graphql/shape.ts';
import { GraphqlTypes } from '../wire/graphql/types.ts';
import { viewsGraphql } from '../areas/views-graphql.ts';
import { viewsV1 } from '../areas/views-v1.ts';
import { viewsV2 } from '../areas/views-v2.ts';
import type { ViewTable } from '../wire/views/views.ts';
import { cloud, RestApi, type Edition } from './api.ts';
import { bindingsV1 } from '../areas/rest-v1.ts';
import { bindingsV2 } from '../areas/rest-v2.ts';
import type { Bindings } from '../wire/rest/call.ts';
import { OperationHandlers } from '../wire/rest/operation-handlers.ts';
import { RouteTree } from './route-tree.ts';
import type { Wawi } from '../store/wawi.ts';

/** Both versions of the REST API and the GraphQL types that version 2 answers in, each loaded when first needed. */
export interface RestVersions {
  v1: () => Promise<RestApi>;
  v2: () => Promise<RestApi>;
  types: () => Promise<GraphqlTypes>;
}

/**
 * @param authorizer checks scopes and connection; the service authenticates the caller itself
 * @param edition cloud or on-premise
 */
export function restVersions(
  platform: Platform,
  wawi: Wawi,
  authorizer: Authorizer,
  edition: Edition = cloud,
): RestVersions {
  const { erpVersion } = platform.config;
  const types = once(async () => new GraphqlTypes(await loadGraphqlContract(erpVersion), viewsGraphql));
  const shapes = once(
    async () =>
      new GraphqlTypes(
        (await readContractFile(`graphql-${erpVersion}.json`)) as GraphqlContractData,
        viewsGraphql,
      ),
  );
  const api = async (contract: RestContract, bindings: Bindings, views: ViewTable): Promise<RestApi> =>
    new RestApi({
      platform,
      wawi,
      authorizer,
      edition,
      contract,
      routes: new RouteTree(contract.operations, contract.alsoAt),
      handlers: new OperationHandlers(bindings),
      views,
      graphqlShape: graphqlShapes(await shapes()),
    });
  return {
    v1: once(async () => api(await loadContractV1(), bindingsV1, viewsV1)),
    v2: once(async () => api(await loadContractV2(erpVersion), bindingsV2, viewsV2)),
    types,
  };
}
