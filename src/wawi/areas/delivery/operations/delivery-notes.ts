import {
  add,
  compare,
  decimal,
  isNegative,
  isZero,
  max,
  subtract,
  zero,
  type Decimal,
} from '../../../store/values/decimal.ts';
import type { DeliveryNote, DeliveryNoteLineItem, ShipmentPackage } from '../schema/logistics.ts';
import type { SalesOrder } from '../../sales-orders/schema/sales.ts';
import type { StockIdentity } from '../../stock/schema/stock.ts';
import { invalid, ruleBroken } from '../../../store/errors.ts';
import { completed, merge, only, without, withoutNulls } from '../../../store/values/merge.ts';
import { Quantities } from '../../../store/values/quantities.ts';
import { isDelivered, openQuantity } from '../../stock/rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';
import { bookStock } from '../../stock/operations/stock.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';

/** Kilograms (GraphQL 2.3, GetOrderData: a package weighs 0 to 10000 kg). */
const heaviest = decimal(10_000);

/** The goods that are shipped for one line of an order. */
export interface Shipment extends Partial<StockIdentity> {
  salesOrderLineItemId: number;
  quantity: Decimal;
  serialNumbers: string[];
  notice?: string;
}

/** When a change happens, and whether workflows start at it. */
export interface WorkflowSwitch {
  /** ISO 8601. */
  now: string;
  disableAutomaticWorkflows?: boolean;
}

/** Fields of a delivery note that the order does not decide. */
export interface DeliveryNoteOptions extends WorkflowSwitch {
  warehouseId?: number;
  notice?: string;
}

/**
 * Writes a delivery note for what leaves, books it out and counts it as delivered on the order.
 * @throws DomainError `rule` for lines that are gone, more than the order still waits for, stock that is not there
 */
export function createDeliveryNote(
  data: TenantData,
  orderId: number,
  shipments: readonly Shipment[],
  { warehouseId, notice, ...write }: DeliveryNoteOptions,
): DeliveryNote {
  const { now } = write;
  const order = data.get('salesOrder', orderId);
  refuseOverDelivery(order, shipments);
  const notes = data.of('deliveryNote');
  const number = drawNumber(
    data,
    'deliveryNote',
    now,
    (text) => notes.findUnique('number', text) !== undefined,
    order.companyId,
  );
  const note = data.insert('deliveryNote', {
    number,
    salesOrderId: order.id,
    ...(order.customerId === undefined ? {} : { customerId: order.customerId }),
    companyId: order.companyId,
    ...(warehouseId === undefined ? {} : { warehouseId }),
    deliveryNoteDate: now,
    isExternal: false,
    ...(notice === undefined ? {} : { notice }),
    lineItems: shipments.map((shipment) => lineItemOf(data, order, shipment)),
  });
  for (const shipment of shipments) bookOut(data, shipment, number, now);
  countAsDelivered(data, order, shipments);
  raiseEvent(data, 'deliveryNote', note.id, 'created', write);
  return note;
}

function lineItemOf(data: TenantData, order: SalesOrder, shipment: Shipment): DeliveryNoteLineItem {
  const line = order.lineItems.find((one) => one.id === shipment.salesOrderLineItemId);
  if (!line)
    throw ruleBroken(
      `The sales order ${order.number} has no line item ${shipment.salesOrderLineItemId} any more.`,
    );
  return {
    ...without(shipment, 'itemId'),
    id: data.nextId('deliveryNoteLineItem'),
    ...(line.itemId === undefined ? {} : { itemId: line.itemId }),
    ...(line.sku === undefined ? {} : { sku: line.sku }),
    name: line.name,
  };
}

/** The reserved quantity may exceed the order's current one. */
function refuseOverDelivery(order: SalesOrder, shipments: readonly Shipment[]): void {
  const leaving = Quantities.of(shipments, (one) => one.salesOrderLineItemId);
  for (const line of order.lineItems) {
    const open = max(zero, subtract(line.quantity, line.quantityDelivered));
    if (compare(leaving.get(line.id), open) > 0)
      throw ruleBroken(
        `Of line item ${line.id} of the sales order ${order.number} only ${open} is still to be delivered, not ${leaving.get(line.id)}.`,
      );
  }
}

/**
 * @param isPartial true: the rest may follow later
 * @throws DomainError `rule` for an order of which something is left to deliver
 */
