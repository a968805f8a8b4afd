import {
  amount,
  entity,
  flag,
  id,
  instant,
  list,
  mapOf,
  optional,
  part,
  text,
  whole,
} from '../../../store/fields.ts';

/** A VAT number of a company, one per country it is registered in. */
export const companyVatId = part({
  id,
  countryIso: text,
  vatId: text,
  isShippingCountry: flag,
});

export const company = entity({
  name: text,
  owner: optional(text),
  street: optional(text),
  postalCode: optional(text),
  city: optional(text),
  countryIso: optional(text),
  phone: optional(text),
  fax: optional(text),
  emailAddress: optional(text),
  website: optional(text),
  bankName: optional(text),
  bankCode: optional(text),
  accountNumber: optional(text),
  accountHolder: optional(text),
  iban: optional(text),
  bic: optional(text),
  creditorId: optional(text),
  taxId: optional(text),
  payPalEmailAddress: optional(text),
  dhlIntrashipCustomerId: optional(text),
  upsCustomerId: optional(text),
  isSmallBusinessOwner: optional(flag),
  vatIds: optional(list(companyVatId)),
});

export const countryState = part({
  regionCode: text,
  isoCode: text,
  name: text,
});

export const country = entity({
  /** ISO 3166-1 alpha-2. */
  iso: text,
  iso3: text,
  numericIso: whole,
  name: text,
  continent: text,
  /** ISO 4217. */
  currencyIso: text,
  isEu: flag,
  /** IETF language tag, such as `de-DE`. */
  defaultCulture: text,
  displayNameState: optional(text),
  states: list(countryState),
  /** Tax rates in per cent by the tax classes' types (2 further reduced, 3 reduced, 4 normal). */
  taxRates: mapOf(amount),
});

export const currency = entity({
  /** ISO 4217. */
  iso: text,
  name: text,
  /** Units of the currency for one of the default currency. */
  factor: amount,
  isDefault: flag,
  /** ISO 8601. */
  updated: optional(instant),
});

export const language = entity({
  /** IETF language tag, such as `de-DE`. */
  cultureIso: text,
  languageIso2: text,
  languageIso3: text,
  name: text,
  isDefault: flag,
  /** Only active languages are offered to items and documents. */
  isActive: flag,
});

export const taxClass = entity({
  name: text,
  isDefault: flag,
  /** 0 none ... 4 normal rate: the numbers of the contract. */
  type: whole,
});

/** Countries taxed alike, seen from a company. */
export const taxZone = entity({
  name: text,
  companyId: whole,
  countryIsos: list(text),
  /** States that the zone is limited to, by country; default: the whole country. */
  states: optional(list(part({ countryIso: text, stateCode: text }))),
  /** Where goods leave from; default: any country. */
  departureCountryIso: optional(text),
  /** The VAT ID on invoices to firms: 0 as determined, 1 of the company's country, 2 of the country of departure. */
  vatIdB2B: optional(whole),
  /** The same for invoices to private customers. */
  vatIdB2C: optional(whole),
  /** Rates that differ from the countries' own, by tax class. */
  rates: list(
    part({
      id,
      taxClassId: whole,
      rate: amount,
      taxCodeId: optional(whole),
      intraCommunityDeliveryTaxCodeId: optional(whole),
      exemptFromVatNotEuTaxCodeId: optional(whole),
      reverseChargeTaxCodeId: optional(whole),
    }),
  ),
});

/** The key under which bookkeeping records a tax. */
export const taxCode = entity({
  number: whole,
  name: text,
  generalLedgerAccount: text,
  cashDiscountAccount: text,
  /** Whether bookkeeping works the tax out by itself. */
  isAutomatic: flag,
});

export const paymentMethod = entity({
  name: text,
  isStandard: flag,
  isActive: flag,
  generalLedgerAccount: optional(text),
  isDebit: optional(flag),
  isDunningActive: optional(flag),
  canShipBeforePayment: optional(flag),
  cashDiscountDays: optional(whole),
  /** Per cent. */
  cashDiscount: optional(amount),
  paymentOption: optional(text),
});

export const shippingMethod = entity({
  name: text,
  priority: whole,
  grossPrice: amount,
  /** Kilograms. */
  extraWeight: amount,
  isAmazonPrime: flag,
  /** Default: active. */
  isActive: optional(flag),
});

/** Where goods are sold: Wawi itself, a shop, a marketplace. */
export const salesChannel = entity({
  /** `type-platform-shop`, such as `2-2-1`. */
  channelId: text,
  /** 0 JTL-Wawi, 1 online shop ...: the numbers of the contract. */
  type: whole,
  name: text,
  itemCapabilities: part({
    descriptions: flag,
    onlineShopActivation: flag,
    prices: flag,
    specialPrices: flag,
    images: flag,
  }),
  categoryCapabilities: part({
    descriptions: flag,
    onlineShopActivation: flag,
  }),
  documentationUrl: optional(text),
});

export const masterEntities = {
  company,
  country,
  currency,
  language,
  taxClass,
  taxZone,
  taxCode,
  paymentMethod,
  shippingMethod,
  salesChannel,
};
