import { newSalesOrder } from '../operations/sales-orders.ts';
import { byKey, list, one } from '../../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../../wire/graphql/call.ts';

/** Sales orders and quotations. */
export const salesQueries: RootBindings = {
  QuerySalesOrders: list('salesorders.read', 'salesOrder'),
  GetSalesOrderById: byKey('salesorders.read', 'salesOrder', 'salesOrderId'),
  GetEmptySalesOrder: one('salesorders.read', ({ now }) => ({ id: 0, ...newSalesOrder({}, now) })),
  GetSalesQuotationById: byKey('offers.read', 'salesQuotation', 'id'),
  QuerySalesQuotations: list('offers.read', 'salesQuotation'),
};
