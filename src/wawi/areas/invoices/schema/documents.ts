import type { Static } from 'typebox';
import type {
  billingDocument,
  documentEntities,
  externalDocument,
  salesInvoice,
  salesInvoiceCorrection,
  salesInvoiceCorrectionLineItem,
  salesInvoiceLineItem,
} from './documents.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import { documentCodes } from '../../pricing/schema/sales-documents.ts';

/** The common fields of invoices and their corrections: a copy of the order at the time of their creation. */
export type BillingDocument = Static<typeof billingDocument>;

export type SalesInvoiceLineItem = Static<typeof salesInvoiceLineItem>;

export type SalesInvoice = Static<typeof salesInvoice>;

export type SalesInvoiceCorrectionLineItem = Static<typeof salesInvoiceCorrectionLineItem>;

/** A credit note: what an invoice asked too much, by line. */
export type SalesInvoiceCorrection = Static<typeof salesInvoiceCorrection>;

/** An invoice or credit note of another issuer, such as a marketplace. */
export type ExternalDocument = Static<typeof externalDocument>;

export type DocumentEntities = Entities<typeof documentEntities>;

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
