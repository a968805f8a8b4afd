import type { EntityMap } from '../../../store/entity-map.ts';
import {
  add,
  compare,
  decimal,
  divide,
  isZero,
  max,
  subtract,
  toNumber,
  zero,
  type Decimal,
} from '../../../store/values/decimal.ts';
import type { Stock, StockIdentity, StorageLocation, Warehouse } from '../schema/stock.ts';

type SalesOrder = EntityMap['salesOrder'];
type SalesOrderLineItem = EntityMap['salesOrder']['lineItems'][number];

type PickListPosition = EntityMap['pickListPosition'];

/** The status from which a pick list's goods have left the warehouse. */
const completed = 40;

type Place = Pick<StorageLocation, 'lockForShipment' | 'lockForAvailability'>;

/** @returns whether goods there may not be shipped */
export function lockedForShipment(
  warehouse: Pick<Warehouse, 'lockForShipment'>,
  location: Pick<Place, 'lockForShipment'>,
): boolean {
  return warehouse.lockForShipment || location.lockForShipment;
}

/** @returns whether goods there do not count as available */
export function lockedForAvailability(
  warehouse: Pick<Warehouse, 'lockForAvailability'>,
  location: Pick<Place, 'lockForAvailability'>,
): boolean {
  return warehouse.lockForAvailability || location.lockForAvailability;
}

/** @returns whether both mean the same goods: item, place, batch and best-before date */
export function sameGoods(a: Partial<StockIdentity>, b: Partial<StockIdentity>): boolean {
  return (
    a.itemId === b.itemId &&
    a.warehouseId === b.warehouseId &&
    a.storageLocationId === b.storageLocationId &&
    a.batchNumber === b.batchNumber &&
    a.shelfLifeExpirationDate === b.shelfLifeExpirationDate
  );
}

/** Whether a position still holds stock back. */
export function isOpen(position: Pick<PickListPosition, 'status'>): boolean {
  return position.status < completed;
}

/** @returns how much of a stock row the positions hold back */
export function quantityInPickLists(stock: Stock, positions: Iterable<PickListPosition>): Decimal {
  return sum([...positions].filter((position) => isOpen(position) && sameGoods(position, stock)));
}

/** @returns the quantity of a line that is still to be delivered, never below zero; zero for lines without an item */
export function openQuantity(
  order: Pick<SalesOrder, 'isCancelled'>,
  line: Pick<SalesOrderLineItem, 'itemId' | 'quantity' | 'quantityDelivered'>,
): Decimal {
  if (order.isCancelled || line.itemId === undefined) return zero;
  // Most lines are delivered whole or not at all; equal decimals are equal texts, so these need no arithmetic.
  if (line.quantityDelivered === line.quantity) return zero;
  if (line.quantityDelivered === zero) return max(zero, line.quantity);
  return max(zero, subtract(line.quantity, line.quantityDelivered));
}

/** @returns the total of rows that have a quantity */
export function sum(rows: readonly { quantity: Decimal }[]): Decimal {
  return add(zero, ...rows.map((row) => row.quantity));
}

/** @returns whether nothing of an order with items is left to deliver */
export function isDelivered(order: Pick<SalesOrder, 'isCancelled' | 'lineItems'>): boolean {
  const lines = order.lineItems.filter((line) => line.itemId !== undefined);
  return lines.length > 0 && lines.every((line) => isZero(openQuantity(order, line)));
}

/** First to expire, then first in: the order in which goods leave. */
export function leavingOrder(a: Stock, b: Stock): number {
  const [left, right] = [a.shelfLifeExpirationDate ?? '9999', b.shelfLifeExpirationDate ?? '9999'];
  return left === right ? a.id - b.id : left < right ? -1 : 1;
}

/** The stock of an item over all warehouses or in one. */
export interface StockSummary {
  total: Decimal;
  /** Open quantity of sales orders, which are served first. */
  reserved: Decimal;
  inPickLists: Decimal;
  lockedForShipment: Decimal;
  lockedForAvailability: Decimal;
  /** Total less reserved and locked; negative when more is sold than there is. */
  available: Decimal;
}

/**
 * @param parts of a bill of materials
 * @returns how many sets the parts are enough for, never below zero; source: GraphQL 2.2, ItemStock
 */
export function completeSets(parts: readonly { available: Decimal; quantity: Decimal }[]): Decimal {
  const counts = parts
    .filter(({ quantity }) => compare(quantity, zero) > 0)
    .map(({ available, quantity }) => Math.floor(toNumber(divide(available, quantity))));
  return counts.length === 0 ? zero : max(zero, decimal(Math.min(...counts)));
}

/** @returns the available quantity: total less reserved and locked */
export function availableQuantity(total: Decimal, reserved: Decimal, locked: Decimal): Decimal {
  return subtract(subtract(total, reserved), locked);
}
