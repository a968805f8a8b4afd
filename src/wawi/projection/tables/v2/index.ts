import type { ViewTable } from '../../views.ts';
import { itemCommandViewsV2 } from './item-commands.ts';
import { itemLaterViewsV2 } from './item-later.ts';
import { itemMasterViewsV2 } from './item-master.ts';
import { itemVariationViewsV2 } from './item-variations.ts';
import { itemViewsV2 } from './items.ts';
import { masterViewsV2 } from './master.ts';
import { stockViewsV2 } from './stock.ts';
import { systemViewsV2 } from './system.ts';
import { deliveryViewsV2 } from './delivery.ts';
import { customerViewsV2 } from './customers.ts';
import { salesViewsV2 } from './sales.ts';
import { documentViewsV2 } from './documents.ts';
import { laterLogisticsViewsV2 } from './later-logistics.ts';

/** Where every field of the v2 contract lives in the domain. */
export const viewsV2: ViewTable = {
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
  ...laterLogisticsViewsV2,
};
