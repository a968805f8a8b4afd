import { english } from '../texts/english.ts';
import { german } from '../texts/german.ts';
import type { TextKey } from '../texts/german.ts';

export type { TextKey };

const texts: Record<'de' | 'en', Record<string, string>> = { de: german, en: english };

/** The page's language, chosen by the server from what the browser accepts. */
export const language = document.documentElement.lang === 'de' ? 'de' : 'en';

/** @returns the text in the page's language */
export function text(key: TextKey): string {
  return texts[language][key] ?? english[key];
}

/** @returns the name of a column or field in the page's language; one without a text names itself */
export function fieldName(name: string): string {
  return texts[language][name] ?? name;
}

/** @returns the text with `{name}` replaced by the value of that name */
export function filledText(key: TextKey, values: Readonly<Record<string, string>>): string {
  return text(key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
