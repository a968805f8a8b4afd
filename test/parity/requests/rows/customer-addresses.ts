import { laterInGraphql, notInGraphql } from './customers-v1.ts';
import type { Read } from '../request-row.ts';

/** An address in parts. */
export const addressInParts = {
  address: {
    street: 'Änderungsstraße 3',
    addressAdditional: 'Aufgang B',
    city: 'Änderungsstadt',
    postalCode: 'A-1010',
    state: 'Änderungsland',
    countryISO2: 'AT',
    postId: 'Post-4712',
  },
  contactDetails: {
    emailAddress: 'neu@example.com',
    phoneNumber: '030 1',
    mobilePhoneNumber: '0170 2',
    faxNumber: '030 3',
  },
  financialDetails: { vatID: 'ATU12345678' },
  identity: {
    salutation: 'Herr Neu',
    title: 'Dr. Neu',
    firstName: 'Nils',
    lastName: 'Neumann',
    companyName: 'Neu GmbH',
    companyExtension: 'Abteilung Neu',
  },
};

/** The addresses of a customer in GraphQL are one list, in which each value names its address. */
export const graphql: Read = {
  by: { query: 'GetCustomerById', argument: 'customerId', key: 'KundeKey' },
  names: {
    number: 'customernumber',
    created: 'createddate',
    billingaddress: 'customeraddresses',
    'billingaddress.address': 'customeraddresses',
    'billingaddress.contactdetails': 'customeraddresses',
    'billingaddress.financialdetails': 'customeraddresses',
    'billingaddress.identity': 'customeraddresses',
    shipmentaddress: 'customeraddresses',
    addresses: 'customeraddresses',
    '*.addressadditional': 'additionaladdressline',
    '*.countryiso2': 'countryiso',
    '*.companyextension': 'additionalcompanyline',
    'addresses.isdefaultaddress': 'customeraddresses.isdefault',
  },
  hidden: {
    ...notInGraphql,
    companyid: 'the type has no company',
    paymentmethodid: 'the type has no payment method',
    debtornumber: 'the type has no account',
    ebayname: 'the type has no such field',
    'billingaddress.gln': 'no answer of any version has it',
    'shipmentaddress.gln': 'no answer of any version has it',
    'billingaddress.address.postid': 'an address of GraphQL has no such field',
  },
  since: laterInGraphql,
};

/** v1 has what GraphQL lacks. */
export const v1: Read = {
  by: 'v1 GET /customers/{customerId}',
  names: {
    companyid: 'internalcompanyid',
    paymentmethodid: 'paymentsettings.paymentmethodid',
    ebayname: 'ebayusername',
    homepage: 'website',
    customernumber: 'number',
    created: 'customersince',
    createddate: 'customersince',
    debtornumber: 'accountsreceivablenumber',
    'billingaddress.address': 'billingaddress',
    'billingaddress.contactdetails': 'billingaddress',
    'billingaddress.financialdetails': 'billingaddress',
    'billingaddress.identity': 'billingaddress',
    addresses: 'otheraddresses.othercustomeraddresses',
    '*.additionaladdressline': 'address2',
    '*.addressadditional': 'address2',
    '*.countryiso2': 'countryiso',
    '*.faxnumber': 'fax',
    '*.salutation': 'formofaddress',
    '*.companyname': 'company',
    '*.additionalcompanyline': 'company2',
    '*.companyextension': 'company2',
    '*.paymentduedateindays': 'paymenttarget',
    '*.isdunningblocked': 'stoppaymentrequest',
  },
  hidden: {
    'billingaddress.gln': 'no answer of any version has it',
    'shipmentaddress.gln': 'no answer of any version has it',
    'billingaddress.address.postid': 'an address of v1 has no such field',
    'paymentsettings.cashdiscountdays': 'v1 has no such field',
    'addresses.isdefaultaddress': 'v1 shows it by the place of the address',
  },
};
/** The one address, which is a customer's billing address. */
export const changedAddress: Read = {
  by: 'v1 GET /customers/{customerId}',
  names: {
    address: 'billingaddress',
    contactdetails: 'billingaddress',
    financialdetails: 'billingaddress',
    identity: 'billingaddress',
    '*.addressadditional': 'address2',
    '*.countryiso2': 'countryiso',
    '*.faxnumber': 'fax',
    '*.salutation': 'formofaddress',
    '*.companyname': 'company',
    '*.companyextension': 'company2',
  },
  hidden: { 'address.postid': 'an address of v1 has no such field' },
};
