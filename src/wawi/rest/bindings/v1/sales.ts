import type { SalesOrder } from '../../../domain/entities/sales.ts';
import { orderPaymentStatus } from '../../../domain/rules/totals.ts';
import type { Bindings } from '../../call.ts';
import { one, page, part } from '../../combinators.ts';

export const salesBindingsV1: Bindings = {
  'GET /salesOrders': page('salesOrder', {
    filters: {
      salesOrderNumber: 'number',
      externalOrderNumber: 'externalNumber',
      billingNumber: 'billingNumber',
      itemId: (order: SalesOrder, id: number) => order.lineItems.some((line) => line.itemId === id),
      customerId: 'customerId',
      paymentStatus: (order: SalesOrder, status: number) => orderPaymentStatus(order) === status,
      paymentMethodId: 'payment.paymentMethodId',
      deliveryCompleteStatus: 'shipping.deliveryCompleteStatus',
      createdUserId: 'userCreatedId',
      companyId: 'companyId',
      salesChannelId: 'salesChannelId',
      createdSince: (order: SalesOrder, since: string) => order.salesOrderDate >= since,
      createdUntil: (order: SalesOrder, until: string) => order.salesOrderDate <= until,
      colorId: 'colorcodeId',
      ebayUsername: (order: SalesOrder, name: string, data) =>
        order.customerId !== undefined &&
        data.of('customer').get(order.customerId)?.ebayUsername?.toLowerCase() === name.toLowerCase(),
      shippingMethodId: 'shipping.shippingMethodId',
      deliveredDate: (order: SalesOrder, date: string) =>
        order.shipping.deliveredDate?.slice(0, 10) === date.slice(0, 10),
      isCancelled: 'isCancelled',
      onHoldReasonId: 'shipping.onHoldReasonId',
      isExternalInvoice: 'isExternalInvoice',
    },
  }),
  'GET /salesOrders/{salesOrderId}': one('salesOrder'),
  'GET /salesOrders/{salesOrderId}/lineitems': part('salesOrder', (order) =>
    order.lineItems.map((line) => ({ ...line, salesOrderId: order.id })),
  ),
};
