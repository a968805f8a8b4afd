import type { Language } from '../../platform/language.ts';
import type { App, User } from '../../platform/model.ts';
import type { Registry } from '../../platform/registry.ts';
import type { Parameters } from '../form.ts';
import { choiceButtons } from './choices.ts';
import { html } from './page.ts';
import type { Html, Page } from './page.ts';
import { fill, textsFor } from './texts.ts';

/** The content of the sign-in page. */
export interface LoginPageContent {
  app: App;
  users: readonly User[];
  registry: Registry;
  needsTenant: boolean;
  /** Parameters of the authorization request; the form sends them again. */
  parameters: Parameters;
  formTarget: string;
  language: Language;
}

/** The sign-in page: the user chooses an account, and in generation 2 a tenant. */
export function loginPage(content: LoginPageContent): Page {
  const { app, users, registry, needsTenant, parameters, formTarget, language } = content;
  const texts = textsFor(language);
  return {
    language,
    formTarget,
    title: fill(texts.signInTitle, { app: app.name }),
    body: html`<p>${needsTenant ? texts.signInTenantIntro : texts.signInIntro}</p>
      <form method="post" action="?">
        ${hiddenFields(parameters)} ${choiceButtons(users, app, registry, needsTenant, texts)}
        <button name="choice" value="cancel" data-action="cancel">${texts.cancel}</button>
      </form>`,
  };
}

function hiddenFields(parameters: Parameters): Html[] {
  return [...parameters].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}
