import type { TObject } from 'typebox';
import { customerEntities } from './customers/schema/customers.schema.ts';
import { logisticsEntities } from './delivery/schema/logistics.schema.ts';
import type { EntityName } from './index.ts';
import { documentEntities } from './invoices/schema/documents.schema.ts';
import { itemMasterEntities } from './items/schema/item-master.schema.ts';
import { itemEntities } from './items/schema/items.schema.ts';
import { masterEntities } from './master-data/schema/master.schema.ts';
import { purchasingEntities } from './purchasing/schema/purchasing.schema.ts';
import { returnEntities } from './returns/schema/returns.schema.ts';
import { salesEntities } from './sales-orders/schema/sales.schema.ts';
import { shopEntities } from './shops/schema/shops.schema.ts';
import { inventoryEntities } from './stock/schema/inventory.schema.ts';
import { stockEntities } from './stock/schema/stock.schema.ts';
import { wmsEntities } from './stock/schema/wms.schema.ts';
import { processEntities } from './system/schema/processes.schema.ts';
import { systemEntities } from './system/schema/system.schema.ts';

/**
 * The schema of every kind of entity, which its type is derived from. `fixtures/tenant.schema.json`, by which fixtures
 * and seeds are checked, is made from it (generate/tenant-document.schema.ts).
 */
export const entitySchemas: Readonly<Record<EntityName, TObject>> = {
  ...itemEntities,
  ...itemMasterEntities,
  ...customerEntities,
  ...salesEntities,
  ...documentEntities,
  ...returnEntities,
  ...processEntities,
  ...stockEntities,
  ...logisticsEntities,
  ...inventoryEntities,
  ...wmsEntities,
  ...purchasingEntities,
  ...masterEntities,
  ...systemEntities,
  ...shopEntities,
};
