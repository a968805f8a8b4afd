import type { Area } from '../../wire/area.ts';
import { invoiceMutations } from './graphql-mutations.ts';
import { invoiceQueries } from './graphql.ts';
import { documentBindingsV1 } from './rest/v1.ts';
import { laterInvoiceBindingsV2 } from './rest/v2-later.ts';
import { documentBindingsV2 } from './rest/v2.ts';
import { documentKinds } from './schema/documents.ts';
import { internalDocumentViewsGraphql } from './views/graphql-internal-documents.ts';
import { invoiceViewsGraphql } from './views/graphql.ts';
import { documentViewsV1 } from './views/v1.ts';
import { documentViewsV2 } from './views/v2.ts';

/** Invoices, corrections, other documents and their printed form. */
export const invoices: Area = {
  kinds: documentKinds,
  v1: {
    bindings: documentBindingsV1,
    views: documentViewsV1,
  },
  v2: {
    bindings: { ...documentBindingsV2, ...laterInvoiceBindingsV2 },
    views: documentViewsV2,
  },
  graphql: {
    queries: invoiceQueries,
    mutations: invoiceMutations,
    views: { ...invoiceViewsGraphql, ...internalDocumentViewsGraphql },
  },
};
