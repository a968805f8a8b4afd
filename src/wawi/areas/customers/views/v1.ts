import type { Customer } from '../schema/customers.ts';
import { noDate } from '../../../wire/views/no-date.ts';
import { v1View, type V1Views } from '../../../wire/rest/schema-views.ts';

/** Customers and what hangs on them in v1. */
export const customerViewsV1 = {
  Customer: v1View<'Customer', Customer>({
    Shipmentaddress: {
      read: (customer) => customer.shipmentAddress ?? customer.billingAddress,
      write: 'shipmentAddress',
    },
    InternalCompanyId: 'companyId',
    Birthday: { read: (customer) => customer.birthday ?? noDate, write: 'birthday' },
  }),
  CreateCustomer: { likes: 'Customer' },
  UpdateCustomer: { likes: 'Customer' },
  Note: v1View<'Note'>({ NoteId: 'id' }),
} satisfies V1Views;
