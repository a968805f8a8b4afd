import { compare, isZero, one, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { DeliveryNote, PickListPosition, ShipmentPackage } from '../schema/logistics.ts';
import { invalid, wrongState } from '../../../store/errors.ts';
import { Quantities } from '../../../store/values/quantities.ts';
import { isOpen, sum } from '../../stock/rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { refuseBlocked } from './delivery-blocks.ts';
import { addPackage, createDeliveryNote, refuseIncomplete, type Shipment } from './delivery-notes.ts';
import { positionsOf } from './delivery.ts';
import { referenced } from '../../../store/references.ts';
import { bookStock } from '../../stock/operations/stock.ts';

/** Which goods of a position went into a package: by piece, batch or date. */
export interface PackedGoods {
  quantity?: Decimal;
  serialNumber?: string;
  batchNumber?: string;
  bestBeforeDate?: string;
}

/** A position is named by its id, or by the item that it holds. */
export interface PackedPosition {
  quantity: Decimal;
  pickListPositionId?: number;
  itemId?: number;
  data?: PackedGoods[];
}

type NamedPosition = PackedPosition & { pickListPositionId: number };

export interface PackedParcel {
  positions: PackedPosition[];
  shippingMethodId?: number;
  weight?: Decimal;
  /** Quantity by default: 1. */
  packagingMaterials?: { itemId: number; quantity?: Decimal }[];
  packagingMaterialLocationId?: number;
  sscc?: string;
  trackingId?: string;
  /** ISO 8601; default: the package has not left yet. */
  deliveryDate?: string;
}

/** An order as it was packed after batch picking. */
export interface ShipOrderDraft {
  orderId: number;
  pickListId: number;
  warehouseId: number;
  packages: PackedParcel[];
  comment?: string;
  isPartialDelivery?: boolean;
}

/** The delivery note of a shipped order with its packages, in the order they were given. */
export interface ShippedOrder {
  note: DeliveryNote;
  packages: ShipmentPackage[];
}

/**
 * Ships an order from a pick list: one delivery note with the packages as packed.
 * @param now ISO 8601
 * @throws DomainError `missing-reference`, `invalid` for positions of others or more than they hold, `rule` for an order
 * that is blocked or would stay incomplete
 */
export function shipOrder(data: TenantData, draft: ShipOrderDraft, now: string): ShippedOrder {
  const order = referenced(data, 'salesOrder', draft.orderId, 'orderId');
  refuseBlocked(data, order, 'shipped');
  const packed = draft.packages.flatMap((parcel) => parcel.positions).map((row) => named(data, draft, row));
  const quantities = Quantities.of(packed, (row) => row.pickListPositionId);
  const shipments = packed.flatMap((row) => {
    const position = pickedPosition(data, draft, row.pickListPositionId);
    checkPacked(position, row.quantity, quantities.get(position.id));
    return shipmentsOf(position, row);
  });
  if (shipments.length === 0) throw invalid('packages', 'The packages hold no positions.');
  const { warehouseId, comment } = draft;
  const note = createDeliveryNote(data, order.id, shipments, {
    now,
    warehouseId,
    ...(comment === undefined ? {} : { notice: comment }),
  });
  refuseIncomplete(data, order.id, draft.isPartialDelivery ?? false);
  for (const positionId of new Set(packed.map((row) => row.pickListPositionId)))
    settle(data, positionId, quantities.get(positionId));
  closeList(data, draft.pickListId);
  for (const parcel of draft.packages) useMaterials(data, draft, parcel, now);
  return { note, packages: draft.packages.map((parcel) => pack(data, note, parcel, now)) };
}

/** @throws DomainError `invalid` for an item that no open position of the order holds */
function named(data: TenantData, draft: ShipOrderDraft, packed: PackedPosition): NamedPosition {
  const { pickListPositionId, itemId, quantity } = packed;
  if (pickListPositionId !== undefined) return { ...packed, pickListPositionId };
  const position = positionsOf(data, draft.pickListId).find(
    (row) =>
      row.salesOrderId === draft.orderId &&
      row.itemId === itemId &&
      isOpen(row) &&
      compare(row.quantity, quantity) >= 0,
  );
  if (!position)
    throw invalid(
      'packages[].positions[].itemId',
      `The pick list ${draft.pickListId} has no open position of the sales order ${draft.orderId} with ${quantity} of the item ${itemId ?? '(none given)'}.`,
    );
  return { ...packed, pickListPositionId: position.id };
}

function pickedPosition(data: TenantData, draft: ShipOrderDraft, positionId: number): PickListPosition {
  const list = referenced(data, 'pickList', draft.pickListId, 'pickListId');
  const path = 'packages[].positions[].pickListPositionId';
  const position = referenced(data, 'pickListPosition', positionId, path);
  if (list.warehouseId !== draft.warehouseId)
    throw invalid(
      'warehouseId',
      `The pick list ${list.number} is not of the warehouse ${draft.warehouseId}.`,
    );
  if (position.pickListId !== list.id || position.salesOrderId !== draft.orderId) {
    throw invalid(
      path,
      `The position ${position.id} is not one of the sales order ${draft.orderId} on the pick list ${list.number}.`,
    );
  }
  if (!isOpen(position)) throw wrongState(`The position ${position.id} has been shipped already.`);
  return position;
}

/** @param total the quantity of the position in all packages */
function checkPacked(position: PickListPosition, quantity: Decimal, total: Decimal): void {
  if (compare(quantity, zero) > 0 && compare(total, position.quantity) <= 0) return;
  throw invalid(
    'packages[].positions[].quantity',
    `The quantity ${quantity} of position ${position.id} must be above 0, and all packages hold at most ${position.quantity} of it; they hold ${total}.`,
  );
}

/** One shipment for each packed batch or date; goods without them are shipped as reserved. */
function shipmentsOf(position: PickListPosition, packed: PackedPosition): Shipment[] {
  const { itemId, warehouseId, storageLocationId, batchNumber, shelfLifeExpirationDate } = position;
  const base = {
    salesOrderLineItemId: position.salesOrderLineItemId,
    itemId,
    ...(warehouseId === undefined ? {} : { warehouseId }),
    ...(storageLocationId === undefined ? {} : { storageLocationId }),
  };
  const reserved = {
    ...(batchNumber === undefined ? {} : { batchNumber }),
    ...(shelfLifeExpirationDate === undefined ? {} : { shelfLifeExpirationDate }),
  };
  const goods = packed.data ?? [];
  const told = goods.filter((one) => one.batchNumber !== undefined || one.bestBeforeDate !== undefined);
  const serialNumbers = goods.flatMap((one) => one.serialNumber ?? []);
  if (told.length === 0) return [{ ...base, ...reserved, quantity: packed.quantity, serialNumbers }];
  const shipments = told.map((one) => ({
    ...base,
    ...(one.batchNumber === undefined ? {} : { batchNumber: one.batchNumber }),
    ...(one.bestBeforeDate === undefined ? {} : { shelfLifeExpirationDate: one.bestBeforeDate }),
    quantity: one.quantity ?? packed.quantity,
    serialNumbers: one.serialNumber === undefined ? [] : [one.serialNumber],
  }));
  const isPositive = shipments.every((shipment) => compare(shipment.quantity, zero) > 0);
  if (!isPositive || compare(sum(shipments), packed.quantity) !== 0) {
    throw invalid(
      'packages[].positions[].data',
      `The quantities of the goods make ${sum(shipments)}; they must be above 0 and make ${packed.quantity}, as the position was packed.`,
    );
  }
  return shipments;
}

/** A position that was packed in part keeps the rest. */
function settle(data: TenantData, positionId: number, quantity: Decimal): void {
  const position = data.get('pickListPosition', positionId);
  const rest = subtract(position.quantity, quantity);
  data.update('pickListPosition', positionId, isZero(rest) ? { status: 40 } : { quantity: rest });
}

function closeList(data: TenantData, pickListId: number): void {
  const isDone = !positionsOf(data, pickListId).some(isOpen);
  data.update('pickList', pickListId, { status: isDone ? 40 : 30 });
}

function useMaterials(data: TenantData, draft: ShipOrderDraft, parcel: PackedParcel, now: string): void {
  const { packagingMaterials = [], packagingMaterialLocationId: storageLocationId } = parcel;
  for (const { itemId, quantity = one } of packagingMaterials) {
    if (compare(quantity, zero) <= 0)
      throw invalid('packages[].packagingMaterials[].quantity', `The quantity ${quantity} must be above 0.`);
    const place = {
      warehouseId: draft.warehouseId,
      ...(storageLocationId === undefined ? {} : { storageLocationId }),
    };
    bookStock(data, { itemId, ...place, quantity: subtract(zero, quantity), comment: 'Packmittel' }, now);
  }
}

function pack(data: TenantData, note: DeliveryNote, parcel: PackedParcel, now: string): ShipmentPackage {
  const { shippingMethodId, weight, trackingId, sscc, deliveryDate } = parcel;
  return addPackage(
    data,
    note.id,
    { shippingMethodId, weight, trackingId, comment: sscc, shippedDate: deliveryDate },
    { now },
  );
}
