import type { Decimal } from '../../../store/values/decimal.ts';
import { addressCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import type { Address, CustomFieldValue, Note } from '../../../store/shared-entities.ts';

export interface CustomerContact {
  readonly id: number;
  department?: string;
  honorific?: string;
  firstName?: string;
  lastName?: string;
  phoneNumber?: string;
  mobilePhoneNumber?: string;
  emailAddress?: string;
  fax?: string;
}

export interface CustomerBankAccount {
  readonly id: number;
  accountHolder?: string;
  bankName?: string;
  accountNumber?: string;
  bankCode?: string;
  iban?: string;
  bic?: string;
  cardNumber?: string;
  cardType?: string;
  cardValidity?: string;
  cardCvv?: string;
  isDefault?: boolean;
}

/** What happened with a customer: a call, a letter, a remark. */
export interface CustomerHistoryEntry {
  readonly id: number;
  /** What the entry is about, in the numbers of the contract. */
  inputObject: number;
  text: string;
  /** ISO 8601. */
  date: string;
}

export interface Customer {
  readonly id: number;
  number: string;
  customerGroupId: number;
  customerCategoryId?: number;
  billingAddress: Address;
  shipmentAddress?: Address;
  customAddress?: Address;
  otherAddresses: {
    otherBillingAddresses: Address[];
    otherShippingAddresses: Address[];
    otherCustomerAddresses: Address[];
  };
  paymentSettings: {
    paymentMethodId?: number;
    /** Per cent. */
    discount: Decimal;
    /** Days. */
    paymentTarget: number;
    cashDiscountDays?: number;
    creditLimit: number;
    stopPaymentRequest: boolean;
  };
  /** ISO 8601. */
  customerSince: string;
  languageIso: string;
  companyId: number;
  taxIdentificationNumber?: string;
  accountsReceivableNumber?: number;
  commercialRegisterNumber?: string;
  website?: string;
  initialContact?: string;
  ebayUsername?: string;
  birthday?: string;
  isLocked: boolean;
  isCashRegisterBased: boolean;
  contacts: CustomerContact[];
  bankAccounts: CustomerBankAccount[];
  notes: Note[];
  history: CustomerHistoryEntry[];
  customFields: CustomFieldValue[];
}

export interface CustomerGroup {
  readonly id: number;
  name: string;
  isDefault: boolean;
  /** Per cent. */
  discount: Decimal;
  isNetPrice: boolean;
}

export interface CustomerEntities {
  customer: Customer;
  customerGroup: CustomerGroup;
  customerCategory: { readonly id: number; name: string };
}

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
