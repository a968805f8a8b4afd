import { customerKinds } from './customers/schema/customers.ts';
import { documentKinds } from './invoices/schema/documents.ts';
import { inventoryKinds } from './stock/schema/inventory.ts';
import { itemMasterKinds } from './items/schema/item-master.ts';
import { itemKinds } from './items/schema/items.ts';
import { logisticsKinds } from './delivery/schema/logistics.ts';
import { masterKinds } from './master-data/schema/master.ts';
import { processKinds } from './system/schema/processes.ts';
import { purchasingKinds } from './purchasing/schema/purchasing.ts';
import { returnKinds } from './returns/schema/returns.ts';
import { salesKinds } from './sales-orders/schema/sales.ts';
import { stockKinds } from './stock/schema/stock.ts';
import { wmsKinds } from './stock/schema/wms.ts';
import { systemKinds } from './system/schema/system.ts';
import { derivedOfItem } from './items/derived.ts';
import { derivedOfSalesOrder } from './sales-orders/derived.ts';
import { invoicing } from './delivery/invoicing.ts';
import { lastShippingDateOf, packagesOfOrder } from './delivery/operations/shipping-dates.ts';
import { createInvoice } from './invoices/operations/sales-invoices.ts';
import { domestic, taxRateFor } from './pricing/operations/taxes.ts';
import { grossOf } from './pricing/rules/totals.ts';
import { purchaseSummary } from './purchasing/operations/purchase-summary.ts';
import { quantityInOrders, stockSummary } from './stock/operations/stock-summary.ts';
import { printing } from './system/printing.ts';
import { defineKinds } from '../store/entity-map.ts';

export type { EntityMap, EntityName } from '../store/entity-map.ts';

/**
 * How the entities of all areas are stored. A value of this file, not a re-export: bundlers leave out a file of which
 * nothing is used, and with it the definitions below.
 */
export const kinds = defineKinds({
  ...itemKinds,
  ...itemMasterKinds,
  ...customerKinds,
  ...salesKinds,
  ...documentKinds,
  ...returnKinds,
  ...processKinds,
  ...stockKinds,
  ...logisticsKinds,
  ...inventoryKinds,
  ...wmsKinds,
  ...purchasingKinds,
  ...masterKinds,
  ...systemKinds,
});

derivedOfItem.define({
  stockSummary,
  quantityInOrders,
  purchaseSummary,
  domesticGross: (data, net, taxClassId) => grossOf(net, taxRateFor(data, taxClassId, domestic)),
});
derivedOfSalesOrder.define({ packages: packagesOfOrder, lastShippingDate: lastShippingDateOf });
invoicing.define({ createInvoice });
printing.define({
  documentOf: async (...document) =>
    (await import('./invoices/documents/printed-document.ts')).documentOf(...document),
});
