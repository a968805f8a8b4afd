import type { TypeViews } from '../wire/graphql/type-views.ts';
import { itemListViewsGraphql } from './items/views/graphql-list.ts';
import { itemMasterViewsGraphql } from './items/views/graphql-master.ts';
import { itemViewsGraphql } from './items/views/graphql.ts';
import { masterViewsGraphql } from './master-data/views/graphql.ts';
import { stockViewsGraphql } from './stock/views/graphql.ts';
import { customerViewsGraphql } from './customers/views/graphql.ts';
import { salesOrderViewsGraphql } from './sales-orders/views/graphql.ts';
import { invoiceViewsGraphql } from './invoices/views/graphql.ts';
import { internalDocumentViewsGraphql } from './invoices/views/graphql-internal-documents.ts';
import { deliveryViewsGraphql } from './delivery/views/graphql.ts';
import { returnViewsGraphql } from './returns/views/graphql.ts';
import { laterDeliveryViewsGraphql } from './delivery/views/graphql-later.ts';
import { supplierViewsGraphql } from './items/views/graphql-suppliers.ts';
import { purchasingViewsGraphql } from './purchasing/views-graphql.ts';
import { laterStockViewsGraphql } from './stock/views/graphql-later.ts';

/** The property of an entity that each field of a GraphQL type shows. */
export const viewsGraphql: TypeViews = {
  ...itemViewsGraphql,
  ...itemListViewsGraphql,
  ...itemMasterViewsGraphql,
  ...masterViewsGraphql,
  ...stockViewsGraphql,
  ...customerViewsGraphql,
  ...salesOrderViewsGraphql,
  ...invoiceViewsGraphql,
  ...internalDocumentViewsGraphql,
  ...laterStockViewsGraphql,
  ...supplierViewsGraphql,
  ...purchasingViewsGraphql,
  ...deliveryViewsGraphql,
  ...laterDeliveryViewsGraphql,
  ...returnViewsGraphql,
};
