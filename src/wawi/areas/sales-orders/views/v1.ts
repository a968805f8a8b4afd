import type { SalesOrder } from '../schema/sales.ts';
import { orderPaymentStatus, orderTotals, stillToPay } from '../../pricing/rules/totals.ts';
import { v1View, type V1Views } from '../../../wire/rest/schema-views.ts';

/** Sales orders in v1. */
export const salesViewsV1: V1Views = {
  SalesOrder: v1View<'SalesOrder', SalesOrder>({
    Shipmentaddress: {
      read: (order) => order.shipmentAddress ?? order.billingAddress,
      write: 'shipmentAddress',
    },
    ExternalNumber: { read: (order) => order.externalNumber ?? '', write: 'externalNumber' },
    SalesOrderPaymentDetails: { read: '.', write: 'payment' },
    SalesOrderShippingDetail: 'shipping',
    IsExternalInvoice: (order) => order.externalInvoiceType !== 0,
    CancellationDetails: 'cancellation',
  }),
  CreateSalesOrder: { likes: 'SalesOrder' },
  UpdateSalesOrder: { likes: 'SalesOrder' },
  SalesOrderPaymentDetail: v1View<'SalesOrderPaymentDetail', SalesOrder>({
    PaymentMethodId: 'payment.paymentMethodId',
    PaymentStatus: (order) => orderPaymentStatus(order),
    TotalGrossAmount: (order) => orderTotals(order).gross,
    CurrencyIso: 'payment.currencyIso',
    CurrencyFactor: 'payment.currencyFactor',
    DateOfPayment: (order) => order.payments.at(-1)?.date,
    StillToPay: (order) => stillToPay(order),
    PaymentTarget: 'payment.paymentTarget',
    CashDiscount: 'payment.cashDiscount',
    CashDiscountDays: 'payment.cashDiscountDays',
  }),
};
