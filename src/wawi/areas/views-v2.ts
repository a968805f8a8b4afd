import type { V2Views } from '../wire/rest/schema-views.ts';
import { itemCommandViewsV2 } from './items/views/v2-commands.ts';
import { itemLaterViewsV2 } from './items/views/v2-later.ts';
import { itemMasterViewsV2 } from './items/views/v2-master.ts';
import { itemVariationViewsV2 } from './items/views/v2-variations.ts';
import { itemViewsV2 } from './items/views/v2.ts';
import { masterViewsV2 } from './master-data/views/v2.ts';
import { stockViewsV2 } from './stock/views/v2.ts';
import { systemViewsV2 } from './system/views/v2.ts';
import { deliveryViewsV2 } from './delivery/views/v2.ts';
import { customerViewsV2 } from './customers/views/v2.ts';
import { salesViewsV2 } from './sales-orders/views/v2.ts';
import { documentViewsV2 } from './invoices/views/v2.ts';
import { purchasingViewsV2 } from './purchasing/views.ts';
import { supplierViewsV2 } from './items/views/v2-suppliers.ts';
import { duplicateViewsV2 } from './items/views/v2-duplicates.ts';
import { laterDeliveryViewsV2 } from './delivery/views/v2-later.ts';
import { laterStockViewsV2 } from './stock/views/v2-later.ts';
import { taxViewsV2 } from './pricing/views/v2.ts';

/** The property of an entity that each field of v2 shows. */
export const viewsV2: V2Views = {
  ...itemViewsV2,
  ...itemVariationViewsV2,
  ...itemCommandViewsV2,
  ...itemMasterViewsV2,
  ...itemLaterViewsV2,
  ...masterViewsV2,
  ...stockViewsV2,
  ...systemViewsV2,
  ...deliveryViewsV2,
  ...customerViewsV2,
  ...salesViewsV2,
  ...documentViewsV2,
  ...taxViewsV2,
  ...laterStockViewsV2,
  ...laterDeliveryViewsV2,
  ...purchasingViewsV2,
  ...supplierViewsV2,
  ...duplicateViewsV2,
};
