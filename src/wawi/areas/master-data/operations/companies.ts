import { DomainError, invalid } from '../../../store/errors.ts';
import { merge, withoutNulls } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Company, CompanyVatId } from '../schema/master.ts';

/** A company as a request gives it. */
export type CompanyDraft = Partial<Omit<Company, 'id' | 'vatIds'>>;

/** Characters of a VAT id (GraphQL 2.2, SetCompanyVatId). */
const longestVatId = 25;

/** @throws DomainError `invalid` for a blank name, `missing-reference` for an unknown country */
export function createCompany(data: TenantData, draft: CompanyDraft): Company {
  const { name = '', ...fields } = withoutNulls(draft);
  refuseBlank(name);
  return data.insert('company', { ...fields, name });
}

/** @throws DomainError `not-found`, and as {@link createCompany} */
export function changeCompany(data: TenantData, id: number, draft: CompanyDraft): Company {
  const company = data.get('company', id);
  const changed = merge(company, draft);
  refuseBlank(changed.name ?? '');
  return data.replace('company', id, { ...changed, name: changed.name ?? '' });
}

/**
 * Sets the company's VAT id of a country. The company's own country is always one that it ships from.
 * @throws DomainError `not-found`, `invalid` for a VAT id that is empty or too long
 */
export function setVatId(data: TenantData, companyId: number, draft: Omit<CompanyVatId, 'id'>): Company {
  const company = data.get('company', companyId);
  if (draft.vatId.trim() === '' || draft.vatId.length > longestVatId)
    throw invalid(
      'vatId',
      `The VAT id '${draft.vatId}' has ${draft.vatId.length} characters; it must have 1 to ${longestVatId}.`,
    );
  const { vatIds = [] } = company;
  const known = vatIds.find(({ countryIso }) => countryIso === draft.countryIso);
  const vatId: CompanyVatId = {
    ...draft,
    id: known?.id ?? data.nextId('companyVatId'),
    isShippingCountry: draft.isShippingCountry || draft.countryIso === company.countryIso,
  };
  const others = vatIds.filter((one) => one !== known);
  return data.update('company', companyId, { vatIds: [...others, vatId] });
}

/** @throws DomainError `not-found` for a company without a VAT id of the country */
export function removeVatId(data: TenantData, companyId: number, countryIso: string): Company {
  const company = data.get('company', companyId);
  const { vatIds = [] } = company;
  const rest = vatIds.filter((one) => one.countryIso !== countryIso);
  if (rest.length === vatIds.length)
    throw new DomainError(
      'not-found',
      `The company ${company.name} has no VAT id of the country '${countryIso}'.`,
    );
  return data.update('company', companyId, { vatIds: rest });
}

function refuseBlank(name: string): void {
  if (name.trim() === '') throw invalid('name', `The name '${name}' is empty; a company needs one.`);
}
