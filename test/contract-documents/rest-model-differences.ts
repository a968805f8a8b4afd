import type { AnyVersion } from '../../src/wawi/contract/versions.ts';

interface Intended {
  readonly why: string;
  readonly versions: readonly AnyVersion[];
  readonly differences: readonly string[];
}

/** What the derived contracts say otherwise than the tables that the engine reads today. */
export const intendedDifferences: readonly Intended[] = [
  {
    why: 'A page shows other values.',
    versions: ['2.1'],
    differences: ['Purchasing.PurchaseOrderStatus: other values'],
  },
  {
    why: 'A release page shows the operation at this path; the old one is a further path.',
    versions: ['2.0', '2.1'],
    differences: [
      'GET /cancellation-reasons path: /cancellationreasons -> /salesorders/cancellationreasons',
      'GET /category/{CategoryId} path: /category/{} -> /categories/{}',
      'GET /company/{CompanyId} path: /company/{} -> /companies/{}',
      'GET /configuration/number-ranges/{numberRangeId} path: /configuration/numberranges/{} -> /numberranges/{}',
      'GET /countries/query-countries path: /countries/querycountries -> /countries',
      'POST /credit-notes/{creditNoteId}/output/mail path: /creditnotes/{}/output/mail -> /salesinvoicecorrections/{}/output/mail',
      'GET /customer/{CustomerId} path: /customer/{} -> /customers/{}',
      'GET /invoices/{invoiceId} path: /invoices/{} -> /salesinvoices/{}',
      'POST /invoices/{invoiceId}/workflow/{workflowEventId} path: /invoices/{}/workflow/{} -> /salesinvoices/{}/workflowevents/{}',
      'POST /offer/{offerId}/output/mail path: /offer/{}/output/mail -> /salesquotations/{}/output/mail',
      'POST /package/deliver path: /package/deliver -> /packages/deliver',
      'POST /sales-orders/{salesOrderId}/create-invoice path: /salesorders/{}/createinvoice -> /salesorders/{}/invoices',
      'POST /sales-orders/{salesOrderId}/workflow/{workflowEventId} path: /salesorders/{}/workflow/{} -> /salesorders/{}/workflowevents/{}',
      'POST /sales-orders/{salesOrderId}/workflow-events path: /salesorders/{}/workflowevents -> /salesorders/{}/workflows',
      'GET /shipment/label/{packageId} path: /shipment/label/{} -> /wms/shippingline/packages/{}/label',
      'GET /tax/item/{itemId}/{companyId}/{departureCountryISO}/{shipmentCountryISO} path: /tax/item/{}/{}/{}/{} -> /taxes/item/{}/{}/{}/{}',
      'GET /tax/taxclass/{taxClassId}/{companyId}/{departureCountryISO}/{shipmentCountryISO} path: /tax/taxclass/{}/{}/{}/{} -> /taxes/taxclasses/{}/{}/{}/{}',
      'PATCH /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}/change-reservation path: /wms/{}/picklists/{}/positions/{}/changereservation -> /wms/{}/picklists/{}/positions/{}/reservations/change',
      'PATCH /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}/pick-position path: /wms/{}/picklists/{}/positions/{}/pickposition -> /wms/{}/picklists/{}/positions/{}/pick',
      'GET /workbench-resources/{Id} path: /workbenchresources/{} -> /resources/workbenches/{}',
      'POST /workbench-resources/create path: /workbenchresources/create -> /resources/workbenches',
    ],
  },
  {
    why: 'A whole page of the version lacks the field.',
    versions: ['2.1'],
    differences: ['Returns.UpdateReturn.ReturnDate: missing', 'Returns.UpdateReturn.ExternalNumber: missing'],
  },
  {
    why: 'Id, text and stability of an operation are the same in every version; where one source names the scope, it is not assumed.',
    versions: ['2.0'],
    differences: [
      'PATCH /itemdetails/change summary: Changes an item. -> Changes an item, part by part.',
      'PATCH /itemdetails/change stability: alpha -> beta',
      'POST /items id: Item_CreateItemAsync -> Items_CreateItem',
      'POST /items summary: Creates an item. -> Creates an item with all its parts.',
      'POST /items stability: alpha -> beta',
      'PATCH /items/{itemid} id: Item_UpdateItemAsync -> Items_ChangeItem',
      'PATCH /items/{itemid} summary: Changes an item. -> Changes an item, part by part.',
      'PATCH /items/{itemid} stability: alpha -> beta',
      'GET /suppliers id: Supplier_QuerySuppliersAsync -> Suppliers_QuerySuppliers',
      'GET /suppliers summary: Lists the suppliers. -> Lists active suppliers of the default type.',
      'GET /suppliers stability: stable -> beta',
    ],
  },
  {
    why: 'Id, text and stability of an operation are the same in every version; where one source names the scope, it is not assumed.',
    versions: ['2.1'],
    differences: [
      'POST /items scopes: items.write (assumed) -> items.write',
      'PATCH /items/{itemid} scopes: items.write (assumed) -> items.write',
      'GET /suppliers scopes: suppliers.read (assumed) -> suppliers.read',
    ],
  },
  {
    why: 'Pages show the field with this type, or as required.',
    versions: ['1.0', '1.1'],
    differences: [
      'CreateCategory.ActiveSalesChannels: string -> ActiveSalesChannels: list<string>',
      'CustomField.Attribut: object -> Attribut: CustomField.Attribut',
    ],
  },
  {
    why: 'Pages show the field with this type, or as required.',
    versions: ['1.1'],
    differences: ['WorkerSyncStatus.Identifier: int32! -> Identifier: guid!'],
  },
  {
    why: 'Pages show the field with this type, or as required.',
    versions: ['2.0'],
    differences: [
      'CustomerDomain.CreateCustomerCommandRequest.CompanyId: FirmaKey! -> CompanyId: FirmaKey',
      'V1.Return.CreateReturn.CompanyId: FirmaKey! -> CompanyId: FirmaKey',
      'V1.Return.CreateReturn.SalesOrderId: VerkaufAuftragKey! -> SalesOrderId: VerkaufAuftragKey',
    ],
  },
  {
    why: 'Pages show the field with this type, or as required.',
    versions: ['2.0', '2.1'],
    differences: [
      'SalesOrderDomain.CreateCreateSalesOrderDepartureCountry.Currency: SalesOrderDomain.CreateCreateSalesOrderDepartureCountryCurrency! -> Currency: SalesOrderDomain.CreateCreateSalesOrderDepartureCountryCurrency',
    ],
  },
  {
    why: 'Pages show the field with this type, or as required.',
    versions: ['2.1'],
    differences: [
      'Items.CopyItem.CopyOptions: Item.CreateCopyItemDetailsOptions -> CopyOptions: Item.CreateCopyItemDetailsOptions!',
      'SalesQuotationDomain.CreateSalesQuotationCommandRequest.LanguageIso: string(2,5,) -> LanguageIso: string(2,5,)!',
    ],
  },
  {
    why: 'Pages show this body or answer.',
    versions: ['1.0', '1.1'],
    differences: ['ItemIdentifiers.Asins: list<string>! -> Asins: string!'],
  },
  {
    why: 'Pages show this body or answer.',
    versions: ['2.0'],
    differences: [
      'POST /items body: Item.CreateNewItem -> Items.CreateItem',
      'PATCH /items/{itemid} body: Item.UpdateItem -> Items.ChangeItem',
    ],
  },
  {
    why: 'Pages show this body or answer.',
    versions: ['2.0', '2.1'],
    differences: [
      'POST /customers body: Customer.CreateCustomer -> CustomerDomain.CreateCustomerCommandRequest',
      'POST /sales-orders body: SalesOrder.CreateSalesOrder -> SalesOrderDomain.CreateSalesOrderCommandRequest',
      'PATCH /sales-orders/{salesOrderId} answers: 201 SalesOrder.SalesOrder, 400 ErrorResponse, 401, 402, 404 ErrorResponse -> 201 SalesOrder_UpdateSalesOrderResponse, 400 ErrorResponse, 401, 402, 404 ErrorResponse',
    ],
  },
  {
    why: 'Pages show this body or answer.',
    versions: ['2.1'],
    differences: [
      'POST /items/{DuplicateItemId}/duplicate body: Items.DuplicateItem -> Items_DuplicateItemRequest',
      'POST /items/{itemId}/sales-channels/{salesChannelId}/activate body: none -> Items_ActivateSalesChannelRequest (optional)',
      'POST /suppliers body: Suppliers.CreateSupplier -> Suppliers_CreateSupplierRequest',
      'PATCH /suppliers/{supplierId} body: Suppliers.UpdateSupplier -> Suppliers_UpdateSupplierRequest',
      'POST /sales-orders/{salesOrderId}/payments answers: 201 list<Common.Payment>, 400 ErrorResponse, 401, 402, 404 ErrorResponse, 409 ErrorResponse -> 201 CreateSalesOrderPaymentResponse, 400 ErrorResponse, 401, 402, 404 ErrorResponse, 409 ErrorResponse',
      'POST /returns/{returnId}/sales-invoice-corrections body: none -> CreditReturnRequest (optional)',
      'POST /purchase-orders body: Purchasing.CreatePurchaseOrder -> PurchaseOrders_CreateRequest',
    ],
  },
  {
    why: 'Pages spell the field this way.',
    versions: ['2.0', '2.1'],
    differences: [
      'SalesOrder.UpdateSalesOrder.VATId: string -> VatId: string',
      'SalesOrder.UpdateSalesOrderBillingAddress.CountryISO: string -> CountryIso: string',
      'SalesOrderDomain.CreateSalesOrderCommandRequest.LanguageIso: string(2,5,)! -> LanguageISO: string(2,5,)!',
      'SalesOrderDomain.CreateSalesOrderCommandRequest.VatId: string! -> VATId: string!',
    ],
  },
  {
    why: 'Pages spell the field this way.',
    versions: ['2.1'],
    differences: [
      'Items.ChangeIdentifiers.ISBN: string -> Isbn: string',
      'Items.ChangeIdentifiers.SKU: string -> Sku: string',
      'Items.ChangeIdentifiers.UNNumber: string -> UnNumber: string',
      'Items.ChangeIdentifiers.UPC: string -> Upc: string',
      'Suppliers.CreateSupplier.LanguageISO: string -> LanguageIso: string',
    ],
  },
  {
    why: 'The old table has the one path parameter twice.',
    versions: ['2.0', '2.1'],
    differences: ['GET /package/query-order-data/{PackageId} params: string, VersandKey -> VersandKey'],
  },
];
