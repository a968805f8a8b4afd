import { view, type ViewTable } from '../../wire/views/views.ts';
import { currencyFactor, supplierName } from './operations/order-details.ts';
import type { PurchaseOrder } from './schema/purchasing.ts';

const request = {
  InternalComment: 'note',
  ExternalOrderNumber: 'externalNumber',
  RequestedDeliveryDate: 'deliveryDate',
};

/** Purchase orders in v2. */
export const purchasingViewsV2: ViewTable = {
  'Purchasing.PurchaseOrder': view<PurchaseOrder>({
    ...request,
    PurchaseOrderId: 'id',
    OrderNumber: 'number',
    SupplierName: supplierName,
    CurrencyFactor: currencyFactor,
    // Surcharges and discounts are not kept.
    AllowancesAndCharges: () => [],
  }),
  PurchaseOrders_UpdateRequest: view(request),
  'Purchasing.UpdatePurchaseOrder': view(request),
  PurchaseOrders_CreateRequest: view({ ...request, Items: 'lineItems' }),
  'PurchaseOrders_CreateRequest.DeliveryAddress': view({
    Salutation: 'formOfAddress',
    CompanyName: 'company',
    AdditionalCompanyLine: 'company2',
    AdditionalAddressLine: 'address2',
    FaxNumber: 'fax',
  }),
  'PurchaseOrders_CreateRequest.Item': view({ VatRatePercentage: 'taxRate' }),
  'Purchasing.CreatePurchaseOrderLineItem': view({ VatRatePercentage: 'taxRate' }),
  // An added line is the last one.
  PurchaseOrders_CreateLineItemResponse: view<PurchaseOrder>({
    LineItemId: ({ lineItems }) => lineItems.at(-1)?.id,
  }),
};
