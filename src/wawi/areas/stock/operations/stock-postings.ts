import { invalid, ruleBroken } from '../../../store/errors.ts';
import { referenced } from '../../../store/references.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import {
  compare,
  decimal,
  isZero,
  min,
  subtract,
  zero,
  type Decimal,
} from '../../../store/values/decimal.ts';
import { hasChildren } from '../../items/rules/item-relations.ts';
import { leavingOrder, quantityInPickLists, sum } from '../rules/stock.ts';
import type { Stock } from '../schema/stock.ts';
import { lockOf } from './stock-summary.ts';
import { bookStock, identityOf } from './stock.ts';

/** Goods that come into or leave a warehouse. */
export interface StockPosting {
  itemId: number;
  warehouseId: number;
  /** Above 0 in both directions. */
  quantity: Decimal;
  batchNumber?: string;
  shelfLifeExpirationDate?: string;
  serialNumbers?: string[];
}

/** The stock of an item in a warehouse. */
export interface WarehouseItemStock {
  totalQuantity: Decimal;
  /** On locked bin locations, or held back by open pick lists. */
  lockedQuantity: Decimal;
}

/**
 * Items that are made of others, and parents of variations, have no stock of their own.
 * Source: GraphQL 2.1, GetWarehouseStockByItemId.
 * @throws DomainError `not-found`
 */
export function warehouseItemStock(
  data: TenantData,
  warehouseId: number,
  itemId: number,
): WarehouseItemStock {
  data.get('warehouse', warehouseId);
  const item = data.get('item', itemId);
  if (item.components.length > 0 || hasChildren(data, itemId))
    return { totalQuantity: zero, lockedQuantity: zero };
  const rows = stockRows(data, warehouseId, itemId);
  const locked = rows.map((row) => ({ quantity: lockedQuantity(data, row) }));
  return { totalQuantity: sum(rows), lockedQuantity: sum(locked) };
}

function stockRows(data: TenantData, warehouseId: number, itemId: number): Stock[] {
  return [...data.of('stock').where('itemId', itemId)].filter((row) => row.warehouseId === warehouseId);
}

function lockedQuantity(data: TenantData, row: Stock): Decimal {
  const lock = lockOf(data, row);
  if (lock.forShipment || lock.forAvailability) return row.quantity;
  return quantityInPickLists(row, data.of('pickListPosition').where('itemId', row.itemId));
}

/**
 * Posts goods into a warehouse.
 * @param now ISO 8601
 * @returns the stock of the item in the warehouse afterwards
 * @throws DomainError as {@link bookStock}; `invalid` for a quantity that is not above 0
 */
export function postInbound(data: TenantData, posting: StockPosting, now: string): Decimal {
  checkQuantity(posting.quantity);
  bookStock(data, posting, now);
  return sum(stockRows(data, posting.warehouseId, posting.itemId));
}

/**
 * Posts goods out of a warehouse, from any bin locations that have them free; the first to expire leave first.
 * @param now ISO 8601
 * @returns the stock of the item in the warehouse afterwards
 * @throws DomainError as {@link bookStock}; `invalid` for a quantity that is not above 0, `rule` for more than is free
 */
export function postOutbound(data: TenantData, posting: StockPosting, now: string): Decimal {
  const { itemId, warehouseId, quantity } = posting;
  checkQuantity(quantity);
  referenced(data, 'item', itemId, 'itemId');
  referenced(data, 'warehouse', warehouseId, 'warehouseId');
  for (const part of outgoing(data, posting))
    bookStock(data, { ...part, quantity: subtract(zero, part.quantity), isExact: true }, now);
  return sum(stockRows(data, warehouseId, itemId));
}

type Part = ReturnType<typeof identityOf> & { quantity: Decimal; serialNumbers: string[] };

function outgoing(data: TenantData, posting: StockPosting): Part[] {
  const rows = stockRows(data, posting.warehouseId, posting.itemId)
    .filter((row) => isMeant(row, posting))
    .sort(leavingOrder);
  let open = posting.quantity;
  const parts: Part[] = [];
  for (const row of rows) {
    const serialNumbers = serialsThere(data, row, posting.serialNumbers ?? []);
    const free = subtract(row.quantity, lockedQuantity(data, row));
    const wanted = posting.serialNumbers?.length ? decimal(serialNumbers.length) : open;
    const taken = min(open, min(free, wanted));
    if (compare(taken, zero) <= 0) continue;
    parts.push({ ...identityOf(row), quantity: taken, serialNumbers });
    open = subtract(open, taken);
  }
  if (isZero(open)) return parts;
  throw ruleBroken(
    `Only ${subtract(posting.quantity, open)} of item ${posting.itemId} can leave warehouse ${posting.warehouseId}; ${posting.quantity} cannot be posted.`,
  );
}

function isMeant(row: Stock, { batchNumber, shelfLifeExpirationDate }: StockPosting): boolean {
  return (
    (batchNumber === undefined || row.batchNumber === batchNumber) &&
    (shelfLifeExpirationDate === undefined || row.shelfLifeExpirationDate === shelfLifeExpirationDate)
  );
}

function serialsThere(data: TenantData, row: Stock, named: readonly string[]): string[] {
  return named.length === 0 ? [] : serialNumbersIn(data, row).filter((serial) => named.includes(serial));
}

/** @returns the serial numbers of the pieces that lie in a storage location */
export function serialNumbersIn(
  data: TenantData,
  { itemId, storageLocationId }: Pick<Stock, 'itemId' | 'storageLocationId'>,
): string[] {
  return [...data.of('serialNumber').where('itemId', itemId)]
    .filter((one) => one.isActive && one.storageLocationId === storageLocationId)
    .map((one) => one.serialNumber);
}

function checkQuantity(quantity: Decimal): void {
  if (compare(quantity, zero) <= 0) throw invalid('quantity', `The quantity ${quantity} must be above 0.`);
}
