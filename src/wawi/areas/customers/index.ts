import type { Area } from '../../wire/area.ts';
import { customerMutations } from './graphql-mutations.ts';
import { customerQueries } from './graphql.ts';
import { customerBindingsV1 } from './rest/v1.ts';
import { laterCustomerBindingsV2 } from './rest/v2-later.ts';
import { customerBindingsV2 } from './rest/v2.ts';
import { customerKinds } from './schema/customers.ts';
import { customerInputs } from './views/graphql-inputs.ts';
import { customerViewsGraphql } from './views/graphql.ts';
import { customerViewsV1 } from './views/v1.ts';
import { customerViewsV2 } from './views/v2.ts';

/** Customers, their addresses, contacts and groups. */
export const customers: Area = {
  kinds: customerKinds,
  v1: {
    bindings: customerBindingsV1,
    views: customerViewsV1,
  },
  v2: {
    bindings: { ...customerBindingsV2, ...laterCustomerBindingsV2 },
    views: customerViewsV2,
  },
  graphql: {
    queries: customerQueries,
    mutations: customerMutations,
    views: customerViewsGraphql,
    inputs: customerInputs,
  },
};
