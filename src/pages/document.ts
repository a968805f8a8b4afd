import type { Language } from '../platform/language.ts';
import type { Registry } from '../platform/registry.ts';
import { framedUrls } from './manifest-urls.ts';

export const pageNames = ['hub', 'shell', 'partner'] as const;
export type PageName = (typeof pageNames)[number];

const titles: Record<PageName, string> = {
  hub: 'JTL-Hub · Emulator',
  shell: 'JTL-Wawi · Emulator',
  partner: 'Partner-Portal · Emulator',
};

/**
 * @returns a page's HTML; its script adds the content. Links are relative, so that the page works below its path on the
 *   single origin and at the root of its own host.
 */
export function pageDocument(page: PageName, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${titles[page]}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="assets/page.css" />
    <script type="module" src="assets/${page}.js"></script>
  </head>
  <body data-page="${page}"></body>
</html>
`;
}

/**
 * The host page's Content-Security-Policy: its own scripts and styles only; frames of registered apps only, which it
 * may also request to see whether they answer; icons from any address; no framing of the host page itself.
 */
export function contentSecurityPolicy(registry: Registry): string {
  const urls = registry.apps.flatMap(({ manifest }) => framedUrls(manifest));
  const frames = new Set(urls.map((url) => new URL(url).origin));
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["connect-src 'self'", ...frames].join(' '),
    'img-src http: https: data:',
    `frame-src ${[...frames].join(' ') || "'none'"}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
