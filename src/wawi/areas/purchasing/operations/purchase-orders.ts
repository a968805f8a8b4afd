import type { EntityMap } from '../../../store/entity-map.ts';
import { compare, decimal, isZero, zero } from '../../../store/values/decimal.ts';
import { purchaseOrderStatus, type PurchaseOrder, type PurchaseOrderLineItem } from '../schema/purchasing.ts';
import { invalid, notFound, wrongState } from '../../../store/errors.ts';
import { completed, merge, only, without, withoutNulls } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';
import { referenced } from '../../../store/references.ts';

type PickList = EntityMap['pickList'];
type PickListPosition = EntityMap['pickListPosition'];

type NewPurchaseOrder = Omit<PurchaseOrder, 'id'>;

/** A line as requests give it: what is left out comes from the item and its supplier. */
export type PurchaseLineDraft = Partial<PurchaseOrderLineItem>;

/**
 * Orders goods from a supplier.
 * @param now ISO 8601
 * @throws DomainError `missing-reference`, `invalid` for quantities that are not above zero
 */
export function createPurchaseOrder(data: TenantData, draft: object, now: string): PurchaseOrder {
  const { lineItems = [], ...fields } = withoutNulls(draft) as Partial<NewPurchaseOrder>;
  const supplier = referenced(data, 'supplier', fields.supplierId ?? 0, 'supplierId');
  const fresh: NewPurchaseOrder = {
    number: '',
    supplierId: supplier.id,
    companyId: supplier.defaultCompanyId ?? 1,
    warehouseId: supplier.defaultWarehouseId ?? defaultWarehouseId(data),
    currencyIso: supplier.currencyIso,
    status: purchaseOrderStatus.open,
    isConfirmed: false,
    createdAt: now,
    isDropshipping: false,
    lineItems: [],
  };
  const order = completed(fresh, fields);
  const orders = data.of('purchaseOrder');
  const taken = (text: string): boolean => orders.findUnique('number', text) !== undefined;
  return data.insert('purchaseOrder', {
    ...order,
    number:
      order.number === '' ? drawNumber(data, 'purchaseOrder', now, taken, order.companyId) : order.number,
    lineItems: lineItems.map((line) => newLine(data, supplier.id, line)),
  });
}

function defaultWarehouseId(data: TenantData): number {
  return (
    [...data.of('warehouse').where('isActive', true)].sort((a, b) => a.priority - b.priority)[0]?.id ?? 1
  );
}

function newLine(data: TenantData, supplierId: number, draft: PurchaseLineDraft): PurchaseOrderLineItem {
  const item =
    draft.itemId === undefined ? undefined : referenced(data, 'item', draft.itemId, 'lineItems[].itemId');
  const supply = item?.suppliers.find((one) => one.supplierId === supplierId);
  const line: PurchaseOrderLineItem = {
    quantityDelivered: zero,
    netPurchasePriceAmount: supply?.purchasePriceNet ?? item?.prices.purchasePriceNet ?? zero,
    taxRate: decimal(19),
    isLineItemConfirmed: false,
    name: item?.name ?? '',
    ...(item ? { sku: item.sku } : {}),
    ...(supply?.sku === undefined ? {} : { supplierItemNumber: supply.sku }),
    quantity: decimal(1),
    ...draft,
    id: data.nextId('purchaseOrderLineItem'),
  };
  checkLine(line);
  return line;
}

function checkLine(line: PurchaseOrderLineItem): void {
  if (compare(line.quantity, zero) <= 0)
    throw invalid('lineItems[].quantity', `The quantity ${line.quantity} must be above 0.`);
  if (compare(line.quantity, line.quantityDelivered) < 0)
    throw wrongState(
      `The quantity ${line.quantity} of line item ${line.id} is below the ${line.quantityDelivered} that has come in.`,
    );
}

/**
 * Changes a purchase order's head: dates, notes, status.
 * @throws DomainError `not-found`, `state` for one that is completed, `missing-reference`
 */
export function updatePurchaseOrder(data: TenantData, id: number, draft: object): PurchaseOrder {
  const change = without(draft as Partial<NewPurchaseOrder>, 'lineItems');
  const order = changeable(data, id);
  const { lineItems } = order;
  const kept = only(order, 'number', 'supplierId', 'companyId', 'warehouseId', 'currencyIso', 'status');
  const made = { ...only(order, 'createdAt', 'isDropshipping'), isConfirmed: false };
  const changed = completed<NewPurchaseOrder>({ ...kept, ...made, lineItems }, merge(order, change));
  return data.replace('purchaseOrder', id, changed);
}

/** @throws DomainError `not-found`, `state` */
function changeable(data: TenantData, id: number): PurchaseOrder {
  const order = data.get('purchaseOrder', id);
  if (order.status === purchaseOrderStatus.completed)
    throw wrongState(`The purchase order ${order.number} is completed.`);
  return order;
}

