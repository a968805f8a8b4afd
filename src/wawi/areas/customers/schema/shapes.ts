import type {
  Customer,
  CustomerBankAccount,
  CustomerContact,
  CustomerEntities,
  CustomerGroup,
  CustomerHistoryEntry,
} from './customers.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';
import { address, customFieldValue, note } from '../../../store/shapes/shared.ts';

const customerContact: Shape<CustomerContact> = {
  id: 'id',
  department: 'text',
  honorific: 'text',
  firstName: 'text',
  lastName: 'text',
  phoneNumber: 'text',
  mobilePhoneNumber: 'text',
  emailAddress: 'text',
  fax: 'text',
};

const customerBankAccount: Shape<CustomerBankAccount> = {
  id: 'id',
  accountHolder: 'text',
  bankName: 'text',
  accountNumber: 'text',
  bankCode: 'text',
  iban: 'text',
  bic: 'text',
  cardNumber: 'text',
  cardType: 'text',
  cardValidity: 'text',
  cardCvv: 'text',
  isDefault: 'flag',
};

const customerHistoryEntry: Shape<CustomerHistoryEntry> = {
  id: 'id',
  inputObject: 'whole',
  text: 'text',
  date: 'instant',
};

const customer: Shape<Customer> = {
  id: 'id',
  number: 'text',
  customerGroupId: 'whole',
  customerCategoryId: 'whole',
  billingAddress: address,
  shipmentAddress: address,
  customAddress: address,
  otherAddresses: {
    otherBillingAddresses: [address],
    otherShippingAddresses: [address],
    otherCustomerAddresses: [address],
  },
  paymentSettings: {
    paymentMethodId: 'whole',
    discount: 'amount',
    paymentTarget: 'whole',
    cashDiscountDays: 'whole',
    creditLimit: 'whole',
    stopPaymentRequest: 'flag',
  },
  customerSince: 'instant',
  languageIso: 'text',
  companyId: 'whole',
  taxIdentificationNumber: 'text',
  accountsReceivableNumber: 'whole',
  commercialRegisterNumber: 'text',
  website: 'text',
  initialContact: 'text',
  ebayUsername: 'text',
  birthday: 'instant',
  isLocked: 'flag',
  isCashRegisterBased: 'flag',
  contacts: [customerContact],
  bankAccounts: [customerBankAccount],
  notes: [note],
  history: [customerHistoryEntry],
  customFields: [customFieldValue],
};

const customerGroup: Shape<CustomerGroup> = {
  id: 'id',
  name: 'text',
  isDefault: 'flag',
  discount: 'amount',
  isNetPrice: 'flag',
};

export const customerShapes: Shapes<CustomerEntities> = {
  customer,
  customerGroup,
  customerCategory: { id: 'id', name: 'text' },
};
