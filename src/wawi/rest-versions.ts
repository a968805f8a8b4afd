import { once } from '../platform/once.ts';
import type { Platform } from '../platform/platform.ts';
import type { Contract } from './contract/contract.ts';
import { loadGraphqlContract } from './contract/graphql-contract.ts';
import { loadContractV1, loadContractV2 } from './contract/load.ts';
import type { Gate } from './gate.ts';
import { graphqlShapes } from './projection/graphql-shape.ts';
import { GraphqlTypes } from './projection/graphql-types.ts';
import { viewsGraphql } from './projection/tables/graphql/index.ts';
import { viewsV1 } from './projection/tables/v1/index.ts';
import { onPremiseTypes, onPremiseViewsV1 } from './projection/tables/v1/on-premise.ts';
import { viewsV2 } from './projection/tables/v2/index.ts';
import type { ViewTable } from './projection/views.ts';
import { cloud, RestApi, type House } from './rest/api.ts';
import { bindingsV1 } from './rest/bindings/v1/index.ts';
import { bindingsV2 } from './rest/bindings/v2/index.ts';
import type { Bindings } from './rest/call.ts';
import { RouteTree } from './rest/route-tree.ts';
import type { Wawi } from './wawi.ts';

/** Both versions of the REST API and the GraphQL types that version 2 answers in, each loaded when first needed. */
export interface RestVersions {
  v1: () => Promise<RestApi>;
  v2: () => Promise<RestApi>;
  types: () => Promise<GraphqlTypes>;
}

/**
 * @param gate checks scopes and connection; who may enter is the service's own to say
 * @param house whose builds answer
 */
export function restVersions(platform: Platform, wawi: Wawi, gate: Gate, house: House = cloud): RestVersions {
  const { erpVersion } = platform.config;
  const types = once(async () => new GraphqlTypes(await loadGraphqlContract(erpVersion), viewsGraphql));
  const api = async (contract: Contract, bindings: Bindings, views: ViewTable): Promise<RestApi> =>
    new RestApi({
      platform,
      wawi,
      gate,
      house,
      contract,
      routes: new RouteTree(contract.operations, contract.alsoAt),
      bindings,
      views,
      graphqlShape: graphqlShapes(await types()),
    });
  return {
    v1: once(async () =>
      house.isCloud
        ? api(await loadContractV1(erpVersion), bindingsV1, viewsV1)
        : api(await loadContractV1(erpVersion, onPremiseTypes), bindingsV1, onPremiseViewsV1),
    ),
    v2: once(async () => api(await loadContractV2(erpVersion), bindingsV2, viewsV2)),
    types,
  };
}
