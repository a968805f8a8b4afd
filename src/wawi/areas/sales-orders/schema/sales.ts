import type { Static } from 'typebox';
import type { salesEntities, salesOrder, salesQuotation } from './sales.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import { documentCodes, documentReferences } from '../../pricing/schema/sales-documents.ts';

export type SalesOrder = Static<typeof salesOrder>;

export type SalesQuotation = Static<typeof salesQuotation>;

export type SalesEntities = Entities<typeof salesEntities>;

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
