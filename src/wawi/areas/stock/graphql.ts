import type { Stock } from './schema/stock.ts';
import { stockReservations } from './operations/stock-summary.ts';
import type { Arguments } from '../../wire/graphql/call.ts';
import { keyArgument, requiredKey, textArgument } from '../../wire/graphql/arguments.ts';
import { byKey, list, nothing, one, rows } from '../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import type { ViewContext } from '../../wire/views/views.ts';
import { warehouseItemStock } from './operations/stock-postings.ts';
import { binLocationStatuses, binLocationTypes, zoneTypes } from './rules/bin-locations.ts';

/** The tests of QueryStock's own arguments. */
function stockAsked(args: Arguments): (stock: Stock) => boolean {
  const warehouseId = requiredKey(args, 'warehouseId', 'WarenlagerKey');
  const storageLocationId = keyArgument(args, 'binLocationId', 'WarenLagerPlatzKey');
  const itemId = keyArgument(args, 'articleId', 'ArtikelKey');
  const batch = textArgument(args, 'batchNumber');
  const from = textArgument(args, 'bestBeforeDateFrom');
  const to = textArgument(args, 'bestBeforeDateTo');
  return (stock) =>
    stock.warehouseId === warehouseId &&
    (storageLocationId === undefined || stock.storageLocationId === storageLocationId) &&
    (itemId === undefined || stock.itemId === itemId) &&
    (batch === undefined || stock.batchNumber === batch) &&
    (from === undefined || (stock.shelfLifeExpirationDate ?? '') >= from) &&
    (to === undefined ||
      (stock.shelfLifeExpirationDate !== undefined && stock.shelfLifeExpirationDate <= to));
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
  QueryStockMovementHistory: list('inventories.read', 'stockChange', (args) => {
    const warehouseId = requiredKey(args, 'warehouseId', 'WarenlagerKey');
    const from = textArgument(args, 'startTime') ?? '';
    const to = textArgument(args, 'endTime') ?? '9999';
    return (change) =>
      change.warehouseId === warehouseId && change.changedDate >= from && change.changedDate <= to;
  }),
  QueryBinLocations: list('warehouse.read', 'storageLocation', (args) => {
    const warehouseId = requiredKey(args, 'warehouseId', 'WarenlagerKey');
    const name = textArgument(args, 'nameFilter')?.toLowerCase();
    return (location) =>
      location.warehouseId === warehouseId &&
      (name === undefined || location.name.toLowerCase().includes(name));
  }),
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
