import { isZero, subtract, type Decimal } from '../../../store/values/decimal.ts';
import type { StockTransfer, StockTransferLineItem } from '../schema/inventory.ts';

/** The actions on a transfer, in the platform's names. */
export const transferActions = [
  'UPDATE',
  'CREATE_LINE_ITEM',
  'UPDATE_LINE_ITEM',
  'DELETE_LINE_ITEM',
  'TO_TRANSIT',
  'FROM_TRANSIT',
  'WRITE_OFF_TRANSIT',
  'CANCEL',
] as const;
export type TransferAction = (typeof transferActions)[number];

/** A transfer stays in transit until all of it has come in or been written off (fidelity row `stock-transfer-status`). */
export const transferStatus = { open: 0, inTransit: 1, completed: 2 } as const;

type Transfer = Pick<StockTransfer, 'status' | 'lineItems'>;

/** Until it is shipped, a transfer may change in every respect; shipped goods can only be received or written off. */
const beforeShipping: ReadonlySet<TransferAction> = new Set([
  'CREATE_LINE_ITEM',
  'UPDATE_LINE_ITEM',
  'DELETE_LINE_ITEM',
  'TO_TRANSIT',
  'CANCEL',
]);

/** @returns why the action is not allowed now, to follow the transfer's name, or undefined when it is */
export function obstacleTo(action: TransferAction, transfer: Transfer): string | undefined {
  if (transfer.status === transferStatus.completed) return 'is completed';
  if (action === 'UPDATE') return undefined;
  if (beforeShipping.has(action)) {
    if (transfer.status !== transferStatus.open) return 'has been shipped already';
    return action === 'TO_TRANSIT' && transfer.lineItems.length === 0 ? 'has no line items' : undefined;
  }
  if (transfer.status === transferStatus.open) return 'has not been shipped yet';
  return transfer.lineItems.every((line) => isZero(openInTransit(line)))
    ? 'has nothing in transit'
    : undefined;
}

/** @returns the shipped quantity of a line that is neither received nor written off */
export function openInTransit(
  line: Pick<StockTransferLineItem, 'shippedQuantity' | 'receivedQuantity' | 'writtenOffQuantity'>,
): Decimal {
  return subtract(subtract(line.shippedQuantity, line.receivedQuantity), line.writtenOffQuantity);
}
