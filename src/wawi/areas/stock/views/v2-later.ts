import type { TenantData } from '../../../store/tenant-data.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import type { StockChange } from '../schema/stock.ts';

/** Stock as 2.1 and 2.2 add it. */
export const laterStockViewsV2: V2Views = {
  'Inventory.ItemStock': v2View<'Inventory.ItemStock'>({
    QuantityTotal: 'total',
    QuantityAvailable: 'available',
    QuantityReserved: 'reserved',
    QuantityInPickingLists: 'inPickLists',
    QuantityLockedForShipment: 'lockedForShipment',
    QuantityLockedForAvailability: 'lockedForAvailability',
  }),
  'Inventory.ReceiveStockTransferLineItem': v2View<'Inventory.ReceiveStockTransferLineItem'>({
    InventoryManagementInformation: 'details',
  }),
  'Inventory.StockMovement': v2View<'Inventory.StockMovement', StockChange>({
    ArticleNumber: (change, { data }) => data.of('item').get(change.itemId)?.sku,
    ArticleName: (change, { data }) => data.of('item').get(change.itemId)?.name,
    BestBeforeDate: 'shelfLifeExpirationDate',
    SerialNumber: (change) => change.serialNumbers[0],
    SerialNumberCount: (change) => change.serialNumbers.length,
    SourceBinLocation: (change, { data }) => (leaves(change) ? binName(data, change) : undefined),
    TargetBinLocation: (change, { data }) => (leaves(change) ? undefined : binName(data, change)),
    Timestamp: 'changedDate',
  }),
};

function leaves(change: StockChange): boolean {
  return change.quantity.startsWith('-');
}

function binName(data: TenantData, change: StockChange): string | undefined {
  return data.of('storageLocation').get(change.storageLocationId)?.name;
}
