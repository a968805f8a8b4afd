import { invalid } from '../../../store/errors.ts';

/**
 * Languages are kept in capitals, as Wawi writes them.
 * @param languageIso ISO 639-1 as a request gave it; the contract does not require it everywhere, texts do
 * @param path domain path of the list that the text is in
 * @throws DomainError `invalid` for a text in no language
 */
export function languageInCapitals(languageIso: string | null | undefined, path: string): string {
  if (languageIso === undefined || languageIso === null)
    throw invalid(path, 'A text names no language; say which, such as DE.');
  return languageIso.toUpperCase();
}
