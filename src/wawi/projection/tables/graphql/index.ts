import type { ViewTable } from '../../views.ts';
import { masterViewsGraphql } from './master.ts';
import { stockViewsGraphql } from './stock.ts';

/** Where every field of the GraphQL types lives in the domain. */
export const viewsGraphql: ViewTable = {
  ...masterViewsGraphql,
  ...stockViewsGraphql,
};
