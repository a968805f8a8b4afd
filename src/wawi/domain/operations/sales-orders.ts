import { decimal, one, round, zero } from '../decimal.ts';
import type { SalesOrder, SalesOrderLineItem } from '../entities/sales.ts';
import type { Address } from '../entities/shared.ts';
import { merge, withoutNulls } from '../merge.ts';
import { grossOf } from '../rules/totals.ts';
import type { TenantData } from '../store/tenant-data.ts';

export type NewSalesOrder = Omit<SalesOrder, 'id'>;

/**
 * @param fields what is known of a new order; the rest gets the values a fresh order has in Wawi
 * @param now ISO 8601
 */
export function newSalesOrder(fields: object, now: string): NewSalesOrder {
  const fresh: NewSalesOrder = {
    number: '',
    companyId: 1,
    departureCountry: { countryIso: 'DE', currencyIso: 'EUR', currencyFactor: one },
    billingAddress: { id: 0 },
    salesOrderDate: now,
    payment: {
      currencyIso: 'EUR',
      currencyFactor: one,
      paymentTarget: 14,
      cashDiscount: zero,
      cashDiscountDays: 0,
    },
    payments: [],
    shipping: { deliveryCompleteStatus: 0, shippingPriority: 0, extraWeight: zero },
    isExternalInvoice: false,
    isCancelled: false,
    languageIso: 'DE',
    salesChannelId: '1-1-1',
    userCreatedId: 1,
    userId: 1,
    lineItems: [],
    notes: [],
    files: [],
    customFields: [],
  };
  return merge(fresh, withoutNulls(fields));
}

/**
 * Completes a line: name, SKU and prices come from its item where the line does not say otherwise; of net and gross
 * price the one follows from the other.
 */
export function newLineItem(data: TenantData, fields: Partial<SalesOrderLineItem>): SalesOrderLineItem {
  const item = fields.itemId === undefined ? undefined : data.get('item', fields.itemId);
  const taxRate = fields.taxRate ?? decimal(19);
  const net = fields.salesPriceNet ?? item?.prices.salesPriceNet ?? zero;
  return {
    name: item?.name ?? '',
    ...(item ? { sku: item.sku } : {}),
    type: item ? 1 : 0,
    quantity: one,
    quantityDelivered: zero,
    quantityReturned: zero,
    salesUnit: 'Stk.',
    salesPriceNet: net,
    salesPriceGross: round(grossOf(net, taxRate)),
    discount: zero,
    purchasePriceNet: item?.prices.purchasePriceNet ?? zero,
    taxRate,
    files: [],
    ...fields,
    id: data.nextId('salesOrderLineItem'),
  };
}

/** The customer's addresses, copied into the order so that later changes of the customer leave it alone. */
export function addressCopies(
  data: TenantData,
  customerId: number,
): { billingAddress: Address; shipmentAddress: Address } {
  const { billingAddress, shipmentAddress } = data.get('customer', customerId);
  return {
    billingAddress: { ...billingAddress, id: data.nextId('address') },
    shipmentAddress: { ...(shipmentAddress ?? billingAddress), id: data.nextId('address') },
  };
}
