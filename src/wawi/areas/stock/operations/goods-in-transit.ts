import { add, compare, isZero, min, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { GoodsInTransit, StockTransfer, StockTransferLineItem } from '../schema/inventory.ts';
import type { Stock } from '../schema/stock.ts';
import { invalid, ruleBroken } from '../../../store/errors.ts';
import { withoutNulls } from '../../../store/values/merge.ts';
import { openInTransit, transferStatus } from '../rules/stock-transfers.ts';
import { sum } from '../rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { stockParts } from './stock-parts.ts';
import { checkQuantity, lineOf, transferFor, withLine } from './stock-transfers.ts';
import { bookStock, identityOf } from './stock.ts';

/**
 * Ships a transfer: its goods leave the source warehouse, first those that expire first.
 * @param now ISO 8601
 * @throws DomainError `not-found`, `state`, `rule` when the source does not have the goods free
 */
export function shipTransfer(data: TenantData, id: number, now: string): StockTransfer {
  const transfer = transferFor(data, id, 'TO_TRANSIT');
  const lineItems = transfer.lineItems.map((line) => {
    const inTransit = takeOut(data, transfer, line, now);
    return { ...line, shippedQuantity: line.quantity, inTransit };
  });
  return data.update('stockTransfer', id, { lineItems, status: transferStatus.inTransit });
}

function takeOut(
  data: TenantData,
  transfer: StockTransfer,
  line: StockTransferLineItem,
  now: string,
): GoodsInTransit[] {
  const parts = stockParts(
    data,
    line.itemId,
    line.quantity,
    (row) => row.warehouseId === transfer.sourceWarehouseId,
  );
  if (compare(sum(parts), line.quantity) < 0) {
    throw ruleBroken(
      `The warehouse ${transfer.sourceWarehouseId} has ${sum(parts)} of item ${line.itemId} free; the transfer needs ${line.quantity}.`,
    );
  }
  const comment = `Umlagerung ${transfer.number}`;
  return parts.map(({ stock, quantity }) => {
    const serialNumbers = firstSerialNumbers(data, stock, quantity);
    const outgoing = subtract(zero, quantity);
    bookStock(data, { ...identityOf(stock), quantity: outgoing, serialNumbers, comment, isExact: true }, now);
    const { batchNumber, shelfLifeExpirationDate } = stock;
    return {
      quantity,
      serialNumbers,
      ...(batchNumber === undefined ? {} : { batchNumber }),
      ...(shelfLifeExpirationDate === undefined ? {} : { shelfLifeExpirationDate }),
    };
  });
}

function firstSerialNumbers(data: TenantData, stock: Stock, quantity: Decimal): string[] {
  if (!data.get('item', stock.itemId).storageOptions.serialNumberItem) return [];
  return [...data.of('serialNumber').where('itemId', stock.itemId)]
    .filter((row) => row.isActive && row.storageLocationId === stock.storageLocationId)
    .slice(0, Number(quantity))
    .map((row) => row.serialNumber);
}

/** The received goods of a line; by default the shipped ones. */
export interface ReceiptDraft {
  lineItems: {
    stockTransferLineItemId: number;
    quantity: Decimal;
    details?: Partial<Omit<GoodsInTransit, 'quantity'>>;
  }[];
  comment?: string;
}

/**
 * Receives goods in the target warehouse; may be repeated until all is there.
 * @param now ISO 8601
 * @throws DomainError `not-found`, `state`, `invalid` for more than is in transit
 */
export function receiveTransfer(
  data: TenantData,
  id: number,
  draft: ReceiptDraft,
  now: string,
): StockTransfer {
  let transfer = transferFor(data, id, 'FROM_TRANSIT');
  for (const receipt of draft.lineItems) {
    const line = lineOf(transfer, receipt.stockTransferLineItemId);
    checkQuantity(receipt.quantity);
    if (compare(receipt.quantity, openInTransit(line)) > 0) {
      throw invalid(
        'lineItems[].quantity',
        `The quantity ${receipt.quantity} is more than the ${openInTransit(line)} of line item ${line.id} in transit.`,
      );
    }
    const { taken, rest } = split(line.inTransit, receipt.quantity);
    for (const goods of taken)
      putIn(
        data,
        transfer,
        line.itemId,
        { ...goods, ...withoutNulls(receipt.details ?? {}) },
        draft.comment,
        now,
      );
    const received = add(line.receivedQuantity, receipt.quantity);
    const lineItems = withLine(transfer, { ...line, receivedQuantity: received, inTransit: rest });
    transfer = { ...transfer, lineItems };
  }
  const isSettled = transfer.lineItems.every((line) => isZero(openInTransit(line)));
  return data.update('stockTransfer', id, {
    lineItems: transfer.lineItems,
    status: isSettled ? transferStatus.completed : transferStatus.inTransit,
  });
}

function putIn(
  data: TenantData,
  transfer: StockTransfer,
  itemId: number,
  goods: GoodsInTransit,
  comment: string | undefined,
  now: string,
): void {
  bookStock(
    data,
    {
      ...goods,
      itemId,
      warehouseId: transfer.targetWarehouseId,
      comment: comment ?? `Umlagerung ${transfer.number}`,
    },
    now,
  );
}

/** Takes a quantity from the first of the goods in transit. */
function split(
  inTransit: readonly GoodsInTransit[],
  quantity: Decimal,
): { taken: GoodsInTransit[]; rest: GoodsInTransit[] } {
  const taken: GoodsInTransit[] = [];
  const rest: GoodsInTransit[] = [];
  let open = quantity;
  for (const goods of inTransit) {
    const part = min(open, goods.quantity);
    const count = Number(part);
    if (!isZero(part))
      taken.push({ ...goods, quantity: part, serialNumbers: goods.serialNumbers.slice(0, count) });
    const left = subtract(goods.quantity, part);
    if (!isZero(left))
      rest.push({ ...goods, quantity: left, serialNumbers: goods.serialNumbers.slice(count) });
    open = subtract(open, part);
  }
  return { taken, rest };
}

/**
 * Gives up what is still in transit and completes the transfer.
 * @throws DomainError `not-found`, `state`
 */
export function writeOffTransfer(data: TenantData, id: number): StockTransfer {
  const transfer = transferFor(data, id, 'WRITE_OFF_TRANSIT');
  const lineItems = transfer.lineItems.map((line) => ({
    ...line,
    writtenOffQuantity: add(line.writtenOffQuantity, openInTransit(line)),
    inTransit: [],
  }));
  return data.update('stockTransfer', id, { lineItems, status: transferStatus.completed });
}
