import type { SalesOrder } from '../schema/sales.ts';
import { orderStatusOf } from '../rules/order-status.ts';
import { packKey } from '../../../contract/keys.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import type { FieldView } from '../../../wire/views/views.ts';

const orderFields: Readonly<Record<string, FieldView<SalesOrder>>> = {
  ShipmentAddress: {
    read: (order) => order.shipmentAddress ?? order.billingAddress,
    write: 'shipmentAddress',
  },
  Text: '.',
  IsPending: () => false,
  SalesOrderStatus: (order, { data }) =>
    orderStatusOf(order, data.of('salesInvoice').where('salesOrderId', order.id)),
  SalesOrderNumber: 'number',
  ExternalDetails: '.',
  PaymentDetails: 'payment',
  ShippingDetails: 'shipping',
  ProcessColourId: 'colorcodeId',
  OnHoldReasonId: 'shipping.onHoldReasonId',
  PaymentMethodId: 'payment.paymentMethodId',
  ShippingMethodId: 'shipping.shippingMethodId',
  ProcessStatusId: 'transactionStatusId',
  LanguageId: 'languageIso',
  CustomerSalesOrderNumber: 'customerNumber',
  VATId: 'merchantVatId',
  VatId: 'merchantVatId',
};
const quotationFields: Readonly<Record<string, FieldView<SalesOrder>>> = {
  ...orderFields,
  SalesQuotationNumber: 'number',
  CustomerSalesQuotationNumber: 'customerNumber',
};
const externalDetails = v2View<
  | 'SalesOrder.CreateSalesOrderExternalDetails'
  | 'SalesOrder.SalesOrderExternalDetails'
  | 'SalesOrder.UpdateSalesOrderExternalDetails'
  | 'SalesOrderDomain.CreateCreateSalesOrderExternalDetails'
  | 'SalesQuotationDomain.ExternalDetails'
>({
  ExternalSalesOrderNumber: 'externalNumber',
  ExternalSalesQuotationNumber: 'externalNumber',
});
const paymentDetails = v2View<
  | 'SalesOrder.CreateSalesOrderPaymentDetails'
  | 'SalesOrder.SalesOrderPaymentDetails'
  | 'SalesOrder.UpdateSalesOrderPaymentDetails'
  | 'SalesOrderDomain.CreateCreateSalesOrderPaymentDetails'
  | 'SalesQuotationDomain.UpdatePaymentDetails'
>({ PaymentDueDateInDays: 'paymentTarget', Currency: '.' });
const lineItem = v2View<
  | 'SalesOrder.CreateSalesOrderLineItem'
  | 'SalesOrder.SalesOrderLineItem'
  | 'SalesOrder.UpdateSalesOrderLineItem'
  | 'SalesOrderDomain.CreateCreateSalesOrderLineItem'
  | 'SalesQuotationDomain.UpdateLineItem'
>({
  FNSKU: 'fnsku',
  FnSku: 'fnsku',
  LineItemType: 'type',
  Note: 'notice',
  DiscountPercent: 'discount',
});
const domainAddress = v2View<
  'SalesOrderDomain.CreateCreateSalesOrderAddress' | 'SalesQuotationDomain.UpdateAddress'
>({
  Salutation: 'formOfAddress',
  AdditionalCompanyLine: 'company2',
  AdditionalAddressLine: 'address2',
});

