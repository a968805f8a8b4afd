import { address, customFieldValue, fileReference, note } from '../../../store/shared-entities.schema.ts';
import { amount, flag, id, instant, list, optional, part, text, whole } from '../../../store/fields.ts';

/** Where goods leave from, and the currency documents are also kept in. */
export const departureCountry = part({
  countryIso: text,
  state: optional(text),
  currencyIso: text,
  currencyFactor: amount,
});

/** A choice the customer made for a variation of the item. */
export const lineItemVariant = part({
  id,
  name: optional(text),
  value: optional(text),
  surchargeNet: amount,
  /** Kilograms. */
  extraWeight: amount,
  itemVariantId: optional(whole),
  itemVariantValueId: optional(whole),
});

/** The common fields of the lines of orders, quotations, invoices and corrections. */
export const lineItem = part({
  id,
  itemId: optional(whole),
  name: text,
  sku: optional(text),
  /** 0 free text, 1 item, 2 shipping ...: the numbers of the contract. */
  type: whole,
  quantity: amount,
  salesUnit: optional(text),
  salesPriceNet: amount,
  salesPriceGross: amount,
  /** Per cent. */
  discount: amount,
  purchasePriceNet: amount,
  /** Per cent. */
  taxRate: amount,
  taxClassId: optional(whole),
  taxCodeId: optional(whole),
});

/** A line of an order or quotation. */
export const salesOrderLineItem = part({
  ...lineItem.properties,
  quantityDelivered: amount,
  quantityReturned: amount,
  notice: optional(text),
  fnsku: optional(text),
  /** 0 none, 1 the bill of materials, 2 one of its components. */
  billOfMaterialsType: whole,
  /** 0 none, 1 the configured item, 2 one of its components. */
  configurationItemType: whole,
  /** The line this one belongs to, for components. */
  parentSalesOrderLineItemId: optional(whole),
  variants: list(lineItemVariant),
  files: list(fileReference),
});

/** A payment for an order; it belongs to an invoice once there is one. */
export const payment = part({
  id,
  paymentMethodId: optional(whole),
  salesInvoiceId: optional(whole),
  amount: amount,
  /** ISO 8601. */
  date: instant,
  /** 0 payment (default), 1 reminder, 2 discount, 3 voucher: the numbers of the contract. */
  transactionType: optional(whole),
  comment: optional(text),
  externalTransactionId: optional(text),
  receiptNumber: optional(text),
  isDownPayment: optional(flag),
  /** The general ledger account it is booked on. */
  glAccount: optional(text),
  userId: optional(whole),
});

export const cancellation = part({
  cancellationReasonId: whole,
  cancellationComment: optional(text),
  /** ISO 8601. */
  date: instant,
  userId: optional(whole),
});

/** How and until when a document is to be paid. */
export const paymentTerms = part({
  paymentMethodId: optional(whole),
  currencyIso: text,
  currencyFactor: amount,
  /** Days. */
  paymentTarget: whole,
  /** Per cent. */
  cashDiscount: amount,
  cashDiscountDays: whole,
  financingCosts: optional(amount),
});

/** The data for the payment provider or bank. */
export const paymentInfo = part({
  accountHolder: optional(text),
  bankName: optional(text),
  bic: optional(text),
  creditorId: optional(text),
  /** ISO 8601. */
  dueDate: optional(instant),
  endToEndId: optional(text),
  iban: optional(text),
  mandateReference: optional(text),
  paymentInfo: optional(text),
  paymentInfoType: optional(whole),
  paymentReference: optional(text),
  referenceEmail: optional(text),
});

export const taxDetails = part({
  /** 0 none, 1 reverse charge, 2 exempt, 3 subject to VAT. */
  specialTaxTreatment: whole,
  /** 0 with VAT, 10 intra-community, 15 exempt with reverse charge, 20 exempt. */
  taxSetting: whole,
  /** The address that decides the tax: 0 the shipment's, 1 the billing address. Default: 0. */
  taxReference: optional(whole),
});

/** The common fields of orders and quotations. */
export const salesDocument = part({
  id,
  number: text,
  externalNumber: optional(text),
  /** The number the customer gave it. */
  customerNumber: optional(text),
  companyId: whole,
  departureCountry: departureCountry,
  customerId: optional(whole),
  customerVatId: optional(text),
  merchantVatId: optional(text),
  billingAddress: address,
  shipmentAddress: optional(address),
  payment: paymentTerms,
  paymentInfo: paymentInfo,
  shipping: part({
    shippingMethodId: optional(whole),
    /** 0 not complete, 1 complete, 2 complete without note. */
    deliveryCompleteStatus: whole,
    shippingPriority: whole,
    shippingDate: optional(instant),
    estimatedDeliveryDate: optional(instant),
    deliveredDate: optional(instant),
    deliveryFromDate: optional(instant),
    maxDeliveryDays: optional(whole),
    onHoldReasonId: optional(whole),
    /** Kilograms. */
    extraWeight: amount,
  }),
  taxDetails: taxDetails,
  colorcodeId: optional(whole),
  transactionStatusId: optional(whole),
  /** The item it is packed in. */
  cartonItemId: optional(whole),
  comment: optional(text),
  customerComment: optional(text),
  printText: optional(text),
  processStatus: optional(text),
  /** 0 none, 1 short, 2 long. */
  itemDescriptionType: whole,
  /** 0 may change, 1 invoiced elsewhere, 2 may not change. */
  readOnlyType: whole,
  externalCreatedDate: optional(instant),
  /** 0 Wawi invoices, 1 no invoice is printed, 2 another party invoices. */
  externalInvoiceType: whole,
  isCancelled: flag,
  languageIso: text,
  cancellation: optional(cancellation),
  /** When it was put out last, ISO 8601. */
  printDate: optional(instant),
  mailDate: optional(instant),
  salesChannelId: text,
  userCreatedId: whole,
  userId: whole,
  lineItems: list(salesOrderLineItem),
  notes: list(note),
  files: list(fileReference),
  customFields: list(customFieldValue),
});
