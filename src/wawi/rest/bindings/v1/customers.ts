import type { Customer } from '../../../domain/entities/customers.ts';
import { textContains } from '../../../domain/search.ts';
import type { Bindings } from '../../call.ts';
import { one, page } from '../../combinators.ts';

export const customerBindingsV1: Bindings = {
  'GET /customers': page('customer', {
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
  }),
  'GET /customers/{customerId}': one('customer'),
};
