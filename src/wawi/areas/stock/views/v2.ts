import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { sameFields } from '../../../wire/views/named-views.ts';
import { stockViewsV1 } from './v1.ts';

/** Stock and warehouses in v2: v1's fields under v2's schema names, and what v2 adds. */
export const stockViewsV2: V2Views = {
  StockTransfers_CreateResponse: v2View<'StockTransfers_CreateResponse'>({ StockTransferId: 'id' }),
  AddToInventoryCountResponse: v2View<'AddToInventoryCountResponse'>({ InventoryCountId: 'id' }),
  'V1.Stock.Stock': sameFields(stockViewsV1.Stock),
  'V1.Stock.StockChange': sameFields(stockViewsV1.StockChange),
  'V1.Warehouse.Warehouse': sameFields(stockViewsV1.Warehouse),
  'V1.Warehouse.StorageLocation': sameFields(stockViewsV1.StorageLocation),
};
