import type { Static } from 'typebox';
import type {
  customer,
  customerBankAccount,
  customerContact,
  customerEntities,
  customerGroup,
  customerHistoryEntry,
} from './customers.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import { addressCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

export type CustomerContact = Static<typeof customerContact>;

export type CustomerBankAccount = Static<typeof customerBankAccount>;

/** An event with a customer: a call, a letter, a remark. */
export type CustomerHistoryEntry = Static<typeof customerHistoryEntry>;

export type Customer = Static<typeof customer>;

export type CustomerGroup = Static<typeof customerGroup>;

export type CustomerEntities = Entities<typeof customerEntities>;

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends CustomerEntities {}
}

export const customerKinds: { [N in keyof CustomerEntities]: EntityKind<CustomerEntities[N]> } = {
  customer: {
    key: 'KundeKey',
    label: 'customer',
    unique: ['number'],
    references: {
      customerGroupId: 'customerGroup',
      customerCategoryId: 'customerCategory',
      companyId: 'company',
      'paymentSettings.paymentMethodId': 'paymentMethod',
      'customFields[].customFieldId': 'customField',
    },
    codes: {
      languageIso: 'language',
      ...addressCodes('billingAddress'),
      ...addressCodes('shipmentAddress'),
      ...addressCodes('customAddress'),
      ...addressCodes('otherAddresses.otherBillingAddresses[]'),
      ...addressCodes('otherAddresses.otherShippingAddresses[]'),
      ...addressCodes('otherAddresses.otherCustomerAddresses[]'),
    },
  },
  customerGroup: { key: 'KundenGruppeKey', label: 'customer group', unique: ['name'] },
  customerCategory: { key: 'KundenKategorieKey', label: 'customer category', unique: ['name'] },
};
