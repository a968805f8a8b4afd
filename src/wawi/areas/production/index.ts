import type { Area } from '../../wire/area.ts';
import { productionQueries } from './graphql.ts';

/** Production orders. */
export const production: Area = {
  graphql: {
    queries: productionQueries,
  },
};
