import type { InputViews } from '../../../wire/graphql/input-views.ts';

const customer = {
  customerNumber: 'number',
  ebayName: 'ebayUsername',
  homepage: 'website',
  paymentMethodId: 'paymentSettings.paymentMethodId',
} as const;

const address = {
  additionalAddressLine: 'address2',
  faxNumber: 'fax',
  salutation: 'formOfAddress',
  companyName: 'company',
  additionalCompanyLine: 'company2',
} as const;

const paymentSettings = {
  paymentDueDateInDays: 'paymentTarget',
  isDunningBlocked: 'stopPaymentRequest',
} as const;

/** Commands for customers. */
export const customerInputs: InputViews = {
  CreateCustomerCommandRequestInput: customer,
  CreateCreateCustomerAddressInput: address,
  CreateCreateCustomerPaymentSettingsInput: paymentSettings,
  UpdateCustomerCommandRequestInput: { ...customer, createdDate: 'customerSince' },
  UpdateUpdateCustomerAddressInput: { ...address, customerAddressId: 'id', isDefaultAddress: 'isDefault' },
  UpdateUpdateCustomerPaymentSettingsInput: paymentSettings,
};
