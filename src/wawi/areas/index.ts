import { defineKinds } from '../store/entity-map.ts';
import { joined, type Area } from '../wire/area.ts';
import type { InputTargets } from '../wire/graphql/input-views.ts';
import { customers } from './customers/index.ts';
import { delivery } from './delivery/index.ts';
import { invoicing } from './delivery/invoicing.ts';
import { lastShippingDateOf, packagesOfOrder } from './delivery/operations/shipping-dates.ts';
import { invoices } from './invoices/index.ts';
import { createInvoice } from './invoices/operations/sales-invoices.ts';
import { derivedOfItem } from './items/derived.ts';
import { items } from './items/index.ts';
import { marketplace } from './marketplace/index.ts';
import { masterData } from './master-data/index.ts';
import { pricing } from './pricing/index.ts';
import { domestic, taxRateFor } from './pricing/operations/taxes.ts';
import { grossOf } from './pricing/rules/totals.ts';
import { production } from './production/index.ts';
import { purchasing } from './purchasing/index.ts';
import { purchaseSummary } from './purchasing/operations/purchase-summary.ts';
import { returns } from './returns/index.ts';
import { derivedOfSalesOrder } from './sales-orders/derived.ts';
import { salesOrders } from './sales-orders/index.ts';
import { shops } from './shops/index.ts';
import { stock } from './stock/index.ts';
import { quantityInOrders, stockSummary } from './stock/operations/stock-summary.ts';
import { system } from './system/index.ts';
import { printing } from './system/printing.ts';

export type { EntityMap, EntityName } from '../store/entity-map.ts';

/** The areas of the ERP. Each imports from those before it only (`eslint.layers.js`). */
const areas: readonly Area[] = [
  ...[system, masterData, items, customers, pricing, stock, purchasing, production],
  ...[salesOrders, delivery, invoices, returns, marketplace, shops],
];

/**
 * How the entities of all areas are stored. A value of this file, not a re-export: bundlers leave out a file of which
 * nothing is used, and with it the definitions below.
 */
export const kinds = defineKinds(joined(areas.map((area) => area.kinds)));

/** The operations of each API and the values they show, from all areas. */
export const apis = {
  v1: {
    bindings: joined(areas.map((area) => area.v1?.bindings)),
    views: joined(areas.map((area) => area.v1?.views)),
  },
  v2: {
    bindings: joined(areas.map((area) => area.v2?.bindings)),
    views: joined(areas.map((area) => area.v2?.views)),
  },
  graphql: {
    queries: joined(areas.map((area) => area.graphql?.queries)),
    mutations: joined(areas.map((area) => area.graphql?.mutations)),
    views: joined(areas.map((area) => area.graphql?.views)),
    inputs: joined(areas.map((area) => area.graphql?.inputs)) as InputTargets,
  },
};

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
