import type { Decimal } from '../../../store/values/decimal.ts';
import type { TaxZone } from '../../master-data/schema/master.ts';
import { invalid } from '../../../store/errors.ts';
import { referenced } from '../../../store/references.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { completed, only } from '../../../store/values/merge.ts';

type ZoneRate = TaxZone['rates'][number];

/** A rate as a request gives it; without an id it is a new one. */
export type RateDraft = Partial<Omit<ZoneRate, 'rate'>> & { vatRate?: Decimal };

/** A zone as a request gives it; without an id it is a new one. */
export interface ZoneDraft extends Partial<
  Pick<TaxZone, 'id' | 'companyId' | 'name' | 'departureCountryIso' | 'vatIdB2B' | 'vatIdB2C'>
> {
  countries: { countryIso: string; stateCode?: string }[];
  taxRates: RateDraft[];
}

const zoneFields = ['companyId', 'name', 'departureCountryIso', 'vatIdB2B', 'vatIdB2C'] as const;

/**
 * Makes the tax zones what the request says (2.1 SaveTaxConfiguration): zones with an id are changed, those without one
 * are created, and those that are missing are deleted. Their countries and rates are complete lists.
 * @throws DomainError `missing-reference`, `invalid` for a new zone without a company or a country of departure, and for a
 * new rate without a tax class or a rate
 */
export function saveTaxConfiguration(data: TenantData, zones: readonly ZoneDraft[]): void {
  const kept = new Set(zones.flatMap(({ id }) => id ?? []));
  for (const id of kept) referenced(data, 'taxZone', id, 'taxZones[].id');
  for (const { id } of [...data.of('taxZone').values()]) if (!kept.has(id)) data.delete('taxZone', id);
  for (const zone of zones) {
    if (zone.id === undefined) data.insert('taxZone', newZone(data, zone));
    else data.update('taxZone', zone.id, changedZone(data, data.get('taxZone', zone.id), zone));
  }
}

function newZone(data: TenantData, draft: ZoneDraft): Omit<TaxZone, 'id'> {
  const { companyId, departureCountryIso } = draft;
  if (companyId === undefined)
    throw invalid('taxZones[].companyId', 'A tax zone without an id is a new one and needs a companyId.');
  if (departureCountryIso === undefined)
    throw invalid(
      'taxZones[].departureCountryIso',
      'A tax zone without an id is a new one and needs a departureCountryIso.',
    );
  return {
    name: '',
    companyId,
    ...only(draft, ...zoneFields),
    ...countriesOf(draft),
    rates: ratesOf(data, [], draft),
  };
}

function changedZone(data: TenantData, before: TaxZone, draft: ZoneDraft): Partial<TaxZone> {
  return {
    ...only(draft, ...zoneFields),
    ...countriesOf(draft),
    rates: ratesOf(data, before.rates, draft),
  };
}

function countriesOf({ countries }: ZoneDraft): Pick<TaxZone, 'countryIsos' | 'states'> {
  return {
    countryIsos: [...new Set(countries.map(({ countryIso }) => countryIso))],
    states: countries.flatMap(({ countryIso, stateCode }) =>
      stateCode === undefined ? [] : [{ countryIso, stateCode }],
    ),
  };
}

function ratesOf(data: TenantData, before: readonly ZoneRate[], { taxRates }: ZoneDraft): ZoneRate[] {
  return taxRates.map(({ vatRate, ...draft }) => {
    const rate = { ...draft, ...(vatRate === undefined ? {} : { rate: vatRate }) };
    if (draft.id === undefined) return { ...newRate(rate), id: data.nextId('taxZoneRate') };
    const known = before.find(({ id }) => id === draft.id);
    if (!known)
      throw invalid('taxZones[].taxRates[].id', `The tax zone has no rate with the id ${draft.id}.`);
    return completed<ZoneRate>(known, rate);
  });
}

function newRate(draft: Partial<ZoneRate>): Omit<ZoneRate, 'id'> {
  const { taxClassId, rate } = draft;
  if (taxClassId === undefined)
    throw invalid('taxZones[].taxRates[].taxClassId', 'A new tax rate needs a taxClassId.');
  if (rate === undefined) throw invalid('taxZones[].taxRates[].vatRate', 'A new tax rate needs a vatRate.');
  return { ...draft, taxClassId, rate };
}
