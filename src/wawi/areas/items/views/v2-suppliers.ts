import { view, type ViewTable } from '../../../wire/views/views.ts';

const contact = view({
  EmailAddress: 'email',
  PhoneNumber: 'phone',
  FaxNumber: 'fax',
  ContactName: 'contact',
});

const address = view({
  Salutation: 'formOfAddress',
  AdditionalCompanyLine: 'company2',
  AdditionalAddressLine: 'address2',
});

const request = view({
  CompanyName: { read: 'name', write: (value) => ({ name: value, company: value }) },
  SupplierNumber: 'supplierNo',
  SupplierAccountNumber: 'internalCustomerId',
  Address: '.',
  Contact: '.',
  DeliveryTimeInDays: 'deliveryTime',
});

/** Suppliers in v2. */
export const supplierViewsV2: ViewTable = {
  'Suppliers.Supplier': view({ LastChangedDate: 'lastChanged', DeliveryTimeInDays: 'deliveryTime' }),
  Suppliers_CreateSupplierRequest: request,
  'Suppliers_CreateSupplierRequest.Address': address,
  'Suppliers_CreateSupplierRequest.Contact': contact,
  Suppliers_UpdateSupplierRequest: request,
  'Suppliers_UpdateSupplierRequest.Contact': contact,
};
