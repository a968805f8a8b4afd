import { view, type ViewTable } from '../../../wire/views/views.ts';
import { stockViewsV1 } from './v1.ts';

/** Stock and warehouses in v2: v1's fields under v2's schema names, and what v2 adds. */
export const stockViewsV2: ViewTable = {
  StockTransfers_CreateResponse: view({ StockTransferId: 'id' }),
  AddToInventoryCountResponse: view({ InventoryCountId: 'id' }),
  'V1.Stock.Stock': stockViewsV1.Stock,
  'V1.Stock.StockChange': stockViewsV1.StockChange,
  'V1.Warehouse.Warehouse': stockViewsV1.Warehouse,
  'V1.Warehouse.StorageLocation': stockViewsV1.StorageLocation,
};
