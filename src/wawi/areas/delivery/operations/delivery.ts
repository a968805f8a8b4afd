import type { Decimal } from '../../../store/values/decimal.ts';
import type { DeliveryNote, PickList, PickListPosition } from '../schema/logistics.ts';
import type { SalesOrder } from '../../sales-orders/schema/sales.ts';
import { invalid, ruleBroken, wrongState } from '../../../store/errors.ts';
import { isOpen } from '../../stock/rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { refuseBlocked } from './delivery-blocks.ts';
import { addPackage, createDeliveryNote, refuseIncomplete, type Shipment } from './delivery-notes.ts';
import { orderDropshipment } from '../../purchasing/operations/purchase-orders.ts';
import { referenced } from '../../../store/references.ts';
import { invoicing } from '../invoicing.ts';

/** The pick lists and settings of a delivery. */
export interface DeliverDraft {
  pickListIds: number[];
  packages: {
    salesOrderId: number;
    shippingMethodId: number;
    weight: Decimal;
    shippingDate?: string;
    trackingId?: string;
    enclosedReturnIdentCode?: string;
    note?: string;
  }[];
  /** False: every order must be delivered whole. */
  isPartialDelivery: boolean;
  options?: {
    isDeliveryNotePerWarehouse?: boolean;
    /** Counts the parcels as dispatched at once. */
    isSetDispatch?: boolean;
    isCreateInvoice?: boolean;
    isInvoiceForOnlySendItems?: boolean;
  };
  positionNotes?: { salesOrderLineItemId?: number; note?: string }[];
  serialNumbers?: { pickListPositionId?: number; serialNumber?: string }[];
}

/** Ids of what delivering made and finished. */
export interface Delivered {
  newDeliveryNotes: number[];
  processedPicklists: number[];
  deliveredOrders: number[];
  newSupplierOrders: number[];
}

/**
 * Delivers what the pick lists hold: delivery notes with parcels, stock booked out, orders and lists brought forward.
 * @param now ISO 8601
 * @throws DomainError `missing-reference`, `state` for a list that is done, `rule` for an order that would stay incomplete
 */
export function deliver(data: TenantData, draft: DeliverDraft, now: string): Delivered {
  const lists = [...new Set(draft.pickListIds)].map((id) => openList(data, id));
  const positions = lists.flatMap((list) => positionsOf(data, list.id).filter(isOpen));
  if (positions.length === 0) throw ruleBroken('The pick lists have no positions left to deliver.');
  const orderIds = [...new Set(positions.map((position) => position.salesOrderId))];
  checkPackages(draft, orderIds);
  const notes: DeliveryNote[] = [];
  for (const orderId of orderIds) {
    const own = positions.filter((position) => position.salesOrderId === orderId);
    notes.push(...deliverOrder(data, data.get('salesOrder', orderId), own, draft, now));
  }
  const supplierOrders = lists.flatMap((list) =>
    list.supplierId === undefined ? [] : orderDropshipment(data, list, positionsOf(data, list.id), now),
  );
  for (const position of positions) data.update('pickListPosition', position.id, { status: 40 });
  for (const list of lists) data.update('pickList', list.id, { status: 40 });
  return {
    newDeliveryNotes: notes.map((note) => note.id),
    processedPicklists: lists.map((list) => list.id),
    deliveredOrders: orderIds,
    newSupplierOrders: supplierOrders.map((order) => order.id),
  };
}

function openList(data: TenantData, id: number): PickList {
  const list = referenced(data, 'pickList', id, 'pickListIds');
  if (!isOpen(list)) throw wrongState(`The pick list ${list.id} (${list.number}) is completed already.`);
  return list;
}

/** @returns the positions of a pick list in the order they were made */
export function positionsOf(data: TenantData, pickListId: number): PickListPosition[] {
  return [...data.of('pickListPosition').where('pickListId', pickListId)];
}

