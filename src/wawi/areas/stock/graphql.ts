import { isNegative } from '../../store/values/decimal.ts';
import type { Stock, StockChange, StorageLocation } from './schema/stock.ts';
import { stockReservations } from './operations/stock-summary.ts';
import type { Arguments } from '../../wire/graphql/call.ts';
import { argument, keyArgument, requiredKey, textArgument } from '../../wire/graphql/arguments.ts';
import { byKey, list, nothing, one, rows } from '../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import type { ViewContext } from '../../wire/views/views.ts';
import { serialNumbersIn, warehouseItemStock } from './operations/stock-postings.ts';
import { binLocationStatuses, binLocationTypes, statusOf, typeOf, zoneTypes } from './rules/bin-locations.ts';

/** The test of QueryStock's own arguments. */
function stockAsked(args: Arguments): (stock: Stock, context: ViewContext) => boolean {
  const warehouseId = requiredKey(args, 'warehouseId', 'WarenlagerKey');
  const storageLocationId = keyArgument(args, 'binLocationId', 'WarenLagerPlatzKey');
  const itemId = keyArgument(args, 'articleId', 'ArtikelKey');
  const batch = textArgument(args, 'batchNumber');
  const serial = textArgument(args, 'serialNumber');
  const from = textArgument(args, 'bestBeforeDateFrom');
  const to = textArgument(args, 'bestBeforeDateTo');
  return (stock, { data }) =>
    stock.warehouseId === warehouseId &&
    (storageLocationId === undefined || stock.storageLocationId === storageLocationId) &&
    (itemId === undefined || stock.itemId === itemId) &&
    (batch === undefined || stock.batchNumber === batch) &&
    (from === undefined || (stock.shelfLifeExpirationDate ?? '') >= from) &&
    (to === undefined ||
      (stock.shelfLifeExpirationDate !== undefined && stock.shelfLifeExpirationDate <= to)) &&
    (serial === undefined || serialNumbersIn(data, stock).includes(serial));
}

/** The test of QueryStockMovementHistory's own arguments; texts are parts of numbers and names, ignoring case. */
function movementAsked(args: Arguments): (change: StockChange, context: ViewContext) => boolean {
  const warehouseId = requiredKey(args, 'warehouseId', 'WarenlagerKey');
  const from = textArgument(args, 'startTime') ?? '';
  const to = textArgument(args, 'endTime') ?? '9999';
  const isPart = (name: string, ...texts: (string | undefined)[]): boolean => {
    const part = textArgument(args, name)?.toLowerCase();
    return part === undefined || texts.some((text) => text?.toLowerCase().includes(part));
  };
  return (change, { data }) => {
    const item = data.of('item').get(change.itemId);
    const place = data.of('storageLocation').get(change.storageLocationId)?.name;
    const isOutgoing = isNegative(change.quantity);
    return (
      change.warehouseId === warehouseId &&
      change.changedDate >= from &&
      change.changedDate <= to &&
      isPart('article', item?.sku, item?.name) &&
      isPart('sourceBinLocation', isOutgoing ? place : undefined) &&
      isPart('targetBinLocation', isOutgoing ? undefined : place)
    );
  };
}

/** The test of QueryBinLocations' own arguments. */
function binLocationAsked(args: Arguments): (location: StorageLocation) => boolean {
  const warehouseId = requiredKey(args, 'warehouseId', 'WarenlagerKey');
  const name = textArgument(args, 'nameFilter')?.toLowerCase();
  const status = argument(args, 'statusFilter') ?? undefined;
  const type = argument(args, 'typeFilter') ?? undefined;
  return (location) =>
    location.warehouseId === warehouseId &&
    (name === undefined || location.name.toLowerCase().includes(name)) &&
    (status === undefined || statusOf(location) === status) &&
    (type === undefined || typeOf(location) === type);
}

/** The bin locations of a zone; a location is in a zone at most once, so its id serves as the row's. */
function binLocationsOfZone({ data }: ViewContext, args: Arguments): Iterable<{ readonly id: number }> {
  const zone = data.of('warehouseZone').get(requiredKey(args, 'zoneId', 'LagerZoneKey'));
  return (zone?.binLocationIds ?? []).map((id) => ({ id, binLocationId: id, zoneId: zone?.id }));
}

/** A test of the rows by the argument that names their warehouse. */
function ofWarehouse(args: Arguments): (row: { warehouseId: number }) => boolean {
  const warehouseId = requiredKey(args, 'warehouseId', 'WarenlagerKey');
  return (row) => row.warehouseId === warehouseId;
}

/** Warehouses, what lies in them, and what moves through them. */
export const stockQueries: RootBindings = {
  QueryWarehouses: list('warehouse.read', 'warehouse'),
  QueryStorageLocations: list('warehouse.read', 'storageLocation'),
  QueryStockItem: list('inventories.read', 'stock'),
  QueryBatches: list('inventories.read', 'stock', () => (stock) => stock.batchNumber !== undefined),
  QueryBestBeforeDates: list(
    'inventories.read',
    'stock',
    () => (stock) => stock.shelfLifeExpirationDate !== undefined,
  ),
  QueryStockReservations: rows('inventories.read', ({ data }) => stockReservations(data)),
  QuerySerialNumbers: list('inventories.read', 'serialNumber'),
  QueryStock: list('inventories.read', 'stock', stockAsked),
  QueryStockMovementHistory: list('inventories.read', 'stockChange', movementAsked),
  QueryBinLocations: list('warehouse.read', 'storageLocation', binLocationAsked),
  GetBinLocationById: byKey('warehouse.read', 'storageLocation', 'binLocationId'),
  GetBinLocationStatuses: one('warehouse.read', () => binLocationStatuses),
  ListBinLocationStatuses: one('warehouse.read', () => binLocationStatuses),
  GetBinLocationTypes: one('warehouse.read', () => binLocationTypes),
  QueryZoneTypes: rows('warehouse.read', () => zoneTypes),
  QueryBinLocationPickHeatmap: nothing('warehouse.read'),
  QueryBinLocationOccupancy: nothing('warehouse.read'),
  QueryShippingBoxes: list('warehouse.read', 'shippingBox', ofWarehouse),
  QueryShippingBoxTypes: nothing('warehouse.read'),
  QueryWarehouseZones: list('warehouse.read', 'warehouseZone', ofWarehouse),
  QueryZoneBinLocations: rows('warehouse.read', binLocationsOfZone),
  GetWarehouseDeliveryAddress: one('warehouse.read', ({ data, args }) =>
    data.get('warehouse', requiredKey(args, 'warehouseId', 'WarenlagerKey')),
  ),
  GetWarehouseStockByItemId: one('inventories.read', ({ data, args }) =>
    warehouseItemStock(
      data,
      requiredKey(args, 'warehouseId', 'WarenlagerKey'),
      requiredKey(args, 'itemId', 'ArtikelKey'),
    ),
  ),
};
