import { zero } from '../../../store/values/decimal.ts';
import type { Stock, StorageLocation, Warehouse } from '../schema/stock.ts';
import { lockOf } from '../operations/stock-summary.ts';
import { quantityInPickLists } from '../rules/stock.ts';
import { placeType, storageLocationTypes, warehouseTypes } from '../rules/warehouse-types.ts';
import { v1View, type V1Views } from '../../../wire/rest/schema-views.ts';

/** Stock and warehouses in v1. */
export const stockViewsV1 = {
  Stock: v1View<'Stock', Stock>({
    StorageLocationName: (stock, { data }) => data.of('storageLocation').get(stock.storageLocationId)?.name,
    QuantityTotal: 'quantity',
    QuantityLockedForShipment: (stock, { data }) => (lockOf(data, stock).forShipment ? stock.quantity : zero),
    QuantityLockedForAvailability: (stock, { data }) =>
      lockOf(data, stock).forAvailability ? stock.quantity : zero,
    QuantityInPickingLists: (stock, { data }) =>
      quantityInPickLists(stock, data.of('pickListPosition').where('itemId', stock.itemId)),
  }),
  StockChange: v1View<'StockChange'>({ Username: 'userName' }),
  Warehouse: v1View<'Warehouse', Warehouse>({
    Type: (warehouse) => placeType(warehouseTypes, warehouse.typeId),
  }),
  StorageLocation: v1View<'StorageLocation', StorageLocation>({
    StorageLocationType: (location) => placeType(storageLocationTypes, location.typeId),
  }),
} satisfies V1Views;