function checkPackages(draft: DeliverDraft, orderIds: readonly number[]): void {
  const stray = draft.packages.find((parcel) => !orderIds.includes(parcel.salesOrderId));
  if (stray)
    throw invalid(
      'packages',
      `The pick lists hold nothing for the sales order ${stray.salesOrderId} of a package.`,
    );
}

function deliverOrder(
  data: TenantData,
  order: SalesOrder,
  positions: readonly PickListPosition[],
  draft: DeliverDraft,
  now: string,
): DeliveryNote[] {
  refuseBlocked(data, order, 'delivered');
  const { options = {} } = draft;
  const groups = options.isDeliveryNotePerWarehouse ? byWarehouse(positions) : [[...positions]];
  const notes = groups.map((group) => {
    const warehouseId = group[0]?.warehouseId;
    return createDeliveryNote(
      data,
      order.id,
      group.map((position) => shipmentOf(position, draft)),
      { now, ...(warehouseId === undefined ? {} : { warehouseId }) },
    );
  });
  refuseIncomplete(data, order.id, draft.isPartialDelivery);
  const [first] = notes;
  if (first) addPackages(data, first, draft, now);
  if (options.isCreateInvoice) {
    const invoiceOnlyDeliveredQuantity = options.isInvoiceForOnlySendItems ?? false;
    invoicing().createInvoice(data, order.id, { invoiceOnlyDeliveredQuantity }, now);
  }
  return notes;
}

function shipmentOf(position: PickListPosition, draft: DeliverDraft): Shipment {
  const { itemId, warehouseId, storageLocationId, batchNumber, shelfLifeExpirationDate } = position;
  const notice = draft.positionNotes?.find(
    (one) => one.salesOrderLineItemId === position.salesOrderLineItemId,
  )?.note;
  const given = (draft.serialNumbers ?? [])
    .filter((one) => one.pickListPositionId === position.id)
    .flatMap((one) => one.serialNumber ?? []);
  return {
    salesOrderLineItemId: position.salesOrderLineItemId,
    itemId,
    ...(warehouseId === undefined ? {} : { warehouseId }),
    ...(storageLocationId === undefined ? {} : { storageLocationId }),
    ...(batchNumber === undefined ? {} : { batchNumber }),
    ...(shelfLifeExpirationDate === undefined ? {} : { shelfLifeExpirationDate }),
    quantity: position.quantity,
    serialNumbers: given.length > 0 ? given : position.serialNumbers,
    ...(notice === undefined ? {} : { notice }),
  };
}

function byWarehouse(positions: readonly PickListPosition[]): PickListPosition[][] {
  const groups = new Map<number | undefined, PickListPosition[]>();
  for (const position of positions) {
    const known = groups.get(position.warehouseId);
    if (known) known.push(position);
    else groups.set(position.warehouseId, [position]);
  }
  return [...groups.values()];
}

function addPackages(data: TenantData, note: DeliveryNote, draft: DeliverDraft, now: string): void {
  for (const parcel of draft.packages) {
    if (parcel.salesOrderId !== note.salesOrderId) continue;
    const { trackingId, enclosedReturnIdentCode, note: comment } = parcel;
    const shippedDate = parcel.shippingDate ?? (draft.options?.isSetDispatch ? now : undefined);
    addPackage(
      data,
      note.id,
      {
        shippingMethodId: parcel.shippingMethodId,
        weight: parcel.weight,
        trackingId,
        enclosedReturnIdentCode,
        comment,
        shippedDate,
      },
      { now },
    );
  }
}

/**
 * Gives up what pick lists reserve; the lists are gone afterwards.
 * @throws DomainError `missing-reference`, `state` for a list that is done
 */
export function cancelReservation(data: TenantData, pickListIds: readonly number[]): void {
  for (const id of new Set(pickListIds)) {
    const list = openList(data, id);
    for (const position of positionsOf(data, list.id)) data.delete('pickListPosition', position.id);
    data.delete('pickList', list.id);
  }
}
