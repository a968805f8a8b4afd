import { english } from '../texts/english.ts';
import { german } from '../texts/german.ts';
import type { TextKey } from '../texts/german.ts';
import { type Blanks, filled, language } from '../texts/language.ts';

export type { TextKey };
export { language };

const texts: Record<typeof language, Record<string, string>> = { de: german, en: english };

/** @returns the text in the page's language, with its placeholders filled */
export function text(key: TextKey, blanks: Blanks = {}): string {
  return filled(texts[language][key] ?? english[key], blanks);
}

/** @returns the name of a column or field in the page's language; a name without a text stays as it is */
export function fieldName(name: string): string {
  return texts[language][name] ?? name;
}
