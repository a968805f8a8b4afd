import { customerKinds, type CustomerEntities } from './customers/schema/customers.ts';
import { documentKinds, type DocumentEntities } from './invoices/schema/documents.ts';
import { inventoryKinds, type InventoryEntities } from './stock/schema/inventory.ts';
import { itemMasterKinds, type ItemMasterEntities } from './items/schema/item-master.ts';
import { itemKinds, type ItemEntities } from './items/schema/items.ts';
import { logisticsKinds, type LogisticsEntities } from './delivery/schema/logistics.ts';
import { masterKinds, type MasterEntities } from './master-data/schema/master.ts';
import { processKinds, type ProcessEntities } from './system/schema/processes.ts';
import { purchasingKinds, type PurchasingEntities } from './purchasing/schema/purchasing.ts';
import { returnKinds, type ReturnEntities } from './returns/schema/returns.ts';
import { salesKinds, type SalesEntities } from './sales-orders/schema/sales.ts';
import { stockKinds, type StockEntities } from './stock/schema/stock.ts';
import { systemKinds, type SystemEntities } from './system/schema/system.ts';
import type { EntityKind } from '../store/collections/collection.ts';

/** Every kind of entity a tenant's ERP holds, by name. */
export interface EntityMap
  extends
    ItemEntities,
    ItemMasterEntities,
    CustomerEntities,
    SalesEntities,
    DocumentEntities,
    ReturnEntities,
    ProcessEntities,
    StockEntities,
    LogisticsEntities,
    InventoryEntities,
    PurchasingEntities,
    MasterEntities,
    SystemEntities {}
export type EntityName = keyof EntityMap;

/** How each kind is kept: its key, its uniqueness, what it refers to. */
export const kinds: { [N in EntityName]: EntityKind<EntityMap[N]> } = {
  ...itemKinds,
  ...itemMasterKinds,
  ...customerKinds,
  ...salesKinds,
  ...documentKinds,
  ...returnKinds,
  ...processKinds,
  ...stockKinds,
  ...logisticsKinds,
  ...inventoryKinds,
  ...purchasingKinds,
  ...masterKinds,
  ...systemKinds,
};
