import { zero, type Decimal } from '../../../store/values/decimal.ts';
import type { SalesDocument } from '../schema/sales-documents.ts';
import { taxSettingOf, type TaxSetting } from '../rules/taxes.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { defaultTaxClassId, taxFor } from './tax-rates.ts';

/** The values that determine the tax rates of a document's lines. */
export interface TaxBasis {
  companyId: number;
  departureCountryIso: string;
  shippingCountryIso: string;
  customerVatId?: string | undefined;
  taxSetting: number;
}

/** The basis while nothing else is known: delivery within Germany. */
export const domestic: TaxBasis = {
  companyId: 1,
  departureCountryIso: 'DE',
  shippingCountryIso: 'DE',
  taxSetting: 0,
};

/**
 * @param taxClassId absent or unknown: the default class
 * @returns the rate in per cent; a country that Wawi does not know is taxed like the one of departure
 */
export function taxRateFor(data: TenantData, taxClassId: number | undefined, basis: TaxBasis): Decimal {
  if (basis.taxSetting !== 0) return zero;
  const countries = data.of('country');
  const known = countries.findUnique('iso', basis.shippingCountryIso) !== undefined;
  return taxFor(data, {
    taxClassId:
      taxClassId !== undefined && data.of('taxClass').has(taxClassId) ? taxClassId : defaultTaxClassId(data),
    companyId: basis.companyId,
    departureCountryIso: basis.departureCountryIso,
    shipmentCountryIso: known ? basis.shippingCountryIso : basis.departureCountryIso,
    ...(basis.customerVatId === undefined ? {} : { vatId: basis.customerVatId }),
  }).rate;
}

type Delivery = Pick<
  SalesDocument,
  'departureCountry' | 'shipmentAddress' | 'billingAddress' | 'customerVatId'
> & { taxDetails: Pick<SalesDocument['taxDetails'], 'taxReference'> };

/** @returns how a document is taxed, by where it goes and who buys */
export function taxSettingFor(data: TenantData, document: Delivery): TaxSetting {
  const from = document.departureCountry.countryIso;
  const to = destinationOf(document);
  return taxSettingOf({
    departureCountryIso: from,
    shippingCountryIso: to,
    withinEu: isInEu(data, from) && isInEu(data, to),
    customerVatId: document.customerVatId,
  });
}

/** @returns the values that determine the tax rates of the document's lines */
export function taxBasisOf(document: Delivery & Pick<SalesDocument, 'companyId' | 'taxDetails'>): TaxBasis {
  return {
    companyId: document.companyId,
    departureCountryIso: document.departureCountry.countryIso,
    shippingCountryIso: destinationOf(document),
    customerVatId: document.customerVatId,
    taxSetting: document.taxDetails.taxSetting,
  };
}

/** @returns the country whose rates count: that of the address that the document's tax refers to */
function destinationOf({ taxDetails, shipmentAddress, billingAddress, departureCountry }: Delivery): string {
  const address = taxDetails.taxReference === 1 ? billingAddress : (shipmentAddress ?? billingAddress);
  return address.countryIso ?? departureCountry.countryIso;
}

/** @returns whether a country is a member state of the EU; unknown ones are not */
export function isInEu(data: TenantData, countryIso: string): boolean {
  return data.of('country').findUnique('iso', countryIso)?.isEu ?? false;
}
