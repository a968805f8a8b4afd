import type { RootBindings } from '../wire/graphql/call.ts';
import { customerMutations } from './customers/graphql-mutations.ts';
import { deliveryMutations } from './delivery/graphql-mutations.ts';
import { invoiceMutations } from './invoices/graphql-mutations.ts';
import { itemMutations } from './items/graphql/mutations.ts';
import { masterDataMutations } from './master-data/graphql-mutations.ts';
import { pricingMutations } from './pricing/graphql/mutations.ts';
import { returnMutations } from './returns/graphql-mutations.ts';
import { purchasingMutations } from './purchasing/graphql.ts';
import { salesMutations } from './sales-orders/graphql/mutations.ts';
import { stockMutations } from './stock/graphql-mutations.ts';
import { systemMutations } from './system/graphql/mutations.ts';

/** The binding of each field of `Mutation`, in every version that has it. */
export const mutations: RootBindings = {
  ...systemMutations,
  ...masterDataMutations,
  ...itemMutations,
  ...customerMutations,
  ...pricingMutations,
  ...stockMutations,
  ...purchasingMutations,
  ...salesMutations,
  ...deliveryMutations,
  ...invoiceMutations,
  ...returnMutations,
};
