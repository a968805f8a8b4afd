import type { ViewTable } from '../../../wire/views/views.ts';
import { stockViewsV1 } from './v1.ts';

/** Stock, warehouses, pick lists and delivery notes in v2: v1's fields under v2's schema names, and what v2 adds. */
export const stockViewsV2: ViewTable = {
  'V1.Stock.Stock': stockViewsV1.Stock,
  'V1.Stock.StockChange': stockViewsV1.StockChange,
  'V1.Warehouse.Warehouse': stockViewsV1.Warehouse,
  'V1.Warehouse.StorageLocation': stockViewsV1.StorageLocation,
  'V1.WMS.PickListTemplate': stockViewsV1.PickListTemplate,
  'V1.WMS.PickList': stockViewsV1.PickList,
  'V1.WMS.CreatePickList': stockViewsV1.CreatePickList,
  'WMS.PickListPosition': stockViewsV1.PickListPosition,
  'V1.WMS.PickListPosition': stockViewsV1.PickListPosition,
  'V1.DeliveryNote.DeliveryNote': stockViewsV1.DeliveryNote,
  'V1.DeliveryNote.DeliveryNotePackage': stockViewsV1.DeliveryNotePackage,
};
