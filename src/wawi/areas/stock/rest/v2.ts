import type { BindingsV2 } from '../../../wire/rest/call.ts';
import {
  bookStockHandler,
  pickListTemplates,
  serialNumbers,
  shippingMethods,
  stockChanges,
  stocks,
  storageLocationTypeList,
  storageLocations,
  warehouseTypeList,
  warehouses,
} from './stock.ts';

/** Stock and warehouses. */
export const stockBindingsV2: BindingsV2 = {
  'GET /stocks': stocks,
  'POST /stocks': bookStockHandler,
  'GET /stocks/changes': stockChanges,
  'GET /stocks/serial-numbers': serialNumbers,
  'GET /warehouses': warehouses,
  'GET /warehouses/types': warehouseTypeList,
  'GET /warehouses/storage-location-types': storageLocationTypeList,
  'GET /warehouses/{warehouseId}/storage-locations': storageLocations,
  'GET /wms/picklist-templates': pickListTemplates,
  'GET /shipping-methods': shippingMethods,
};
