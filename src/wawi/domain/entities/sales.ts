import type { Decimal } from '../decimal.ts';
import type { EntityKind } from '../store/collection.ts';
import type { Address, CustomFieldValue, FileReference, Note } from './shared.ts';

/** Where goods leave from, and the currency documents are also kept in. */
export interface DepartureCountry {
  countryIso: string;
  state?: string;
  currencyIso: string;
  currencyFactor: Decimal;
}

export interface SalesOrderLineItem {
  readonly id: number;
  itemId?: number;
  name: string;
  sku?: string;
  /** 0 free text, 1 item, 2 shipping ...: the numbers of the contract. */
  type: number;
  quantity: Decimal;
  quantityDelivered: Decimal;
  quantityReturned: Decimal;
  salesUnit?: string;
  salesPriceNet: Decimal;
  salesPriceGross: Decimal;
  /** Per cent. */
  discount: Decimal;
  purchasePriceNet: Decimal;
  /** Per cent. */
  taxRate: Decimal;
  notice?: string;
  files: FileReference[];
}

/** A payment that has come in for a document. */
export interface Payment {
  readonly id: number;
  paymentMethodId?: number;
  amount: Decimal;
  /** ISO 8601. */
  date: string;
  comment?: string;
}

export interface Cancellation {
  cancellationReasonId: number;
  cancellationComment?: string;
  /** ISO 8601. */
  date: string;
}

export interface SalesOrder {
  readonly id: number;
  number: string;
  externalNumber?: string;
  billingNumber?: string;
  companyId: number;
  departureCountry: DepartureCountry;
  customerId?: number;
  customerVatId?: string;
  merchantVatId?: string;
  billingAddress: Address;
  shipmentAddress?: Address;
  /** ISO 8601. */
  salesOrderDate: string;
  payment: {
    paymentMethodId?: number;
    currencyIso: string;
    currencyFactor: Decimal;
    /** Days. */
    paymentTarget: number;
    /** Per cent. */
    cashDiscount: Decimal;
    cashDiscountDays: number;
  };
  payments: Payment[];
  shipping: {
    shippingMethodId?: number;
    /** 0 not complete, 1 complete, 2 complete without note. */
    deliveryCompleteStatus: number;
    shippingPriority: number;
    shippingDate?: string;
    estimatedDeliveryDate?: string;
    deliveredDate?: string;
    onHoldReasonId?: number;
    /** Kilograms. */
    extraWeight: Decimal;
  };
  colorcodeId?: number;
  isExternalInvoice: boolean;
  comment?: string;
  customerComment?: string;
  isCancelled: boolean;
  languageIso: string;
  cancellation?: Cancellation;
  salesChannelId: string;
  userCreatedId: number;
  userId: number;
  lineItems: SalesOrderLineItem[];
  notes: Note[];
  files: FileReference[];
  customFields: CustomFieldValue[];
}

export interface SalesEntities {
  salesOrder: SalesOrder;
}

export const salesKinds: { [N in keyof SalesEntities]: EntityKind<SalesEntities[N]> } = {
  salesOrder: {
    key: 'VerkaufAuftragKey',
    label: 'sales order',
    unique: ['number'],
    references: {
      customerId: 'customer',
      companyId: 'company',
      'lineItems[].itemId': 'item',
      'payment.paymentMethodId': 'paymentMethod',
      'shipping.shippingMethodId': 'shippingMethod',
    },
  },
};
