import type { ViewTable } from '../../views.ts';
import { itemListViewsGraphql } from './item-list.ts';
import { itemMasterViewsGraphql } from './item-master.ts';
import { itemViewsGraphql } from './items.ts';
import { masterViewsGraphql } from './master.ts';
import { stockViewsGraphql } from './stock.ts';
import { customerViewsGraphql } from './customers.ts';
import { salesOrderViewsGraphql } from './sales-orders.ts';
import { invoiceViewsGraphql } from './invoices.ts';
import { internalDocumentViewsGraphql } from './internal-documents.ts';
import { laterStockViewsGraphql } from './later-stock.ts';

/** Where every field of the GraphQL types lives in the domain. */
export const viewsGraphql: ViewTable = {
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
};
