import type { Area } from '../../wire/area.ts';
import { returnMutations } from './graphql-mutations.ts';
import { returnBindingsV1, returnBindingsV2 } from './rest/returns.ts';
import { laterReturnBindingsV2 } from './rest/v2-later.ts';
import { returnKinds } from './schema/returns.ts';
import { returnViewsGraphql } from './views/graphql.ts';

/** Returns of customers. */
export const returns: Area = {
  kinds: returnKinds,
  v1: {
    bindings: returnBindingsV1,
  },
  v2: {
    bindings: { ...laterReturnBindingsV2, ...returnBindingsV2 },
  },
  graphql: {
    mutations: returnMutations,
    views: returnViewsGraphql,
  },
};
