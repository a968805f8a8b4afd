import type { EntityKind } from '../../../store/collections/collection.ts';
import {
  documentCodes,
  documentReferences,
  type Payment,
  type SalesDocument,
} from '../../pricing/schema/sales-documents.ts';

export interface SalesOrder extends SalesDocument {
  billingNumber?: string;
  /** ISO 8601. */
  salesOrderDate: string;
  payments: Payment[];
}

export interface SalesQuotation extends SalesDocument {
  /** ISO 8601. */
  salesQuotationDate: string;
}

export interface SalesEntities {
  salesOrder: SalesOrder;
  salesQuotation: SalesQuotation;
}

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends SalesEntities {}
}

export const salesKinds: { [N in keyof SalesEntities]: EntityKind<SalesEntities[N]> } = {
  salesOrder: {
    key: 'VerkaufAuftragKey',
    label: 'sales order',
    unique: ['number'],
    references: { ...documentReferences, 'payments[].paymentMethodId': 'paymentMethod' },
    codes: documentCodes,
  },
  salesQuotation: {
    key: 'AngebotKey',
    label: 'sales quotation',
    unique: ['number'],
    references: documentReferences,
    codes: documentCodes,
  },
};
