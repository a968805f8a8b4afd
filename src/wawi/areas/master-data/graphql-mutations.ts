import type { RootBindings } from '../../wire/graphql/call.ts';
import { acts } from '../../wire/graphql/commands.ts';
import { setLanguageActive } from './operations/languages.ts';

interface Language {
  cultureOrIso: string;
}

/** Commands for master data. */
export const masterDataMutations: RootBindings = {
  ActivateLanguage: acts<Language>('system.write', (data, { draft }) => {
    setLanguageActive(data, draft.cultureOrIso, true);
  }),
  DeactivateLanguage: acts<Language>('system.write', (data, { draft }) => {
    setLanguageActive(data, draft.cultureOrIso, false);
  }),
  DeactivateShippingMethod: acts<{ shippingMethodId: number }>('system.write', (data, { draft }) => {
    data.update('shippingMethod', draft.shippingMethodId, { isActive: false });
  }),
};
