import { byKey, list, nothing } from '../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';

/** Companies, countries, languages, taxes, payment, shipping and sales channels. */
export const masterDataQueries: RootBindings = {
  GetCompanyById: byKey('system.read', 'company', 'companyId'),
  QueryCompanies: list('system.read', 'company'),
  QueryCountries: list('system.read', 'country'),
  QueryLanguages: list('system.read', 'language', () => (language) => language.isActive),
  QueryCurrencies: list('system.read', 'currency'),
  QueryTaxClasses: list('taxes.read', 'taxClass'),
  QueryTaxCodes: nothing('taxes.read'),
  QueryPaymentMethods: list('invoices.read', 'paymentMethod'),
  QueryShippingMethods: list('deliveries.read', 'shippingMethod'),
  QuerySalesChannels: list('saleschannels.read', 'salesChannel'),
};
