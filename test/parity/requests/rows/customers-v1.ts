import type { WorkflowObject } from '../../../../src/wawi/areas/system/schema/processes.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { hasMail } from '../../../contract/fixture-rows.ts';

/** An address of which each value names the address and the field. */
export function addressV1(of: string, country: string): Record<string, unknown> {
  return {
    Company: `${of} Firma`,
    Company2: `${of} Abteilung`,
    FormOfAddress: `${of} Anrede`,
    Title: `${of} Titel`,
    FirstName: `${of} Vorname`,
    LastName: `${of} Nachname`,
    Street: `${of}straße 12`,
    Address2: `${of} Hinterhaus`,
    PostalCode: `${of}-4711`,
    City: `${of} Stadt`,
    State: `${of} Land`,
    CountryIso: country,
    VatID: `${of}-USt`,
    PhoneNumber: `${of} 100`,
    MobilePhoneNumber: `${of} 200`,
    EmailAddress: `${of.toLowerCase()}@example.com`,
    Fax: `${of} 300`,
  };
}

function customer({ client }: Scene): Record<string, unknown> {
  return {
    Number: 'K-77001',
    CustomerGroupId: client.row('customerGroup', (one) => !one.isDefault).id,
    BillingAddress: addressV1('Rechnung', 'AT'),
    Shipmentaddress: addressV1('Liefer', 'FR'),
    CustomAddress: addressV1('Eigen', 'IT'),
    OtherAddresses: {
      OtherBillingAddresses: [addressV1('Nebenrechnung', 'NL')],
      OtherShippingAddresses: [addressV1('Nebenliefer', 'BE')],
      OtherCustomerAddresses: [addressV1('Nebeneigen', 'PL')],
    },
    PaymentSettings: {
      PaymentMethodId: 2,
      Discount: 3.5,
      PaymentTarget: 21,
      CreditLimit: 4200,
      StopPaymentRequest: true,
    },
    CustomerSince: '2021-03-04T05:06:07.000Z',
    LanguageIso: 'EN',
    InternalCompanyId: client.row('company').id,
    CustomerCategoryId: client.row('customerCategory').id,
    TaxIdentificationNumber: 'Steuer-81',
    AccountsReceivableNumber: 10881,
    CommercialRegisterNumber: 'HRB 82',
    Website: 'https://kunde.example.com',
    InitialContact: 'Messe 83',
    EbayUsername: 'ebay-84',
    Birthday: '1985-06-07T00:00:00.000Z',
    IsLocked: true,
    IsCashRegisterBased: true,
  };
}

/** Fields that the type Customer of GraphQL does not have. */
export const notInGraphql = {
  paymentsettings: 'the type has no payment settings',
  internalcompanyid: 'the type has no company',
  customercategoryid: 'the type has no category',
  accountsreceivablenumber: 'the type has no account',
  initialcontact: 'the type has no such field',
  ebayusername: 'the type has no such field',
  birthday: 'the type has no such field',
  iscashregisterbased: 'the type has no such field',
};

export const laterInGraphql = {
  commercialregisternumber: '2.1',
  taxidentificationnumber: '2.1',
  website: '2.1',
  homepage: '2.1',
  islocked: '2.1',
} as const;

const inBothApis: Read[] = [
  { by: 'v1 GET /customers/{customerId}' },
  {
    by: { query: 'GetCustomerById', argument: 'customerId', key: 'KundeKey' },
    names: {
      number: 'customernumber',
      customersince: 'createddate',
      website: 'homepage',
      billingaddress: 'customeraddresses',
      shipmentaddress: 'customeraddresses',
      customaddress: 'customeraddresses',
      'otheraddresses.otherbillingaddresses': 'customeraddresses',
      'otheraddresses.othershippingaddresses': 'customeraddresses',
      'otheraddresses.othercustomeraddresses': 'customeraddresses',
      '*.company': 'companyname',
      '*.company2': 'additionalcompanyline',
      '*.formofaddress': 'salutation',
      '*.address2': 'additionaladdressline',
      '*.fax': 'faxnumber',
    },
    hidden: notInGraphql,
    since: laterInGraphql,
  },
];

export const contactV1 = {
  Department: 'Einkauf 1',
  Honorific: 'Frau 2',
  FirstName: 'Jana 3',
  LastName: 'Kern 4',
  PhoneNumber: '0301 5',
  MobilePhoneNumber: '0171 6',
  EmailAddress: 'jana7@example.com',
  Fax: '0302 8',
};
export const accountV1 = {
  AccountHolder: 'Inhaberin 1',
  BankName: 'Bank 2',
  AccountNumber: '1234503',
  BankCode: '50010504',
  IBAN: 'DE89370400440532013005',
  BIC: 'COBADEFF006',
};

const group = { Name: 'Großhandel 1', IsDefault: true, Discount: 7.5, IsNetPrice: true };

