import type { Language } from '../../platform/language.ts';
import { masked } from '../../platform/masking.ts';
import type { OAuthError } from '../errors.ts';
import { html } from './page.ts';
import type { Page } from './page.ts';
import { textsFor } from './texts.ts';

/** Shows an app's error to the user when it cannot go to the app. */
export function errorPage(error: OAuthError, language: Language): Page {
  const texts = textsFor(language);
  return {
    language,
    status: error.status,
    title: texts.errorTitle,
    body: html`<p>${texts.errorIntro}</p>
      <p><code>${error.code}</code>: ${masked(error.message)}</p>`,
  };
}
