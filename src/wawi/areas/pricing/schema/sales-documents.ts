import type { Static } from 'typebox';
import type {
  cancellation,
  departureCountry,
  lineItem,
  lineItemVariant,
  payment,
  paymentInfo,
  paymentTerms,
  salesDocument,
  salesOrderLineItem,
  taxDetails,
} from './sales-documents.schema.ts';
import { addressCodes } from '../../../store/collections/code-paths.ts';

/** Where goods leave from, and the currency documents are also kept in. */
export type DepartureCountry = Static<typeof departureCountry>;

/** A choice the customer made for a variation of the item. */
export type LineItemVariant = Static<typeof lineItemVariant>;

/** The common fields of the lines of orders, quotations, invoices and corrections. */
export type LineItem = Static<typeof lineItem>;

/** A line of an order or quotation. */
export type SalesOrderLineItem = Static<typeof salesOrderLineItem>;

/** A payment for an order; it belongs to an invoice once there is one. */
export type Payment = Static<typeof payment>;

export type Cancellation = Static<typeof cancellation>;

/** How and until when a document is to be paid. */
export type PaymentTerms = Static<typeof paymentTerms>;

/** The data for the payment provider or bank. */
export type PaymentInfo = Static<typeof paymentInfo>;

export type TaxDetails = Static<typeof taxDetails>;

/** The common fields of orders and quotations. */
export type SalesDocument = Static<typeof salesDocument>;

/** The entities that a sales document names. */
export const documentReferences = {
  customerId: 'customer',
  companyId: 'company',
  'lineItems[].itemId': 'item',
  'lineItems[].taxClassId': 'taxClass',
  'payment.paymentMethodId': 'paymentMethod',
  'shipping.shippingMethodId': 'shippingMethod',
  'shipping.onHoldReasonId': 'onHoldReason',
  'cancellation.cancellationReasonId': 'cancellationReason',
  colorcodeId: 'colorCode',
  transactionStatusId: 'transactionStatus',
  cartonItemId: 'item',
  'customFields[].customFieldId': 'customField',
} as const;

/** The codes of a document with addresses and payment terms. */
export const documentCodes = {
  languageIso: 'language',
  'departureCountry.countryIso': 'country',
  'departureCountry.currencyIso': 'currency',
  'payment.currencyIso': 'currency',
  ...addressCodes('billingAddress'),
  ...addressCodes('shipmentAddress'),
} as const;
