import type { Rows } from '../../store/tenant-data.ts';
import { itemData } from '../items/generate/item-data.ts';
import { masterData } from '../master-data/generate/master-data.ts';
import { salesData } from '../sales-orders/generate/sales-data.ts';
import { systemData } from '../system/generate.ts';
import { warehouseData } from '../stock/generate/warehouse-data.ts';

/** The content of a newly set up Wawi; every tenant starts from it. */
export const standardData: Rows = {
  ...masterData,
  ...systemData,
  ...warehouseData,
  ...itemData,
  ...salesData,
};
