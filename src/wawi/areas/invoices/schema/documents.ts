import type { EntityKind } from '../../../store/collections/collection.ts';
import { documentCodes } from '../../pricing/schema/sales-documents.ts';
import type {
  Cancellation,
  DepartureCountry,
  LineItem,
  PaymentTerms,
} from '../../pricing/schema/sales-documents.ts';
import type { Address } from '../../../store/shared-entities.ts';

/** What invoices and their corrections share: a copy of the order at the moment they were made. */
export interface BillingDocument {
  readonly id: number;
  number: string;
  externalNumber?: string;
  companyId: number;
  salesOrderId?: number;
  customerId?: number;
  customerVatId?: string;
  merchantVatId?: string;
  departureCountry: DepartureCountry;
  billingAddress: Address;
  shipmentAddress?: Address;
  payment: PaymentTerms;
  /** 0 with VAT, 10 intra-community, 15 exempt with reverse charge, 20 exempt. */
  taxSetting: number;
  colorcodeId?: number;
  comment?: string;
  customerComment?: string;
  languageIso: string;
  salesChannelId: string;
  shippingMethodId?: number;
  userCreatedId: number;
  /** A draft may change; what is not a draft is final. */
  isDraft: boolean;
  isCancelled: boolean;
  cancellation?: Cancellation;
  /** ISO 8601. */
  printDate?: string;
  mailDate?: string;
}

export interface SalesInvoiceLineItem extends LineItem {
  salesOrderLineItemId?: number;
}

export interface SalesInvoice extends BillingDocument {
  salesOrderId: number;
  /** ISO 8601. */
  invoiceDate: string;
  serviceDate?: string;
  dunningBlock: boolean;
  dunningLevel: number;
  externalInvoiceType: number;
  lineItems: SalesInvoiceLineItem[];
}

export interface SalesInvoiceCorrectionLineItem extends LineItem {
  salesInvoiceLineItemId?: number;
  salesOrderLineItemId?: number;
}

/** A credit note: what an invoice asked too much, by line. */
export interface SalesInvoiceCorrection extends BillingDocument {
  salesInvoiceId?: number;
  returnId?: number;
  /** ISO 8601. */
  correctionDate: string;
  lineItems: SalesInvoiceCorrectionLineItem[];
}

/** An invoice or credit note that somebody else wrote, such as a marketplace. */
export interface ExternalDocument {
  readonly id: number;
  number: string;
  salesOrderId: number;
  /** 0 invoice, 1 credit note. */
  type: number;
  /** ISO 8601. */
  documentDate: string;
  lineItems: LineItem[];
}

export interface DocumentEntities {
  salesInvoice: SalesInvoice;
  salesInvoiceCorrection: SalesInvoiceCorrection;
  externalDocument: ExternalDocument;
}

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends DocumentEntities {}
}

const billingReferences = {
  salesOrderId: 'salesOrder',
  customerId: 'customer',
  companyId: 'company',
  'lineItems[].itemId': 'item',
  'payment.paymentMethodId': 'paymentMethod',
  shippingMethodId: 'shippingMethod',
  colorcodeId: 'colorCode',
} as const;

export const documentKinds: { [N in keyof DocumentEntities]: EntityKind<DocumentEntities[N]> } = {
  salesInvoice: {
    key: 'RechnungKey',
    label: 'invoice',
    unique: ['number'],
    references: { ...billingReferences, 'cancellation.cancellationReasonId': 'invoiceCancellationReason' },
    codes: documentCodes,
  },
  salesInvoiceCorrection: {
    key: 'GutschriftKey',
    label: 'credit note',
    unique: ['number'],
    references: {
      ...billingReferences,
      salesInvoiceId: 'salesInvoice',
      returnId: 'return',
      'cancellation.cancellationReasonId': 'correctionCancellationReason',
    },
    codes: documentCodes,
  },
  externalDocument: {
    key: 'ExternerBelegKey',
    label: 'external document',
    unique: ['number'],
    references: { salesOrderId: 'salesOrder', 'lineItems[].itemId': 'item' },
  },
};
