import type { LineItem, SalesDocument, SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import type { Address } from '../../../store/shared-entities.ts';
import { lineTotals, orderTotals } from '../../pricing/rules/totals.ts';
import { typeView } from '../../../wire/graphql/type-views.ts';
import type { FieldView } from '../../../wire/views/views.ts';
import {
  addressFields,
  countryName,
  nameOf,
  ofCustomer,
  platformOf,
} from '../../master-data/views/lookups.ts';

/** The destination of a document: its own shipment address, or its billing address. */
export function shipmentOf(document: { billingAddress: Address; shipmentAddress?: Address }): Address {
  return document.shipmentAddress ?? document.billingAddress;
}

/** `#rrggbb` as the number that GraphQL has for colours. */
function colourNumber(code: string | undefined): number {
  return code === undefined ? 0 : Number.parseInt(code.slice(1), 16);
}

/** The common fields of documents beside their own: names of records that they refer to, money, addresses. */
export const documentFields: Readonly<Record<string, FieldView<BillableDocument>>> = {
  companyName: nameOf('company', (document) => document.companyId),
  currencyIso: 'payment.currencyIso',
  currencyFactor: 'payment.currencyFactor',
  departureCountryIso: 'departureCountry.countryIso',
  departureCountryCurrencyIso: 'departureCountry.currencyIso',
  departureCountryCurrencyFactor: 'departureCountry.currencyFactor',
  departureCountryName: (document, context) => countryName(document.departureCountry.countryIso, context),
  customerNumber: ofCustomer((customer) => customer.number),
  accountsReceivableNumber: ofCustomer((customer) => customer.accountsReceivableNumber),
  ebayUsername: ofCustomer((customer) => customer.ebayUsername),
  customerGroupName: (document, { data }) => {
    const customer = data.of('customer').get(document.customerId ?? 0);
    return data.of('customerGroup').get(customer?.customerGroupId ?? 0)?.name ?? '';
  },
  paymentMethodId: 'payment.paymentMethodId',
  paymentMethodName: nameOf('paymentMethod', (document) => document.payment.paymentMethodId),
  paymentDueDateInDays: 'payment.paymentTarget',
  platformId: (document) => platformOf(document.salesChannelId).id,
  platformType: (document) => platformOf(document.salesChannelId).type,
  salesChannelName: (document, { data }) =>
    data.of('salesChannel').findUnique('channelId', document.salesChannelId)?.name ?? '',
  processColourCode: (document, { data }) =>
    colourNumber(data.of('colorCode').get(document.colorcodeId ?? 0)?.code),
  processColourName: nameOf('colorCode', (document) => document.colorcodeId),
  totalGrossAmount: (document) => orderTotals(document).gross,
  totalNetAmount: (document) => orderTotals(document).net,
  shippingCountryTotalGrossAmount: (document) => orderTotals(document).gross,
  shippingCountryTotalNetAmount: (document) => orderTotals(document).net,
  cancelledDate: 'cancellation.date',
  cancellationComment: 'cancellation.cancellationComment',
  cancellationUserName: nameOf('wawiUser', (document) => document.cancellation?.userId),
  createdByUserId: 'userCreatedId',
  createdByUserName: nameOf('wawiUser', (document) => document.userCreatedId),
  ...addressFields('billingAddress', 'billingAddress'),
  ...addressFields('shipmentAddress', shipmentOf),
};

/** The fields of a document that the common fields need. */
type BillableDocument = Pick<
  SalesDocument,
  | 'companyId'
  | 'payment'
  | 'departureCountry'
  | 'salesChannelId'
  | 'userCreatedId'
  | 'billingAddress'
  | 'shipmentAddress'
  | 'customerId'
  | 'colorcodeId'
  | 'cancellation'
> & { lineItems: readonly LineItem[] };

/** The fields of orders and quotations in lists, beside {@link documentFields}. */
export const salesListFields: Readonly<Record<string, FieldView<SalesDocument>>> = {
  ...documentFields,
  assignedUserId: 'userId',
  assignedUserName: nameOf('wawiUser', (document) => document.userId),
  extraWeight: 'shipping.extraWeight',
  onHoldReasonId: 'shipping.onHoldReasonId',
  onHoldReasonName: nameOf('onHoldReason', (document) => document.shipping.onHoldReasonId),
  processStatusName: (document, { data }) =>
    data.of('transactionStatus').get(document.transactionStatusId ?? 0)?.name ?? document.processStatus,
  shippingMethodId: 'shipping.shippingMethodId',
  shippingMethodName: nameOf('shippingMethod', (document) => document.shipping.shippingMethodId),
  cancellationReason: nameOf('cancellationReason', (document) => document.cancellation?.cancellationReasonId),
};

/** The fields of one order or quotation, by the name of its type: `SalesOrder`, `SalesQuotation`. */
export const salesDetailFields: Readonly<Record<string, FieldView<SalesDocument>>> = {
  text: '.',
  isPending: () => false,
  externalDetails: '.',
  paymentDetails: 'payment',
  shippingDetails: 'shipping',
  processColourId: 'colorcodeId',
  onHoldReasonId: 'shipping.onHoldReasonId',
  paymentMethodId: 'payment.paymentMethodId',
  shippingMethodId: 'shipping.shippingMethodId',
  processStatusId: 'transactionStatusId',
  vatId: 'merchantVatId',
};

/** A line of an order or quotation, with its place in it. */
export type PlacedLine = SalesOrderLineItem & { sortOrder: number };

/** @returns the lines with their places, from 1 */
export function placed(lines: readonly SalesOrderLineItem[]): PlacedLine[] {
  return lines.map((line, n) => ({ ...line, sortOrder: n + 1 }));
}

export const lineItemView = typeView<'SalesOrderLineItem' | 'SalesQuotationLineItem', PlacedLine>({
  parentSalesQuotationLineItemId: 'parentSalesOrderLineItemId',
  isReserved: (line, { data }) => data.of('pickListPosition').anyWhere('salesOrderLineItemId', line.id),
  fnSku: 'fnsku',
  lineItemType: 'type',
  discountPercent: 'discount',
  note: 'notice',
  totalSalesPriceNet: (line) => lineTotals(line).net,
  totalSalesPriceGross: (line) => lineTotals(line).gross,
  standardName: (line, { data }) => data.of('item').get(line.itemId ?? 0)?.name,
  itemImage: (line, { data }) => {
    const images = data.of('item').get(line.itemId ?? 0)?.images.defaults ?? [];
    return [...images].sort((a, b) => a.sortNumber - b.sortNumber)[0];
  },
  hasUpload: (line) => line.files.length > 0,
});

/** An address with its role in the document: 0 shipment, 1 billing. */
export const addressView = typeView<
  'EmptySalesOrderAddress' | 'SalesOrderAddress' | 'SalesQuotationAddress',
  Address & { type: number }
>({
  salutation: 'formOfAddress',
  additionalCompanyLine: 'company2',
  additionalAddressLine: 'address2',
  country: (address, context) => countryName(address.countryIso, context),
  countryName: (address, context) => countryName(address.countryIso, context),
  customsDocumentsRequired: ({ countryIso }, { data }) =>
    countryIso !== undefined && !(data.of('country').findUnique('iso', countryIso)?.isEu ?? true),
});
