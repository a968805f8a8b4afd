import type { V1Views } from '../wire/rest/schema-views.ts';
import { customerViewsV1 } from './customers/views/v1.ts';
import { itemMasterViewsV1 } from './items/views/v1-master.ts';
import { itemViewsV1 } from './items/views/v1.ts';
import { salesViewsV1 } from './sales-orders/views/v1.ts';
import { masterViewsV1 } from './master-data/views/v1.ts';
import { stockViewsV1 } from './stock/views/v1.ts';
import { deliveryViewsV1 } from './delivery/views/v1.ts';
import { documentViewsV1 } from './invoices/views/v1.ts';
import { systemViewsV1 } from './system/views/v1.ts';

/** The property of an entity that each field of v1 shows. */
export const viewsV1: V1Views = {
  ...itemViewsV1,
  ...itemMasterViewsV1,
  ...customerViewsV1,
  ...salesViewsV1,
  ...masterViewsV1,
  ...stockViewsV1,
  ...deliveryViewsV1,
  ...documentViewsV1,
  ...systemViewsV1,
};
