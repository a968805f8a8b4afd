import { byKey, list, nothing, one, rows } from '../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';

const resourceById = byKey('system.read', 'workbenchResource', 'id');
const resourceTypeById = byKey('system.read', 'workbenchResourceType', 'id');

/** Workbenches and production; later versions write `Get` where 2.0 writes `Query`. */
export const productionQueries: RootBindings = {
  QueryResourceCategories: rows('system.read', () => []),
  QueryWorkbenchResources: list('system.read', 'workbenchResource'),
  QueryWorkbenchResourceById: resourceById,
  GetWorkbenchResourceById: resourceById,
  QueryWorkbenchResourceTypes: list('system.read', 'workbenchResourceType'),
  QueryWorkbenchResourceTypeById: resourceTypeById,
  GetWorkbenchResourceTypeById: resourceTypeById,
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
