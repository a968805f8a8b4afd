import type { Customer } from '../schema/customers.ts';
import type { PaymentMethod } from '../../master-data/schema/master.ts';
import { addressesOf } from '../operations/customers.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';
import { countryName, nameOf } from '../../master-data/views/lookups.ts';

/** Customers in GraphQL. */
export const customerViewsGraphql: ViewTable = {
  CustomerListItem: view<Customer>({
    customerNumber: 'number',
    ebayName: 'ebayUsername',
    homepage: 'website',
    lastName: 'billingAddress.lastName',
    firstName: 'billingAddress.firstName',
    phoneNumber: 'billingAddress.phoneNumber',
    mobilePhoneNumber: 'billingAddress.mobilePhoneNumber',
    faxNumber: 'billingAddress.fax',
    emailAddress: 'billingAddress.emailAddress',
    companyName: 'billingAddress.company',
    additionalCompanyLine: 'billingAddress.company2',
    postalCode: 'billingAddress.postalCode',
    city: 'billingAddress.city',
    state: 'billingAddress.state',
    countryIso: 'billingAddress.countryIso',
    countryName: (customer, context) => countryName(customer.billingAddress.countryIso, context),
    salutation: 'billingAddress.formOfAddress',
    title: 'billingAddress.title',
    street: 'billingAddress.street',
    additionalAddressLine: 'billingAddress.address2',
    vatId: 'billingAddress.vatId',
    postId: 'billingAddress.postId',
    createdDate: 'customerSince',
    discountRate: 'paymentSettings.discount',
    hasNewsletter: () => false,
    paymentDueDateInDays: 'paymentSettings.paymentTarget',
    accountsReceivableNumber: (customer) => customer.accountsReceivableNumber ?? 0,
    customerCategoryName: nameOf('customerCategory', (customer) => customer.customerCategoryId),
    customerGroupName: nameOf('customerGroup', (customer) => customer.customerGroupId),
    isJtlFulfillment: () => false,
  }),
  Customer: view<Customer>({
    customerId: 'id',
    customerNumber: 'number',
    createdDate: 'customerSince',
    homepage: 'website',
    customerAddresses: (customer) => addressesOf(customer),
    customerGroup: (customer, { data }) => data.of('customerGroup').get(customer.customerGroupId),
  }),
  CustomerAddress: view({
    customerAddressId: 'id',
    companyName: 'company',
    additionalCompanyLine: 'company2',
    salutation: 'formOfAddress',
    additionalAddressLine: 'address2',
    faxNumber: 'fax',
  }),
  CreateCustomerCommandResponse: view<Customer>({ customerId: 'id' }),
  UpdateCustomerCommandResponse: view<Customer>({ customerId: 'id' }),
  PaymentMethod: view<PaymentMethod>({
    generalLedgerAccount: (method) => method.generalLedgerAccount ?? '',
    isDefault: 'isStandard',
    isDebit: (method) => method.isDebit ?? false,
    isDunningActive: (method) => method.isDunningActive ?? false,
    canShipBeforePayment: (method) => method.canShipBeforePayment ?? false,
    cashDiscountDays: (method) => method.cashDiscountDays ?? 0,
    cashDiscountValue: (method) => method.cashDiscount ?? 0,
    paymentOption: (method) => method.paymentOption ?? '',
  }),
};
