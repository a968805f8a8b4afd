import { add, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { Stock } from '../schema/stock.ts';
import {
  availableQuantity,
  completeSets,
  isOpen,
  lockedForAvailability,
  lockedForShipment,
  openQuantity,
  sum,
  type StockSummary,
} from '../rules/stock.ts';
import { derivedFrom } from '../../../store/derived.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** The quantity of an item that a line of a sales order reserves. */
export interface StockReservation {
  /** Id of the line. */
  readonly id: number;
  itemId: number;
  salesOrderId: number;
  customerId?: number;
  amount: Decimal;
  /** ISO 8601. */
  createdAt: string;
  salesChannelId: string;
}

interface Reservations {
  all: StockReservation[];
  byItem: Map<number, Decimal>;
}

const reservationsOf = derivedFrom('salesOrder', (data): Reservations => {
  const all: StockReservation[] = [];
  const byItem = new Map<number, Decimal>();
  for (const order of data.of('salesOrder').values()) {
    if (order.isCancelled) continue;
    for (const line of order.lineItems) {
      const amount = openQuantity(order, line);
      if (line.itemId === undefined || amount === zero) continue;
      byItem.set(line.itemId, add(byItem.get(line.itemId) ?? zero, amount));
      all.push({
        id: line.id,
        itemId: line.itemId,
        salesOrderId: order.id,
        ...(order.customerId === undefined ? {} : { customerId: order.customerId }),
        amount,
        createdAt: order.salesOrderDate,
        salesChannelId: order.salesChannelId,
      });
    }
  }
  return { all, byItem };
});

/** @returns the reservations of open sales orders, line by line; computed again only after a change */
export function stockReservations(data: TenantData): readonly StockReservation[] {
  return reservationsOf(data).all;
}

/** @returns the open quantity of an item in sales orders */
export function quantityInOrders(data: TenantData, itemId: number): Decimal {
  return reservationsOf(data).byItem.get(itemId) ?? zero;
}

/**
 * Sums up an item's stock.
 * @param warehouseId default: all warehouses; reservations count for all of them, because orders name no warehouse
 */
export function stockSummary(data: TenantData, itemId: number, warehouseId?: number): StockSummary {
  const summary = ownSummary(data, itemId, warehouseId);
  return { ...summary, available: setsOf(data, itemId, warehouseId) ?? summary.available };
}

function ownSummary(data: TenantData, itemId: number, warehouseId: number | undefined): StockSummary {
  const rows = [...data.of('stock').where('itemId', itemId)].filter(
    (row) => warehouseId === undefined || row.warehouseId === warehouseId,
  );
  const positions = [...data.of('pickListPosition').where('itemId', itemId)].filter(
    (row) => isOpen(row) && (warehouseId === undefined || row.warehouseId === warehouseId),
  );
  const inPickLists = sum(positions);
  const total = sum(rows);
  const locked = sum(rows.filter((row) => lockOf(data, row).forAvailability));
  const reserved = warehouseId === undefined ? quantityInOrders(data, itemId) : inPickLists;
  return {
    total,
    reserved,
    inPickLists,
    lockedForShipment: sum(rows.filter((row) => lockOf(data, row).forShipment)),
    lockedForAvailability: locked,
    available: availableQuantity(total, reserved, locked),
  };
}

/**
 * @param above the items that the item is a part of; a part that contains them counts by its own stock
 * @returns how many complete sets of an item can be made; undefined for an item without a bill of materials
 */
function setsOf(
  data: TenantData,
  itemId: number,
  warehouseId: number | undefined,
  above: readonly number[] = [],
): Decimal | undefined {
  const parts = data.of('item').get(itemId)?.components ?? [];
  if (parts.length === 0 || above.includes(itemId)) return undefined;
  const chain = [...above, itemId];
  return completeSets(
    parts.map((part) => ({
      quantity: part.quantity,
      available:
        setsOf(data, part.itemId, warehouseId, chain) ?? ownSummary(data, part.itemId, warehouseId).available,
    })),
  );
}

/** @returns the lock of a row's goods, by the locks of its place */
export function lockOf(
  data: TenantData,
  row: Pick<Stock, 'warehouseId' | 'storageLocationId'>,
): { forShipment: boolean; forAvailability: boolean } {
  const warehouse = data.get('warehouse', row.warehouseId);
  const location = data.get('storageLocation', row.storageLocationId);
  return {
    forShipment: lockedForShipment(warehouse, location),
    forAvailability: lockedForAvailability(warehouse, location),
  };
}
