import type { Company, CompanyVatId, TaxClass } from '../schema/master.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';

const company = typeView<'ChangeCompanyCommandResponse' | 'CompanyDetailsItem' | 'CompanyListItem', Company>({
  companyName: 'name',
  country: ({ countryIso }, { data }) =>
    countryIso === undefined ? undefined : data.of('country').findUnique('iso', countryIso)?.name,
  countryIsoCode: 'countryIso',
  isSmallBusinessOwner: ({ isSmallBusinessOwner }) => isSmallBusinessOwner ?? false,
  companyVatIdentifiers: ({ id, vatIds = [] }) => vatIds.map((one) => ({ ...one, companyId: id })),
});

const vatId = typeView<'CompanyVatIdDetailsItem' | 'CompanyVatIdItem', CompanyVatId>({
  countryIsoCode: 'countryIso',
  vatIdentifier: 'vatId',
});

/** Companies, countries, tax classes and channels as GraphQL types have them. */
export const masterViewsGraphql: TypeViews = {
  CompanyListItem: company,
  CompanyDetailsItem: company,
  ChangeCompanyCommandResponse: company,
  CreateCompanyCommandResponse: typeView<'CreateCompanyCommandResponse', Company>({ companyId: 'id' }),
  CompanyVatIdItem: vatId,
  CompanyVatIdDetailsItem: vatId,
  TaxClassWithTaxRate: typeView<'TaxClassWithTaxRate'>({ isStandard: 'isDefault' }),
  CountryItem: typeView<'CountryItem'>({ countryIso: 'iso', countryIso3: 'iso3', knownStates: 'states' }),
  TaxClass: typeView<'TaxClass', TaxClass>({
    isStandard: 'isDefault',
    taxType: 'type',
    // A zone without rates of its own has those of its countries; 0 % counts as a rate (2.3 TaxClass).
    hasTaxRateInEveryTaxZone: ({ id }, { data }) =>
      [...data.of('taxZone').values()].every(
        ({ rates }) => rates.length === 0 || rates.some((rate) => rate.taxClassId === id),
      ),
  }),
  ShippingMethodLookupItem: typeView<'ShippingMethodLookupItem', { isActive?: boolean }>({
    isActive: (method) => method.isActive ?? true,
  }),
  SalesChannel: typeView<'SalesChannel'>({ id: 'channelId' }),
};
