import type { Static } from 'typebox';
import type {
  company,
  companyVatId,
  country,
  countryState,
  currency,
  language,
  masterEntities,
  paymentMethod,
  salesChannel,
  shippingMethod,
  taxClass,
  taxCode,
  taxZone,
} from './master.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

/** A VAT number of a company, one per country it is registered in. */
export type CompanyVatId = Static<typeof companyVatId>;

export type Company = Static<typeof company>;

export type CountryState = Static<typeof countryState>;

export type Country = Static<typeof country>;

export type Currency = Static<typeof currency>;

export type Language = Static<typeof language>;

export type TaxClass = Static<typeof taxClass>;

/** Countries taxed alike, seen from a company. */
export type TaxZone = Static<typeof taxZone>;

export type TaxCode = Static<typeof taxCode>;

export type PaymentMethod = Static<typeof paymentMethod>;

export type ShippingMethod = Static<typeof shippingMethod>;

/** Where goods are sold: Wawi itself, a shop, a marketplace. */
export type SalesChannel = Static<typeof salesChannel>;

export type MasterEntities = Entities<typeof masterEntities>;

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
    references: {
      companyId: 'company',
      'rates[].taxClassId': 'taxClass',
      'rates[].taxCodeId': 'taxCode',
      'rates[].intraCommunityDeliveryTaxCodeId': 'taxCode',
      'rates[].exemptFromVatNotEuTaxCodeId': 'taxCode',
      'rates[].reverseChargeTaxCodeId': 'taxCode',
    },
    codes: { 'countryIsos[]': 'country', departureCountryIso: 'country' },
  },
  taxCode: { key: 'SteuerschluesselKey', label: 'tax code', unique: ['number'] },
  paymentMethod: { key: 'ZahlungsartKey', label: 'payment method' },
  shippingMethod: { key: 'VersandartKey', label: 'shipping method' },
  salesChannel: { key: 'VerkaufskanalKey', label: 'sales channel', unique: ['channelId'] },
};
