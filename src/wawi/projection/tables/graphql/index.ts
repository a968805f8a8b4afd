import type { ViewTable } from '../../views.ts';

/** Where every field of the GraphQL types lives in the domain. */
export const viewsGraphql: ViewTable = {};
