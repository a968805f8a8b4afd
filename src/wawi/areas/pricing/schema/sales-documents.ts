import { addressCodes } from '../../../store/collections/code-paths.ts';
import type { Address, CustomFieldValue, FileReference, Note } from '../../../store/shared-entities.ts';
import type { Decimal } from '../../../store/values/decimal.ts';

/** Where goods leave from, and the currency documents are also kept in. */
export interface DepartureCountry {
  countryIso: string;
  state?: string;
  currencyIso: string;
  currencyFactor: Decimal;
}

/** A choice the customer made for a variation of the item. */
export interface LineItemVariant {
  readonly id: number;
  name?: string;
  value?: string;
  surchargeNet: Decimal;
  /** Kilograms. */
  extraWeight: Decimal;
  itemVariantId?: number;
  itemVariantValueId?: number;
}

/** What every line of an order, quotation, invoice or correction has. */
export interface LineItem {
  readonly id: number;
  itemId?: number;
  name: string;
  sku?: string;
  /** 0 free text, 1 item, 2 shipping ...: the numbers of the contract. */
  type: number;
  quantity: Decimal;
  salesUnit?: string;
  salesPriceNet: Decimal;
  salesPriceGross: Decimal;
  /** Per cent. */
  discount: Decimal;
  purchasePriceNet: Decimal;
  /** Per cent. */
  taxRate: Decimal;
  taxClassId?: number;
  taxCodeId?: number;
}

/** A line of an order or quotation. */
export interface SalesOrderLineItem extends LineItem {
  quantityDelivered: Decimal;
  quantityReturned: Decimal;
  notice?: string;
  fnsku?: string;
  /** 0 none, 1 the bill of materials, 2 one of its components. */
  billOfMaterialsType: number;
  /** 0 none, 1 the configured item, 2 one of its components. */
  configurationItemType: number;
  /** The line this one belongs to, for components. */
  parentSalesOrderLineItemId?: number;
  variants: LineItemVariant[];
  files: FileReference[];
}

/** A payment that has come in for an order; what it pays for is an invoice once there is one. */
export interface Payment {
  readonly id: number;
  paymentMethodId?: number;
  salesInvoiceId?: number;
  amount: Decimal;
  /** ISO 8601. */
  date: string;
  comment?: string;
  externalTransactionId?: string;
  receiptNumber?: string;
  isDownPayment?: boolean;
  /** The general ledger account it is booked on. */
  glAccount?: string;
  userId?: number;
}

export interface Cancellation {
  cancellationReasonId: number;
  cancellationComment?: string;
  /** ISO 8601. */
  date: string;
  userId?: number;
}

/** How and until when a document is to be paid. */
export interface PaymentTerms {
  paymentMethodId?: number;
  currencyIso: string;
  currencyFactor: Decimal;
  /** Days. */
  paymentTarget: number;
  /** Per cent. */
  cashDiscount: Decimal;
  cashDiscountDays: number;
  financingCosts?: Decimal;
}

/** What the payment provider or bank needs to know. */
export interface PaymentInfo {
  accountHolder?: string;
  bankName?: string;
  bic?: string;
  creditorId?: string;
  /** ISO 8601. */
  dueDate?: string;
  endToEndId?: string;
  iban?: string;
  mandateReference?: string;
  paymentInfo?: string;
  paymentInfoType?: number;
  paymentReference?: string;
  referenceEmail?: string;
}

export interface TaxDetails {
  /** 0 none, 1 reverse charge, 2 exempt, 3 subject to VAT. */
  specialTaxTreatment: number;
  /** 0 with VAT, 10 intra-community, 15 exempt with reverse charge, 20 exempt. */
  taxSetting: number;
}

/** What orders and quotations share. */
export interface SalesDocument {
  readonly id: number;
  number: string;
  externalNumber?: string;
  /** The number the customer gave it. */
  customerNumber?: string;
  companyId: number;
  departureCountry: DepartureCountry;
  customerId?: number;
  customerVatId?: string;
  merchantVatId?: string;
  billingAddress: Address;
  shipmentAddress?: Address;
  payment: PaymentTerms;
  paymentInfo: PaymentInfo;
  shipping: {
    shippingMethodId?: number;
    /** 0 not complete, 1 complete, 2 complete without note. */
    deliveryCompleteStatus: number;
    shippingPriority: number;
    shippingDate?: string;
    estimatedDeliveryDate?: string;
    deliveredDate?: string;
    deliveryFromDate?: string;
    maxDeliveryDays?: number;
    onHoldReasonId?: number;
    /** Kilograms. */
    extraWeight: Decimal;
  };
  taxDetails: TaxDetails;
  colorcodeId?: number;
  transactionStatusId?: number;
  /** The item it is packed in. */
  cartonItemId?: number;
  comment?: string;
  customerComment?: string;
  printText?: string;
  processStatus?: string;
  /** 0 none, 1 short, 2 long. */
  itemDescriptionType: number;
  /** 0 may change, 1 invoiced elsewhere, 2 may not change. */
  readOnlyType: number;
  externalCreatedDate?: string;
  /** 0 Wawi invoices, 1 nobody prints, 2 somebody else invoices. */
  externalInvoiceType: number;
  isCancelled: boolean;
  languageIso: string;
  cancellation?: Cancellation;
  /** When it was put out last, ISO 8601. */
  printDate?: string;
  mailDate?: string;
  salesChannelId: string;
  userCreatedId: number;
  userId: number;
  lineItems: SalesOrderLineItem[];
  notes: Note[];
  files: FileReference[];
  customFields: CustomFieldValue[];
}

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
