import { byKey, list, searchable } from '../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import type { SearchTexts } from '../../wire/graphql/search.ts';
import type { Customer } from './schema/customers.ts';

const customerTexts: SearchTexts<Customer> = {
  CUSTOMER_NUMBER: (customer) => [customer.number],
  NAME: ({ billingAddress }) => [billingAddress.firstName, billingAddress.lastName],
  COMPANY: ({ billingAddress }) => [billingAddress.company, billingAddress.company2],
  EMAIL_ADDRESS: ({ billingAddress }) => [billingAddress.emailAddress],
  CITY: ({ billingAddress }) => [billingAddress.city],
  POSTAL_CODE: ({ billingAddress }) => [billingAddress.postalCode],
};

/** Customers, their groups and categories. */
export const customerQueries: RootBindings = {
  GetCustomerById: byKey('customers.read', 'customer', 'customerId'),
  QueryCustomers: searchable('customers.read', 'customer', customerTexts),
  QueryCustomerGroups: list('customers.read', 'customerGroup'),
  QueryCustomerCategories: list('customers.read', 'customerCategory'),
};
