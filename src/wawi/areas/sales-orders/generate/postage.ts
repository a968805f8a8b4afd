import { decimal } from '../../../store/values/decimal.ts';
import type { LineDraft } from '../../pricing/operations/line-items.ts';

/** The shipping methods of the standard data. */
const [dhl, dpd, collection] = [1, 2, 3];

/** Gross prices within Germany, in cents, by weight in kilograms up to which they hold. */
const tariff = [
  { upTo: 2, gross: 490 },
  { upTo: 5, gross: 590 },
  { upTo: 10, gross: 890 },
  { upTo: Infinity, gross: 1690 },
];
/** Orders of so many cents are delivered within Germany without postage. */
const freeFrom = 15_000;
/** Added for deliveries abroad, in cents. */
const abroad: Readonly<Record<string, number>> = { AT: 500, FR: 700, IT: 700, CH: 1200 };

/** The properties of an order that determine its postage. */
export interface Parcel {
  countryIso: string;
  /** Kilograms. */
  weight: number;
  /** Net, in cents. */
  goods: number;
}

/**
 * @param chance 0 to 1
 * @returns the shipping method: collection by neighbours now and then, DPD for heavy parcels, DHL for all others
 */
export function shippingMethodOf({ countryIso, weight }: Parcel, chance: number): number {
  if (countryIso === 'DE' && chance < 0.05) return collection;
  return weight > 10 || chance < 0.2 ? dpd : dhl;
}

/** @returns the line that charges the postage; collection and large orders cost nothing */
export function postageLine(parcel: Parcel, shippingMethodId: number): LineDraft {
  return {
    name: 'Versandkosten',
    type: 2,
    salesPriceNet: decimal(postageOf(parcel, shippingMethodId) / 100),
    taxClassId: 1,
  };
}

/** @returns the net price in cents */
function postageOf({ countryIso, weight, goods }: Parcel, shippingMethodId: number): number {
  if (shippingMethodId === collection) return 0;
  if (countryIso === 'DE' && goods * 1.19 >= freeFrom && weight <= 10) return 0;
  const { gross = 0 } = tariff.find(({ upTo }) => weight <= upTo) ?? {};
  return Math.round((gross + (abroad[countryIso] ?? 0)) / 1.19);
}
