import { dashboardEnglish } from '../texts/dashboard-english.ts';
import { dashboardGerman } from '../texts/dashboard-german.ts';
import type { DashboardKey } from '../texts/dashboard-german.ts';
import { type Blanks, filled, language } from '../texts/language.ts';

const texts = { de: dashboardGerman, en: dashboardEnglish };

/** @returns the dashboard's text in the page's language, with its placeholders filled */
export function text(key: DashboardKey, blanks: Blanks = {}): string {
  return filled(texts[language][key], blanks);
}
