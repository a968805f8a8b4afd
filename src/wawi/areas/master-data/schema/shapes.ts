import type {
  Company,
  CompanyVatId,
  Country,
  CountryState,
  Currency,
  Language,
  MasterEntities,
  PaymentMethod,
  SalesChannel,
  ShippingMethod,
  TaxClass,
  TaxZone,
} from './master.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';

const companyVatId: Shape<CompanyVatId> = {
  id: 'id',
  countryIso: 'text',
  vatId: 'text',
  isShippingCountry: 'flag',
};

const company: Shape<Company> = {
  id: 'id',
  name: 'text',
  owner: 'text',
  street: 'text',
  postalCode: 'text',
  city: 'text',
  countryIso: 'text',
  phone: 'text',
  fax: 'text',
  emailAddress: 'text',
  website: 'text',
  bankName: 'text',
  bankCode: 'text',
  accountNumber: 'text',
  accountHolder: 'text',
  iban: 'text',
  bic: 'text',
  creditorId: 'text',
  taxId: 'text',
  payPalEmailAddress: 'text',
  dhlIntrashipCustomerId: 'text',
  upsCustomerId: 'text',
  isSmallBusinessOwner: 'flag',
  vatIds: [companyVatId],
};

const countryState: Shape<CountryState> = { regionCode: 'text', isoCode: 'text', name: 'text' };

const country: Shape<Country> = {
  id: 'id',
  iso: 'text',
  iso3: 'text',
  numericIso: 'whole',
  name: 'text',
  continent: 'text',
  currencyIso: 'text',
  isEu: 'flag',
  defaultCulture: 'text',
  displayNameState: 'text',
  states: [countryState],
  taxRates: { '*': 'amount' },
};

const currency: Shape<Currency> = {
  id: 'id',
  iso: 'text',
  name: 'text',
  factor: 'amount',
  isDefault: 'flag',
  updated: 'instant',
};

const language: Shape<Language> = {
  id: 'id',
  cultureIso: 'text',
  languageIso2: 'text',
  languageIso3: 'text',
  name: 'text',
  isDefault: 'flag',
  isActive: 'flag',
};

const taxClass: Shape<TaxClass> = { id: 'id', name: 'text', isDefault: 'flag', type: 'whole' };

const taxZone: Shape<TaxZone> = {
  id: 'id',
  name: 'text',
  companyId: 'whole',
  countryIsos: ['text'],
  rates: [{ id: 'id', taxClassId: 'whole', rate: 'amount' }],
};

const paymentMethod: Shape<PaymentMethod> = {
  id: 'id',
  name: 'text',
  isStandard: 'flag',
  isActive: 'flag',
  generalLedgerAccount: 'text',
  isDebit: 'flag',
  isDunningActive: 'flag',
  canShipBeforePayment: 'flag',
  cashDiscountDays: 'whole',
  cashDiscount: 'amount',
  paymentOption: 'text',
};

const shippingMethod: Shape<ShippingMethod> = {
  id: 'id',
  name: 'text',
  priority: 'whole',
  grossPrice: 'amount',
  extraWeight: 'amount',
  isAmazonPrime: 'flag',
  isActive: 'flag',
};

const salesChannel: Shape<SalesChannel> = {
  id: 'id',
  channelId: 'text',
  type: 'whole',
  name: 'text',
  itemCapabilities: {
    descriptions: 'flag',
    onlineShopActivation: 'flag',
    prices: 'flag',
    specialPrices: 'flag',
    images: 'flag',
  },
  categoryCapabilities: { descriptions: 'flag', onlineShopActivation: 'flag' },
  documentationUrl: 'text',
};

export const masterShapes: Shapes<MasterEntities> = {
  company,
  country,
  currency,
  language,
  taxClass,
  taxZone,
  paymentMethod,
  shippingMethod,
  salesChannel,
};
