import type { Customer } from '../schema/customers.ts';
import type { PaymentMethod } from '../../master-data/schema/master.ts';
import { addressesOf } from '../operations/customers.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import { countryName, nameOf } from '../../master-data/views/lookups.ts';

/** Customers in GraphQL. */
export const customerViewsGraphql: TypeViews = {
  CustomerListItem: typeView<'CustomerListItem', Customer>({
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
  Customer: typeView<'Customer', Customer>({
    customerId: 'id',
    customerNumber: 'number',
    createdDate: 'customerSince',
    homepage: 'website',
    customerAddresses: (customer) => addressesOf(customer),
    customerGroup: (customer, { data }) => data.of('customerGroup').get(customer.customerGroupId),
  }),
  CustomerAddress: typeView<'CustomerAddress'>({
    customerAddressId: 'id',
    companyName: 'company',
    additionalCompanyLine: 'company2',
    salutation: 'formOfAddress',
    additionalAddressLine: 'address2',
    faxNumber: 'fax',
  }),
  CreateCustomerCommandResponse: typeView<'CreateCustomerCommandResponse', Customer>({ customerId: 'id' }),
  UpdateCustomerCommandResponse: typeView<'UpdateCustomerCommandResponse', Customer>({ customerId: 'id' }),
  PaymentMethod: typeView<'PaymentMethod', PaymentMethod>({
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
