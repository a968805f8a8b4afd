import { setLanguageActive } from '../../../domain/operations/languages.ts';
import { createTaxClass } from '../../../domain/operations/tax-rates.ts';
import type { Bindings, Handler } from '../../call.ts';
import { act, all, idOf } from '../../combinators.ts';
import { marked } from '../assuming.ts';
import { features, printers } from '../features.ts';
import { taxOfClass, taxOfItem } from '../taxes.ts';

const activateLanguage = act((data, call) => {
  setLanguageActive(data, call.draft['cultureOrIso'] as string, true);
});

const deactivateLanguage = act((data, call) => {
  setLanguageActive(data, call.draft['cultureOrIso'] as string, false);
});

export const countries: Handler = (call) => ({
  value: [...call.data.of('country').values()],
  as: { graphql: '[CountryItem]' },
  assumptions: ['query-style-lists'],
});

const languages: Handler = (call) => ({
  value: [...call.data.of('language').where('isActive', true)],
  as: { graphql: '[LanguageItem]' },
  assumptions: ['query-style-lists'],
});

const company: Handler = (call) => ({
  value: call.data.get('company', idOf(call)),
  as: { graphql: 'CompanyDetailsItem' },
});

const taxClassCreated: Handler = async (call) => ({
  value: await call.write((data) => createTaxClass(data, call.draft)),
  as: { graphql: 'CreateTaxClassCommandResponse' },
});

/** Companies, countries, languages, taxes, channels and what a Wawi has set up. */
export const masterBindingsV2: Bindings = {
  'GET /companies': all('company'),
  'GET /company/{CompanyId}': company,
  'GET /countries/query-countries': countries,
  'GET /languages/query-languages': languages,
  'GET /languages/activated': marked(['later-shapes'], languages),
  'POST /languages/activate': activateLanguage,
  'POST /languages/deactivate': deactivateLanguage,
  'GET /sales-channels': all('salesChannel'),
  'GET /tax-classes': all('taxClass'),
  'POST /taxclass/create': taxClassCreated,
  'GET /tax/item/{itemId}/{companyId}/{departureCountryISO}/{shipmentCountryISO}': taxOfItem,
  'GET /tax/taxclass/{taxClassId}/{companyId}/{departureCountryISO}/{shipmentCountryISO}': taxOfClass,
  'GET /feature': features,
  'GET /printers': printers,
};
