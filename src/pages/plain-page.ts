import type { Language } from '../platform/language.ts';
import { escapeMarkup } from '../platform/markup.ts';

/**
 * A page without a script, in the style of the others.
 * @param body markup
 */
export function plainPage(title: string, language: Language, body: string): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Emulator</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="assets/page.css" />
  </head>
  <body>
    <main class="sign-in">
      ${body}
    </main>
  </body>
</html>
`;
}

const texts = {
  de: { title: 'Diese Seite gibt es nicht', start: 'Zur Startseite' },
  en: { title: 'This page does not exist', start: 'To the start page' },
} as const;

/**
 * The page that a browser gets for a wrong address.
 * @param messages the problems with their remedies, in the emulator's own words
 */
export function refusalPage(messages: readonly string[], language: Language): string {
  const { title, start } = texts[language];
  const lines = messages.map((message) => `<p>${escapeMarkup(message)}</p>`).join('');
  return plainPage(title, language, `<h1>${title}</h1>${lines}<a class="button" href="?">${start}</a>`);
}
