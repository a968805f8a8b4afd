import { describe, expect, it } from 'vitest';
import { dashboardEnglish } from '../../src/pages/browser/texts/dashboard-english.ts';
import { dashboardGerman } from '../../src/pages/browser/texts/dashboard-german.ts';
import { english } from '../../src/pages/browser/texts/english.ts';
import { german } from '../../src/pages/browser/texts/german.ts';
import { languageOf } from '../../src/platform/language.ts';

const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank);

describe('the texts of the pages', () => {
  it.each([
    ['Hub, shell and Partner Portal', german, english],
    ['the dashboard', dashboardGerman, dashboardEnglish],
  ] as [string, Record<string, string>, Record<string, string>][])(
    'of %s are there in both languages, with the same blanks',
    (_, de, en) => {
      expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
      for (const [key, text] of Object.entries(de)) {
        expect([key, text.trim(), en[key]?.trim()]).not.toContain('');
        if (!blanks(en[key]!).includes('{message}')) expect(blanks(text), key).toEqual(blanks(en[key]!));
      }
    },
  );
});

describe('the language of a browser', () => {
  it.each([
    ['de-DE,de;q=0.9,en;q=0.8', '', 'de'],
    ['en-US,en;q=0.9,de;q=0.5', '', 'en'],
    ['fr,de;q=0.3,en;q=0.7', '', 'en'],
    ['fr', '', 'en'],
    ['den', '', 'en'],
    ['DE', '', 'de'],
    ['de;q=0,en;q=0.1', '', 'en'],
    ['en', 'fr de', 'de'],
    [undefined, '', 'en'],
  ])('that accepts %s, after %j, is read as %s', (accepted, before, language) => {
    expect(languageOf(accepted, before)).toBe(language);
  });
});
