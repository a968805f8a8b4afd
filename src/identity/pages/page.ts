import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Language } from '../../platform/language.ts';
import { escapeMarkup } from '../../platform/markup.ts';
import { remarkFrame } from '../../platform/own-pages.ts';

const style = `
:root { color-scheme: light dark; --ground: #f3f5f8; --card: #fff; --ink: #1c2530; --quiet: #5a6675; --line: #d7dde5; --accent: #0a5fd0; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground: #11161c; --card: #1a212a; --ink: #e8edf3; --quiet: #9aa7b6; --line: #323d4a; --accent: #6aa8ff; --on-accent: #0b1320; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 30rem; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
h1 { margin: 0 0 .5rem; font-size: 1.4rem; line-height: 1.25; }
p { margin: 0 0 1.25rem; color: var(--quiet); }
fieldset { margin: 0 0 1rem; padding: .75rem 1rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
legend { padding: 0 .35rem; font-weight: 600; }
.email, small { color: var(--quiet); font-size: .875rem; font-weight: 400; }
button { font: inherit; cursor: pointer; border-radius: 8px; border: 1px solid var(--line); padding: .6rem .9rem; background: transparent; color: inherit; }
fieldset button { display: flex; justify-content: space-between; gap: 1rem; width: 100%; margin-top: .5rem; text-align: left; }
button:hover, button:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: 1px; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
label { display: block; margin-bottom: 1rem; font-weight: 600; }
input { display: block; width: 100%; margin-top: .35rem; padding: .6rem .8rem; font: inherit; letter-spacing: .08em; text-transform: uppercase; border: 1px solid var(--line); border-radius: 8px; background: transparent; color: inherit; }
code { overflow-wrap: anywhere; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** HTML that is safe to put into a page. */
export class Html {
  constructor(readonly text: string) {}
}

/** One text without changes, because the hash covers exactly the characters between the tags. */
const styleElement = new Html(`<style>${style}</style>`);

/** Builds HTML from a template. Values are escaped unless they are {@link Html}. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const filled = values.map((value) => {
    if (value instanceof Html) return value.text;
    return typeof value === 'string' ? escapeMarkup(value) : value.map((one) => one.text).join('');
  });
  return new Html(parts.reduce((text, part, index) => `${text}${filled[index - 1] ?? ''}${part}`));
}

/** One page of the Identity Provider. */
export interface Page {
  language: Language;
  title: string;
  body: Html;
  status?: number;
  /** Another origin that its form may lead to: browsers count the redirect after a form as part of it. */
  formTarget?: string;
  headers?: Record<string, string>;
}

/** Sends a page that runs no script, loads no resource and cannot be framed (Content Security Policy level 3). */
export function sendPage(response: ServerResponse, page: Page): void {
  const target = page.formTarget === undefined ? '' : ` ${cspSource(page.formTarget)}`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self'${target}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  const document = html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <h1>${page.title}</h1>
          ${page.body}
        </main>
      </body>
    </html> `;
  remarkFrame(response);
  response.writeHead(page.status ?? 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
    'Cache-Control': 'no-store',
    // Not 'no-referrer': the form's own request would then have no origin and count as foreign.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    ...page.headers,
  });
  response.end(document.text);
}

function cspSource(url: string): string {
  const { origin, protocol } = new URL(url);
  return origin === 'null' ? protocol : origin;
}
