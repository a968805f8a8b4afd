import type { TaxZone } from '../../master-data/schema/master.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { countryOf, taxFor } from '../operations/tax-rates.ts';

/** Tax classes and tax zones in v2. */
export const taxViewsV2: V2Views = {
  'Tax.CreateTaxClass': v2View<'Tax.CreateTaxClass'>({ IsStandard: 'isDefault', TaxType: 'type' }),
  'Tax.TaxClassWithTaxRate': v2View<'Tax.TaxClassWithTaxRate'>({ IsStandard: 'isDefault' }),
  'Tax.TaxZone': v2View<'Tax.TaxZone', TaxZone>({
    Countries: (zone, { data }) => zone.countryIsos.map((iso) => ({ zone, country: countryOf(data, iso) })),
  }),
  'Tax.TaxZoneCountry': v2View<
    'Tax.TaxZoneCountry',
    { zone: TaxZone; country: { iso: string; name: string } }
  >({
    CountryIso: 'country.iso',
    Name: 'country.name',
    TaxRates: ({ zone, country }, { data }) => ratesOf(data, zone, country.iso),
  }),
};

/** The rates of a sale to a private customer in the country. */
function ratesOf(data: TenantData, zone: TaxZone, countryIso: string): object[] {
  const departureCountryIso = data.get('company', zone.companyId).countryIso ?? 'DE';
  return [...data.of('taxClass').values()].map((taxClass) => ({
    taxClassId: taxClass.id,
    taxClassName: taxClass.name,
    rate: taxFor(data, {
      taxClassId: taxClass.id,
      companyId: zone.companyId,
      departureCountryIso,
      shipmentCountryIso: countryIso,
    }).rate,
  }));
}
