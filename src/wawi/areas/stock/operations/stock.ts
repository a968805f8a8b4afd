import {
  add,
  compare,
  decimal,
  isNegative,
  isZero,
  min,
  subtract,
  toNumber,
  zero,
  type Decimal,
} from '../../../store/values/decimal.ts';
import { hasChildren } from '../../items/rules/item-relations.ts';
import type { Item } from '../../items/schema/items.ts';
import type { Stock, StockChange, StockIdentity, StorageLocation } from '../schema/stock.ts';
import { DomainError, duplicate, invalid, ruleBroken, type FieldProblem } from '../../../store/errors.ts';
import { leavingOrder, sameGoods } from '../rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { referenced } from '../../../store/references.ts';

/** Goods coming in (positive) or going out (negative). */
export interface StockBooking {
  itemId: number;
  warehouseId: number;
  /** Default: the warehouse's first location. */
  storageLocationId?: number;
  batchNumber?: string;
  shelfLifeExpirationDate?: string;
  quantity: Decimal;
  purchasePriceNet?: Decimal;
  serialNumbers?: string[];
  comment?: string;
  /** True: only goods of just this batch and date, or of none. */
  isExact?: boolean;
}

/**
 * Books stock and writes it into the history. Outgoing goods without a batch or date are taken first to expire first.
 * @param now ISO 8601
 * @returns the row as it stands afterwards; a row at zero is not kept
 * @throws DomainError `missing-reference`, `invalid`, `duplicate` (serial number), `rule` (less than nothing left)
 */
export function bookStock(
  data: TenantData,
  booking: StockBooking,
  now: string,
  userName = data.actor.name,
): Stock {
  const item = referenced(data, 'item', booking.itemId, 'itemId');
  const location = locationFor(data, booking);
  const serials = serialNumbersOf(data, item, location, booking);
  const problems = bookingProblems(data, item, booking, serials);
  if (problems[0]) throw new DomainError('invalid', problems[0].message, problems);
  const goods: StockIdentity = {
    itemId: item.id,
    warehouseId: location.warehouseId,
    storageLocationId: location.id,
    ...(booking.batchNumber === undefined ? {} : { batchNumber: booking.batchNumber }),
    ...(booking.shelfLifeExpirationDate === undefined
      ? {}
      : { shelfLifeExpirationDate: booking.shelfLifeExpirationDate }),
  };
  bookSerialNumbers(data, goods, booking, serials);
  let row: Stock | undefined;
  const parts = partsOf(data, item, goods, booking);
  const serialsOf = dealt(serials, parts);
  for (const [n, part] of parts.entries()) {
    row = put(data, part.goods, part.quantity, booking.comment);
    const change: Omit<StockChange, 'id'> = {
      ...part.goods,
      quantity: part.quantity,
      changedDate: now,
      userName,
      serialNumbers: serialsOf[n] ?? [],
      ...(booking.comment === undefined ? {} : { comment: booking.comment }),
      ...(booking.purchasePriceNet === undefined ? {} : { purchasePriceNet: booking.purchasePriceNet }),
    };
    data.insert('stockChange', change);
  }
  return row ?? { ...goods, id: 0, quantity: zero };
}

/** @throws DomainError `missing-reference` for a location that is not there, `invalid` for one of another warehouse */
export function locationFor(
  data: TenantData,
  place: { warehouseId: number; storageLocationId?: number },
): StorageLocation {
  const warehouse = referenced(data, 'warehouse', place.warehouseId, 'warehouseId');
  if (place.storageLocationId === undefined) {
    const first = data.of('storageLocation').where('warehouseId', warehouse.id).next();
    if (first.done) throw invalid('warehouseId', `The warehouse ${warehouse.id} has no storage location.`);
    return first.value;
  }
  const location = referenced(data, 'storageLocation', place.storageLocationId, 'storageLocationId');
  if (location.warehouseId !== warehouse.id) {
    throw invalid(
      'storageLocationId',
      `The storage location ${location.id} (${location.name}) belongs to warehouse ${location.warehouseId}, not ${warehouse.id}.`,
    );
  }
  return location;
}

/** Pieces that leave without being named are the first ones in (fidelity row `serial-numbers-first-in`). */
function serialNumbersOf(
  data: TenantData,
  item: Item,
  location: StorageLocation,
  booking: StockBooking,
): readonly string[] {
  const named = booking.serialNumbers ?? [];
  if (named.length > 0 || !item.storageOptions.serialNumberItem || !isNegative(booking.quantity))
    return named;
  return [...data.of('serialNumber').where('itemId', item.id)]
    .filter((row) => row.isActive && row.storageLocationId === location.id)
    .slice(0, Math.abs(toNumber(booking.quantity)))
    .map((row) => row.serialNumber);
}

