import type { InputTargets, InputViews } from '../wire/graphql/input-views.ts';
import { customerInputs } from './customers/views/graphql-inputs.ts';
import { itemCopyInputs } from './items/views/graphql-copy-inputs.ts';
import { itemInputs } from './items/views/graphql-inputs.ts';
import { deliveryInputs } from './delivery/views/graphql-inputs.ts';
import { masterDataInputs } from './master-data/views/graphql-inputs.ts';
import { pricingInputs } from './pricing/views/graphql-inputs.ts';
import { supplierInputs } from './items/views/graphql-suppliers.ts';
import { purchasingInputs } from './purchasing/views-graphql.ts';
import { stockInputs } from './stock/views/graphql-inputs.ts';
import { salesInputs } from './sales-orders/views/graphql-inputs.ts';

const views: InputViews = {
  ...masterDataInputs,
  ...itemInputs,
  ...itemCopyInputs,
  ...customerInputs,
  ...pricingInputs,
  ...stockInputs,
  ...supplierInputs,
  ...purchasingInputs,
  ...salesInputs,
  ...deliveryInputs,
};

/** Where the fields of every command go. */
export const inputs = views as InputTargets;
