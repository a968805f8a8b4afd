import type { ErpVersion } from '../../platform/config.ts';
import { onceFor } from '../../platform/once.ts';
import type { Platform } from '../../platform/platform.ts';
import { loadContract } from '../contract/load.ts';
import { loadGraphqlContract } from '../contract/graphql-contract.ts';
import { majorVersion, type AnyVersion } from '../contract/versions.ts';
import type { Authorizer } from '../wire/access/authorization.ts';
import { graphqlShapes, type GraphqlShape } from '../wire/graphql/shape.ts';
import { GraphqlTypes } from '../wire/graphql/types.ts';
import { apis } from '../areas/index.ts';
import { cloud, RestApi, type Edition } from './api.ts';
import { OperationHandlers } from '../wire/rest/operation-handlers.ts';
import { restRoutes } from './route-table.ts';
import type { Wawi } from '../store/wawi.ts';

/** Every version of the REST API, and the GraphQL types of every version, each built when first needed. */
export interface RestVersions {
  rest: (version: AnyVersion) => Promise<RestApi>;
  types: (version: ErpVersion) => Promise<GraphqlTypes>;
}

const handlers = { v1: new OperationHandlers(apis.v1.bindings), v2: new OperationHandlers(apis.v2.bindings) };
const views = { v1: apis.v1.views, v2: apis.v2.views };

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
  const types = onceFor(
    async (version: ErpVersion) => new GraphqlTypes(await loadGraphqlContract(version), apis.graphql.views),
  );
  const rest = onceFor(async (version: AnyVersion) => {
    const contract = await loadContract(version);
    const major = majorVersion(version);
    return new RestApi({
      platform,
      wawi,
      authorizer,
      edition,
      contract,
      routes: restRoutes(contract),
      handlers: handlers[major],
      views: views[major],
      graphqlShape: isV2(version) ? graphqlShapes(await types(version)) : noShape,
    });
  });
  return { rest, types };
}

/** No operation of v1 answers in the shape of a GraphQL type. */
const noShape: GraphqlShape = (type) => {
  throw new Error(`REST v1 has no GraphQL type '${type}'`);
};

/** @returns whether the version has GraphQL */
export function isV2(version: AnyVersion): version is ErpVersion {
  return majorVersion(version) === 'v2';
}
