import type { Language } from '../../../platform/language.ts';

/** The page's language, which the server chooses by the browser's Accept-Language. */
export const language: Language = document.documentElement.lang === 'de' ? 'de' : 'en';

/** The values that replace `{name}` in a text, by name. */
export type Blanks = Readonly<Record<string, string | number>>;

/** @returns the text with its placeholders filled */
export function filled(text: string, blanks: Blanks): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole));
}
