import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { customField } from '../../../contract/preparations.ts';
import { hasMail } from '../../../contract/fixture-rows.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';

const group = ({ client }: Scene): string =>
  packKey('KundenGruppeKey', client.row('customerGroup', (one) => !one.isDefault).id);

async function customer(scene: Scene): Promise<Record<string, unknown>> {
  return {
    number: 'K-77003',
    customerGroup: group(scene),
    taxIdentificationNumber: 'Steuer-71',
    birthday: '1987-08-09T00:00:00.000Z',
    isBanned: true,
    discount: 5.5,
    stopPaymentRequest: true,
    paymentTarget: 25,
    paymentMethodKey: packKey('ZahlungsartKey', 2),
    lineOfCredit: 4400,
    website: 'https://app.example.com',
    source: 'Messe 72',
    honorific: 'Frau 73',
    title: 'Prof. 74',
    firstName: 'Paula 75',
    lastName: 'Petersen 76',
    company: 'App GmbH 77',
    companyAddition: 'Abteilung 78',
    street: 'Appstraße 79',
    additionalAddressInfo: 'Hof 80',
    postalCode: '24103',
    city: 'Kiel 81',
    state: 'Land 82',
    countryIso2: 'AT',
    phoneNumber: '0431 83',
    mobilePhoneNumber: '0175 84',
    mailAddress: 'app85@example.com',
    additionalAddresses: [
      {
        addressType: 0,
        isStandard: false,
        street: 'Lagerstraße 1',
        city: 'Lagerstadt 2',
        countryIso2: 'FR',
        honorific: 'Herr 3',
        title: 'Dr. 4',
        firstName: 'Lars 5',
        lastName: 'Lund 6',
        company: 'Lager GmbH 7',
        companyAddition: 'Tor 8',
        additionalAddressInfo: 'Rampe 9',
        state: 'Lagerland 10',
        salesTaxIdentificationNumber: 'FR11111111111',
        phoneNumber: '0431 12',
        mobilePhoneNumber: '0175 13',
        mailAddress: 'lager14@example.com',
        postalCode: '75015',
      },
    ],
    notes: [{ noteText: 'Notiz der App' }],
    fields: [
      {
        internalCustomizedFieldKey: packKey('EigenesFeldKey', await customField(scene, 3)),
        value: 'Wert der App',
      },
    ],
    bankAccounts: [
      {
        accountNumber: '1234561',
        bankNumber: '50010562',
        iban: 'DE89370400440532013063',
        bic: 'COBADEFF064',
        bankName: 'Bank 65',
        accountOwner: 'Inhaberin 66',
        isDefault: true,
        cardType: 'Karte 67',
        cardValidUntil: '06/32',
        cardVerificationValue: '968',
        bankCardNumber: '4111111111111169',
      },
    ],
    contactPersons: [
      {
        kundeKey: packKey('KundeKey', 0),
        lieferantKey: packKey('LieferantKey', 0),
        anrede: 'Frau 51',
        vorname: 'Anna 52',
        nachname: 'Ast 53',
        telefon: '0431 54',
        mobil: '0175 55',
        fax: '0431 56',
        email: 'anna57@example.com',
        abteilung: 'Einkauf 58',
      },
    ],
  };
}

const lists = {
  additionaladdresses: 'the answer has the fields of the customer alone',
  notes: 'the answer has the fields of the customer alone',
  fields: 'the answer has the fields of the customer alone',
  bankaccounts: 'the answer has the fields of the customer alone',
  contactpersons: 'the answer has the fields of the customer alone',
};

