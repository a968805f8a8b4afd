import { without } from '../../../store/values/merge.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { create, one } from '../../../wire/rest/handlers.ts';
import { sortedPage } from '../../../wire/rest/sorted-lists.ts';
import { newSalesOrder } from '../operations/sales-orders.ts';
import { createQuotation, updateQuotation } from '../operations/sales-quotations.ts';
import { changedEntityCalculated } from './calculations.ts';
import { orderFields, orderPaid, orderPaymentsRemoved } from './sales-orders.ts';

const documentSorts = {
  id: 'id',
  customerId: 'customerId',
  companyId: 'companyId',
  currencyIso: 'payment.currencyIso',
  paymentMethodId: 'payment.paymentMethodId',
  shippingMethodId: 'shipping.shippingMethodId',
  billingAddressCompany: 'billingAddress.company',
  billingAddressLastName: 'billingAddress.lastName',
  billingAddressCity: 'billingAddress.city',
  isCancelled: 'isCancelled',
};

const salesOrders = sortedPage('salesOrder', {
  sorts: {
    ...documentSorts,
    salesOrderNumber: 'number',
    salesOrderDate: 'salesOrderDate',
    externalSalesOrderNumber: 'externalNumber',
    shippingPriority: 'shipping.shippingPriority',
    estimatedDeliveryDate: 'shipping.estimatedDeliveryDate',
    cancelledDate: 'cancellation.date',
  },
  dates: {
    salesOrderDate: 'salesOrderDate',
    estimatedDeliveryDate: 'shipping.estimatedDeliveryDate',
    cancelledDate: 'cancellation.date',
  },
});

const salesQuotations = sortedPage('salesQuotation', {
  sorts: {
    ...documentSorts,
    salesQuotationNumber: 'number',
    salesQuotationDate: 'salesQuotationDate',
    externalSalesQuotationNumber: 'externalNumber',
  },
  dates: { salesQuotationDate: 'salesQuotationDate' },
});

const emptyOrder: Handler = (call) => ({
  value: newSalesOrder({}, call.now),
});

const quotationCreated = create((data, draft, call) => createQuotation(data, draft, call.now));

const quotationUpdated: Handler = async (call) => ({
  value: await call.write((data) =>
    updateQuotation(data, call.draft['salesQuotationId'] as number, without(call.draft, 'salesQuotationId')),
  ),
});

/** Sales orders and quotations as 2.1 and later have them. */
export const laterSalesBindingsV2: BindingsV2 = {
  'POST /sales-orders/calculate-sales-entity': changedEntityCalculated,
  'GET /sales-orders': salesOrders,
  'GET /sales-orders/{salesOrderId}': one('salesOrder'),
  'GET /sales-orders/new': emptyOrder,
  'GET /sales-orders/custom-fields': orderFields.defined,
  'POST /sales-orders/{salesOrderId}/payments': orderPaid,
  'DELETE /sales-orders/{salesOrderId}/payments': orderPaymentsRemoved,
  'GET /sales-quotations': salesQuotations,
  'GET /sales-quotations/{id}': one('salesQuotation'),
  'POST /sales-quotations': quotationCreated,
  'POST /salesquotation/create': quotationCreated,
  'PATCH /salesquotation/update': quotationUpdated,
};
