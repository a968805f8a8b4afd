import {
  add,
  compare,
  decimal,
  isNegative,
  isZero,
  subtract,
  toNumber,
  zero,
  type Decimal,
} from '../../../store/values/decimal.ts';
import { hasChildren } from '../../items/rules/item-relations.ts';
import type { Item } from '../../items/schema/items.ts';
import { isOwnWarehouse } from '../rules/warehouse-types.ts';
import type { InventoryCount } from '../schema/inventory.ts';
import type { StockChange, StockIdentity } from '../schema/stock.ts';
import { DomainError, invalid, type FieldProblem } from '../../../store/errors.ts';
import { withoutNulls } from '../../../store/values/merge.ts';
import { sameGoods, sum } from '../rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { referenced } from '../../../store/references.ts';
import { bookStock, identityOf, locationFor } from './stock.ts';

/** The counted quantity and its place; default: the warehouse's first storage location. */
export type CountDraft = Pick<InventoryCount, 'itemId' | 'quantity'> &
  Partial<
    Pick<
      InventoryCount,
      'storageLocationId' | 'batchNumber' | 'shelfLifeExpirationDate' | 'serialNumbers' | 'comment'
    >
  >;

/**
 * Adds a counted quantity to the inventory of a warehouse; the same goods counted again add up.
 * @param now ISO 8601
 * @throws DomainError `not-found` for the warehouse, `missing-reference`, `invalid` for a quantity below zero
 */
export function addCount(
  data: TenantData,
  warehouseId: number,
  draft: CountDraft,
  now: string,
): InventoryCount {
  const warehouse = data.get('warehouse', warehouseId);
  const { storageLocationId, serialNumbers = [], ...counted } = withoutNulls(draft);
  const item = referenced(data, 'item', counted.itemId, 'itemId');
  checkQuantity(counted.quantity);
  if (!isOwnWarehouse(warehouse))
    throw invalid(
      'warehouseId',
      `The stock of warehouse ${warehouseId} is not counted; name an own warehouse.`,
    );
  const problems = countProblems(data, item, { ...counted, serialNumbers });
  if (problems[0]) throw new DomainError('invalid', problems[0].message, problems);
  const place = { warehouseId, ...(storageLocationId === undefined ? {} : { storageLocationId }) };
  const goods = identityOf({ ...counted, warehouseId, storageLocationId: locationFor(data, place).id });
  const before = countOf(data, goods);
  if (before) {
    return data.update('inventoryCount', before.id, {
      quantity: add(before.quantity, counted.quantity),
      serialNumbers: [...before.serialNumbers, ...serialNumbers],
      countedAt: now,
    });
  }
  return data.insert('inventoryCount', {
    ...goods,
    quantity: counted.quantity,
    expectedQuantity: quantityInBooks(data, goods),
    serialNumbers,
    ...(counted.comment === undefined ? {} : { comment: counted.comment }),
    countedAt: now,
  });
}

/** Source: REST 2.2, add to inventory count; GraphQL 3.0, AddToInventoryCountCommandRequestInput. */
function countProblems(
  data: TenantData,
  item: Item,
  { quantity, batchNumber, shelfLifeExpirationDate, serialNumbers }: Counted,
): FieldProblem[] {
  const { storageOptions: options, sku } = item;
  const serials = decimal(serialNumbers.length);
  const problems: (FieldProblem | false)[] = [
    (item.components.length > 0 || hasChildren(data, item.id)) && {
      path: 'itemId',
      message: `The item ${sku} has no stock of its own; count its parts.`,
    },
    !options.splitQuantity &&
      !Number.isInteger(toNumber(quantity)) && {
        path: 'quantity',
        message: `The quantity ${quantity} is not whole; the item ${sku} is not divisible.`,
      },
    options.subjectToBatchItem !== (batchNumber !== undefined) && {
      path: 'batchNumber',
      message: `The batch number ${managed(options.subjectToBatchItem, sku)}.`,
    },
    options.subjectToShelfLifeExpirationDate !== (shelfLifeExpirationDate !== undefined) && {
      path: 'shelfLifeExpirationDate',
      message: `The best-before date ${managed(options.subjectToShelfLifeExpirationDate, sku)}.`,
    },
    options.serialNumberItem
      ? compare(serials, quantity) !== 0 && {
          path: 'serialNumbers',
          message: `${serials} serial numbers do not fit the quantity ${quantity}; each piece of item ${sku} has its own.`,
        }
      : serialNumbers.length > 0 && {
          path: 'serialNumbers',
          message: `The serial number ${managed(false, sku)}.`,
        },
  ];
  return problems.filter((problem) => problem !== false);
}

