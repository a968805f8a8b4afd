import { without } from '../../store/values/merge.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import { changes, creates } from '../../wire/graphql/commands.ts';
import { changeAddresses, type AddressChange } from './operations/address-changes.ts';
import { createCustomer, updateCustomer } from './operations/customers.ts';

interface CustomerUpdate {
  customerId: number;
  addresses?: AddressChange[] | null;
}

/** Commands for customers. */
export const customerMutations: RootBindings = {
  CreateCustomer: creates<object>('customers.write', (call) =>
    call.write((data) => createCustomer(data, call.draft, { now: call.now })),
  ),
  UpdateCustomer: changes<CustomerUpdate>('customers.write', (call) =>
    call.write((data) => {
      const { customerId, addresses } = call.draft;
      const customer = updateCustomer(data, customerId, without(call.draft, 'customerId', 'addresses'), {
        now: call.now,
      });
      return addresses ? changeAddresses(data, customerId, addresses) : customer;
    }),
  ),
};
