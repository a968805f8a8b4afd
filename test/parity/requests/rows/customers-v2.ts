import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { without } from '../../../../src/wawi/store/values/merge.ts';
import { hasMail } from '../../../contract/fixture-rows.ts';
import { addressInParts, changedAddress, graphql, v1 } from './customer-addresses.ts';
import { eventOf } from './customers-v1.ts';
import { flatAddress } from './flat-address.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';

const group = ({ client }: Scene): string =>
  packKey('KundenGruppeKey', client.row('customerGroup', (one) => !one.isDefault).id);
const company = ({ client }: Scene): string => packKey('FirmaKey', client.row('company').id);

function customer(scene: Scene): Record<string, unknown> {
  return {
    companyId: company(scene),
    customerGroupId: group(scene),
    customerCategoryId: packKey('KundenKategorieKey', scene.client.row('customerCategory').id),
    paymentMethodId: packKey('ZahlungsartKey', 2),
    accountsReceivableNumber: 10991,
    birthday: '1986-07-08T00:00:00.000Z',
    commercialRegisterNumber: 'HRB 91',
    customerNumber: 'K-77002',
    ebayName: 'ebay-92',
    homepage: 'https://kundin.example.com',
    initialContact: 'Messe 93',
    isCashRegisterBased: true,
    isLocked: true,
    languageIso: 'EN',
    taxIdentificationNumber: 'Steuer-94',
    billingAddress: { ...flatAddress('Rechnung', 'AT'), gln: '4012345000009' },
    shipmentAddress: { ...flatAddress('Liefer', 'FR'), gln: '4012345000016' },
    paymentSettings: {
      creditLimit: 4300,
      paymentDueDateInDays: 24,
      discount: 4.5,
      isDunningBlocked: true,
    },
  };
}

const customerReads = [graphql, v1];

const account = {
  accountHolder: 'Inhaberin 1',
  accountNumber: '1234503',
  bankCode: '50010504',
  bankName: 'Bank 2',
  iban: 'DE89370400440532013005',
  bic: 'COBADEFF006',
  cardNumber: '4111111111111107',
  cardType: 'Karte 8',
  cardValidity: '09/31',
  cardCVV: '910',
};
const accountReads: Read[] = [
  {
    by: 'v1 GET /customers/{customerId}/bankaccounts/{customerBankAccountId}',
    hidden: {
      cardnumber: 'v1 has no cards',
      cardtype: 'v1 has no cards',
      cardvalidity: 'v1 has no cards',
      cardcvv: 'v1 has no cards',
      isdefault: 'v1 has no such field',
    },
  },
  { by: 'v2 GET /customers/{customerId}/bank-accounts/{customerBankAccountId}' },
  { by: 'v2 GET /customers/{customerId}/bank-accounts' },
];
const keysAreGiven = {
  id: 'Wawi gives the key; a given one is not taken',
  customerid: 'the path names the customer',
};

const contact = {
  identity: { salutation: 'Frau 2', firstName: 'Jana 3' },
  lastName: 'Kern 4',
  department: 'Einkauf 1',
  emailAddress: 'jana7@example.com',
  phoneNumber: '0301 5',
  mobilePhoneNumber: '0171 6',
  fax: '0302 8',
};
const contactV1: Read = {
  by: 'v1 GET /customers/{customerId}/contacts/{customerContactId}',
  names: {
    'identity.salutation': 'honorific',
    'identity.firstname': 'firstname',
  },
};
const noteReads: Read[] = [
  { by: 'v1 GET /customers/{customerId}/notes/{noteId}' },
  { by: 'v2 GET /customers/{customerId}/notes', row: (one) => String(one['noteBody']).startsWith('Notiz') },
];

function leastCustomer(scene: Scene): Record<string, unknown> {
  return {
    companyId: company(scene),
    customerGroupId: group(scene),
    billingAddress: { street: 'Kai 1', city: 'Kiel', countryIso: 'DE' },
  };
}

