import type { Language } from '../schema/master.ts';
import { invalid, ruleBroken } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/**
 * Offers a language to items and documents, or no longer; doing so twice changes nothing.
 * @param cultureOrIso `fr-FR`, `FR` or `FRA`, in any letter case
 * @throws DomainError `invalid` for an unknown language, `rule` for taking away the default one
 */
export function setLanguageActive(data: TenantData, cultureOrIso: string, isActive: boolean): Language {
  const wanted = cultureOrIso.toLowerCase();
  const language = [...data.of('language').values()].find(({ cultureIso, languageIso2, languageIso3 }) =>
    [cultureIso, languageIso2, languageIso3].some((one) => one.toLowerCase() === wanted),
  );
  if (!language) {
    const known = [...data.of('language').values()].map((one) => one.cultureIso).join(', ');
    throw invalid('cultureOrIso', `The language '${cultureOrIso}' is not known; known languages: ${known}.`);
  }
  if (!isActive && language.isDefault)
    throw ruleBroken(`${language.name} (${language.cultureIso}) is the default language and stays active.`);
  return data.update('language', language.id, { isActive });
}
