import type { Language } from '../platform/language.ts';
import { escapeMarkup } from '../platform/markup.ts';
import { plainPage } from './plain-page.ts';

/** The parameters of a deep link (docs/playwright.md), in the order that the page shows them. */
const shown = ['tenant', 'user', 'app', 'step', 'view', 'id'] as const;

const texts = {
  de: {
    title: 'Link von einer anderen Seite',
    hint: 'Eine andere Seite hat diesen Link geöffnet. Er kann anmelden und Apps installieren.',
    follow: 'Link folgen',
  },
  en: {
    title: 'Link from another site',
    hint: 'A page of another site opened this link. The link may sign you in and install apps.',
    follow: 'Follow the link',
  },
} as const;

/**
 * The page that appears before a deep link that another site opened; it changes no state. Its link leads to the same
 * address, and the browser then names the emulator itself as the site that the navigation comes from.
 * @param path the deep link's path and query
 */
export function foreignLinkPage(path: string, language: Language): string {
  const { title, hint, follow } = texts[language];
  const query = new URL(path, 'http://localhost').searchParams;
  const named = shown.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : `<dt>${name}</dt><dd>${escapeMarkup(value)}</dd>`;
  });
  const body = `<h1>${title}</h1>
      <p>${hint}</p>
      <dl>${named.join('')}</dl>
      <a class="button" data-action="follow-link" href="${escapeMarkup(path)}">${follow}</a>`;
  return plainPage(title, language, body);
}
