import type { RootBindings } from '../wire/graphql/call.ts';
import { itemQueries } from './items/graphql.ts';
import { salesQueries } from './sales-orders/graphql.ts';
import { stockQueries } from './stock/graphql.ts';
import { systemQueries } from './system/graphql.ts';

/** What each field of `Query` gives, in every version that has it. */
export const queries: RootBindings = { ...itemQueries, ...salesQueries, ...stockQueries, ...systemQueries };
