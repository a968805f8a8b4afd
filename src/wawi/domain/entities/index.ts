import { customerKinds, type CustomerEntities } from './customers.ts';
import { documentKinds, type DocumentEntities } from './documents.ts';
import { inventoryKinds, type InventoryEntities } from './inventory.ts';
import { itemMasterKinds, type ItemMasterEntities } from './item-master.ts';
import { itemKinds, type ItemEntities } from './items.ts';
import { logisticsKinds, type LogisticsEntities } from './logistics.ts';
import { masterKinds, type MasterEntities } from './master.ts';
import { processKinds, type ProcessEntities } from './processes.ts';
import { purchasingKinds, type PurchasingEntities } from './purchasing.ts';
import { returnKinds, type ReturnEntities } from './returns.ts';
import { salesKinds, type SalesEntities } from './sales.ts';
import { stockKinds, type StockEntities } from './stock.ts';
import { systemKinds, type SystemEntities } from './system.ts';
import type { EntityKind } from '../store/collection.ts';

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
