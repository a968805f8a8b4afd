import { decimal } from '../../src/wawi/store/values/decimal.ts';
import type { EntityMap, EntityName } from '../../src/wawi/areas/index.ts';
import { notFound } from '../../src/wawi/store/errors.ts';
import { deliver } from '../../src/wawi/areas/delivery/operations/delivery.ts';
import { payOrder } from '../../src/wawi/areas/sales-orders/operations/payments.ts';
import { pickPosition } from '../../src/wawi/areas/delivery/operations/pick-lists.ts';
import { reassign, reserveOrders } from '../../src/wawi/areas/delivery/operations/reserve.ts';
import {
  changeReturnLine,
  createReturn,
  creditReturn,
  removeReturnLine,
} from '../../src/wawi/areas/returns/operations/returns.ts';
import {
  cancelCorrection,
  correctInvoice,
} from '../../src/wawi/areas/invoices/operations/sales-invoice-corrections.ts';
import { cancelInvoice, createInvoice } from '../../src/wawi/areas/invoices/operations/sales-invoices.ts';
import { changeLine, removeLine } from '../../src/wawi/areas/sales-orders/operations/sales-order-lines.ts';
import {
  cancelSalesOrder,
  undoCancellation,
} from '../../src/wawi/areas/sales-orders/operations/sales-order-states.ts';
import {
  createSalesOrder,
  updateSalesOrder,
} from '../../src/wawi/areas/sales-orders/operations/sales-orders.ts';
import { shipOrder } from '../../src/wawi/areas/delivery/operations/ship-order.ts';
import { bookStock } from '../../src/wawi/areas/stock/operations/stock.ts';
import { createTransfer } from '../../src/wawi/areas/stock/operations/stock-transfers.ts';
import {
  receiveTransfer,
  shipTransfer,
  writeOffTransfer,
} from '../../src/wawi/areas/stock/operations/goods-in-transit.ts';
import { Quantities } from '../../src/wawi/store/values/quantities.ts';
import type { TenantData } from '../../src/wawi/store/tenant-data.ts';
import { creditedBy, isAbove } from './quantity-invariants.ts';

/** The choices of a write: numbers that pick documents, lines and quantities. */
export interface Choice {
  write: keyof typeof writes;
  document: number;
  line: number;
  other: number;
  quantity: number;
  flag: boolean;
}

type Write = (data: TenantData, chosen: Omit<Choice, 'write'>) => unknown;

const now = '2026-05-01T10:00:00.000Z';
const items = [1, 3, 8, 10];

/** @returns some element; the same number gives the same one */
function pick<T>(rows: readonly T[], n: number): T {
  const row = rows[n % rows.length];
  if (row === undefined) throw notFound('document to choose', n);
  return row;
}

/** The newest come first, so that short sequences meet the documents they have made. */
function newest<N extends EntityName>(data: TenantData, name: N, n: number): EntityMap[N] {
  return pick([...data.of(name).values()].reverse().slice(0, 3), n);
}

function reasonId(
  data: TenantData,
  kind: 'cancellationReason' | 'invoiceCancellationReason' | 'correctionCancellationReason',
): number {
  return pick([...data.of(kind).values()], 0).id;
}