type Counted = Pick<CountDraft, 'quantity' | 'batchNumber' | 'shelfLifeExpirationDate'> & {
  serialNumbers: readonly string[];
};

function managed(isManaged: boolean, sku: string): string {
  return isManaged
    ? `is missing; the item ${sku} is managed by it`
    : `is not allowed; the item ${sku} has none`;
}

function checkQuantity(quantity: Decimal): void {
  if (isNegative(quantity)) throw invalid('quantity', `The quantity ${quantity} must not be below 0.`);
}

function countOf(data: TenantData, goods: StockIdentity): InventoryCount | undefined {
  return [...data.of('inventoryCount').where('itemId', goods.itemId)].find((one) => sameGoods(one, goods));
}

function quantityInBooks(data: TenantData, goods: StockIdentity): Decimal {
  return sum([...data.of('stock').where('itemId', goods.itemId)].filter((row) => sameGoods(row, goods)));
}

/** @throws DomainError `not-found`, `invalid` for a quantity below zero */
export function changeCount(data: TenantData, id: number, quantity: Decimal): InventoryCount {
  checkQuantity(quantity);
  return data.update('inventoryCount', id, { quantity });
}

/** The bookings of {@link finishCount}. */
export interface FinishedCount {
  bookedCounts: number;
  stockChanges: StockChange[];
}

/**
 * Books the counts of a warehouse: the stock is what was counted. The counts are gone afterwards.
 * @param setUncountedToZero true: what was not counted is not there any more
 * @param now ISO 8601
 * @throws DomainError `not-found` for the warehouse, `invalid` for pieces without their serial numbers
 */
export function finishCount(
  data: TenantData,
  warehouseId: number,
  setUncountedToZero: boolean,
  now: string,
): FinishedCount {
  data.get('warehouse', warehouseId);
  const counts = [...data.of('inventoryCount').where('warehouseId', warehouseId)];
  const first = data.of('stockChange').highestId;
  for (const count of counts) {
    bookDifference(data, identityOf(count), count.quantity, count.serialNumbers, now);
    data.delete('inventoryCount', count.id);
  }
  if (setUncountedToZero) {
    for (const row of [...data.of('stock').where('warehouseId', warehouseId)])
      if (!counts.some((count) => sameGoods(count, row)))
        bookDifference(data, identityOf(row), zero, [], now);
  }
  const stockChanges = [...data.of('stockChange').between('id', first + 1, undefined)];
  return { bookedCounts: counts.length, stockChanges };
}

function bookDifference(
  data: TenantData,
  goods: StockIdentity,
  counted: Decimal,
  serialNumbers: readonly string[],
  now: string,
): void {
  const quantity = subtract(counted, quantityInBooks(data, goods));
  if (isZero(quantity)) return;
  const known = new Set(
    [...data.of('serialNumber').where('itemId', goods.itemId)]
      .filter((row) => row.isActive && row.storageLocationId === goods.storageLocationId)
      .map((row) => row.serialNumber),
  );
  const moved = isNegative(quantity)
    ? serialNumbers.length === 0
      ? []
      : [...known].filter((serial) => !serialNumbers.includes(serial))
    : serialNumbers.filter((serial) => !known.has(serial));
  bookStock(data, { ...goods, quantity, serialNumbers: moved, comment: 'Inventur', isExact: true }, now);
}
