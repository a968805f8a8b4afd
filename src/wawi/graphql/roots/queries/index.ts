import type { RootBindings } from '../root-call.ts';
import { itemQueries } from './items.ts';
import { salesQueries } from './sales.ts';
import { stockQueries } from './stock.ts';
import { systemQueries } from './system.ts';

/** What each field of `Query` gives, in every version that has it. */
export const queries: RootBindings = { ...itemQueries, ...salesQueries, ...stockQueries, ...systemQueries };
