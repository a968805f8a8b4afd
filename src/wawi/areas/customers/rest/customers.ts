import type { Customer } from '../schema/customers.ts';
import { without } from '../../../store/values/merge.ts';
import { textContains } from '../../../store/values/text-search.ts';
import {
  createCustomer,
  customerParts,
  updateAddress,
  updateCustomer,
  type CustomerWrite,
} from '../operations/customers.ts';
import { changeAddresses, type AddressChange } from '../operations/address-changes.ts';
import { addPart } from '../../../store/parts.ts';
import type { Call } from '../../../wire/rest/call.ts';
import { act, create, idOf, page, update } from '../../../wire/rest/handlers.ts';
import { customFieldHandlers } from '../../master-data/rest/custom-fields.ts';
import { partHandlers, partIdOf } from '../../../wire/rest/part-handlers.ts';
import { workflowHandlers } from '../../system/rest/workflows.ts';

function writeOf(call: Call): CustomerWrite {
  return {
    now: call.now,
    disableAutomaticWorkflows: call.query['disableAutomaticWorkflows'] as boolean | undefined,
  };
}

export const customers = page('customer', {
  filters: {
    searchKeyWord: (customer: Customer, text: string) => {
      const { company, firstName, lastName, emailAddress, postalCode, city } = customer.billingAddress;
      return textContains(
        text,
        customer.number,
        company,
        firstName,
        lastName,
        emailAddress,
        postalCode,
        city,
      );
    },
    number: 'number',
    groupId: 'customerGroupId',
    categoryId: 'customerCategoryId',
  },
});

export const customerCreated = create((data, draft, call) => createCustomer(data, draft, writeOf(call)));

/** Changes a customer; `addresses` changes and adds single addresses, as the command of GraphQL does. */
export const customerUpdated = update((data, id, draft, call) => {
  const addresses = draft['addresses'] as AddressChange[] | null | undefined;
  const customer = updateCustomer(data, id, without(draft, 'addresses'), writeOf(call));
  return addresses ? changeAddresses(data, id, addresses) : customer;
});

/** Changes the address that the second path parameter names. */
export const addressUpdated = update((data, id, draft, call) =>
  updateAddress(data, id, partIdOf(call), draft, writeOf(call)),
);

export const contacts = partHandlers(customerParts.contacts, 'customerId');
export const bankAccounts = partHandlers(customerParts.bankAccounts, 'customerId');
export const customerNotes = partHandlers(customerParts.notes, 'customerId');
export const history = partHandlers(customerParts.history, 'customerId');

/** A history entry remembers when it was made. */
export const historyAdded = act((data, call) => {
  addPart(data, customerParts.history, idOf(call), { ...call.draft, date: call.now });
});

export const customerFields = customFieldHandlers('customer');
export const customerWorkflows = workflowHandlers('customer');
