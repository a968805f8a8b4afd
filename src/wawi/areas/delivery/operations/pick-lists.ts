import { compare, min, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { PickList, PickListPosition, PickListStatus } from '../schema/logistics.ts';
import type { SalesOrder } from '../../sales-orders/schema/sales.ts';
import { invalid, notFound, wrongState } from '../../../store/errors.ts';
import { isOpen } from '../../stock/rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { blockOf } from './delivery-blocks.ts';
import { positionsOf } from './delivery.ts';
import { referenced } from '../../../store/references.ts';
import { stockParts } from '../../stock/operations/stock-parts.ts';
import { createPickList, linesToReserve, reserveLines } from './reservations.ts';
import { identityOf } from '../../stock/operations/stock.ts';
import { without } from '../../../store/values/merge.ts';

const toBePicked = 10;
const picked = 20;

/**
 * Makes a pick list for a warehouse from a template: the oldest open orders that the warehouse can serve, up to as
 * many as the template takes. Without such orders the list is empty.
 * @param now ISO 8601
 * @throws DomainError `not-found` for the warehouse, `missing-reference` for the template
 */
export function createPickListFrom(
  data: TenantData,
  warehouseId: number,
  templateId: number,
  now: string,
): PickList {
  data.get('warehouse', warehouseId);
  const template = referenced(data, 'pickListTemplate', templateId, 'templateId');
  const served = ordersToServe(data, warehouseId, template.maxOrders);
  const { pickLists } = reserveLines(
    data,
    served.flatMap((order) => linesToReserve(data, order)),
    [{ kind: 'warehouse', warehouseId }],
    { pickListPerOrder: false, templateId, now },
  );
  return pickLists[0] ?? createPickList(data, now, { warehouseId, templateId });
}

function ordersToServe(data: TenantData, warehouseId: number, count: number): SalesOrder[] {
  const orders: SalesOrder[] = [];
  for (const order of data.of('salesOrder').where('isCancelled', false)) {
    if (orders.length === count) break;
    if (blockOf(data, order) !== undefined || order.shipping.deliveryCompleteStatus > 0) continue;
    const isServed = linesToReserve(data, order).some(
      ({ line }) =>
        line.itemId !== undefined &&
        stockParts(data, line.itemId, line.quantity, (row) => row.warehouseId === warehouseId).length > 0,
    );
    if (isServed) orders.push(order);
  }
  return orders;
}

/**
 * Finds a pick list by the warehouse and id of a path.
 * @throws DomainError `not-found`, also for a list of another warehouse
 */
export function pickListAt(data: TenantData, warehouseId: number, id: number): PickList {
  data.get('warehouse', warehouseId);
  const list = data.get('pickList', id);
  if (list.warehouseId !== warehouseId) throw notFound(`pick list of the warehouse ${warehouseId}`, id);
  return list;
}

/**
 * @throws DomainError `not-found`, `state` for a position that has left the warehouse
 */
export function openPositionAt(
  data: TenantData,
  warehouseId: number,
  pickListId: number,
  id: number,
): PickListPosition {
  const list = pickListAt(data, warehouseId, pickListId);
  const position = data.get('pickListPosition', id);
  if (position.pickListId !== list.id) throw notFound(`position of the pick list ${list.number}`, id);
  if (!isOpen(position))
    throw wrongState(`The position ${id} of the pick list ${list.number} is completed already.`);
  return position;
}

/** The picked quantity; default: all of the position. */
export interface PickDraft {
  quantity?: Decimal;
  batchNumber?: string;
  shelfLifeExpirationDate?: string;
  serialNumbers?: string[];
}

/**
 * Marks a position as picked. Of a part, the rest stays to be picked as a position of its own.
 * @param now ISO 8601
 * @throws DomainError `invalid` for a quantity that is not above zero or above the position's, serial numbers that are
 * not there, goods of another batch or date
 */
export function pickPosition(
  data: TenantData,
  position: PickListPosition,
  draft: PickDraft,
  now: string,
): PickListPosition {
  const quantity = draft.quantity ?? position.quantity;
  if (compare(quantity, zero) <= 0 || compare(quantity, position.quantity) > 0) {
    throw invalid(
      'quantity',
      `The quantity ${quantity} must be above 0 and at most ${position.quantity}, what the position holds.`,
    );
  }
  const goods = pickedGoods(data, position, draft);
  if (compare(quantity, position.quantity) < 0) {
    data.insert('pickListPosition', {
      ...without(position, 'id'),
      quantity: subtract(position.quantity, quantity),
      status: toBePicked,
      serialNumbers: position.serialNumbers.filter((serial) => !draft.serialNumbers?.includes(serial)),
      createdAt: now,
    });
  }
  const changed = data.update('pickListPosition', position.id, {
    ...goods,
    quantity,
    status: picked,
    serialNumbers: draft.serialNumbers ?? position.serialNumbers,
  });
  updateStatus(data, position.pickListId);
  return changed;
}

/** Goods may be taken of another batch or date than was reserved, if they lie there. */
function pickedGoods(
  data: TenantData,
  position: PickListPosition,
  draft: PickDraft,
): Pick<PickListPosition, 'batchNumber' | 'shelfLifeExpirationDate'> {
  const { batchNumber, shelfLifeExpirationDate } = draft;
  if (batchNumber === undefined && shelfLifeExpirationDate === undefined) return {};
  const there = [...data.of('stock').where('itemId', position.itemId)].find(
    (row) =>
      row.storageLocationId === position.storageLocationId &&
      (batchNumber === undefined || row.batchNumber === batchNumber) &&
      (shelfLifeExpirationDate === undefined || row.shelfLifeExpirationDate === shelfLifeExpirationDate),
  );
  if (!there) {
    throw invalid(
      batchNumber === undefined ? 'shelfLifeExpirationDate' : 'batchNumber',
      `The storage location ${position.storageLocationId} holds no goods of the batch '${batchNumber ?? ''}' and date '${shelfLifeExpirationDate ?? ''}'.`,
    );
  }
  const goods = identityOf(there);
  return {
    ...(goods.batchNumber === undefined ? {} : { batchNumber: goods.batchNumber }),
    ...(goods.shelfLifeExpirationDate === undefined
      ? {}
      : { shelfLifeExpirationDate: goods.shelfLifeExpirationDate }),
  };
}

/** A list is picked when all of its positions are, and in progress from the first one on. */
function updateStatus(data: TenantData, pickListId: number): void {
  const positions = positionsOf(data, pickListId);
  const done = positions.filter((position) => position.status >= picked).length;
  const status: PickListStatus = done === 0 ? 10 : done < positions.length ? 11 : 20;
  data.update('pickList', pickListId, { status });
}

/** Removes a position from its list and releases its reservation. */
export function removePosition(data: TenantData, position: PickListPosition): void {
  data.delete('pickListPosition', position.id);
  updateStatus(data, position.pickListId);
}

/** The result of changing a reservation: 0 all moved, 2 a part, 3 none, in the contract's numbers. */
export interface ChangedReservation {
  error: 0 | 2 | 3;
  updatedPositions: PickListPosition[];
}

/**
 * Reserves a position's goods on other storage locations, in the given order. Quantities that they do not have stay
 * reserved where they are.
 * @throws DomainError `missing-reference` for an unknown location
 */
export function changeReservation(
  data: TenantData,
  position: PickListPosition,
  storageLocationIds: readonly number[],
): ChangedReservation {
  const fields = without(position, 'id', 'batchNumber', 'shelfLifeExpirationDate');
  const updatedPositions: PickListPosition[] = [];
  let open = position.quantity;
  for (const locationId of storageLocationIds) {
    const location = referenced(data, 'storageLocation', locationId, 'storageLocationList');
    if (location.id === position.storageLocationId) continue;
    for (const part of stockParts(
      data,
      position.itemId,
      open,
      (row) => row.storageLocationId === location.id,
    )) {
      const goods = { ...identityOf(part.stock), quantity: part.quantity };
      updatedPositions.push(data.insert('pickListPosition', { ...fields, ...goods }));
      open = subtract(open, min(open, part.quantity));
    }
  }
  if (updatedPositions.length === 0) return { error: 3, updatedPositions };
  if (compare(open, zero) > 0) {
    updatedPositions.push(data.update('pickListPosition', position.id, { quantity: open }));
    return { error: 2, updatedPositions };
  }
  data.delete('pickListPosition', position.id);
  return { error: 0, updatedPositions };
}
