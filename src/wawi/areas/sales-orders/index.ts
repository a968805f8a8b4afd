import type { Area } from '../../wire/area.ts';
import { salesMutations } from './graphql/mutations.ts';
import { salesQueries } from './graphql/queries.ts';
import { salesBindingsV1 } from './rest/v1.ts';
import { laterSalesBindingsV2 } from './rest/v2-later.ts';
import { salesBindingsV2 } from './rest/v2.ts';
import { salesKinds } from './schema/sales.ts';
import { salesInputs } from './views/graphql-inputs.ts';
import { salesOrderViewsGraphql } from './views/graphql.ts';
import { salesViewsV1 } from './views/v1.ts';
import { salesViewsV2 } from './views/v2.ts';

/** Sales orders, quotations and payments. */
export const salesOrders: Area = {
  kinds: salesKinds,
  v1: {
    bindings: salesBindingsV1,
    views: salesViewsV1,
  },
  v2: {
    bindings: { ...salesBindingsV2, ...laterSalesBindingsV2 },
    views: salesViewsV2,
  },
  graphql: {
    queries: salesQueries,
    mutations: salesMutations,
    views: salesOrderViewsGraphql,
    inputs: salesInputs,
  },
};
