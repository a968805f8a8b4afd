import { setLanguageActive } from '../operations/languages.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { act, all, one } from '../../../wire/rest/handlers.ts';
import { features, printers } from '../../system/rest/features.ts';

const activateLanguage = act((data, call) => {
  setLanguageActive(data, call.draft['cultureOrIso'] as string, true);
});

const deactivateLanguage = act((data, call) => {
  setLanguageActive(data, call.draft['cultureOrIso'] as string, false);
});

const countries: Handler = (call) => ({
  value: [...call.data.of('country').values()],
  assumptions: ['query-style-lists'],
});

const languages: Handler = (call) => ({
  value: [...call.data.of('language').where('isActive', true)],
  assumptions: ['query-style-lists'],
});

/** Companies, countries, languages, taxes, channels and what a Wawi has set up. */
export const masterBindingsV2: BindingsV2 = {
  'GET /companies': all('company'),
  'GET /company/{CompanyId}': one('company'),
  'GET /countries/query-countries': countries,
  'GET /languages/query-languages': languages,
  'GET /languages/activated': languages,
  'POST /languages/activate': activateLanguage,
  'POST /languages/deactivate': deactivateLanguage,
  'GET /sales-channels': all('salesChannel'),
  'GET /tax-classes': all('taxClass'),
  'GET /feature': features,
  'GET /printers': printers,
};
