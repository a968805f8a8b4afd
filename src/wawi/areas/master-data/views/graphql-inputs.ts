import type { InputViews } from '../../../wire/graphql/input-views.ts';

/** The name of the country follows from its code. */
const company = { companyName: 'name', countryIsoCode: 'countryIso', country: false } as const;

/** Commands for master data. */
export const masterDataInputs: InputViews = {
  CreateCompanyCommandRequestInput: company,
  ChangeCompanyCommandRequestInput: company,
  SetCompanyVatIdCommandRequestInput: { countryCode: 'countryIso', vatIdentifier: 'vatId' },
  RemoveCompanyVatIdCommandRequestInput: { countryCode: 'countryIso' },
};
