import type {
  BillingDocument,
  ExternalDocument,
  SalesInvoice,
  SalesInvoiceCorrection,
  SalesInvoiceCorrectionLineItem,
  SalesInvoiceLineItem,
} from '../schema/documents.ts';
import type { LineItem } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../../sales-orders/schema/sales.ts';
import type { Address } from '../../../store/shared-entities.ts';
import { multiply } from '../../../store/values/decimal.ts';
import { payable } from '../../sales-orders/operations/payments.ts';
import { lastShippingDateOf } from '../../delivery/operations/shipping-dates.ts';
import { orderPaymentStatus, orderTotals } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import type { FieldView, ViewContext } from '../../../wire/views/views.ts';
import { addressFields, ofCustomer } from '../../master-data/views/lookups.ts';
import { documentFields, shipmentOf } from '../../sales-orders/views/graphql-documents.ts';

type Document = BillingDocument & { lineItems: readonly LineItem[] };

function orderOf({ salesOrderId }: { salesOrderId?: number }, data: TenantData): SalesOrder | undefined {
  return data.of('salesOrder').get(salesOrderId ?? 0);
}

function customerAddressOf(
  { customerId }: { customerId?: number },
  { data }: ViewContext,
): Address | undefined {
  return data.of('customer').get(customerId ?? 0)?.billingAddress;
}

/** The accounting fields of invoices, their cancellations and credit notes. */
const accountingFields: Readonly<Record<string, FieldView<Document>>> = {
  ...documentFields,
  // The contract asks for a key; a guest's document names none, so it is the key of no customer.
  customerId: (document) => document.customerId ?? 0,
  externalOrderNumber: 'externalNumber',
  salesOrderNumber: (document, { data }) => orderOf(document, data)?.number,
  createdInErpDate: (document, { data }) => orderOf(document, data)?.salesOrderDate,
  taxSetting: 'taxSetting',
  customerVatIdNumber: 'customerVatId',
  salesInvoiceVatIdNumber: 'merchantVatId',
  salesInvoiceCustomerNumber: ofCustomer((customer) => customer.number),
  customerGroupId: ofCustomer((customer) => customer.customerGroupId),
  customerPaymentDueDateInDays: ofCustomer((customer) => customer.paymentSettings.paymentTarget),
  platformID: 'salesChannelId',
  platformName: documentFields['salesChannelName'] ?? 'salesChannelId',
  paymentMethod: documentFields['paymentMethodName'] ?? 'payment.paymentMethodId',
  salesInvoicePaymentMethodId: 'payment.paymentMethodId',
  invoicePaymentMethodId: 'payment.paymentMethodId',
  salesOrderDepartureCountryCurrencyIso: 'departureCountry.currencyIso',
  salesOrderDepartureCountryCurrencyFactor: 'departureCountry.currencyFactor',
  lastShippingDate: ({ salesOrderId }, { data }) =>
    salesOrderId === undefined ? undefined : lastShippingDateOf(data, salesOrderId),
  dropShippingDeliveryNoteCount: () => 0,
  ...addressFields('customerDefaultBillingAddress', customerAddressOf),
};

const invoiceFields: Readonly<Record<string, FieldView<SalesInvoice>>> = {
  ...accountingFields,
  salesInvoiceId: 'id',
  salesInvoiceNumber: 'number',
  salesInvoiceDate: 'invoiceDate',
  valueDate: 'invoiceDate',
  paymentStatus: (invoice, { data }) => orderPaymentStatus(payable(data, invoice)),
  salesOrderShipmentCountryIso: (invoice) => shipmentOf(invoice).countryIso,
};

/** The accounting fields of a line's item. */
const lineFields: Readonly<Record<string, FieldView<LineItem>>> = {
  itemName: 'name',
  itemPurchasePriceNet: ({ itemId }, { data }) => data.of('item').get(itemId ?? 0)?.prices.purchasePriceNet,
  parentItemId: ({ itemId }, { data }) => data.of('item').get(itemId ?? 0)?.parentItemId,
  taric: ({ itemId }, { data }) => data.of('item').get(itemId ?? 0)?.taric,
  itemWeight: ({ itemId }, { data }) => data.of('item').get(itemId ?? 0)?.weights.itemWeight,
  itemVolume: ({ itemId }, { data }) => {
    const item = data.of('item').get(itemId ?? 0);
    return item && multiply(item.dimensions.length, item.dimensions.width, item.dimensions.height);
  },
  productGroupId: ({ itemId }, { data }) => data.of('item').get(itemId ?? 0)?.productGroupId,
  productGroupName: productGroupOf,
  productGroup: productGroupOf,
};

function productGroupOf({ itemId }: LineItem, { data }: ViewContext): string | undefined {
  return data.of('productGroup').get(data.of('item').get(itemId ?? 0)?.productGroupId ?? 0)?.name;
}

/** An external document together with the order it belongs to. */
type ExternalWithOrder = Omit<SalesOrder, 'id' | 'number' | 'lineItems'> & {
  document: ExternalDocument;
  lineItems: readonly LineItem[];
};