export const customersV2: RequestRow[] = [
  {
    operation: 'v2 POST /customers',
    minimal: leastCustomer,
    full: customer,
    reads: customerReads,
  },
  {
    operation: 'v2 POST /customer/create',
    minimal: leastCustomer,
    full: customer,
    reads: customerReads,
  },
  {
    operation: 'v2 PATCH /customers/{customerId}',
    values: ({ client }) => ({ customerid: packKey('KundeKey', client.row('customer', hasMail).id) }),
    minimal: () => ({}),
    full: (scene) => {
      const fields = without(customer(scene), 'billingAddress', 'shipmentAddress');
      return {
        ...fields,
        number: 'K-77002',
        billingAddress: addressInParts,
        debtorNumber: 10991,
        created: '2020-02-03T04:05:06.000Z',
        createdDate: '2020-02-03T04:05:06.000Z',
        paymentSettings: {
          creditLimit: 4300,
          paymentTarget: 24,
          discount: 4.5,
          cashDiscountDays: 9,
          isDunningBlocked: true,
          paymentDueDateInDays: 24,
        },
        addresses: [{ ...flatAddress('Weitere', 'IT'), isDefaultAddress: false }],
      };
    },
    without: { 'addresses.customeraddressid': 'without it the address is a new one' },
    reads: customerReads,
  },
  {
    operation: 'v2 PATCH /customers/{customerId}/addresses/{addressId}',
    minimal: () => ({}),
    full: () => addressInParts,
    reads: [changedAddress],
  },
  {
    operation: 'v2 POST /customers/{customerId}/add-history',
    minimal: () => ({ inputObject: 1, text: 'Anruf 1' }),
    full: () => ({ inputObject: 2, text: 'Anruf 2' }),
    reads: [],
    unread: 'no operation of any version reads the history',
  },
  {
    operation: 'v2 POST /customers/{customerId}/bank-accounts',
    minimal: () => ({}),
    full: () => ({ ...account, isDefault: true }),
    without: keysAreGiven,
    reads: accountReads,
  },
  {
    operation: 'v2 PATCH /customers/{customerId}/bank-accounts/{customerBankAccountId}',
    minimal: () => ({}),
    full: () => account,
    reads: accountReads,
  },
  {
    operation: 'v2 POST /customers/{customerId}/contacts',
    minimal: () => ({}),
    full: () => contact,
    without: keysAreGiven,
    reads: [{ by: 'answer' }, contactV1],
  },
  {
    operation: 'v2 PATCH /customers/{customerId}/contacts/{customerContactId}',
    minimal: () => ({}),
    full: () => ({ ...contact, honorific: 'Frau 2', firstName: 'Jana 3' }),
    without: keysAreGiven,
    reads: [contactV1],
  },
  {
    operation: 'v2 PATCH /customers/{customerId}/custom-fields/{customfieldId}',
    minimal: () => ({ value: 'Wert 1' }),
    full: () => ({ value: 'Wert 2' }),
    reads: [{ by: 'v1 GET /customers/{customerId}/customfields', row: (one) => one['Value'] === 'Wert 2' }],
  },
  {
    operation: 'v2 POST /customers/{customerId}/notes',
    minimal: () => ({ noteBody: 'Notiz 1' }),
    full: () => ({ noteBody: 'Notiz 2' }),
    reads: noteReads,
  },
  {
    operation: 'v2 PATCH /customers/{customerId}/notes/{noteId}',
    minimal: () => ({ noteBody: 'Notiz 3' }),
    full: () => ({ noteBody: 'Notiz 4' }),
    reads: noteReads,
  },
  {
    operation: 'v2 POST /customers/{customerId}/workflows',
    minimal: (scene) => ({ id: eventOf('customer')(scene).Id }),
    full: (scene) => ({ id: eventOf('customer')(scene).Id }),
    reads: [],
    unread: 'the event starts workflows, which the entity does not show',
  },
];
