import type { ErpVersion } from '../../platform/config.ts';
import { onceFor } from '../../platform/once.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Wawi } from '../store/wawi.ts';
import type { Authorizer } from '../wire/access/authorization.ts';
import type { GraphqlTypes } from '../wire/graphql/types.ts';
import type { GraphqlService } from './service.ts';

/**
 * @param isCloud whether the cloud's gateway stands before it
 * @returns the GraphQL endpoint of a version, built when first needed
 */
export function graphqlVersions(
  platform: Platform,
  wawi: Wawi,
  authorizer: Authorizer,
  types: (version: ErpVersion) => Promise<GraphqlTypes>,
  isCloud: boolean,
): (version: ErpVersion) => Promise<GraphqlService> {
  return onceFor(async (version) => {
    const { createGraphqlService } = await import('./service.ts');
    return createGraphqlService(platform, wawi, authorizer, await types(version), version, isCloud);
  });
}
