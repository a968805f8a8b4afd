import type { Area } from '../../wire/area.ts';
import { deliveryMutations } from './graphql-mutations.ts';
import { deliveryQueries } from './graphql-queries.ts';
import { packageBindingsV2 } from './rest/packages.ts';
import { deliveryBindingsV1 } from './rest/v1.ts';
import { laterDeliveryBindingsV2 } from './rest/v2-later.ts';
import { deliveryBindingsV2 } from './rest/v2.ts';
import { logisticsKinds } from './schema/logistics.ts';
import { deliveryInputs } from './views/graphql-inputs.ts';
import { laterDeliveryViewsGraphql } from './views/graphql-later.ts';
import { deliveryViewsGraphql } from './views/graphql.ts';
import { deliveryViewsV1 } from './views/v1.ts';
import { laterDeliveryViewsV2 } from './views/v2-later.ts';
import { deliveryViewsV2 } from './views/v2.ts';

/** Delivery notes, packages and shipping. */
export const delivery: Area = {
  kinds: logisticsKinds,
  v1: {
    bindings: deliveryBindingsV1,
    views: deliveryViewsV1,
  },
  v2: {
    bindings: { ...deliveryBindingsV2, ...packageBindingsV2, ...laterDeliveryBindingsV2 },
    views: { ...deliveryViewsV2, ...laterDeliveryViewsV2 },
  },
  graphql: {
    queries: deliveryQueries,
    mutations: deliveryMutations,
    views: { ...deliveryViewsGraphql, ...laterDeliveryViewsGraphql },
    inputs: deliveryInputs,
  },
};
