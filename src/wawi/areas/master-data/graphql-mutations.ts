import { without } from '../../store/values/merge.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import { acts, changes, creates } from '../../wire/graphql/commands.ts';
import {
  changeCompany,
  createCompany,
  removeVatId,
  setVatId,
  type CompanyDraft,
} from './operations/companies.ts';
import { setLanguageActive } from './operations/languages.ts';

interface Language {
  cultureOrIso: string;
}

interface CompanyChange extends CompanyDraft {
  companyId: number;
}

interface VatIdDraft {
  companyId: number;
  countryIso: string;
  vatId: string;
  isShippingCountry: boolean;
}

/** Commands for master data. */
export const masterDataMutations: RootBindings = {
  ActivateLanguage: acts<Language>('system.write', (data, { draft }) => {
    setLanguageActive(data, draft.cultureOrIso, true);
  }),
  DeactivateLanguage: acts<Language>('system.write', (data, { draft }) => {
    setLanguageActive(data, draft.cultureOrIso, false);
  }),
  CreateCompany: creates<CompanyDraft>('system.write', (call) =>
    call.write((data) => createCompany(data, call.draft)),
  ),
  ChangeCompany: changes<CompanyChange>('system.write', (call) =>
    call.write((data) => changeCompany(data, call.draft.companyId, without(call.draft, 'companyId'))),
  ),
  SetCompanyVatId: acts<VatIdDraft>('system.write', (data, { draft: { companyId, ...vatId } }) => {
    setVatId(data, companyId, vatId);
  }),
  RemoveCompanyVatId: acts<Omit<VatIdDraft, 'vatId'>>('system.write', (data, { draft }) => {
    removeVatId(data, draft.companyId, draft.countryIso);
  }),
  DeactivateShippingMethod: acts<{ shippingMethodId: number }>('system.write', (data, { draft }) => {
    data.update('shippingMethod', draft.shippingMethodId, { isActive: false });
  }),
};
