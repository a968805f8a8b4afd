import { byKey, list } from '../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';

const countries = list('system.read', 'country');
const languages = list('system.read', 'language', () => (language) => language.isActive);

/** Companies, countries, languages, taxes, payment, shipping and sales channels. */
export const masterDataQueries: RootBindings = {
  GetCompanyById: byKey('system.read', 'company', 'companyId'),
  QueryCompanies: list('system.read', 'company'),
  QueryCountries: countries,
  ListCountries: countries,
  QueryLanguages: languages,
  ListActivatedLanguages: languages,
  QueryCurrencies: list('system.read', 'currency'),
  QueryTaxClasses: list('taxes.read', 'taxClass'),
  QueryTaxCodes: list('taxes.read', 'taxCode'),
  QueryPaymentMethods: list('invoices.read', 'paymentMethod'),
  QueryShippingMethods: list('deliveries.read', 'shippingMethod'),
  QuerySalesChannels: list('saleschannels.read', 'salesChannel'),
};
