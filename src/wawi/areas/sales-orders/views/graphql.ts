import type { EntityMap } from '../../../store/entity-map.ts';
import { add, isZero, zero } from '../../../store/values/decimal.ts';
import type { SalesOrder, SalesQuotation } from '../schema/sales.ts';
import { derivedOfSalesOrder } from '../derived.ts';
import { deliveryStatusOf, invoiceStatusOf, orderStatusOf } from '../rules/order-status.ts';
import { orderPaymentStatus, orderTotals, paidAmount, stillToPay } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import type { FieldView } from '../../../wire/views/views.ts';
import { salesCommandViewsGraphql } from './graphql-commands.ts';
import {
  addressView,
  lineItemView,
  placed,
  salesDetailFields,
  salesListFields,
  shipmentOf,
} from './graphql-documents.ts';

type SalesInvoice = EntityMap['salesInvoice'];

function invoicesOf({ id }: SalesOrder, data: TenantData): SalesInvoice[] {
  return [...data.of('salesInvoice').where('salesOrderId', id)];
}

/** Invoices that stand: neither drafts nor cancelled. */
function standingInvoices(order: SalesOrder, data: TenantData): SalesInvoice[] {
  return invoicesOf(order, data).filter((invoice) => !invoice.isCancelled && !invoice.isDraft);
}

const keyFigures: Readonly<Record<string, FieldView<SalesOrder>>> = {
  alreadyPaidAmount: (order) => paidAmount(order),
  stillToPay: (order) => stillToPay(order),
  paymentStatus: (order) => orderPaymentStatus(order),
  dateOfPayment: (order) => order.payments.at(-1)?.date,
  deliveryStatus: (order) => deliveryStatusOf(order),
  lastShippingDate: (order, { data }) => derivedOfSalesOrder().lastShippingDate(data, order.id),
  totalGrossAmount: (order) => orderTotals(order).gross,
  totalNetAmount: (order) => orderTotals(order).net,
};

/** The credited amount of an order, gross. */
const credits: FieldView<SalesOrder> = (order, { data }) =>
  add(
    zero,
    ...[...data.of('salesInvoiceCorrection').where('salesOrderId', order.id)]
      .filter((correction) => !correction.isCancelled)
      .map((correction) => orderTotals(correction).gross),
  );

const numbers: FieldView<SalesOrder> = (order, { data }) => {
  const all = standingInvoices(order, data).map((invoice) => invoice.number);
  return all.length === 0 ? undefined : all.join(', ');
};

const externalDetails = typeView<'SalesOrderExternalDetails' | 'SalesQuotationExternalDetails'>({
  externalSalesOrderNumber: 'externalNumber',
  externalSalesQuotationNumber: 'externalNumber',
  externalInvoiceType: 'externalInvoiceType',
});
const paymentDetails = typeView<
  'EmptySalesOrderPaymentDetails' | 'SalesOrderPaymentDetails' | 'SalesQuotationPaymentDetails'
>({ paymentDueDateInDays: 'paymentTarget' });
const departureCountry = typeView<'SalesOrderDepartureCountry' | 'SalesQuotationDepartureCountry'>({
  stateCode: 'state',
});

