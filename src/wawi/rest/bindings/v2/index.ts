import type { Bindings } from '../../call.ts';
import { itemImageBindingsV2 } from '../item-images.ts';
import { status } from '../status.ts';
import { salesBindingsV2 } from './sales.ts';
import { masterBindingsV2 } from './master.ts';
import { stockBindingsV2 } from './stock.ts';
import { deliveryBindingsV2 } from './delivery.ts';
import { systemBindingsV2 } from './system.ts';
import { fileBindingsV2 } from './files.ts';
import { itemMasterBindingsV2 } from './item-master.ts';
import { itemBindingsV2 } from './items.ts';
import { laterItemBindingsV2 } from './later-items.ts';
import { supplierBindingsV2 } from './suppliers.ts';
import { packageBindingsV2 } from './packages.ts';
import { documentBindingsV2 } from './documents.ts';
import { customerBindingsV2 } from './customers.ts';
import { inventoryBindingsV2, stockTransferBindingsV2 } from './inventory.ts';
import { laterLogisticsBindingsV2 } from './later-logistics.ts';
import { purchasingBindingsV2 } from './purchasing.ts';
import { laterSalesBindingsV2 } from './later-sales.ts';

/** What each operation of v2 does. */
export const bindingsV2: Bindings = {
  ...itemBindingsV2,
  ...itemImageBindingsV2,
  ...itemMasterBindingsV2,
  ...supplierBindingsV2,
  ...laterItemBindingsV2,
  ...fileBindingsV2,
  ...salesBindingsV2,
  'GET /info': status,
  'HEAD /info': status,
  ...masterBindingsV2,
  ...stockBindingsV2,
  ...deliveryBindingsV2,
  ...systemBindingsV2,
  ...packageBindingsV2,
  ...documentBindingsV2,
  ...customerBindingsV2,
  ...inventoryBindingsV2,
  ...stockTransferBindingsV2,
  ...laterLogisticsBindingsV2,
  ...purchasingBindingsV2,
  ...laterSalesBindingsV2,
};
