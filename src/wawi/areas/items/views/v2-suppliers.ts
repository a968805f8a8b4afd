import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';

const contact = v2View<'Suppliers_CreateSupplierRequest.Contact' | 'Suppliers_UpdateSupplierRequest.Contact'>(
  {
    EmailAddress: 'email',
    PhoneNumber: 'phone',
    FaxNumber: 'fax',
    ContactName: 'contact',
  },
);

const address = v2View<'Suppliers_CreateSupplierRequest.Address'>({
  Salutation: 'formOfAddress',
  AdditionalCompanyLine: 'company2',
  AdditionalAddressLine: 'address2',
});

const request = v2View<'Suppliers_CreateSupplierRequest' | 'Suppliers_UpdateSupplierRequest'>({
  CompanyName: { read: 'name', write: (value) => ({ name: value, company: value }) },
  SupplierNumber: 'supplierNo',
  SupplierAccountNumber: 'internalCustomerId',
  Address: '.',
  Contact: '.',
  DeliveryTimeInDays: 'deliveryTime',
});

/** Suppliers in v2. */
export const supplierViewsV2: V2Views = {
  'Suppliers.Supplier': v2View<'Suppliers.Supplier'>({
    LastChangedDate: 'lastChanged',
    DeliveryTimeInDays: 'deliveryTime',
  }),
  Suppliers_CreateSupplierRequest: request,
  'Suppliers_CreateSupplierRequest.Address': address,
  'Suppliers_CreateSupplierRequest.Contact': contact,
  Suppliers_UpdateSupplierRequest: request,
  'Suppliers_UpdateSupplierRequest.Contact': contact,
};