/** Lines of calculations. */
const discounted = { DiscountPercent: 'discount' };
const calculatedLines: V2Views = {
  'SalesOrders_CalculateSalesOrderRequest.CalculateSalesOrderRequest.LineItem':
    v2View<'SalesOrders_CalculateSalesOrderRequest.CalculateSalesOrderRequest.LineItem'>(discounted),
  'SalesOrders_CalculateSalesOrderRequest.Change.LineItemChanges.Create':
    v2View<'SalesOrders_CalculateSalesOrderRequest.Change.LineItemChanges.Create'>(discounted),
  'SalesOrders_CalculateSalesOrderRequest.Change.LineItemChanges.Update':
    v2View<'SalesOrders_CalculateSalesOrderRequest.Change.LineItemChanges.Update'>(discounted),
  'SalesOrders_CalculateSalesEntityRequest.CalculateSalesEntityRequest.LineItem':
    v2View<'SalesOrders_CalculateSalesEntityRequest.CalculateSalesEntityRequest.LineItem'>(discounted),
  'SalesOrders_CalculateSalesEntityRequest.Change.LineItemChanges.Update':
    v2View<'SalesOrders_CalculateSalesEntityRequest.Change.LineItemChanges.Update'>(discounted),
};

/** Sales orders in v2. */
export const salesViewsV2: V2Views = {
  'SalesOrder.SalesOrder': v2View<'SalesOrder.SalesOrder', SalesOrder>(orderFields),
  'SalesOrder.CreateSalesOrder': v2View<'SalesOrder.CreateSalesOrder', SalesOrder>(orderFields),
  'SalesOrder.UpdateSalesOrder': v2View<'SalesOrder.UpdateSalesOrder', SalesOrder>(orderFields),
  'SalesOrder.SalesOrderExternalDetails': externalDetails,
  'SalesOrder.CreateSalesOrderExternalDetails': externalDetails,
  'SalesOrder.UpdateSalesOrderExternalDetails': externalDetails,
  'SalesOrder.SalesOrderPaymentDetails': paymentDetails,
  'SalesOrder.CreateSalesOrderPaymentDetails': paymentDetails,
  'SalesOrder.UpdateSalesOrderPaymentDetails': paymentDetails,
  'SalesOrder.SalesOrderLineItem': lineItem,
  'SalesOrder.CreateSalesOrderLineItem': lineItem,
  'SalesOrder.UpdateSalesOrderLineItem': lineItem,
  SalesOrder_UpdateSalesOrderResponse: v2View<'SalesOrder_UpdateSalesOrderResponse', SalesOrder>({
    SalesOrderId: 'id',
  }),
  'SalesOrderDomain.CreateSalesOrderCommandRequest': v2View<
    'SalesOrderDomain.CreateSalesOrderCommandRequest',
    SalesOrder
  >(orderFields),
  // A payment that is divided among invoices answers the first of its parts.
  CreateSalesOrderPaymentResponse: v2View<'CreateSalesOrderPaymentResponse'>({
    PaymentId: (parts: readonly { id: number }[]) => parts[0] && packKey('ZahlungKey', parts[0].id),
  }),
  ...calculatedLines,
  'SalesOrderDomain.CreateCreateSalesOrderAddress': domainAddress,
  'SalesOrderDomain.CreateCreateSalesOrderLineItem': lineItem,
  'SalesOrderDomain.CreateCreateSalesOrderDepartureCountry':
    v2View<'SalesOrderDomain.CreateCreateSalesOrderDepartureCountry'>({ Currency: '.', StateCode: 'state' }),
  'SalesOrderDomain.CreateCreateSalesOrderExternalDetails': externalDetails,
  'SalesOrderDomain.CreateCreateSalesOrderPaymentDetails': paymentDetails,
  'SalesQuotationDomain.CreateSalesQuotationCommandRequest': v2View<
    'SalesQuotationDomain.CreateSalesQuotationCommandRequest',
    SalesOrder
  >(quotationFields),
  'SalesQuotationDomain.UpdateSalesQuotationCommandRequest': v2View<
    'SalesQuotationDomain.UpdateSalesQuotationCommandRequest',
    SalesOrder
  >(quotationFields),
  'SalesQuotationDomain.UpdateAddress': domainAddress,
  'SalesQuotationDomain.UpdateLineItem': lineItem,
  'SalesQuotationDomain.UpdatePaymentDetails': paymentDetails,
  'SalesQuotationDomain.ExternalDetails': externalDetails,
};
