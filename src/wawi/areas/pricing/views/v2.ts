import type { TaxZone } from '../../master-data/schema/master.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';

type ZoneRate = TaxZone['rates'][number] & { taxZoneId: number };
interface ZoneCountry {
  taxZoneId: number;
  countryIso: string;
  stateCode: string;
}

/** Tax classes and tax zones in v2. */
export const taxViewsV2: V2Views = {
  'Tax.CreateTaxClass': v2View<'Tax.CreateTaxClass'>({ IsStandard: 'isDefault', TaxType: 'type' }),
  'Tax.TaxClassWithTaxRate': v2View<'Tax.TaxClassWithTaxRate'>({ IsStandard: 'isDefault' }),
  'Tax.TaxZone': v2View<'Tax.TaxZone', TaxZone>({
    Countries: countriesOf,
    TaxRates: ({ id, rates }): ZoneRate[] => rates.map((rate) => ({ ...rate, taxZoneId: id })),
  }),
  'Tax.TaxZoneRate': v2View<'Tax.TaxZoneRate', ZoneRate>({ VatRate: 'rate' }),
};

/** A country stands once for each of its states; without states, once with an empty state code. */
function countriesOf({ id: taxZoneId, countryIsos, states = [] }: TaxZone): ZoneCountry[] {
  return countryIsos.flatMap((countryIso) => {
    const codes = states.filter((one) => one.countryIso === countryIso).map(({ stateCode }) => stateCode);
    return (codes.length > 0 ? codes : ['']).map((stateCode) => ({ taxZoneId, countryIso, stateCode }));
  });
}
