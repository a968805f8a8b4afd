import type { Customer } from '../schema/customers.ts';
import { noDate } from '../../../wire/views/no-date.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';

/** Customers and what hangs on them in v1. */
export const customerViewsV1: ViewTable = {
  Customer: view<Customer>({
    Shipmentaddress: {
      read: (customer) => customer.shipmentAddress ?? customer.billingAddress,
      write: 'shipmentAddress',
    },
    InternalCompanyId: 'companyId',
    Birthday: { read: (customer) => customer.birthday ?? noDate, write: 'birthday' },
  }),
  CreateCustomer: { likes: 'Customer' },
  UpdateCustomer: { likes: 'Customer' },
  Note: view({ NoteId: 'id' }),
};
