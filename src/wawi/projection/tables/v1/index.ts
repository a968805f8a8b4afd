import type { ViewTable } from '../../views.ts';
import { customerViewsV1 } from './customers.ts';
import { itemMasterViewsV1 } from './item-master.ts';
import { itemViewsV1 } from './items.ts';
import { salesViewsV1 } from './sales.ts';
import { masterViewsV1 } from './master.ts';
import { stockViewsV1 } from './stock.ts';
import { documentViewsV1 } from './documents.ts';
import { systemViewsV1 } from './system.ts';

/** Where every field of the v1 contract lives in the domain. */
export const viewsV1: ViewTable = {
  ...itemViewsV1,
  ...itemMasterViewsV1,
  ...customerViewsV1,
  ...salesViewsV1,
  ...masterViewsV1,
  ...stockViewsV1,
  ...documentViewsV1,
  ...systemViewsV1,
};
