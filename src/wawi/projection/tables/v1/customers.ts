import type { Customer } from '../../../domain/entities/customers.ts';
import { noDate } from './no-date.ts';
import { view, type ViewTable } from '../../views.ts';

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
