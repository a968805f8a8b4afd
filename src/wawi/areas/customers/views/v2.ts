import type { Customer } from '../schema/customers.ts';
import type { Address } from '../../../store/shared-entities.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import type { Write } from '../../../wire/views/views.ts';
import { sameFields } from '../../../wire/views/named-views.ts';
import { customerViewsV1 } from './v1.ts';

/** The parts of an address, each a nested shape of the same address. */
const addressParts = { Address: '.', ContactDetails: '.', FinancialDetails: '.', Identity: '.' };
const addressPart = v2View<'Customer.CreateCustomerAddressAddress' | 'Customer.UpdateCustomerAddressAddress'>(
  { AddressAdditional: 'address2', CountryISO2: 'countryIso' },
);
const contactDetailsPart = v2View<
  'Customer.CreateCustomerAddressContactDetails' | 'Customer.UpdateCustomerAddressContactDetails'
>({ FaxNumber: 'fax' });
const identityPart = v2View<
  'Customer.CreateCustomerAddressIdentity' | 'Customer.UpdateCustomerAddressIdentity'
>({
  Salutation: 'formOfAddress',
  CompanyName: 'company',
  CompanyExtension: 'company2',
});

const customerFields = {
  DebtorNumber: 'accountsReceivableNumber',
  Homepage: 'website',
  EbayName: 'ebayUsername',
  PaymentMethodId: 'paymentSettings.paymentMethodId',
  Created: 'customerSince',
  // The names on the pages of the released versions.
  CustomerNumber: 'number',
  CreatedDate: 'customerSince',
};
const paymentSettings = v2View<
  'Customer.CreateCustomerPaymentSettings' | 'Customer.UpdateCustomerPaymentSettings'
>({
  IsDunningBlocked: 'stopPaymentRequest',
  PaymentDueDateInDays: 'paymentTarget',
});
const contact = v2View<
  'Customer.CreateCustomerContact' | 'Customer.CustomerContact' | 'Customer.UpdateCustomerContact'
>({
  Identity: '.',
  Id: { read: 'id', write: false },
  CustomerId: unwritten('customerId'),
});
const contactIdentity = v2View<
  | 'Customer.CreateCustomerContactIdentity'
  | 'Customer.CustomerContactIdentity'
  | 'Customer.UpdateCustomerContactIdentity'
>({ Salutation: 'honorific' });
const bankAccount = v2View<
  'Customer.CreateCustomerBankAccount' | 'Customer.CustomerBankAccount' | 'Customer.UpdateCustomerBankAccount'
>({
  Id: { read: 'id', write: false },
  CustomerId: unwritten('customerId'),
  CardCVV: 'cardCvv',
});

function unwritten(read: string): { read: string; write: false } {
  return { read, write: false };
}

/** The use of an additional address of the WawiApp, by its type; the standard one comes first. */
const additionalAddresses: Write = (value) => {
  const draft: Record<string, unknown> = {};
  const other: Record<string, unknown[]> = {};
  const places = [
    ['shipmentAddress', 'otherShippingAddresses'],
    ['billingAddress', 'otherBillingAddresses'],
    ['customAddress', 'otherCustomerAddresses'],
  ] as const;
  for (const given of (value ?? []) as (Partial<Address> & {
    addressType?: number;
    isStandard?: boolean;
  })[]) {
    const { addressType, isStandard, ...address } = given;
    const [standard, list] = places[addressType ?? 2] ?? places[2];
    if (isStandard) draft[standard] = address;
    else (other[list] ??= []).push(address);
  }
  return Object.keys(other).length === 0 ? draft : { ...draft, otherAddresses: other };
};

const wawiAppCustomer = {
  InternalCustomerKey: 'id',
  CustomerGroup: 'customerGroupId',
  IsBanned: 'isLocked',
  Discount: 'paymentSettings.discount',
  StopPaymentRequest: 'paymentSettings.stopPaymentRequest',
  PaymentTarget: 'paymentSettings.paymentTarget',
  PaymentMethodKey: 'paymentSettings.paymentMethodId',
  LineOfCredit: 'paymentSettings.creditLimit',
  Source: 'initialContact',
  Honorific: 'billingAddress.formOfAddress',
  Title: 'billingAddress.title',
  FirstName: 'billingAddress.firstName',
  LastName: 'billingAddress.lastName',
  Company: 'billingAddress.company',
  CompanyAddition: 'billingAddress.company2',
  Street: 'billingAddress.street',
  AdditionalAddressInfo: 'billingAddress.address2',
  PostalCode: 'billingAddress.postalCode',
  City: 'billingAddress.city',
  State: 'billingAddress.state',
  CountryIso2: 'billingAddress.countryIso',
  PhoneNumber: 'billingAddress.phoneNumber',
  MobilePhoneNumber: 'billingAddress.mobilePhoneNumber',
  MailAddress: 'billingAddress.emailAddress',
  AdditionalAddresses: { read: 'otherAddresses', write: additionalAddresses },
  Fields: 'customFields',
  ContactPersons: 'contacts',
};
const wawiAppAddress = v2View<'WawiApp.CreateWawiAppAddress' | 'WawiApp.UpdateWawiAppAddress'>({
  InternalAddressKey: 'id',
  Honorific: 'formOfAddress',
  CompanyAddition: 'company2',
  AdditionalAddressInfo: 'address2',
  CountryIso2: 'countryIso',
  Country: { read: 'countryIso', write: false },
  SalesTaxIdentificationNumber: 'vatId',
  MailAddress: 'emailAddress',
});
const wawiAppNote = v2View<'WawiApp.CreateWawiAppNote' | 'WawiApp.UpdateWawiAppNote'>({
  InternalNoteKey: 'id',
  NoteText: 'noteBody',
});
const wawiAppField = v2View<'WawiApp.CreateWawiAppCustomizedField' | 'WawiApp.UpdateWawiAppCustomizedField'>({
  InternalCustomizedFieldKey: 'customFieldId',
});
const wawiAppBankAccount = v2View<'WawiApp.CreateWawiAppBankAccount' | 'WawiApp.UpdateWawiAppBankAccount'>({
  InternalBankAccountKey: 'id',
  BankNumber: 'bankCode',
  AccountOwner: 'accountHolder',
  CardValidUntil: 'cardValidity',
  CardVerificationValue: 'cardCvv',
  BankCardNumber: 'cardNumber',
});
const wawiAppContact = v2View<
  'WawiApp.CreateWawiAppCustomerContactPerson' | 'WawiApp.UpdateWawiAppCustomerContactPerson'