/** Documents as accounting software reads them. */
export const internalDocumentViewsGraphql: TypeViews = {
  SalesInvoiceInternal: typeView<'SalesInvoiceInternal', SalesInvoice>(invoiceFields),
  SalesInvoiceCancellationInternal: typeView<'SalesInvoiceCancellationInternal', SalesInvoice>({
    ...invoiceFields,
    salesInvoiceCancellationDate: 'cancellation.date',
  }),
  SalesInvoiceLineItemInternal: typeView<'SalesInvoiceLineItemInternal', SalesInvoiceLineItem>({
    ...lineFields,
    salesInvoicePositionId: 'id',
    salesInvoiceLineItemId: 'id',
    invoiceLineItemType: 'type',
  }),
  SalesInvoiceCorrectionInternal: typeView<'SalesInvoiceCorrectionInternal', SalesInvoiceCorrection>({
    ...accountingFields,
    salesInvoiceCorrectionId: 'id',
    salesInvoiceCorrectionNumber: 'number',
    salesInvoiceCorrectionDate: 'correctionDate',
    salesInvoiceCorrectionPaymentMethodId: 'payment.paymentMethodId',
    salesInvoiceId2: 'salesInvoiceId',
    salesInvoiceNumber: ({ salesInvoiceId }, { data }) =>
      data.of('salesInvoice').get(salesInvoiceId ?? 0)?.number,
    salesInvoiceDate: ({ salesInvoiceId }, { data }) =>
      data.of('salesInvoice').get(salesInvoiceId ?? 0)?.invoiceDate,
    serviceDate: 'correctionDate',
    salesOrderShippingMethodId: 'shippingMethodId',
    salesInvoiceShippingMethodId: 'shippingMethodId',
    salesOrderTotalGrossAmount: (correction, { data }) => {
      const order = orderOf(correction, data);
      return order && orderTotals(order).gross;
    },
    salesOrderTotalNetAmount: (correction, { data }) => {
      const order = orderOf(correction, data);
      return order && orderTotals(order).net;
    },
    salesOrderCustomerVatIdNumber: 'customerVatId',
    salesOrderVatIdNumber: 'merchantVatId',
    isCancelled: (correction) => (correction.isCancelled ? '1' : '0'),
    ...addressFields('shipment', shipmentOf),
    ...addressFields('salesInvoice', 'billingAddress'),
    ...addressFields('customer', customerAddressOf),
    ...addressFields('customerAddress', customerAddressOf),
  }),
  SalesInvoiceCorrectionLineItemInternal: typeView<
    'SalesInvoiceCorrectionLineItemInternal',
    SalesInvoiceCorrectionLineItem
  >({
    ...lineFields,
    salesInvoiceCorrectionLineItemId: 'id',
    lineItemName: 'name',
    lineItemType: 'type',
    salesOrderLineItemPurchasePriceNet: 'purchasePriceNet',
  }),
  ExternalDocumentInternal: typeView<'ExternalDocumentInternal', ExternalWithOrder>(
    {
      ...documentFields,
      externalDocumentId: 'document.id',
      externalDocumentTransactionId: 'document.id',
      customerId: (document) => document.customerId ?? 0,
      paymentMethodId: (document) => document.payment.paymentMethodId ?? 0,
      salesInvoiceNumber: 'document.number',
      externalDocumentNumber: 'document.number',
      externalDocumentDate: 'document.documentDate',
      externalDocumentType: 'document.type',
      externalDocumentOrderNumber: 'externalNumber',
      currency: 'payment.currencyIso',
      departureCountryCurrenyFactor: 'departureCountry.currencyFactor',
      serviceDate: 'document.documentDate',
      payDate: (document) => document.payments.at(-1)?.date ?? document.document.documentDate,
      shipmentDate: (document) => document.shipping.shippingDate ?? document.document.documentDate,
      platformIdentifier: 'salesChannelId',
      taxSetting: 'taxDetails.taxSetting',
      companyVatIdNumber: 'merchantVatId',
      customerVatIdNumber: 'customerVatId',
      orderDate: 'salesOrderDate',
      orderPaymentMethodName: documentFields['paymentMethodName'] ?? 'payment.paymentMethodId',
      salesOrderCustomerNumber: ofCustomer((customer) => customer.number),
      externalDocumentTotalGrossValue: (document) => orderTotals(document).gross,
      externalDocumentTotalNetValue: (document) => orderTotals(document).net,
      shipmentCountryCount: () => 1,
      ...addressFields('customerDefaultBillingAddress', customerAddressOf),
    },
    {
      from: (source, { data }) => {
        const document = source as unknown as ExternalDocument;
        return {
          ...data.get('salesOrder', document.salesOrderId),
          lineItems: document.lineItems,
          document,
        };
      },
    },
  ),
  ExternalDocumentLineItemInternal: typeView<'ExternalDocumentLineItemInternal', LineItem>({
    ...lineFields,
    externalDocumentLineItemId: 'id',
    externalDocumentInvoiceLineItemId: 'id',
    externalDocumentSalesPriceGross: 'salesPriceGross',
    externalDocumentSalesPriceNet: 'salesPriceNet',
    externalDocumentPurchasePriceNet: 'purchasePriceNet',
  }),
};
