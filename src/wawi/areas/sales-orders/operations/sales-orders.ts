import { add, isZero } from '../../../store/values/decimal.ts';
import type { SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../schema/sales.ts';
import { wrongState } from '../../../store/errors.ts';
import { completed, merge, withoutNulls } from '../../../store/values/merge.ts';
import { changeObstacle, type TakenQuantities } from '../../pricing/rules/line-items.ts';
import { retaxed, type RecalculateTaxMode } from '../../pricing/rules/line-taxes.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { newLineItem, type LineDraft } from '../../pricing/operations/line-items.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';
import {
  customerDefaults,
  freshSalesDocument,
  createdBy,
  listedLines,
  withDocumentAddressIds,
  withShipmentAddress,
} from './sales-documents.ts';
import { taxBasisOf, taxRateFor, taxSettingFor } from '../../pricing/operations/taxes.ts';
import { isOpen } from '../../stock/rules/stock.ts';
import { invoicedQuantities } from '../rules/order-status.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';

export type NewSalesOrder = Omit<SalesOrder, 'id'>;

/** An order as a request gives it. */
export type SalesOrderDraft = Partial<Omit<SalesOrder, 'lineItems'>> & {
  lineItems?: LineDraft[];
  useBillingAddressAsShipmentAddress?: boolean | null;
};

/** How a write of an order is to be done. */
export interface SalesOrderWrite {
  /** ISO 8601. */
  now: string;
  /** A number that is taken gets a suffix instead of a refusal. */
  renameWhenTaken?: boolean | undefined;
  disableAutomaticWorkflows?: boolean | undefined;
  recalculateTax?: RecalculateTaxMode | undefined;
}

/**
 * @param fields the known fields of a new order; the others get the values of a new order in Wawi
 * @param now ISO 8601
 */
export function newSalesOrder(fields: object, now: string): NewSalesOrder {
  const fresh: NewSalesOrder = { ...freshSalesDocument(), salesOrderDate: now, payments: [] };
  return completed(fresh, fields);
}

/**
 * Creates an order; addresses, language and terms of payment come from the customer where the draft leaves them out.
 * @throws DomainError for a taken number, references that lead nowhere
 */
export function createSalesOrder(
  data: TenantData,
  draft: SalesOrderDraft,
  write: SalesOrderWrite,
): SalesOrder {
  const { lineItems, useBillingAddressAsShipmentAddress, ...fields } = withoutNulls(draft);
  const order = withShipmentAddress(
    newSalesOrder(merge({ ...createdBy(data), ...defaultsOf(data, fields) }, fields), write.now),
    useBillingAddressAsShipmentAddress,
  );
  const taxed = {
    ...order,
    taxDetails: { taxSetting: taxSettingFor(data, order), specialTaxTreatment: 0, ...fields.taxDetails },
  };
  const created = data.insert('salesOrder', {
    ...withDocumentAddressIds(data, taxed),
    number: numberFor(data, order, write),
    lineItems: (lineItems ?? []).map((line, n) =>
      newLineItem(data, line, taxBasisOf(taxed), `lineItems[${n}]`),
    ),
  });
  raiseEvent(data, 'salesOrder', created.id, 'created', write);
  return created;
}

function defaultsOf(data: TenantData, { customerId }: SalesOrderDraft): object {
  return customerId === undefined ? {} : customerDefaults(data, customerId);
}

function numberFor(data: TenantData, { number, companyId }: NewSalesOrder, write: SalesOrderWrite): string {
  const taken = (text: string): boolean => data.of('salesOrder').findUnique('number', text) !== undefined;
  if (number === '') return drawNumber(data, 'salesOrder', write.now, taken, companyId);
  if (!write.renameWhenTaken || !taken(number)) return number;
  for (let suffix = 1; ; suffix++) if (!taken(`${number}-${suffix}`)) return `${number}-${suffix}`;
}

/**
 * Changes an order, field by field; line items that are listed replace the list, those with a known id are changed.
 * @throws DomainError `state` for orders that must not change, `missing-reference`, `invalid`
 */
export function updateSalesOrder(
  data: TenantData,
  id: number,
  draft: SalesOrderDraft,
  write: SalesOrderWrite,
): SalesOrder {
  const order = changeableOrder(data, id, draft.readOnlyType);
  const { lineItems, useBillingAddressAsShipmentAddress, ...change } = draft;
  // Required fields that were cleared get the value of a new order.
  const whole = { ...newSalesOrder(merge(order, change), order.salesOrderDate), id };
  const merged = withDocumentAddressIds(data, withShipmentAddress(whole, useBillingAddressAsShipmentAddress));
  const lines = lineItems ? replacedLines(data, order, lineItems) : order.lineItems;
  const changed = recalculated(data, { ...merged, lineItems: lines }, write.recalculateTax ?? 0);
  const updated = data.replace('salesOrder', id, changed);
  raiseEvent(data, 'salesOrder', id, 'changed', write);
  return updated;
}

/**
 * @param readOnlyType set when the change itself lifts or sets the lock
 * @throws DomainError `not-found`, `state`
 */
export function changeableOrder(data: TenantData, id: number, readOnlyType?: number): SalesOrder {
  const order = data.get('salesOrder', id);
  if (order.isCancelled)
    throw wrongState(`The sales order ${order.number} is cancelled and cannot be changed.`);
  if ((readOnlyType ?? order.readOnlyType) === 2 && order.readOnlyType === 2)
    throw wrongState(`The sales order ${order.number} is locked (ReadOnlyType 2) and cannot be changed.`);
  return order;
}

function replacedLines(
  data: TenantData,
  order: SalesOrder,
  drafts: readonly LineDraft[],
): SalesOrderLineItem[] {
  const lines = listedLines(data, `sales order ${order.number}`, order, drafts);
  const kept = new Map(lines.map((line) => [line.id, line]));
  for (const line of order.lineItems) {
    const changed = kept.get(line.id);
    if (changed) refuseChange(data, order, line, changed);
    else refuseRemoval(data, order, line);
  }
  return lines;
}

/** @throws DomainError `state` for a change that invoices, pick lists, deliveries or returns of the line forbid */
export function refuseChange(
  data: TenantData,
  order: SalesOrder,
  line: SalesOrderLineItem,
  changed: SalesOrderLineItem,
): void {
  const obstacle = changeObstacle(line, changed, takenOf(data, order, line));
  if (obstacle) throw wrongState(obstacle);
}

function takenOf(data: TenantData, order: SalesOrder, line: SalesOrderLineItem): TakenQuantities {
  const picked = [...data.of('pickListPosition').where('salesOrderId', order.id)].filter(
    (position) => position.salesOrderLineItemId === line.id && isOpen(position),
  );
  return {
    invoiced: invoicedQuantities(data.of('salesInvoice').where('salesOrderId', order.id)).get(line.id),
    delivered: line.quantityDelivered,
    picked: add(line.quantityDelivered, ...picked.map((position) => position.quantity)),
    returned: line.quantityReturned,
  };
}

/** @throws DomainError `state` for a line that has been invoiced, picked, delivered or returned */
export function refuseRemoval(data: TenantData, order: SalesOrder, line: SalesOrderLineItem): void {
  const taken = Object.entries(takenOf(data, order, line)).find(([, quantity]) => !isZero(quantity));
  if (taken)
    throw wrongState(
      `The line item ${line.id} of the sales order ${order.number} is ${taken[0]} and cannot be removed.`,
    );
}

function recalculated(data: TenantData, order: SalesOrder, mode: RecalculateTaxMode): SalesOrder {
  if (mode === 0) return order;
  const taxSetting = taxSettingFor(data, order);
  const taxDetails = { ...order.taxDetails, taxSetting };
  const basis = taxBasisOf({ ...order, taxDetails });
  const invoiced = invoicedQuantities(data.of('salesInvoice').where('salesOrderId', order.id));
  const lineItems = order.lineItems.map((line) =>
    isZero(invoiced.get(line.id)) ? retaxed(line, taxRateFor(data, line.taxClassId, basis), mode) : line,
  );
  return { ...order, taxDetails, lineItems };
}
