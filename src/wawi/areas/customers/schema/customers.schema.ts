import { address, customFieldValue, note } from '../../../store/shared-entities.schema.ts';
import {
  amount,
  entity,
  flag,
  id,
  instant,
  list,
  optional,
  part,
  text,
  whole,
} from '../../../store/fields.ts';

export const customerContact = part({
  id,
  department: optional(text),
  honorific: optional(text),
  firstName: optional(text),
  lastName: optional(text),
  phoneNumber: optional(text),
  mobilePhoneNumber: optional(text),
  emailAddress: optional(text),
  fax: optional(text),
});

export const customerBankAccount = part({
  id,
  accountHolder: optional(text),
  bankName: optional(text),
  accountNumber: optional(text),
  bankCode: optional(text),
  iban: optional(text),
  bic: optional(text),
  cardNumber: optional(text),
  cardType: optional(text),
  cardValidity: optional(text),
  cardCvv: optional(text),
  isDefault: optional(flag),
});

/** An event with a customer: a call, a letter, a remark. */
export const customerHistoryEntry = part({
  id,
  /** The subject of the entry, in the numbers of the contract. */
  inputObject: whole,
  text,
  /** ISO 8601. */
  date: instant,
});

export const customer = entity({
  number: text,
  customerGroupId: whole,
  customerCategoryId: optional(whole),
  billingAddress: address,
  shipmentAddress: optional(address),
  customAddress: optional(address),
  otherAddresses: part({
    otherBillingAddresses: list(address),
    otherShippingAddresses: list(address),
    otherCustomerAddresses: list(address),
  }),
  paymentSettings: part({
    paymentMethodId: optional(whole),
    /** Per cent. */
    discount: amount,
    /** Days. */
    paymentTarget: whole,
    cashDiscountDays: optional(whole),
    creditLimit: whole,
    stopPaymentRequest: flag,
  }),
  /** ISO 8601. */
  customerSince: instant,
  /** ISO 8601; default: never changed. */
  lastChanged: optional(instant),
  languageIso: text,
  companyId: whole,
  taxIdentificationNumber: optional(text),
  accountsReceivableNumber: optional(whole),
  commercialRegisterNumber: optional(text),
  website: optional(text),
  initialContact: optional(text),
  ebayUsername: optional(text),
  birthday: optional(instant),
  isLocked: flag,
  isCashRegisterBased: flag,
  contacts: list(customerContact),
  bankAccounts: list(customerBankAccount),
  notes: list(note),
  history: list(customerHistoryEntry),
  customFields: list(customFieldValue),
});

export const customerGroup = entity({
  name: text,
  isDefault: flag,
  /** Per cent. */
  discount: amount,
  isNetPrice: flag,
});

export const customerEntities = {
  customer,
  customerGroup,
  customerCategory: entity({
    name: text,
  }),
};
