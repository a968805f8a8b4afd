import type { Area } from '../../wire/area.ts';
import { masterDataMutations } from './graphql-mutations.ts';
import { masterDataQueries } from './graphql.ts';
import { masterBindingsV1 } from './rest/v1.ts';
import { masterBindingsV2 } from './rest/v2.ts';
import { masterKinds } from './schema/master.ts';
import { masterDataInputs } from './views/graphql-inputs.ts';
import { masterViewsGraphql } from './views/graphql.ts';
import { masterViewsV1 } from './views/v1.ts';
import { masterViewsV2 } from './views/v2.ts';

/** Companies, categories, manufacturers, payment and shipping methods, and other lists that items and orders name. */
export const masterData: Area = {
  kinds: masterKinds,
  v1: {
    bindings: masterBindingsV1,
    views: masterViewsV1,
  },
  v2: {
    bindings: masterBindingsV2,
    views: masterViewsV2,
  },
  graphql: {
    queries: masterDataQueries,
    mutations: masterDataMutations,
    views: masterViewsGraphql,
    inputs: masterDataInputs,
  },
};
