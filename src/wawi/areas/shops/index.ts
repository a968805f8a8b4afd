import type { Area } from '../../wire/area.ts';
import { shopMutations, shopQueries } from './graphql.ts';
import { shopBindingsV2 } from './rest.ts';
import { shopKinds } from './schema/shops.ts';

/** Settings of online shops. */
export const shops: Area = {
  kinds: shopKinds,
  v2: { bindings: shopBindingsV2 },
  graphql: { queries: shopQueries, mutations: shopMutations },
};
