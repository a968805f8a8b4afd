import type { BindingsV1 } from '../../../wire/rest/call.ts';
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
export const stockBindingsV1: BindingsV1 = {
  'GET /stocks': stocks,
  'POST /stocks': bookStockHandler,
  'GET /stocks/changes': stockChanges,
  'GET /stocks/serialnumbers': serialNumbers,
  'GET /warehouses': warehouses,
  'GET /warehouses/types': warehouseTypeList,
  'GET /warehouses/storagelocationtypes': storageLocationTypeList,
  'GET /warehouses/{warehouseId}/storagelocations': storageLocations,
  'GET /wms/picklisttemplates': pickListTemplates,
  'GET /shippingMethods': shippingMethods,
};
