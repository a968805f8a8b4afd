import type { Decimal } from '../../../store/values/decimal.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

/** A VAT number of a company, one per country it is registered in. */
export interface CompanyVatId {
  readonly id: number;
  countryIso: string;
  vatId: string;
  isShippingCountry: boolean;
}

export interface Company {
  readonly id: number;
  name: string;
  owner?: string;
  street?: string;
  postalCode?: string;
  city?: string;
  countryIso?: string;
  phone?: string;
  fax?: string;
  emailAddress?: string;
  website?: string;
  bankName?: string;
  bankCode?: string;
  accountNumber?: string;
  accountHolder?: string;
  iban?: string;
  bic?: string;
  creditorId?: string;
  taxId?: string;
  payPalEmailAddress?: string;
  dhlIntrashipCustomerId?: string;
  upsCustomerId?: string;
  isSmallBusinessOwner?: boolean;
  vatIds?: CompanyVatId[];
}

export interface CountryState {
  regionCode: string;
  isoCode: string;
  name: string;
}

export interface Country {
  readonly id: number;
  /** ISO 3166-1 alpha-2. */
  iso: string;
  iso3: string;
  numericIso: number;
  name: string;
  continent: string;
  /** ISO 4217. */
  currencyIso: string;
  isEu: boolean;
  /** IETF language tag, such as `de-DE`. */
  defaultCulture: string;
  displayNameState?: string;
  states: CountryState[];
  /** Tax rates in per cent by the tax classes' types (2 further reduced, 3 reduced, 4 normal). */
  taxRates: Readonly<Record<number, Decimal>>;
}

export interface Currency {
  readonly id: number;
  /** ISO 4217. */
  iso: string;
  name: string;
  /** Units of the currency for one of the default currency. */
  factor: Decimal;
  isDefault: boolean;
  /** ISO 8601. */
  updated?: string;
}

export interface Language {
  readonly id: number;
  /** IETF language tag, such as `de-DE`. */
  cultureIso: string;
  languageIso2: string;
  languageIso3: string;
  name: string;
  isDefault: boolean;
  /** Only active languages are offered to items and documents. */
  isActive: boolean;
}

export interface TaxClass {
  readonly id: number;
  name: string;
  isDefault: boolean;
  /** 0 none ... 4 normal rate: the numbers of the contract. */
  type: number;
}

/** Countries taxed alike, seen from a company. */
export interface TaxZone {
  readonly id: number;
  name: string;
  companyId: number;
  countryIsos: string[];
  /** Rates that differ from the countries' own, by tax class. */
  rates: { readonly id: number; taxClassId: number; rate: Decimal }[];
}

export interface PaymentMethod {
  readonly id: number;
  name: string;
  isStandard: boolean;
  isActive: boolean;
  generalLedgerAccount?: string;
  isDebit?: boolean;
  isDunningActive?: boolean;
  canShipBeforePayment?: boolean;
  cashDiscountDays?: number;
  /** Per cent. */
  cashDiscount?: Decimal;
  paymentOption?: string;
}

export interface ShippingMethod {
  readonly id: number;
  name: string;
  priority: number;
  grossPrice: Decimal;
  /** Kilograms. */
  extraWeight: Decimal;
  isAmazonPrime: boolean;
  /** Absent: active. */
  isActive?: boolean;
}

/** Where goods are sold: Wawi itself, a shop, a marketplace. */
export interface SalesChannel {
  readonly id: number;
  /** `type-platform-shop`, such as `2-2-1`. */
  channelId: string;
  /** 0 JTL-Wawi, 1 online shop ...: the numbers of the contract. */
  type: number;
  name: string;
  itemCapabilities: {
    descriptions: boolean;
    onlineShopActivation: boolean;
    prices: boolean;
    specialPrices: boolean;
    images: boolean;
  };
  categoryCapabilities: { descriptions: boolean; onlineShopActivation: boolean };
  documentationUrl?: string;
}

export interface MasterEntities {
  company: Company;
  country: Country;
  currency: Currency;
  language: Language;
  taxClass: TaxClass;
  taxZone: TaxZone;
  paymentMethod: PaymentMethod;
  shippingMethod: ShippingMethod;
  salesChannel: SalesChannel;
}

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends MasterEntities {}
}

export const masterKinds: { [N in keyof MasterEntities]: EntityKind<MasterEntities[N]> } = {
  company: {
    key: 'FirmaKey',
    label: 'company',
    codes: { countryIso: 'country', 'vatIds[].countryIso': 'country' },
  },
  country: { key: 'LandKey', label: 'country', unique: ['iso'] },
  currency: { key: 'WaehrungKey', label: 'currency', unique: ['iso'] },
  language: { key: 'SpracheKey', label: 'language', unique: ['cultureIso'] },
  taxClass: { key: 'SteuerklasseKey', label: 'tax class', unique: ['name'] },
  taxZone: {
    key: 'SteuerzoneKey',
    label: 'tax zone',
    references: { companyId: 'company', 'rates[].taxClassId': 'taxClass' },
    codes: { 'countryIsos[]': 'country' },
  },
  paymentMethod: { key: 'ZahlungsartKey', label: 'payment method' },
  shippingMethod: { key: 'VersandartKey', label: 'shipping method' },
  salesChannel: { key: 'VerkaufskanalKey', label: 'sales channel', unique: ['channelId'] },
};
