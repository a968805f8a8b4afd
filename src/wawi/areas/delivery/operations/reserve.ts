import type { Decimal } from '../../../store/values/decimal.ts';
import type { PickList, PickListPosition } from '../schema/logistics.ts';
import type { SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../../sales-orders/schema/sales.ts';
import { DomainError } from '../../../store/errors.ts';
import { isOpen } from '../../stock/rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { blockOf } from './delivery-blocks.ts';
import { deliverySources, type SourceDraft } from './delivery-sources.ts';
import { referenced } from '../../../store/references.ts';
import { isCompletelyReserved, linesToReserve, reserveLines } from './reservations.ts';

interface ReserveBase {
  deliverySources: SourceDraft[];
  pickListReserveOptions?: { pickListPerOrder?: boolean };
}

/** A piece of a reservation: how much of a line comes from where. */
export interface LineReservation {
  salesOrderLineItemId: number;
  warehouseId?: number;
  supplierId?: number;
  contactPersonId?: number;
  amount: Decimal;
}

/** The result of {@link reserveOrders}. */
export interface ReservedOrders {
  pickLists: PickList[];
  orders: { salesOrderId: number; completelyReserved: boolean; reservations: LineReservation[] }[];
}

/**
 * Reserves what sales orders still wait for.
 * @param now ISO 8601
 * @throws DomainError `missing-reference`; `rule` for an order that is cancelled, on hold or of a locked customer
 */
export function reserveOrders(
  data: TenantData,
  draft: ReserveBase & { salesOrders: { salesOrderId: number }[] },
  now: string,
): ReservedOrders {
  const ids = [...new Set(draft.salesOrders.map((order) => order.salesOrderId))];
  const orders = ids.map((id) => referenced(data, 'salesOrder', id, 'salesOrders[].salesOrderId'));
  const lines = orders.flatMap((order) =>
    blockOf(data, order) ? order.lineItems.map((line) => ({ order, line })) : linesToReserve(data, order),
  );
  const { pickLists, positions } = reserveLines(data, lines, deliverySources(data, draft.deliverySources), {
    pickListPerOrder: draft.pickListReserveOptions?.pickListPerOrder ?? false,
    now,
  });
  return {
    pickLists,
    orders: orders.map((order) => ({
      salesOrderId: order.id,
      completelyReserved: isCompletelyReserved(data, order),
      reservations: positions
        .filter((position) => position.salesOrderId === order.id)
        .map((position) => reservationOf(data, position)),
    })),
  };
}

/** The result of {@link reassign}. */
export interface Reassigned {
  pickLists: PickList[];
  lines: { salesOrderLineItemId: number; reservations: LineReservation[] }[];
}

/**
 * Reserves lines again from other sources, and releases their earlier reservations.
 * @param now ISO 8601
 * @throws DomainError `missing-reference` for an unknown line, `rule` for one of an order that is blocked
 */
export function reassign(
  data: TenantData,
  draft: ReserveBase & { salesOrderPositions: { salesOrderLineItemId: number; amount: Decimal }[] },
  now: string,
): Reassigned {
  const lines = draft.salesOrderPositions.map(({ salesOrderLineItemId, amount }) => ({
    ...orderLine(data, salesOrderLineItemId),
    quantity: amount,
  }));
  for (const { line } of lines) giveUp(data, line.id);
  const { pickLists, positions } = reserveLines(data, lines, deliverySources(data, draft.deliverySources), {
    pickListPerOrder: draft.pickListReserveOptions?.pickListPerOrder ?? false,
    now,
  });
  return {
    pickLists,
    lines: lines.map(({ line }) => ({
      salesOrderLineItemId: line.id,
      reservations: positions
        .filter((position) => position.salesOrderLineItemId === line.id)
        .map((position) => reservationOf(data, position)),
    })),
  };
}

function giveUp(data: TenantData, lineItemId: number): void {
  for (const position of [...data.of('pickListPosition').where('salesOrderLineItemId', lineItemId)])
    if (isOpen(position)) data.delete('pickListPosition', position.id);
}

/** @throws DomainError `missing-reference` */
function orderLine(data: TenantData, lineItemId: number): { order: SalesOrder; line: SalesOrderLineItem } {
  for (const order of data.of('salesOrder').values()) {
    const line = order.lineItems.find((one) => one.id === lineItemId);
    if (line) return { order, line };
  }
  const message = `There is no line item of a sales order with the id ${lineItemId}.`;
  throw new DomainError('missing-reference', message, [
    { path: 'salesOrderPositions[].salesOrderLineItemId', message },
  ]);
}

function reservationOf(data: TenantData, position: PickListPosition): LineReservation {
  const { supplierId, contactPersonId } = data.get('pickList', position.pickListId);
  return {
    salesOrderLineItemId: position.salesOrderLineItemId,
    ...(position.warehouseId === undefined ? {} : { warehouseId: position.warehouseId }),
    ...(supplierId === undefined ? {} : { supplierId }),
    ...(contactPersonId === undefined ? {} : { contactPersonId }),
    amount: position.quantity,
  };
}
