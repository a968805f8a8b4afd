import { customer, customerGroup } from '../../src/wawi/areas/customers/schema/customers.schema.ts';
import {
  deliveryNote,
  deliveryNoteLineItem,
  pickList,
  pickListPosition,
  shipmentPackage,
} from '../../src/wawi/areas/delivery/schema/logistics.schema.ts';
import {
  salesInvoice,
  salesInvoiceCorrection,
} from '../../src/wawi/areas/invoices/schema/documents.schema.ts';
import {
  company,
  paymentMethod,
  taxClass,
  taxCode,
} from '../../src/wawi/areas/master-data/schema/master.schema.ts';
import {
  departureCountry,
  payment,
  paymentInfo,
  paymentTerms,
  salesDocument,
  salesOrderLineItem,
  taxDetails,
} from '../../src/wawi/areas/pricing/schema/sales-documents.schema.ts';
import { returnLineItem, returnOfGoods } from '../../src/wawi/areas/returns/schema/returns.schema.ts';
import { salesOrder, salesQuotation } from '../../src/wawi/areas/sales-orders/schema/sales.schema.ts';
import { warehouse } from '../../src/wawi/areas/stock/schema/stock.schema.ts';
import { address } from '../../src/wawi/store/shared-entities.schema.ts';

interface Source {
  readonly properties: Readonly<Record<string, unknown>>;
}

/** @returns a source with more properties than its schema: those that the view of its parent adds */
function withMore({ properties }: Source, ...more: string[]): Source {
  return { properties: { ...properties, ...Object.fromEntries(more.map((name) => [name, true])) } };
}

const orderLine = withMore(salesOrderLineItem, 'salesOrderId', 'sortOrder');
const quotationLine = withMore(salesOrderLineItem, 'salesQuotationId', 'sortOrder');
const orderAddress = withMore(address, 'salesOrderId', 'customerId', 'type');
const quotationAddress = withMore(address, 'salesQuotationId', 'customerId', 'type');
const { shipping } = salesDocument.properties;

/** GraphQL types of sales -> what they show a field from that no view names. */
export const sources: Readonly<Record<string, Source>> = {
  Customer: customer,
  CustomerAddress: withMore(address, 'customerId', 'isDefault', 'addressType'),
  CustomerGroup: customerGroup,
  CustomerListItem: customer,
  PaymentMethod: paymentMethod,
  SalesOrder: salesOrder,
  SalesOrderListItem: salesOrder,
  SalesOrderKeyFigures: salesOrder,
  SalesOrderAddress: orderAddress,
  SalesOrderLineItem: orderLine,
  SalesOrderDepartureCountry: departureCountry,
  SalesOrderExternalDetails: salesOrder,
  SalesOrderPaymentDetails: paymentTerms,
  SalesOrderPaymentInfo: paymentInfo,
  SalesOrderShippingDetails: shipping,
  SalesOrderTaxDetails: taxDetails,
  SalesOrderText: salesOrder,
  SalesOrderPayment: withMore(payment, 'salesOrderId'),
  Payment: withMore(payment, 'salesOrderId'),
  SalesQuotation: salesQuotation,
  SalesQuotationListItem: salesQuotation,
  SalesQuotationAddress: quotationAddress,
  SalesQuotationLineItem: quotationLine,
  SalesQuotationDepartureCountry: departureCountry,
  SalesQuotationExternalDetails: salesQuotation,
  SalesQuotationPaymentDetails: paymentTerms,
  SalesQuotationPaymentInfo: paymentInfo,
  SalesQuotationShippingDetails: shipping,
  SalesQuotationTaxDetails: taxDetails,
  SalesQuotationText: salesQuotation,
  TaxClass: taxClass,
  TaxCode: taxCode,
  DeliveryNote: deliveryNote,
  DeliveryNoteItem: deliveryNote,
  DeliveryNoteLineItem: withMore(deliveryNoteLineItem, 'deliveryNoteId'),
  DeliveryNotePackage: shipmentPackage,
  Package: shipmentPackage,
  ShippedDeliveryNote: withMore(deliveryNote, 'packages'),
  ShippedPackage: shipmentPackage,
  ShippingAddress: address,
  CompanyAddress: company,
  WarehouseAddress: warehouse,
  WarehouseDeliveryAddress: warehouse,
  PickList: pickList,
  PickListPosition: pickListPosition,
  SalesInvoiceListItem: salesInvoice,
  SalesInvoiceCorrectionListItem: salesInvoiceCorrection,
  Return: returnOfGoods,
  ReturnLineItem: withMore(returnLineItem, 'returnId', 'salesOrderId'),
};
