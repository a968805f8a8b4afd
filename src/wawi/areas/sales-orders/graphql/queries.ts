import { newSalesOrder } from '../operations/sales-orders.ts';
import { orderPayments } from '../operations/payments.ts';
import { argument, requiredKey } from '../../../wire/graphql/arguments.ts';
import { byKey, list, one, rows } from '../../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../../wire/graphql/call.ts';

/** Sales orders and quotations. */
export const salesQueries: RootBindings = {
  QuerySalesOrders: list('salesorders.read', 'salesOrder'),
  GetSalesOrderById: byKey('salesorders.read', 'salesOrder', 'salesOrderId'),
  GetEmptySalesOrder: one('salesorders.read', ({ now }) => ({ id: 0, ...newSalesOrder({}, now) })),
  QueryPaymentsBySalesOrderId: rows('salesorders.read', ({ data }, args) =>
    orderPayments(
      data,
      requiredKey(args, 'salesOrderId', 'VerkaufAuftragKey'),
      argument(args, 'includeInvoicePayments') === true,
    ),
  ),
  GetSalesQuotationById: byKey('offers.read', 'salesQuotation', 'id'),
  QuerySalesQuotations: list('offers.read', 'salesQuotation'),
};
