import { compare, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { StockTransfer, StockTransferLineItem } from '../schema/inventory.ts';
import { invalid, notFound, wrongState } from '../../../store/errors.ts';
import { completed, merge, only, withoutNulls } from '../../../store/values/merge.ts';
import { hasChildren } from '../../items/rules/item-relations.ts';
import { obstacleTo, transferStatus, type TransferAction } from '../rules/stock-transfers.ts';
import { isOwnWarehouse } from '../rules/warehouse-types.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';
import { referenced } from '../../../store/references.ts';

/** The content of a new line. */
export type TransferLineDraft = Pick<StockTransferLineItem, 'itemId' | 'quantity'>;

/** The content of a new transfer. */
export type TransferDraft = Pick<StockTransfer, 'sourceWarehouseId' | 'targetWarehouseId'> &
  Partial<Pick<StockTransfer, 'shippingMethodId' | 'expectedDeliveryDate' | 'note'>> & {
    lineItems: TransferLineDraft[];
  };

/**
 * Plans a transfer of goods from one warehouse to another; no goods move yet.
 * @param now ISO 8601
 * @throws DomainError `missing-reference`, `invalid` for one warehouse as both ends, warehouses and shipping methods
 *   that are not usable, a date in the past, no lines, an item twice, quantities not above zero
 */
export function createTransfer(data: TenantData, draft: TransferDraft, now: string): StockTransfer {
  const { lineItems, ...head } = withoutNulls(draft);
  checkHead(data, head, now);
  if (head.sourceWarehouseId === head.targetWarehouseId) {
    throw invalid(
      'targetWarehouseId',
      `The warehouse ${head.targetWarehouseId} cannot be source and target of a transfer.`,
    );
  }
  const transfers = data.of('stockTransfer');
  const taken = (text: string): boolean => transfers.findUnique('number', text) !== undefined;
  return data.insert('stockTransfer', {
    ...head,
    number: drawNumber(data, 'stockTransfer', now, taken),
    status: transferStatus.open,
    createdAt: now,
    lineItems: newLines(data, lineItems),
  });
}

type Head = Omit<TransferDraft, 'lineItems'>;

/** Source: GraphQL 2.2, CreateStockTransferCommandRequestInput. */
function checkHead(data: TenantData, head: Head, now: string): void {
  for (const path of ['sourceWarehouseId', 'targetWarehouseId'] as const) {
    const warehouse = referenced(data, 'warehouse', head[path], path);
    if (!warehouse.isActive || !isOwnWarehouse(warehouse))
      throw invalid(
        path,
        `The warehouse ${warehouse.id} is inactive or not an own one; name an active own one.`,
      );
  }
  const { shippingMethodId, expectedDeliveryDate } = head;
  if (shippingMethodId !== undefined) {
    const { isActive } = referenced(data, 'shippingMethod', shippingMethodId, 'shippingMethodId');
    if (isActive === false)
      throw invalid('shippingMethodId', `The shipping method ${shippingMethodId} is not active.`);
  }
  const today = now.slice(0, 10);
  if (expectedDeliveryDate !== undefined && expectedDeliveryDate.slice(0, 10) < today)
    throw invalid(
      'expectedDeliveryDate',
      `The date ${expectedDeliveryDate} is in the past; name ${today} or a later day.`,
    );
}

function newLines(data: TenantData, drafts: readonly TransferLineDraft[]): StockTransferLineItem[] {
  if (drafts.length === 0)
    throw invalid('lineItems', 'The list of line items is empty; a transfer needs at least one.');
  const lines: StockTransferLineItem[] = [];
  for (const draft of drafts) lines.push(newLine(data, draft, lines));
  return lines;
}

/** @param others the lines of the transfer so far */
function newLine(
  data: TenantData,
  { itemId, quantity }: TransferLineDraft,
  others: readonly StockTransferLineItem[],
): StockTransferLineItem {
  referenced(data, 'item', itemId, 'lineItems[].itemId');
  checkQuantity(quantity);
  if (hasChildren(data, itemId))
    throw invalid('lineItems[].itemId', `The item ${itemId} has variations; name one of its children.`);
  if (others.some((line) => line.itemId === itemId))
    throw invalid('lineItems[].itemId', `The item ${itemId} is in the transfer already; name it once.`);
  return {
    id: data.nextId('stockTransferLineItem'),
    itemId,
    quantity,
    shippedQuantity: zero,
    receivedQuantity: zero,
    writtenOffQuantity: zero,
    inTransit: [],
  };
}

/** @throws DomainError `invalid` unless the quantity is above 0 */
export function checkQuantity(quantity: Decimal): void {
  if (compare(quantity, zero) <= 0)
    throw invalid('lineItems[].quantity', `The quantity ${quantity} must be above 0.`);
}

/** @throws DomainError `not-found`, `state` when the transfer does not allow the action now */
export function transferFor(data: TenantData, id: number, action: TransferAction): StockTransfer {
  const transfer = data.get('stockTransfer', id);
  const obstacle = obstacleTo(action, transfer);
  if (obstacle) throw wrongState(`The stock transfer ${transfer.number} ${obstacle}.`);
  return transfer;
}

/** @throws DomainError `not-found`, `state`, `missing-reference` */
export function updateTransfer(data: TenantData, id: number, draft: object): StockTransfer {
  const transfer = transferFor(data, id, 'UPDATE');
  const places = only(transfer, 'sourceWarehouseId', 'targetWarehouseId');
  const kept = { ...places, ...only(transfer, 'id', 'number', 'status', 'createdAt', 'lineItems') };
  return data.replace('stockTransfer', id, completed<StockTransfer>(kept, merge(transfer, draft)));
}

/** @throws DomainError `not-found`, `state`, `missing-reference`, `invalid` */
export function addTransferLine(
  data: TenantData,
  id: number,
  draft: TransferLineDraft,
): StockTransferLineItem {
  const transfer = transferFor(data, id, 'CREATE_LINE_ITEM');
  const line = newLine(data, draft, transfer.lineItems);
  data.update('stockTransfer', id, { lineItems: [...transfer.lineItems, line] });
  return line;
}

/** @throws DomainError `not-found` for transfer or line, `state`, `invalid` */
export function changeTransferLine(
  data: TenantData,
  id: number,
  lineId: number,
  quantity: Decimal,
): StockTransferLineItem {
  const transfer = transferFor(data, id, 'UPDATE_LINE_ITEM');
  checkQuantity(quantity);
  const line = { ...lineOf(transfer, lineId), quantity };
  data.update('stockTransfer', id, { lineItems: withLine(transfer, line) });
  return line;
}

/** @throws DomainError `not-found` */
export function lineOf(transfer: StockTransfer, lineId: number): StockTransferLineItem {
  const line = transfer.lineItems.find((one) => one.id === lineId);
  if (!line) throw notFound(`line item of the stock transfer ${transfer.number}`, lineId);
  return line;
}

/** @returns the lines of a transfer, with one of them changed */
export function withLine(transfer: StockTransfer, line: StockTransferLineItem): StockTransferLineItem[] {
  return transfer.lineItems.map((one) => (one.id === line.id ? line : one));
}

/** @throws DomainError `not-found`, `state` for one that has been shipped */
export function cancelTransfer(data: TenantData, id: number): void {
  transferFor(data, id, 'CANCEL');
  data.delete('stockTransfer', id);
}
