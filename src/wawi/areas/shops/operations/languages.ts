import type { FieldProblem } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { assignmentProblems } from '../rules/assignments.ts';
import { refuse, saveShop, shopOf } from './shops.ts';

export interface LanguageAssignment {
  /** ISO 639-1, in any spelling. */
  iso: string;
  isDefault: boolean;
}

/** A language of Wawi as a shop has it. */
export interface ShopLanguage extends LanguageAssignment {
  nameGerman: string | undefined;
  nameEnglish: string | undefined;
  isAssigned: boolean;
}

const german = new Intl.DisplayNames(['de'], { type: 'language' });
const english = new Intl.DisplayNames(['en'], { type: 'language' });

/**
 * @returns every language of Wawi that has an ISO 639-1 code, with its assignment to the shop
 * @throws DomainError `not-found` for an unknown shop
 */
export function shopLanguages(data: TenantData, channelId: string): ShopLanguage[] {
  const assigned = new Map(shopOf(data, channelId).languages.map((one) => [one.code, one.isDefault]));
  return codesOf(data).map((iso) => ({
    iso,
    nameGerman: german.of(iso),
    nameEnglish: english.of(iso),
    isAssigned: assigned.has(iso),
    isDefault: assigned.get(iso) ?? false,
  }));
}

function codesOf(data: TenantData): string[] {
  const codes = [...data.of('language').byId()].map((one) => one.languageIso2.toLowerCase());
  return [...new Set(codes)].filter((code) => /^[a-z]{2}$/.test(code));
}

/**
 * Replaces the languages of a shop. Source: REST 2.2, save shop languages.
 *
 * @returns the assigned languages, in the order of the request
 * @throws DomainError `not-found` for an unknown shop; `invalid` for an empty list, an unknown language, none or several
 *   defaults
 */
export function saveLanguages(
  data: TenantData,
  channelId: string,
  drafts: readonly Partial<LanguageAssignment>[],
): ShopLanguage[] {
  const entries = drafts.map(({ iso, isDefault }) => ({
    key: iso?.toLowerCase() ?? '',
    isDefault: isDefault === true,
  }));
  shopOf(data, channelId);
  const known = codesOf(data);
  const unknown = entries.flatMap(({ key }, n): FieldProblem[] => {
    const message = `There is no language '${key}'; there are: ${known.join(', ')}.`;
    return known.includes(key) ? [] : [{ path: `languages[${n}].iso`, message }];
  });
  refuse([...assignmentProblems('languages', entries), ...unknown]);
  saveShop(data, channelId, { languages: entries.map(({ key, isDefault }) => ({ code: key, isDefault })) });
  const all = shopLanguages(data, channelId);
  return entries.flatMap(({ key }) => all.find((one) => one.iso === key) ?? []);
}
