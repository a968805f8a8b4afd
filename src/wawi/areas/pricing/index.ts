import type { Area } from '../../wire/area.ts';
import { pricingMutations } from './graphql/mutations.ts';
import { pricingQueries } from './graphql/queries.ts';
import { taxClassBindingsV2 } from './rest/tax-classes.ts';
import { taxConfigurationBindingsV2 } from './rest/tax-configuration.ts';
import { taxBindings } from './rest/taxes.ts';
import { pricingInputs } from './views/graphql-inputs.ts';
import { taxViewsV2 } from './views/v2.ts';

/** Price finding, taxes, totals and line items. */
export const pricing: Area = {
  v1: {
    bindings: taxBindings,
  },
  v2: {
    bindings: { ...taxBindings, ...taxClassBindingsV2, ...taxConfigurationBindingsV2 },
    views: taxViewsV2,
  },
  graphql: {
    queries: pricingQueries,
    mutations: pricingMutations,
    inputs: pricingInputs,
  },
};
