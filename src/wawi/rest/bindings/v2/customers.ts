import {
  createCustomerCategory,
  createCustomerGroup,
  updateCustomerCategory,
  updateCustomerGroup,
} from '../../../domain/operations/customer-master.ts';
import type { Bindings, Handler } from '../../call.ts';
import { all, create, idOf, one, remove, update } from '../../combinators.ts';
import {
  addressUpdated,
  bankAccounts,
  contacts,
  customerCreated,
  customerFields,
  customerNotes,
  customerUpdated,
  customerWorkflows,
  history,
  historyAdded,
} from '../customers.ts';

/** The customer in the shape of GraphQL's `Customer`. */
const customerOfGraphql: Handler = (call) => ({
  value: call.data.get('customer', idOf(call)),
  as: { graphql: 'Customer' },
});

const customerCommand: Handler = async (call) => ({
  ...(await customerCreated(call)),
  as: { graphql: 'CreateCustomerCommandResponse' },
});

/** Customers, their groups and categories. */
export const customerBindingsV2: Bindings = {
  'POST /customers': customerCreated,
  'PATCH /customers/{customerId}': customerUpdated,
  'DELETE /customers/{customerId}': remove('customer'),
  'POST /customers/{customerId}/add-history': historyAdded,
  'DELETE /customers/{customerId}/delete-history/{historyKey}': history.remove,
  'PATCH /customers/{customerId}/addresses/{addressId}': addressUpdated,
  'POST /customers/{customerId}/bank-accounts': bankAccounts.create,
  'PATCH /customers/{customerId}/bank-accounts/{customerBankAccountId}': bankAccounts.update,
  'DELETE /customers/{customerId}/bank-accounts/{customerBankAccountId}': bankAccounts.remove,
  'POST /customers/{customerId}/contacts': contacts.create,
  'PATCH /customers/{customerId}/contacts/{customerContactId}': contacts.update,
  'DELETE /customers/{customerId}/contacts/{customerContactId}': contacts.remove,
  'PATCH /customers/{customerId}/custom-fields/{customfieldId}': customerFields.set,
  'DELETE /customers/{customerId}/custom-fields/{customfieldId}': customerFields.remove,
  'POST /customers/{customerId}/notes': customerNotes.create,
  'PATCH /customers/{customerId}/notes/{noteId}': customerNotes.update,
  'DELETE /customers/{customerId}/notes/{noteId}': customerNotes.remove,
  'POST /customers/{customerId}/workflow-events': customerWorkflows.triggerByBody,
  'GET /customers/workflow-events': customerWorkflows.events,
  'GET /customer/{CustomerId}': customerOfGraphql,
  'POST /customer/create': customerCommand,
  'POST /wawiapp/customers': customerCreated,
  'GET /wawiapp/customers/{customerId}': one('customer'),
  'PATCH /wawiapp/customers/{customerId}': customerUpdated,
  'GET /customer-groups': all('customerGroup'),
  'POST /customer-groups': create(createCustomerGroup),
  'GET /customer-groups/{customergroupId}': one('customerGroup'),
  'PATCH /customer-groups/{customergroupId}': update(updateCustomerGroup),
  'DELETE /customer-groups/{customergroupId}': remove('customerGroup'),
  'GET /customer-categories': all('customerCategory'),
  'POST /customer-categories': create(createCustomerCategory),
  'GET /customer-categories/{customercategoryId}': one('customerCategory'),
  'PATCH /customer-categories/{customercategoryId}': update(updateCustomerCategory),
  'DELETE /customer-categories/{customercategoryId}': remove('customerCategory'),
};
