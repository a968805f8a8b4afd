import type { SalesOrder, SalesQuotation } from '../schema/sales.ts';
import { wrongState } from '../../../store/errors.ts';
import { completed, merge, without, withoutNulls } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { cancellationOf, type CancellationDraft } from './cancellations.ts';
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
import { createSalesOrder } from './sales-orders.ts';
import { taxBasisOf, taxSettingFor } from '../../pricing/operations/taxes.ts';

export type NewSalesQuotation = Omit<SalesQuotation, 'id'>;

/** A quotation as a request gives it. */
export type QuotationDraft = Partial<Omit<SalesQuotation, 'lineItems'>> & {
  lineItems?: LineDraft[];
  useBillingAddressAsShipmentAddress?: boolean;
};

/** @param now ISO 8601 */
export function newSalesQuotation(fields: object, now: string): NewSalesQuotation {
  const fresh: NewSalesQuotation = { ...freshSalesDocument(), salesQuotationDate: now };
  return completed(fresh, fields);
}

/**
 * Creates a quotation; addresses, language and terms come from the customer where the draft leaves them out.
 * @throws DomainError for a taken number, references that lead nowhere
 */
export function createQuotation(data: TenantData, draft: QuotationDraft, now: string): SalesQuotation {
  const { lineItems, useBillingAddressAsShipmentAddress, ...fields } = withoutNulls(draft);
  const defaults = fields.customerId === undefined ? {} : customerDefaults(data, fields.customerId);
  const merged = newSalesQuotation(merge({ ...createdBy(data), ...defaults }, fields), now);
  const quotation = withShipmentAddress(merged, useBillingAddressAsShipmentAddress);
  const taxDetails = {
    specialTaxTreatment: 0,
    taxSetting: taxSettingFor(data, quotation),
    ...fields.taxDetails,
  };
  const taken = (text: string): boolean => data.of('salesQuotation').findUnique('number', text) !== undefined;
  return data.insert('salesQuotation', {
    ...withDocumentAddressIds(data, quotation),
    taxDetails,
    number: quotation.number || drawNumber(data, 'salesQuotation', now, taken, quotation.companyId),
    lineItems: (lineItems ?? []).map((line, n) =>
      newLineItem(data, line, taxBasisOf({ ...quotation, taxDetails }), `lineItems[${n}]`),
    ),
  });
}

/**
 * Changes a quotation, field by field; line items that are listed replace the list, those with an id are changed.
 * @throws DomainError `not-found`, `state` for a cancelled one, `missing-reference` for an unknown line item
 */
export function updateQuotation(data: TenantData, id: number, draft: QuotationDraft): SalesQuotation {
  const quotation = data.get('salesQuotation', id);
  if (quotation.isCancelled)
    throw wrongState(`The sales quotation ${quotation.number} is cancelled and cannot be changed.`);
  const { lineItems, useBillingAddressAsShipmentAddress, ...change } = draft;
  // Required fields that were cleared get the value of a new quotation.
  const whole = newSalesQuotation(merge(quotation, change), quotation.salesQuotationDate);
  const merged = withShipmentAddress(whole, useBillingAddressAsShipmentAddress);
  const lines = lineItems && listedLines(data, `sales quotation ${quotation.number}`, merged, lineItems);
  return data.replace('salesQuotation', id, {
    ...withDocumentAddressIds(data, merged),
    ...(lines ? { lineItems: lines } : {}),
  });
}

/** @throws DomainError `not-found`, `state`; as {@link cancellationOf} */
export function cancelQuotation(
  data: TenantData,
  id: number,
  draft: CancellationDraft,
  now: string,
): SalesQuotation {
  const quotation = data.get('salesQuotation', id);
  const cancellation = cancellationOf(data, 'cancellationReason', draft, now);
  if (quotation.isCancelled)
    throw wrongState(`The sales quotation ${quotation.number} is cancelled already.`);
  return data.update('salesQuotation', id, { isCancelled: true, cancellation });
}

/**
 * Makes an order from a quotation, at the quoted prices.
 * @throws DomainError `not-found`, `state` for a cancelled one
 */
export function orderFromQuotation(data: TenantData, id: number, now: string): SalesOrder {
  const quotation = data.get('salesQuotation', id);
  if (quotation.isCancelled)
    throw wrongState(`The sales quotation ${quotation.number} is cancelled; there is nothing to order.`);
  const fields = without(quotation, 'id', 'number', 'salesQuotationDate', 'notes', 'files');
  return createSalesOrder(data, fields, { now });
}