const reads: Read[] = [
  { by: 'v2 GET /wawiapp/customers/{customerId}', hidden: lists },
  {
    by: 'v1 GET /customers/{customerId}',
    names: {
      '': 'billingaddress',
      number: 'number',
      customergroup: 'customergroupid',
      taxidentificationnumber: 'taxidentificationnumber',
      birthday: 'birthday',
      isbanned: 'islocked',
      discount: 'paymentsettings.discount',
      stoppaymentrequest: 'paymentsettings.stoppaymentrequest',
      paymenttarget: 'paymentsettings.paymenttarget',
      paymentmethodkey: 'paymentsettings.paymentmethodid',
      lineofcredit: 'paymentsettings.creditlimit',
      website: 'website',
      source: 'initialcontact',
      additionaladdresses: 'otheraddresses.othershippingaddresses',
      '*.honorific': 'formofaddress',
      '*.companyaddition': 'company2',
      '*.additionaladdressinfo': 'address2',
      '*.countryiso2': 'countryiso',
      '*.mailaddress': 'emailaddress',
      '*.salestaxidentificationnumber': 'vatid',
    },
    hidden: {
      'additionaladdresses.addresstype': 'the place of the address says it',
      'additionaladdresses.isstandard': 'the place of the address says it',
      notes: 'read on its own',
      fields: 'read on its own',
      bankaccounts: 'read on its own',
      contactpersons: 'read on its own',
    },
  },
  {
    by: 'v1 GET /customers/{customerId}/notes',
    only: { notes: true },
    row: (one) => one['NoteBody'] === 'Notiz der App',
    names: { 'notes.notetext': 'notebody' },
  },
  {
    by: 'v1 GET /customers/{customerId}/customfields',
    only: { fields: true },
    row: (one) => one['Value'] === 'Wert der App',
    names: { 'fields.value': 'value', 'fields.internalcustomizedfieldkey': 'customfieldid' },
  },
  {
    by: 'v1 GET /customers/{customerId}/bankaccounts',
    only: { bankaccounts: true },
    row: (one) => one['AccountNumber'] === '1234561',
    names: {
      bankaccounts: '',
      '*.banknumber': 'bankcode',
      '*.accountowner': 'accountholder',
    },
    hidden: {
      'bankaccounts.isdefault': 'v1 has no such field',
      'bankaccounts.cardtype': 'v1 has no cards',
      'bankaccounts.cardvaliduntil': 'v1 has no cards',
      'bankaccounts.cardverificationvalue': 'v1 has no cards',
      'bankaccounts.bankcardnumber': 'v1 has no cards',
    },
  },
  {
    by: 'v2 GET /customers/{customerId}/bank-accounts',
    only: { bankaccounts: true },
    row: (one) => one['accountNumber'] === '1234561',
    names: {
      bankaccounts: '',
      '*.banknumber': 'bankcode',
      '*.accountowner': 'accountholder',
      '*.cardvaliduntil': 'cardvalidity',
      '*.cardverificationvalue': 'cardcvv',
      '*.bankcardnumber': 'cardnumber',
    },
  },
  {
    by: 'v1 GET /customers/{customerId}/contacts',
    only: { contactpersons: true },
    row: (one) => one['LastName'] === 'Ast 53',
    names: {
      contactpersons: '',
      '*.anrede': 'honorific',
      '*.vorname': 'firstname',
      '*.nachname': 'lastname',
      '*.telefon': 'phonenumber',
      '*.mobil': 'mobilephonenumber',
      '*.email': 'emailaddress',
      '*.abteilung': 'department',
    },
    hidden: {
      'contactpersons.kundekey': 'the customer is the one that is written',
      'contactpersons.lieferantkey': 'a person of a customer has no supplier',
    },
  },
];

const without = {
  'additionaladdresses.country': 'the name of the country that countryIso2 says',
};

export const customersOfWawiApp: RequestRow[] = [
  {
    operation: 'v2 POST /wawiapp/customers',
    minimal: (scene) => ({
      customerGroup: group(scene),
      street: 'Kai 1',
      city: 'Kiel',
      countryIso2: 'DE',
    }),
    full: customer,
    without,
    reads,
  },
  {
    operation: 'v2 PATCH /wawiapp/customers/{customerId}',
    values: ({ client }) => ({ customerid: packKey('KundeKey', client.row('customer', hasMail).id) }),
    minimal: () => ({}),
    full: customer,
    without: {
      ...without,
      'additionaladdresses.internaladdresskey': 'without it the address is a new one',
      'notes.internalnotekey': 'without it the note is a new one',
      'bankaccounts.internalbankaccountkey': 'without it the account is a new one',
      'contactpersons.ansprechpartnerkey': 'without it the person is a new one',
    },
    reads,
  },
];