function bookingProblems(
  data: TenantData,
  item: Item,
  booking: StockBooking,
  serials: readonly string[],
): FieldProblem[] {
  const { storageOptions: options } = item;
  const incoming = !isNegative(booking.quantity);
  const wanted = decimal(serials.length);
  const size = incoming ? booking.quantity : subtract(zero, booking.quantity);
  const problems: (FieldProblem | false)[] = [
    isZero(booking.quantity) && { path: 'quantity', message: 'The quantity 0 books nothing.' },
    incoming &&
      hasChildren(data, item.id) && {
        path: 'itemId',
        message: `The item ${item.sku} stands for its variations and has no stock of its own; book one of its children.`,
      },
    incoming &&
      options.subjectToBatchItem &&
      !booking.batchNumber && {
        path: 'batchNumber',
        message: `The item ${item.sku} is kept in batches; a batch number is needed.`,
      },
    incoming &&
      options.subjectToShelfLifeExpirationDate &&
      booking.shelfLifeExpirationDate === undefined && {
        path: 'shelfLifeExpirationDate',
        message: `The item ${item.sku} expires; a best-before date is needed.`,
      },
    options.serialNumberItem &&
      compare(wanted, size) !== 0 && {
        path: 'serialNumbers',
        message: `${serials.length} serial numbers do not fit the quantity ${size}; the item ${item.sku} needs one for each piece.`,
      },
  ];
  return problems.filter((problem) => problem !== false);
}

function bookSerialNumbers(
  data: TenantData,
  goods: StockIdentity,
  booking: StockBooking,
  serials: readonly string[],
): void {
  const incoming = !isNegative(booking.quantity);
  for (const serialNumber of serials) {
    const known = [...data.of('serialNumber').where('serialNumber', serialNumber)].find(
      (one) => one.itemId === goods.itemId && one.isActive,
    );
    if (!incoming) {
      if (!known || known.storageLocationId !== goods.storageLocationId)
        throw invalid(
          'serialNumbers',
          `The serial number '${serialNumber}' is not on that storage location.`,
        );
      data.update('serialNumber', known.id, { isActive: false });
    } else {
      if (known) throw duplicate('serialNumbers', `The serial number '${serialNumber}' is in stock already.`);
      data.insert('serialNumber', {
        itemId: goods.itemId,
        warehouseId: goods.warehouseId,
        storageLocationId: goods.storageLocationId,
        serialNumber,
        isActive: true,
      });
    }
  }
}

interface Part {
  goods: StockIdentity;
  quantity: Decimal;
}

/** Spreads an outgoing booking over the rows it is taken from. */
function partsOf(
  data: TenantData,
  item: Item,
  goods: StockIdentity,
  { quantity, isExact = false }: StockBooking,
): Part[] {
  if (!isNegative(quantity)) return [{ goods, quantity }];
  const rows = [...data.of('stock').where('itemId', goods.itemId)]
    .filter(
      (row) =>
        row.storageLocationId === goods.storageLocationId &&
        (isExact ? sameGoods(row, goods) : matches(row, goods)),
    )
    .sort(leavingOrder);
  let open = subtract(zero, quantity);
  const parts: Part[] = [];
  for (const row of rows) {
    if (isZero(open)) break;
    const taken = min(open, row.quantity);
    if (isNegative(taken) || isZero(taken)) continue;
    parts.push({ goods: identityOf(row), quantity: subtract(zero, taken) });
    open = subtract(open, taken);
  }
  if (isZero(open)) return parts;
  if (!item.allowNegativeStock) {
    const there = subtract(subtract(zero, quantity), open);
    throw ruleBroken(
      `Only ${there} of item ${item.id} (${item.sku}) is on storage location ${goods.storageLocationId}; ${quantity} cannot be booked, since the item allows no negative stock.`,
    );
  }
  return [...parts, { goods, quantity: subtract(zero, open) }];
}

/** @returns for each part as many of the serial numbers as it has pieces, the last one the rest */
function dealt(serials: readonly string[], parts: readonly Part[]): string[][] {
  let from = 0;
  return parts.map(({ quantity }, n) => {
    const to = n === parts.length - 1 ? serials.length : from + Math.abs(toNumber(quantity));
    const own = serials.slice(from, to);
    from = to;
    return own;
  });
}

/** A row is meant unless the booking names another batch or date. */
function matches(row: Stock, goods: StockIdentity): boolean {
  return (
    (goods.batchNumber === undefined || goods.batchNumber === row.batchNumber) &&
    (goods.shelfLifeExpirationDate === undefined ||
      goods.shelfLifeExpirationDate === row.shelfLifeExpirationDate)
  );
}

/** @returns which goods a row or position is about, without its quantity */
export function identityOf(row: StockIdentity): StockIdentity {
  const { itemId, warehouseId, storageLocationId, batchNumber, shelfLifeExpirationDate } = row;
  return {
    itemId,
    warehouseId,
    storageLocationId,
    ...(batchNumber === undefined ? {} : { batchNumber }),
    ...(shelfLifeExpirationDate === undefined ? {} : { shelfLifeExpirationDate }),
  };
}

function put(data: TenantData, goods: StockIdentity, quantity: Decimal, comment: string | undefined): Stock {
  const row = [...data.of('stock').where('itemId', goods.itemId)].find((one) => sameGoods(one, goods));
  if (!row)
    return data.insert('stock', { ...goods, quantity, ...(comment === undefined ? {} : { comment }) });
  const changed = add(row.quantity, quantity);
  if (!isZero(changed))
    return data.update('stock', row.id, { quantity: changed, ...(comment === undefined ? {} : { comment }) });
  // No entity refers to stock, so there are no references to check.
  data.of('stock').remove(row.id);
  return { ...row, quantity: zero };
}
