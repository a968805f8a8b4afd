import type { Language } from '../../../platform/language.ts';

/** The page's language, chosen by the server from what the browser accepts. */
export const language: Language = document.documentElement.lang === 'de' ? 'de' : 'en';

/** What `{name}` in a text is replaced by, by that name. */
export type Blanks = Readonly<Record<string, string | number>>;

/** @returns the text with its blanks filled */
export function filled(text: string, blanks: Blanks): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole));
}
