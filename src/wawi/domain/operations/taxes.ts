import type { Decimal } from '../decimal.ts';
import type { SalesDocument } from '../entities/sales.ts';
import { taxRateOf, taxSettingOf, type TaxSetting } from '../rules/taxes.ts';
import type { TenantData } from '../store/tenant-data.ts';

/** What decides the tax rates of a document's lines. */
export interface TaxBasis {
  departureCountryIso: string;
  taxSetting: number;
}

/** The basis while nothing else is known: delivery within Germany. */
export const domestic: TaxBasis = { departureCountryIso: 'DE', taxSetting: 0 };

/**
 * @param taxClassId absent or unknown: the default class
 * @returns the rate in per cent of the country the goods leave from (fidelity row `tax-by-departure`)
 */
export function taxRateFor(data: TenantData, taxClassId: number | undefined, basis: TaxBasis): Decimal {
  const classes = data.of('taxClass');
  const taxClass =
    (taxClassId === undefined ? undefined : classes.get(taxClassId)) ??
    classes.where('isDefault', true).next().value;
  const country = data.of('country').findUnique('iso', basis.departureCountryIso);
  return taxRateOf(country?.taxRates ?? {}, taxClass?.type ?? 0, basis.taxSetting);
}

type Delivery = Pick<
  SalesDocument,
  'departureCountry' | 'shipmentAddress' | 'billingAddress' | 'customerVatId'
>;

/** @returns how a document is taxed, by where it goes and who buys */
export function taxSettingFor(data: TenantData, document: Delivery): TaxSetting {
  const from = document.departureCountry.countryIso;
  const to = (document.shipmentAddress ?? document.billingAddress).countryIso ?? from;
  return taxSettingOf({
    departureCountryIso: from,
    shippingCountryIso: to,
    withinEu: isInEu(data, from) && isInEu(data, to),
    customerVatId: document.customerVatId,
  });
}

/** @returns what decides the tax rates of the document's lines */
export function taxBasisOf(document: Pick<SalesDocument, 'departureCountry' | 'taxDetails'>): TaxBasis {
  return {
    departureCountryIso: document.departureCountry.countryIso,
    taxSetting: document.taxDetails.taxSetting,
  };
}

/** @returns whether a country is a member state of the EU; unknown ones are not */
export function isInEu(data: TenantData, countryIso: string): boolean {
  return data.of('country').findUnique('iso', countryIso)?.isEu ?? false;
}
