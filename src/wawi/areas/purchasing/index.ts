import type { Area } from '../../wire/area.ts';
import { purchasingQueries, purchasingMutations } from './graphql.ts';
import { purchasingBindingsV2 } from './rest.ts';
import { purchasingKinds } from './schema/purchasing.ts';
import { purchasingViewsGraphql, purchasingInputs } from './views-graphql.ts';
import { purchasingViewsV2 } from './views.ts';

/** Suppliers' orders and what they deliver. */
export const purchasing: Area = {
  kinds: purchasingKinds,
  v2: {
    bindings: purchasingBindingsV2,
    views: purchasingViewsV2,
  },
  graphql: {
    queries: purchasingQueries,
    mutations: purchasingMutations,
    views: purchasingViewsGraphql,
    inputs: purchasingInputs,
  },
};
