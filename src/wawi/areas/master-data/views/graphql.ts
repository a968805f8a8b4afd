import type { Company, CompanyVatId } from '../schema/master.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';

const company = view<Company>({
  companyName: 'name',
  country: ({ countryIso }, { data }) =>
    countryIso === undefined ? undefined : data.of('country').findUnique('iso', countryIso)?.name,
  countryIsoCode: 'countryIso',
  isSmallBusinessOwner: ({ isSmallBusinessOwner }) => isSmallBusinessOwner ?? false,
  companyVatIdentifiers: ({ id, vatIds = [] }) => vatIds.map((one) => ({ ...one, companyId: id })),
});

const vatId = view<CompanyVatId>({ countryIsoCode: 'countryIso', vatIdentifier: 'vatId' });

/** Companies, countries, tax classes and channels as GraphQL types have them. */
export const masterViewsGraphql: ViewTable = {
  CompanyListItem: company,
  CompanyDetailsItem: company,
  CompanyVatIdItem: vatId,
  CompanyVatIdDetailsItem: vatId,
  CountryItem: view({ countryIso: 'iso', countryIso3: 'iso3', knownStates: 'states' }),
  TaxClassListItem: view({ isStandard: 'isDefault', taxType: 'type' }),
  ShippingMethodLookupItem: view<{ isActive?: boolean }>({ isActive: (method) => method.isActive ?? true }),
  SalesChannelListItem: view({ id: 'channelId' }),
};