/** Sales orders and quotations in GraphQL. */
export const salesOrderViewsGraphql: TypeViews = {
  SalesOrderListItem: typeView<'SalesOrderListItem', SalesOrder>({
    ...salesListFields,
    ...keyFigures,
    salesOrderNumber: 'number',
    deliveryCompleteStatus: 'shipping.deliveryCompleteStatus',
    estimatedDeliveryDate: 'shipping.estimatedDeliveryDate',
    externalSalesInvoiceType: 'externalInvoiceType',
    externalSalesOrderNumber: 'externalNumber',
    isIntraCommunityDelivery: (order) => order.taxDetails.taxSetting === 10,
    isExemptFromVat: (order) => order.taxDetails.taxSetting >= 15,
    isPending: () => false,
    needsOnlineSynchronisation: () => false,
    salesOrderStatus: (order, { data }) => orderStatusOf(order, invoicesOf(order, data)),
    salesInvoiceStatus: (order, { data }) => invoiceStatusOf(order, invoicesOf(order, data)),
    shippingPriority: 'shipping.shippingPriority',
    taxSetting: 'taxDetails.taxSetting',
    paymentDate: (order) => (orderPaymentStatus(order) === 2 ? order.payments.at(-1)?.date : undefined),
    paymentReference: 'paymentInfo.paymentReference',
    salesInvoiceCorrectionTotalGrossAmount: credits,
    salesInvoiceNumbers: numbers,
    salesInvoices: (order, { data }) => invoicesOf(order, data),
  }),
  SalesOrder: typeView<'SalesOrder', SalesOrder>({
    ...salesDetailFields,
    salesOrderNumber: 'number',
    salesOrderStatus: (order, { data }) => orderStatusOf(order, invoicesOf(order, data)),
    customerSalesOrderNumber: 'customerNumber',
    billingAddress: (order) => ({
      ...order.billingAddress,
      salesOrderId: order.id,
      customerId: order.customerId,
      type: 1,
    }),
    shipmentAddress: (order) => ({
      ...shipmentOf(order),
      salesOrderId: order.id,
      customerId: order.customerId,
      type: 0,
    }),
    lineItems: (order) => placed(order.lineItems).map((line) => ({ ...line, salesOrderId: order.id })),
    keyFigures: '.',
    invoices: (order, { data }) => invoicesOf(order, data),
    // Null without payments (GraphQL 2.1, SalesOrder).
    payments: ({ id, payments }) =>
      payments.length === 0 ? null : payments.map((payment) => ({ ...payment, salesOrderId: id })),
  }),
  SalesOrderKeyFigures: typeView<'SalesOrderKeyFigures', SalesOrder>({
    ...keyFigures,
    salesOrderId: 'id',
    creditsTotalGrossAmount: credits,
    emailedDate: 'mailDate',
    printedDate: 'printDate',
    invoiceNumbers: numbers,
    invoiceStatus: (order, { data }) => invoiceStatusOf(order, invoicesOf(order, data)),
    invoicesTotalGrossAmount: (order, { data }) =>
      add(zero, ...standingInvoices(order, data).map((invoice) => orderTotals(invoice).gross)),
    invoicesTotalNetAmount: (order, { data }) =>
      add(zero, ...standingInvoices(order, data).map((invoice) => orderTotals(invoice).net)),
    // 8 is the line of a cash on delivery fee.
    isCashOnDelivery: (order) => order.lineItems.some((line) => line.type === 8),
    isFullyReturned: (order) =>
      order.lineItems.some((line) => line.itemId !== undefined && !isZero(line.quantity)) &&
      order.lineItems.every((line) => line.itemId === undefined || line.quantityReturned === line.quantity),
    isLockedForDelivery: (order) => order.shipping.onHoldReasonId !== undefined,
    packageCount: (order, { data }) => derivedOfSalesOrder().packages(data, order.id).length,
    shippedPackageCount: (order, { data }) =>
      derivedOfSalesOrder()
        .packages(data, order.id)
        .filter((one) => one.shippedDate !== undefined).length,
  }),
  SalesOrderAddress: addressView,
  SalesOrderDepartureCountry: departureCountry,
  SalesOrderLineItem: lineItemView,
  SalesOrderExternalDetails: externalDetails,
  SalesOrderPaymentDetails: paymentDetails,
  SalesQuotationListItem: typeView<'SalesQuotationListItem', SalesQuotation>({
    ...salesListFields,
    salesQuotationNumber: 'number',
    externalSalesQuotationNumber: 'externalNumber',
    platformName: (quotation, { data }) =>
      data.of('salesChannel').findUnique('channelId', quotation.salesChannelId)?.name,
    shippingWeight: (quotation) => quotation.shipping.extraWeight,
  }),
  SalesQuotation: typeView<'SalesQuotation', SalesQuotation>({
    ...salesDetailFields,
    salesQuotationNumber: 'number',
    salesQuotationStatus: (quotation) => (quotation.isCancelled ? 3 : 0),
    customerSalesQuotationNumber: 'customerNumber',
    billingAddress: (quotation) => ({
      ...quotation.billingAddress,
      salesQuotationId: quotation.id,
      customerId: quotation.customerId,
      type: 1,
    }),
    shipmentAddress: (quotation) => ({
      ...shipmentOf(quotation),
      salesQuotationId: quotation.id,
      customerId: quotation.customerId,
      type: 0,
    }),
    lineItems: (quotation) =>
      placed(quotation.lineItems).map((line) => ({ ...line, salesQuotationId: quotation.id })),
  }),
  SalesQuotationAddress: addressView,
  SalesQuotationLineItem: lineItemView,
  SalesQuotationExternalDetails: externalDetails,
  SalesQuotationPaymentDetails: paymentDetails,
  SalesQuotationDepartureCountry: departureCountry,
  EmptySalesOrder: typeView<'EmptySalesOrder', SalesOrder>({
    additionalWeight: 'shipping.extraWeight',
    vatId: 'merchantVatId',
    languageId: (order, { data }) =>
      [...data.of('language').values()].find((one) => one.languageIso2 === order.languageIso)?.id,
    specialTaxTreatment: 'taxDetails.specialTaxTreatment',
    taxSetting: 'taxDetails.taxSetting',
    paymentDetails: 'payment',
  }),
  EmptySalesOrderAddress: addressView,
  EmptySalesOrderPaymentDetails: paymentDetails,
  CreateSalesOrderCommandResponse: typeView<'CreateSalesOrderCommandResponse', SalesOrder>({
    salesOrderId: 'id',
  }),
  UpdateSalesOrderCommandResponse: typeView<'UpdateSalesOrderCommandResponse', SalesOrder>({
    salesOrderId: 'id',
  }),
  CreateSalesOrderFromSalesQuotationCommandResponse: typeView<
    'CreateSalesOrderFromSalesQuotationCommandResponse',
    SalesOrder
  >({ salesOrderId: 'id' }),
  CreateSalesQuotationCommandResponse: typeView<'CreateSalesQuotationCommandResponse', SalesQuotation>({
    salesQuotationId: 'id',
  }),
  ...salesCommandViewsGraphql,
};
