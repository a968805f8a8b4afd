import type { RootBindings } from '../wire/graphql/call.ts';
import { customerQueries } from './customers/graphql.ts';
import { deliveryQueries } from './delivery/graphql-queries.ts';
import { invoiceQueries } from './invoices/graphql.ts';
import { itemQueries } from './items/graphql/queries.ts';
import { marketplaceQueries } from './marketplace/graphql.ts';
import { masterDataQueries } from './master-data/graphql.ts';
import { pricingQueries } from './pricing/graphql/queries.ts';
import { productionQueries } from './production/graphql.ts';
import { purchasingQueries } from './purchasing/graphql.ts';
import { salesQueries } from './sales-orders/graphql/queries.ts';
import { stockQueries } from './stock/graphql.ts';

/** The binding of each field of `Query`, in every version that has it. */
export const queries: RootBindings = {
  ...masterDataQueries,
  ...itemQueries,
  ...customerQueries,
  ...pricingQueries,
  ...stockQueries,
  ...purchasingQueries,
  ...productionQueries,
  ...salesQueries,
  ...deliveryQueries,
  ...invoiceQueries,
  ...marketplaceQueries,
};