/** @throws DomainError `not-found`, `state` for an order that has been sent */
function unsent(data: TenantData, id: number): PurchaseOrder {
  const order = changeable(data, id);
  if (order.status === purchaseOrderStatus.open || order.status === purchaseOrderStatus.released)
    return order;
  throw wrongState(
    `The purchase order ${order.number} has the status ${order.status}; its lines change only while it is open or released.`,
  );
}

/** A line for an item. */
export type SuppliedLineDraft = PurchaseLineDraft & { itemId: number };

/**
 * Adds a line for an item that is assigned to the order's supplier (GraphQL 2.2, CreatePurchaseOrderLineItem; REST 2.3,
 * create purchase order line item).
 * @throws DomainError as {@link addPurchaseLine}; `invalid` for an item that the supplier does not supply
 */
export function addSuppliedLine(data: TenantData, id: number, draft: SuppliedLineDraft): PurchaseOrder {
  const { supplierId } = data.get('purchaseOrder', id);
  const { sku, suppliers } = referenced(data, 'item', draft.itemId, 'itemId');
  if (!suppliers.some((one) => one.supplierId === supplierId))
    throw invalid(
      'itemId',
      `The item ${draft.itemId} (${sku}) is not assigned to the supplier ${supplierId}.`,
    );
  return addPurchaseLine(data, id, draft);
}

/** @throws DomainError `not-found`, `state`, `missing-reference`, `invalid` */
export function addPurchaseLine(data: TenantData, id: number, draft: PurchaseLineDraft): PurchaseOrder {
  const order = unsent(data, id);
  const line = newLine(data, order.supplierId, withoutNulls(draft));
  return data.update('purchaseOrder', id, { lineItems: [...order.lineItems, line] });
}

/** The fields of a line that are fixed once the order has been sent (REST 2.1, update purchase order line item). */
const fixedOnceSent = ['quantity', 'netPurchasePriceAmount', 'taxRate', 'deliveryDate', 'itemId'];

/**
 * Changes a line: its goods only while the order is open or released, the supplier's confirmation until it is
 * completed, its note always.
 * @throws DomainError `not-found`, `state`, `invalid`
 */
export function changePurchaseLine(
  data: TenantData,
  id: number,
  lineItemId: number,
  draft: object,
): PurchaseOrder {
  const fields = Object.keys(draft);
  const order = fields.every((field) => field === 'note')
    ? data.get('purchaseOrder', id)
    : fields.some((field) => fixedOnceSent.includes(field))
      ? unsent(data, id)
      : changeable(data, id);
  const before = lineOf(order, lineItemId);
  const amounts = only(before, 'quantity', 'quantityDelivered', 'netPurchasePriceAmount', 'taxRate');
  const kept = { ...amounts, ...only(before, 'id', 'name', 'isLineItemConfirmed') };
  const line = completed<PurchaseOrderLineItem>(kept, merge(before, draft));
  checkLine(line);
  return data.update('purchaseOrder', id, {
    lineItems: order.lineItems.map((one) => (one.id === lineItemId ? line : one)),
  });
}

/** @throws DomainError `not-found`, `state` for a line that has come in, or the only one */
export function removePurchaseLine(data: TenantData, id: number, lineItemId: number): PurchaseOrder {
  const order = unsent(data, id);
  const line = lineOf(order, lineItemId);
  if (!isZero(line.quantityDelivered))
    throw wrongState(
      `Of the line item ${line.id} ${line.quantityDelivered} has come in; it cannot be removed.`,
    );
  if (order.lineItems.length === 1)
    throw wrongState(
      `The line item ${line.id} is the last of purchase order ${order.number}; it cannot be removed.`,
    );
  return data.update('purchaseOrder', id, {
    lineItems: order.lineItems.filter((one) => one.id !== lineItemId),
  });
}

function lineOf(order: PurchaseOrder, lineItemId: number): PurchaseOrderLineItem {
  const line = order.lineItems.find((one) => one.id === lineItemId);
  if (line) return line;
  throw notFound('line item of the purchase order', lineItemId);
}

/** Has a supplier send what a pick list reserves with it straight to the customers; one purchase order per sales order. */
export function orderDropshipment(
  data: TenantData,
  list: PickList,
  positions: readonly PickListPosition[],
  now: string,
): PurchaseOrder[] {
  const orderIds = [...new Set(positions.map((position) => position.salesOrderId))];
  return orderIds.map((salesOrderId) =>
    createPurchaseOrder(
      data,
      {
        supplierId: list.supplierId,
        salesOrderId,
        isDropshipping: true,
        status: purchaseOrderStatus.released,
        lineItems: positions
          .filter((position) => position.salesOrderId === salesOrderId)
          .map(({ itemId, quantity }) => ({ itemId, quantity })),
      },
      now,
    ),
  );
}