export function refuseIncomplete(data: TenantData, orderId: number, isPartial: boolean): void {
  if (isPartial) return;
  const order = data.get('salesOrder', orderId);
  const open = order.lineItems.find((line) => !isZero(openQuantity(order, line)));
  if (open)
    throw ruleBroken(
      `The sales order ${order.number} would not be complete: ${openQuantity(order, open)} of line item ${open.id} (${open.name}) would be left over; set isPartialDelivery to deliver the rest later.`,
    );
}

/** Goods that the books do not know, or that a supplier sends, are not booked. */
function bookOut(data: TenantData, shipment: Shipment, noteNumber: string, now: string): void {
  const { itemId, warehouseId, storageLocationId, batchNumber, shelfLifeExpirationDate } = shipment;
  if (itemId === undefined || warehouseId === undefined || storageLocationId === undefined) return;
  bookStock(
    data,
    {
      itemId,
      warehouseId,
      storageLocationId,
      ...(batchNumber === undefined ? {} : { batchNumber }),
      ...(shelfLifeExpirationDate === undefined ? {} : { shelfLifeExpirationDate }),
      quantity: subtract(zero, shipment.quantity),
      serialNumbers: shipment.serialNumbers,
      comment: `Lieferschein ${noteNumber}`,
      isExact: true,
    },
    now,
  );
}

function countAsDelivered(data: TenantData, order: SalesOrder, shipments: readonly Shipment[]): void {
  const leaving = Quantities.of(shipments, (one) => one.salesOrderLineItemId);
  const lineItems = order.lineItems.map((line) => ({
    ...line,
    quantityDelivered: add(line.quantityDelivered, leaving.get(line.id)),
  }));
  const delivered = isDelivered({ ...order, lineItems });
  data.update('salesOrder', order.id, {
    lineItems,
    shipping: { ...order.shipping, deliveryCompleteStatus: delivered ? 1 : 0 },
  });
}

/**
 * Adds a parcel to a delivery note.
 * @param draft tracking id, comment, date of dispatch, weight, shipping method (default: the order's)
 * @throws DomainError `not-found` for the note, `missing-reference`
 */
export function addPackage(
  data: TenantData,
  deliveryNoteId: number,
  draft: object,
  write: WorkflowSwitch,
): ShipmentPackage {
  const { now } = write;
  const note = data.get('deliveryNote', deliveryNoteId);
  const { shippingMethodId } = data.get('salesOrder', note.salesOrderId).shipping;
  const parcel = data.insert('shipmentPackage', {
    deliveryNoteId,
    packageDate: now,
    weight: zero,
    ...(shippingMethodId === undefined ? {} : { shippingMethodId }),
    ...withoutNulls(draft),
  });
  if (parcel.shippedDate !== undefined) dispatched(data, note, parcel.shippedDate, write);
  return parcel;
}

/** @throws DomainError `not-found`, `missing-reference` */
export function changePackage(
  data: TenantData,
  id: number,
  draft: object,
  write: WorkflowSwitch,
): ShipmentPackage {
  const before = data.get('shipmentPackage', id);
  const { weight } = draft as { weight?: Decimal | null };
  if (weight && (isNegative(weight) || compare(weight, heaviest) > 0))
    throw invalid('weight', `The weight ${weight} kg must be from 0 to ${heaviest}.`);
  const kept = only(before, 'id', 'deliveryNoteId', 'packageDate', 'weight');
  const parcel = data.replace('shipmentPackage', id, completed<ShipmentPackage>(kept, merge(before, draft)));
  if (parcel.shippedDate !== undefined && parcel.shippedDate !== before.shippedDate)
    dispatched(data, data.get('deliveryNote', parcel.deliveryNoteId), parcel.shippedDate, write);
  return parcel;
}

/** The order is delivered on the day its last parcel leaves. */
function dispatched(data: TenantData, note: DeliveryNote, shippedDate: string, write: WorkflowSwitch): void {
  raiseEvent(data, 'deliveryNote', note.id, 'shipped', write);
  const order = data.get('salesOrder', note.salesOrderId);
  if (!isDelivered(order)) return;
  data.update('salesOrder', order.id, { shipping: { ...order.shipping, deliveredDate: shippedDate } });
  raiseEvent(data, 'salesOrder', order.id, 'delivered', write);
}

/** @returns the parcels of a delivery note in the order they were made */
export function packagesOf(data: TenantData, deliveryNoteId: number): ShipmentPackage[] {
  return [...data.of('shipmentPackage').where('deliveryNoteId', deliveryNoteId)];
}
