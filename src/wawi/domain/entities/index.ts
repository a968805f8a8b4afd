import { customerKinds, type CustomerEntities } from './customers.ts';
import { itemKinds, type ItemEntities } from './items.ts';
import { masterKinds, type MasterEntities } from './master.ts';
import { salesKinds, type SalesEntities } from './sales.ts';
import { stockKinds, type StockEntities } from './stock.ts';
import type { EntityKind } from '../store/collection.ts';

/** Every kind of entity a tenant's ERP holds, by name. */
export interface EntityMap
  extends ItemEntities, CustomerEntities, SalesEntities, StockEntities, MasterEntities {}
export type EntityName = keyof EntityMap;

/** How each kind is kept: its key, its uniqueness, what it refers to. */
export const kinds: { [N in EntityName]: EntityKind<EntityMap[N]> } = {
  ...itemKinds,
  ...customerKinds,
  ...salesKinds,
  ...stockKinds,
  ...masterKinds,
};
