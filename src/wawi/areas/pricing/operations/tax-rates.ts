import type { Decimal } from '../../../store/values/decimal.ts';
import type { Country, TaxClass } from '../../master-data/schema/master.ts';
import { DomainError, invalid, ruleBroken } from '../../../store/errors.ts';
import { taxRate } from '../rules/tax-rates.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** Where a sale goes from and to, and who buys. */
export interface TaxQuestion {
  taxClassId: number;
  companyId: number;
  /** ISO 3166-1 alpha-2, in any letter case. */
  departureCountryIso: string;
  shipmentCountryIso: string;
  vatId?: string;
}

/** An answer to a {@link TaxQuestion}. */
export interface TaxAnswer {
  /** Per cent. */
  rate: Decimal;
  taxClassId: number;
  departureCountryIso: string;
  shipmentCountryIso: string;
}

/** @throws DomainError `not-found` for a tax class, company or country that is not there */
export function taxFor(data: TenantData, question: TaxQuestion): TaxAnswer {
  const taxClass = data.get('taxClass', question.taxClassId);
  const company = data.get('company', question.companyId);
  const departure = countryOf(data, question.departureCountryIso);
  const shipment = countryOf(data, question.shipmentCountryIso);
  const zone = [...data.of('taxZone').where('companyId', company.id)].find(
    ({ countryIsos, departureCountryIso = departure.iso }) =>
      countryIsos.includes(shipment.iso) && departureCountryIso === departure.iso,
  );
  return {
    rate: taxRate({
      taxClass,
      departure,
      shipment,
      ...(zone ? { zone } : {}),
      ...(question.vatId === undefined ? {} : { vatId: question.vatId }),
    }),
    taxClassId: taxClass.id,
    departureCountryIso: departure.iso,
    shipmentCountryIso: shipment.iso,
  };
}

/** @throws DomainError `not-found` */
export function countryOf(data: TenantData, iso: string): Country {
  const country = data.of('country').findUnique('iso', iso);
  if (!country) throw new DomainError('not-found', `There is no country with the ISO code '${iso}'.`);
  return country;
}

/** The class that items and lines without one of their own are taxed by. */
export function defaultTaxClassId(data: TenantData): number {
  const standard = data.of('taxClass').where('isDefault', true).next();
  if (standard.done) throw new DomainError('not-found', 'There is no default tax class.');
  return standard.value.id;
}

/** None, further reduced, low reduced, reduced, normal, intermediate. */
const taxTypes: readonly number[] = [0, 1, 2, 3, 4, 5];

/**
 * @param draft `name`; `type` in the contract's numbers, or `isDefault`, which takes the mark from the class that has it
 * @throws DomainError `duplicate` for a taken name, `invalid` for a type there is not
 */
export function createTaxClass(data: TenantData, draft: object): TaxClass {
  const { name = '', type, isDefault = false } = draft as Partial<TaxClass>;
  if (type !== undefined && !taxTypes.includes(type))
    throw invalid('type', `The tax type ${type} is not one of ${taxTypes.join(', ')}.`);
  if (isDefault) unmarkDefault(data);
  return data.insert('taxClass', { name, isDefault, type: type ?? (isDefault ? 4 : 0) });
}

/**
 * Changes a tax class; fields that the draft lacks stay.
 * @throws DomainError `not-found`, `duplicate` for an existing name, `rule` for removing the default mark of the only
 *   class that has it
 */
export function updateTaxClass(data: TenantData, id: number, draft: Partial<Omit<TaxClass, 'id'>>): TaxClass {
  const before = data.get('taxClass', id);
  if (before.isDefault && draft.isDefault === false)
    throw ruleBroken(`The tax class '${before.name}' is the default; make another one the default instead.`);
  if (draft.isDefault) unmarkDefault(data);
  return data.update('taxClass', id, draft);
}

function unmarkDefault(data: TenantData): void {
  for (const other of [...data.of('taxClass').where('isDefault', true)])
    data.update('taxClass', other.id, { isDefault: false });
}