>({
  AnsprechpartnerKey: 'id',
  KundeKey: { read: 'customerId', write: false },
  LieferantKey: { read: 'supplierId', write: false },
  Anrede: 'honorific',
  Vorname: 'firstName',
  Nachname: 'lastName',
  Telefon: 'phoneNumber',
  Mobil: 'mobilePhoneNumber',
  Email: 'emailAddress',
  Abteilung: 'department',
});

/** Customers and what hangs on them in v2. */
export const customerViewsV2: V2Views = {
  'V1.Common.Note': sameFields(customerViewsV1.Note),
  'Customer.CreateCustomer': v2View<'Customer.CreateCustomer', Customer>(customerFields),
  'Customer.UpdateCustomer': v2View<'Customer.UpdateCustomer', Customer>(customerFields),
  'Customer.CreateCustomerAddress': v2View<'Customer.CreateCustomerAddress'>({
    ...addressParts,
    CustomerId: unwritten('customerId'),
  }),
  'Customer.UpdateCustomer.Addresse': v2View<'Customer.UpdateCustomer.Addresse'>({
    CustomerAddressId: 'id',
    AdditionalAddressLine: 'address2',
    FaxNumber: 'fax',
    Salutation: 'formOfAddress',
    CompanyName: 'company',
    AdditionalCompanyLine: 'company2',
    IsDefaultAddress: 'isDefault',
  }),
  'Customer.UpdateCustomerAddress': v2View<'Customer.UpdateCustomerAddress'>(addressParts),
  'Customer.CreateCustomerAddressAddress': addressPart,
  'Customer.UpdateCustomerAddressAddress': addressPart,
  'Customer.CreateCustomerAddressContactDetails': contactDetailsPart,
  'Customer.UpdateCustomerAddressContactDetails': contactDetailsPart,
  'Customer.CreateCustomerAddressIdentity': identityPart,
  'Customer.UpdateCustomerAddressIdentity': identityPart,
  'Customer.CreateCustomerPaymentSettings': paymentSettings,
  'Customer.UpdateCustomerPaymentSettings': paymentSettings,
  'Customer.CustomerContact': contact,
  'Customer.CreateCustomerContact': contact,
  'Customer.UpdateCustomerContact': contact,
  'Customer.CustomerContactIdentity': contactIdentity,
  'Customer.CreateCustomerContactIdentity': contactIdentity,
  'Customer.UpdateCustomerContactIdentity': contactIdentity,
  'Customer.CustomerBankAccount': bankAccount,
  'Customer.CreateCustomerBankAccount': bankAccount,
  'Customer.UpdateCustomerBankAccount': bankAccount,
  'CustomerDomain.CreateCustomerCommandRequest': v2View<'CustomerDomain.CreateCustomerCommandRequest'>({
    CustomerNumber: 'number',
    EbayName: 'ebayUsername',
    Homepage: 'website',
    PaymentMethodId: 'paymentSettings.paymentMethodId',
  }),
  'CustomerDomain.CreateCreateCustomerAddress': v2View<'CustomerDomain.CreateCreateCustomerAddress'>({
    AdditionalAddressLine: 'address2',
    FaxNumber: 'fax',
    Salutation: 'formOfAddress',
    CompanyName: 'company',
    AdditionalCompanyLine: 'company2',
  }),
  'CustomerDomain.CreateCreateCustomerPaymentSettings':
    v2View<'CustomerDomain.CreateCreateCustomerPaymentSettings'>({
      PaymentDueDateInDays: 'paymentTarget',
      IsDunningBlocked: 'stopPaymentRequest',
    }),
  'WawiApp.WawiAppCustomer': v2View<'WawiApp.WawiAppCustomer', Customer>(wawiAppCustomer),
  'WawiApp.CreateWawiAppCustomer': v2View<'WawiApp.CreateWawiAppCustomer', Customer>(wawiAppCustomer),
  'WawiApp.UpdateWawiAppCustomer': v2View<'WawiApp.UpdateWawiAppCustomer', Customer>(wawiAppCustomer),
  'WawiApp.CreateWawiAppAddress': wawiAppAddress,
  'WawiApp.UpdateWawiAppAddress': wawiAppAddress,
  'WawiApp.CreateWawiAppNote': wawiAppNote,
  'WawiApp.UpdateWawiAppNote': wawiAppNote,
  'WawiApp.CreateWawiAppCustomizedField': wawiAppField,
  'WawiApp.UpdateWawiAppCustomizedField': wawiAppField,
  'WawiApp.CreateWawiAppBankAccount': wawiAppBankAccount,
  'WawiApp.UpdateWawiAppBankAccount': wawiAppBankAccount,
  'WawiApp.CreateWawiAppCustomerContactPerson': wawiAppContact,
  'WawiApp.UpdateWawiAppCustomerContactPerson': wawiAppContact,
};
