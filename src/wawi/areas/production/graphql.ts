import { byKey, list, nothing, one, rows } from '../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';

/** Workbenches and production. */
export const productionQueries: RootBindings = {
  QueryResourceCategories: rows('system.read', () => []),
  QueryWorkbenchResources: list('system.read', 'workbenchResource'),
  QueryWorkbenchResourceById: byKey('system.read', 'workbenchResource', 'id'),
  QueryWorkbenchResourceTypes: list('system.read', 'workbenchResourceType'),
  QueryWorkbenchResourceTypeById: byKey('system.read', 'workbenchResourceType', 'id'),
  QueryBillOfMaterialsItemById: one('items.read', () => undefined),
  QueryBillOfMaterialsItemsByBillOfMaterialsId: one('items.read', () => []),
  QueryBillOfMaterialsItemsByBillOfMaterialsOperationId: one('items.read', () => []),
  QueryBillOfMaterialsOperationById: one('items.read', () => undefined),
  QueryBillOfMaterialsOperationsByBillOfMaterialsId: one('items.read', () => []),
  QueryBillOfMaterialsById: one('items.read', () => undefined),
  QueryBillsOfMaterialsByProductionItemId: nothing('items.read'),
  QueryLotSizeById: one('items.read', () => undefined),
  QueryLotSizesByProductionItemId: nothing('items.read'),
  QueryProductionItems: nothing('items.read'),
  QueryProductionItemById: one('items.read', () => undefined),
  QueryProductionItemByItemId: one('items.read', () => undefined),
  QueryProductionOrders: nothing('items.read'),
  QueryProductionOrderById: one('items.read', () => undefined),
};
