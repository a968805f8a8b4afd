import { zero, type Decimal } from '../../../store/values/decimal.ts';
import type { Country, TaxClass, TaxZone } from '../../master-data/schema/master.ts';

type TaxCountry = Pick<Country, 'iso' | 'isEu' | 'taxRates'>;

/** The values that determine the tax on a sale. */
export interface TaxCase {
  taxClass: Pick<TaxClass, 'id' | 'type'>;
  departure: TaxCountry;
  shipment: TaxCountry;
  /** The zone of the country of shipment, if the company has one for it. */
  zone?: Pick<TaxZone, 'rates'>;
  /** The customer's VAT number. */
  vatId?: string;
}

/** The class of types the contract counts as reduced rates; a country without the special one uses the reduced one. */
const reducedTypes: ReadonlySet<number> = new Set([1, 2, 3, 5]);
const reduced = 3;

/**
 * The rate of value added tax in per cent: exports and deliveries to firms in other EU countries are free, private
 * customers in other EU countries pay their own country's rate, all others the country of departure's
 * (fidelity row `tax-rates`).
 */
export function taxRate({ taxClass, departure, shipment, zone, vatId }: TaxCase): Decimal {
  const abroad = departure.iso !== shipment.iso;
  if (abroad && (!departure.isEu || !shipment.isEu)) return zero;
  if (abroad && vatId !== undefined && vatId !== '') return zero;
  const own = zone?.rates.find((rate) => rate.taxClassId === taxClass.id);
  return own?.rate ?? countryRate(abroad ? shipment : departure, taxClass.type);
}

/** @returns a country's rate for a type of tax class, 0 for classes without a type */
export function countryRate(country: Pick<Country, 'taxRates'>, type: number): Decimal {
  return country.taxRates[type] ?? (reducedTypes.has(type) ? country.taxRates[reduced] : undefined) ?? zero;
}
