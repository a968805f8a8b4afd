import type { Area } from '../../wire/area.ts';
import { marketplaceQueries } from './graphql.ts';

/** Offers on marketplaces. */
export const marketplace: Area = {
  graphql: {
    queries: marketplaceQueries,
  },
};
