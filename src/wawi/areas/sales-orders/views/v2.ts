import type { SalesOrder } from '../schema/sales.ts';
import { orderStatusOf } from '../rules/order-status.ts';
import { packKey } from '../../../contract/keys.ts';
import { view, type FieldView, type ViewTable } from '../../../wire/views/views.ts';

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
const externalDetails = view({
  ExternalSalesOrderNumber: 'externalNumber',
  ExternalSalesQuotationNumber: 'externalNumber',
});
const paymentDetails = view({ PaymentDueDateInDays: 'paymentTarget', Currency: '.' });
const lineItem = view({
  FNSKU: 'fnsku',
  FnSku: 'fnsku',
  LineItemType: 'type',
  Note: 'notice',
  DiscountPercent: 'discount',
});
const domainAddress = view({
  Salutation: 'formOfAddress',
  AdditionalCompanyLine: 'company2',
  AdditionalAddressLine: 'address2',
});

/** Sales orders in v2. */
export const salesViewsV2: ViewTable = {
  'SalesOrder.SalesOrder': view<SalesOrder>(orderFields),
  'SalesOrder.CreateSalesOrder': view<SalesOrder>(orderFields),
  'SalesOrder.UpdateSalesOrder': view<SalesOrder>(orderFields),
  'SalesOrder.SalesOrderExternalDetails': externalDetails,
  'SalesOrder.CreateSalesOrderExternalDetails': externalDetails,
  'SalesOrder.UpdateSalesOrderExternalDetails': externalDetails,
  'SalesOrder.SalesOrderPaymentDetails': paymentDetails,
  'SalesOrder.CreateSalesOrderPaymentDetails': paymentDetails,
  'SalesOrder.UpdateSalesOrderPaymentDetails': paymentDetails,
  'SalesOrder.SalesOrderLineItem': lineItem,
  'SalesOrder.CreateSalesOrderLineItem': lineItem,
  'SalesOrder.UpdateSalesOrderLineItem': lineItem,
  SalesOrder_UpdateSalesOrderResponse: view<SalesOrder>({ SalesOrderId: 'id' }),
  'SalesOrderDomain.CreateSalesOrderCommandRequest': view<SalesOrder>(orderFields),
  // A payment that is divided among invoices answers the first of its parts.
  CreateSalesOrderPaymentResponse: view({
    PaymentId: (parts: readonly { id: number }[]) => parts[0] && packKey('ZahlungKey', parts[0].id),
  }),
  'SalesOrderDomain.CreateCreateSalesOrderAddress': domainAddress,
  'SalesOrderDomain.CreateCreateSalesOrderLineItem': lineItem,
  'SalesOrderDomain.CreateCreateSalesOrderDepartureCountry': view({ Currency: '.', StateCode: 'state' }),
  'SalesOrderDomain.CreateCreateSalesOrderExternalDetails': externalDetails,
  'SalesOrderDomain.CreateCreateSalesOrderPaymentDetails': paymentDetails,
  'SalesQuotationDomain.CreateSalesQuotationCommandRequest': view<SalesOrder>(quotationFields),
  'SalesQuotationDomain.UpdateSalesQuotationCommandRequest': view<SalesOrder>(quotationFields),
  'SalesQuotationDomain.UpdateAddress': domainAddress,
  'SalesQuotationDomain.UpdateLineItem': lineItem,
  'SalesQuotationDomain.UpdatePaymentDetails': paymentDetails,
  'SalesQuotationDomain.ExternalDetails': externalDetails,
};