/** Every write that moves quantities of goods or documents. */
export const writes = {
  order: (data, { line, other, quantity }) =>
    createSalesOrder(
      data,
      {
        companyId: 1,
        customerId: 1,
        lineItems: [
          { itemId: pick(items, line), quantity: decimal(quantity) },
          { itemId: pick(items, other), quantity: decimal(2) },
        ],
      },
      { now },
    ),
  changeLine: (data, { document, line, quantity }) => {
    const order = newest(data, 'salesOrder', document);
    return changeLine(data, order.id, pick(order.lineItems, line).id, { quantity: decimal(quantity) }, now);
  },
  removeLine: (data, { document, line }) => {
    const order = newest(data, 'salesOrder', document);
    removeLine(data, order.id, pick(order.lineItems, line).id, now);
  },
  replaceLines: (data, { document, line, other, quantity }) => {
    const order = newest(data, 'salesOrder', document);
    const ids = [line, other].map((n) => pick(order.lineItems, n).id);
    return updateSalesOrder(
      data,
      order.id,
      { lineItems: ids.map((id) => ({ id, quantity: decimal(quantity) })) },
      { now },
    );
  },
  cancelOrder: (data, { document }) =>
    cancelSalesOrder(
      data,
      newest(data, 'salesOrder', document).id,
      { cancellationReasonId: reasonId(data, 'cancellationReason'), cancellationComment: 'Test' },
      now,
    ),
  undoCancellation: (data, { document }) => undoCancellation(data, newest(data, 'salesOrder', document).id),
  receiveGoods: (data, { line, quantity }) =>
    bookStock(data, { itemId: pick(items, line), warehouseId: 1, quantity: decimal(quantity) }, now),
  reserve: (data, { document, other }) =>
    reserveOrders(
      data,
      {
        deliverySources: [],
        salesOrders: [document, other].map((n) => ({ salesOrderId: newest(data, 'salesOrder', n).id })),
      },
      now,
    ),
  reassign: (data, { document, line, other, quantity }) => {
    const order = newest(data, 'salesOrder', document);
    const positions = [line, other].map((n) => ({
      salesOrderLineItemId: pick(order.lineItems, n).id,
      amount: decimal(quantity),
    }));
    return reassign(data, { deliverySources: [], salesOrderPositions: positions }, now);
  },
  pick: (data, { document, quantity }) => {
    const position = newest(data, 'pickListPosition', document);
    return pickPosition(data, position, { quantity: decimal(quantity) }, now);
  },
  deliver: (data, { document, flag }) =>
    deliver(
      data,
      {
        pickListIds: [newest(data, 'pickList', document).id],
        packages: [],
        isPartialDelivery: true,
        options: { isCreateInvoice: flag },
      },
      now,
    ),
  /** The same position may be in two packages. */
  ship: (data, { document, line, other, quantity }) => {
    const list = newest(data, 'pickList', document);
    const positions = [...data.of('pickListPosition').where('pickListId', list.id)];
    const { salesOrderId } = pick(positions, line);
    const own = positions.filter((position) => position.salesOrderId === salesOrderId);
    return shipOrder(
      data,
      {
        orderId: salesOrderId,
        pickListId: list.id,
        warehouseId: list.warehouseId ?? 0,
        isPartialDelivery: true,
        packages: [line, other].map((n) => ({
          positions: [{ pickListPositionId: pick(own, n).id, quantity: decimal(quantity) }],
        })),
      },
      now,
    );
  },
  invoice: (data, { document, flag }) =>
    createInvoice(data, newest(data, 'salesOrder', document).id, { invoiceOnlyDeliveredQuantity: flag }, now),
  cancelInvoice: (data, { document }) =>
    cancelInvoice(
      data,
      newest(data, 'salesInvoice', document).id,
      { cancellationReasonId: reasonId(data, 'invoiceCancellationReason'), cancellationComment: 'Test' },
      now,
    ),
  correctLines: (data, { document, line, other, quantity, flag }) => {
    const invoice = newest(data, 'salesInvoice', document);
    const lineItems = [line, other].map((n) => ({
      salesInvoiceLineItemId: pick(invoice.lineItems, n).id,
      quantity: decimal(quantity),
      ...(flag ? { priceNet: decimal(quantity * 3) } : {}),
    }));
    return correctInvoice(data, invoice.id, { lineItems, reduceSalesOrderQuantities: flag }, now);
  },
  correctRest: (data, { document, other, flag }) =>
    correctInvoice(
      data,
      newest(data, 'salesInvoice', document).id,
      { useUndeliveredQuantities: flag, reduceSalesOrderQuantities: other % 2 === 0 },
      now,
    ),
  cancelCorrection: (data, { document }) =>
    cancelCorrection(
      data,
      newest(data, 'salesInvoiceCorrection', document).id,
      { cancellationReasonId: reasonId(data, 'correctionCancellationReason'), cancellationComment: 'Test' },
      now,
    ),
  return: (data, { document, line, other, quantity, flag }) => {
    const order = newest(data, 'salesOrder', document);
    const lineItems = [line, other].map((n, position) => ({
      salesOrderLineItemId: pick(order.lineItems, n).id,
      quantity: decimal(quantity),
      returnReasonId: 1 + position,
      credit: flag,
    }));
    return createReturn(data, { companyId: 1, salesOrderId: order.id, warehouseId: 1, lineItems }, now);
  },
  changeReturn: (data, { document, line, quantity, flag }) => {
    const { id, lineItems } = newest(data, 'return', document);
    const lineId = pick(lineItems, line).id;
    return changeReturnLine(data, id, lineId, { quantity: decimal(quantity), credit: flag });
  },
  removeReturnLine: (data, { document, line }) => {
    const { id, lineItems } = newest(data, 'return', document);
    removeReturnLine(data, id, pick(lineItems, line).id);
  },
  creditReturn: (data, { document }) => {
    const { id, lineItems } = newest(data, 'return', document);
    const before = creditedBy(data, id);
    creditReturn(data, id, {}, now);
    const wanted = Quantities.of(
      lineItems.filter((one) => one.credit),
      (one) => one.salesOrderLineItemId,
    );
    const after = creditedBy(data, id);
    for (const lineId of new Set(lineItems.map((one) => one.salesOrderLineItemId)))
      if (isAbove(after.get(lineId), wanted.get(lineId)) && isAbove(after.get(lineId), before.get(lineId)))
        throw new Error(`the return ${id} has ${after.get(lineId)} credited of line ${lineId ?? ''}`);
  },
  pay: (data, { document, quantity, flag }) =>
    payOrder(
      data,
      newest(data, 'salesOrder', document).id,
      { amount: decimal(quantity * 10), date: now, paymentMethodId: 1, distribute: flag },
      now,
    ),
  transfer: (data, { line, other, quantity }) => {
    const lineItems = [line, other].map((n) => ({ itemId: pick(items, n), quantity: decimal(quantity) }));
    const { id } = createTransfer(data, { sourceWarehouseId: 1, targetWarehouseId: 2, lineItems }, now);
    return shipTransfer(data, id, now);
  },
  receiveTransfer: (data, { document, line, other, quantity }) => {
    const transfer = newest(data, 'stockTransfer', document);
    const lineItems = [line, other].map((n) => ({
      stockTransferLineItemId: pick(transfer.lineItems, n).id,
      quantity: decimal(quantity),
    }));
    return receiveTransfer(data, transfer.id, { lineItems }, now);
  },
  writeOff: (data, { document }) => writeOffTransfer(data, newest(data, 'stockTransfer', document).id),
} satisfies Record<string, Write>;
