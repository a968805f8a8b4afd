import type { ViewTable } from '../../views.ts';
import { masterViewsV2 } from './master.ts';
import { stockViewsV2 } from './stock.ts';
import { systemViewsV2 } from './system.ts';
import { deliveryViewsV2 } from './delivery.ts';

/** Where every field of the v2 contract lives in the domain. */
export const viewsV2: ViewTable = {
  ...masterViewsV2,
  ...stockViewsV2,
  ...systemViewsV2,
  ...deliveryViewsV2,
};
