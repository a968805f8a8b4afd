import type { InputViews } from '../../../wire/graphql/input-views.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import type { Write } from '../../../wire/views/views.ts';
import type { Supplier } from '../schema/item-master.ts';

const address = {
  salutation: 'formOfAddress',
  additionalCompanyLine: 'company2',
  additionalAddressLine: 'address2',
} as const;

const contact = {
  emailAddress: 'email',
  phoneNumber: 'phone',
  faxNumber: 'fax',
  contactName: 'contact',
} as const;

/** Suppliers, as lists show them and in full. */
export const supplierViewsGraphql: TypeViews = {
  Supplier: typeView<'Supplier', Supplier>({
    companyName: ({ company, name }) => company ?? name,
    supplierNumber: 'supplierNo',
    changedAt: 'lastChanged',
  }),
  SupplierDetail: typeView<'SupplierDetail', Supplier>({
    supplierNumber: 'supplierNo',
    companyName: ({ company, name }) => company ?? name,
    isActive: ({ status }) => status === 'Aktiv',
    address: '.',
    contact: '.',
    supplierAccountNumber: 'internalCustomerId',
  }),
  SupplierAddress: typeView<'SupplierAddress', Supplier>(address),
  SupplierContact: typeView<'SupplierContact', Supplier>(contact),
};

const head = {
  companyName: (value: unknown) => ({ name: value, company: value }),
  supplierNumber: 'supplierNo',
  supplierAccountNumber: 'internalCustomerId',
} as const;

const noAddress = {
  formOfAddress: null,
  firstName: null,
  lastName: null,
  company2: null,
  street: null,
  address2: null,
  postalCode: null,
  city: null,
  state: null,
  countryIso: null,
};

const noContact = { email: null, phone: null, phoneExtension: null, fax: null, contact: null };

/** A new address or contact replaces the whole old one (GraphQL 2.1, UpdateUpdateSupplierAddressInput). */
const replacing =
  (cleared: object): Write =>
  (value) => ({ ...cleared, ...(value as object | null) });

/** Commands for suppliers. */
export const supplierInputs: InputViews = {
  CreateSupplierCommandRequestInput: { ...head, address: '.', contact: '.' },
  CreateCreateSupplierAddressInput: address,
  CreateCreateSupplierContactInput: contact,
  UpdateSupplierCommandRequestInput: {
    ...head,
    address: replacing(noAddress),
    contact: replacing(noContact),
  },
  UpdateUpdateSupplierAddressInput: address,
  UpdateUpdateSupplierContactInput: contact,
};
