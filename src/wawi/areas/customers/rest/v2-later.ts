import type { BindingsV2 } from '../../../wire/rest/call.ts';
import { sortedPage } from '../../../wire/rest/sorted-lists.ts';
import { bankAccounts, customerNotes } from './customers.ts';

const customers = sortedPage('customer', {
  sorts: {
    id: 'id',
    customerNumber: 'number',
    companyName: 'billingAddress.company',
    firstName: 'billingAddress.firstName',
    lastName: 'billingAddress.lastName',
    street: 'billingAddress.street',
    postalCode: 'billingAddress.postalCode',
    city: 'billingAddress.city',
    countryIso: 'billingAddress.countryIso',
    emailAddress: 'billingAddress.emailAddress',
    createdDate: 'customerSince',
    customerGroupId: 'customerGroupId',
    customerCategoryId: 'customerCategoryId',
    isLocked: 'isLocked',
  },
  dates: { createdDate: 'customerSince' },
});

/** Customers as 2.1 and later have them. */
export const laterCustomerBindingsV2: BindingsV2 = {
  'GET /customers': customers,
  'GET /customers/{customerId}/bank-accounts': bankAccounts.list,
  'GET /customers/{customerId}/bank-accounts/{customerBankAccountId}': bankAccounts.read,
  'GET /customers/{customerId}/notes': customerNotes.list,
};