/** A customer with an e-mail address. */
const knownCustomer = ({ client }: Pick<Scene, 'client'>): Record<string, string> => ({
  customerid: String(client.row('customer', hasMail).id),
});

/** A workflow event, which the entity does not show. */
export function eventOf(object: WorkflowObject): (scene: Scene) => { Id: number } {
  return ({ client }) => ({ Id: client.row('workflowEvent', (one) => one.object === object).eventId });
}

export const customersV1: RequestRow[] = [
  {
    operation: 'v1 POST /customers',
    minimal: ({ client }) => ({
      CustomerGroupId: client.row('customerGroup').id,
      BillingAddress: { City: 'Kiel', CountryIso: 'DE' },
      LanguageIso: 'DE',
      InternalCompanyId: client.row('company').id,
    }),
    full: customer,
    reads: [{ by: 'answer' }, ...inBothApis],
  },
  {
    operation: 'v1 PATCH /customers/{customerId}',
    values: knownCustomer,
    minimal: () => ({}),
    full: customer,
    reads: [{ by: 'answer' }, ...inBothApis],
  },
  {
    operation: 'v1 POST /customers/{customerId}/bankaccounts',
    minimal: () => ({ AccountHolder: 'Nur Inhaberin' }),
    full: () => accountV1,
    reads: [
      { by: 'answer' },
      { by: 'v1 GET /customers/{customerId}/bankaccounts/{customerBankAccountId}' },
      { by: 'v1 GET /customers/{customerId}/bankaccounts' },
    ],
  },
  {
    operation: 'v1 PATCH /customers/{customerId}/bankaccounts/{customerBankAccountId}',
    minimal: () => ({}),
    full: () => accountV1,
    reads: [{ by: 'v1 GET /customers/{customerId}/bankaccounts/{customerBankAccountId}' }],
  },
  {
    operation: 'v1 POST /customers/{customerId}/contacts',
    minimal: () => ({}),
    full: () => contactV1,
    reads: [
      { by: 'answer' },
      { by: 'v1 GET /customers/{customerId}/contacts/{customerContactId}' },
      { by: 'v1 GET /customers/{customerId}/contacts' },
    ],
  },
  {
    operation: 'v1 PATCH /customers/{customerId}/contacts/{customerContactId}',
    minimal: () => ({}),
    full: () => contactV1,
    reads: [{ by: 'v1 GET /customers/{customerId}/contacts/{customerContactId}' }],
  },
  {
    operation: 'v1 PATCH /customers/{customerId}/customfields/{customfieldId}',
    minimal: () => ({ Value: 'Wert 1' }),
    full: () => ({ Value: 'Wert 2' }),
    reads: [
      {
        by: 'v1 GET /customers/{customerId}/customfields',
        row: (one) => one['Value'] === 'Wert 2',
      },
    ],
  },
  {
    operation: 'v1 POST /customers/{customerId}/notes',
    minimal: () => ({ NoteBody: 'Notiz 1' }),
    full: () => ({ NoteBody: 'Notiz 2' }),
    reads: [{ by: 'answer' }, { by: 'v1 GET /customers/{customerId}/notes/{noteId}' }],
  },
  {
    operation: 'v1 PATCH /customers/{customerId}/notes/{noteId}',
    minimal: () => ({ NoteBody: 'Notiz 3' }),
    full: () => ({ NoteBody: 'Notiz 4' }),
    reads: [{ by: 'v1 GET /customers/{customerId}/notes/{noteId}' }],
  },
  {
    operation: 'v1 POST /customers/{customerId}/workflowEvents',
    minimal: eventOf('customer'),
    full: eventOf('customer'),
    reads: [],
    unread: 'the event starts workflows, which the entity does not show',
  },
  {
    operation: 'v1 POST /customerGroups',
    minimal: () => ({ Name: 'Nur ein Name' }),
    full: () => group,
    reads: [
      { by: 'answer' },
      { by: 'v1 GET /customerGroups/{customergroupId}' },
      { by: { query: 'QueryCustomerGroups', key: 'KundenGruppeKey' } },
    ],
  },
  {
    operation: 'v1 PATCH /customerGroups/{customergroupId}',
    minimal: () => ({}),
    full: () => group,
    reads: [
      { by: 'answer' },
      { by: 'v1 GET /customerGroups/{customergroupId}' },
      { by: { query: 'QueryCustomerGroups', key: 'KundenGruppeKey' } },
    ],
  },
  {
    operation: 'v1 POST /customerCategories',
    minimal: () => ({ Name: 'Verein 1' }),
    full: () => ({ Name: 'Verein 2' }),
    reads: [{ by: 'answer' }, { by: 'v1 GET /customerCategories/{customercategoryId}' }],
  },
  {
    operation: 'v1 PATCH /customerCategories/{customercategoryId}',
    minimal: () => ({}),
    full: () => ({ Name: 'Verein 3' }),
    reads: [{ by: 'answer' }, { by: 'v1 GET /customerCategories/{customercategoryId}' }],
  },
];
