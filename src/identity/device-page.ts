import type { DeviceRequest } from '../platform/grants/device-codes.ts';
import { assume, setReason } from '../platform/http.ts';
import { languageOf } from '../platform/language.ts';
import type { App } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import { foreignHeader } from '../platform/own-pages.ts';
import type { Exchange } from '../platform/routes.ts';
import { epochSeconds } from '../tokens/clock.ts';
import { OAuthError } from './errors.ts';
import { parameters, readForm } from './form.ts';
import { choiceButtons, readChoice } from './pages/choices.ts';
import type { Choice } from './pages/choices.ts';
import { html, sendPage } from './pages/page.ts';
import type { Html } from './pages/page.ts';
import { fill, textsFor } from './pages/texts.ts';
import type { Texts } from './pages/texts.ts';

/** The page where a user enters a device's code and chooses who the device acts for (RFC 8628 section 3.3). */
export function deviceEndpoint(platform: Platform) {
  const codes = platform.tokens.grants.deviceCodes;
  return {
    GET: (exchange: Exchange): void => {
      const typed = parameters(exchange.query).get('user_code');
      const found = typed === undefined ? undefined : codes.findOpen(typed);
      const app = found && platform.registry.findAppByClientId(found.clientId);
      if (found && app) show(exchange, (texts) => choosing(platform, found, app, texts));
      else askForCode(exchange, typed);
    },
    POST: async (exchange: Exchange): Promise<void> => {
      const form = await readForm(exchange.request);
      const found = codes.findOpen(form.get('user_code') ?? '');
      if (found) await decide(platform, exchange, found, form.get('choice') ?? '');
      else askForCode(exchange, form.get('user_code'));
    },
  };
}

/** @throws OAuthError for a choice that the page does not offer, or that another page sent */
async function decide(
  platform: Platform,
  exchange: Exchange,
  waiting: DeviceRequest,
  picked: string,
): Promise<void> {
  if (foreignHeader(exchange.request.headers, platform) !== undefined) {
    throw new OAuthError('invalid_request', 'the choice did not come from the device page itself');
  }
  const choice = readChoice(picked, platform.registry, true);
  if (!choice && picked !== 'cancel') {
    throw new OAuthError('invalid_request', `'${picked}' is not a choice of the device page`);
  }
  waiting.outcome = choice ? authorization(platform, waiting, choice) : 'denied';
  await platform.tokens.save();
  assume(exchange.response, 'sign-in-tenant');
  show(exchange, (texts) => html`<p>${choice ? texts.deviceDone : texts.deviceDeclined}</p>`);
}

function askForCode(exchange: Exchange, typed: string | undefined): void {
  if (typed !== undefined) setReason(exchange.response, `no device waits with the code '${typed}'`);
  show(exchange, (texts) => entering(texts, typed), typed === undefined ? 200 : 404);
}

function show({ request, response }: Exchange, body: (texts: Texts) => Html, status = 200): void {
  const language = languageOf(request.headers['accept-language']);
  const texts = textsFor(language);
  sendPage(response, { language, status, title: texts.deviceTitle, body: body(texts) });
}

function authorization(platform: Platform, { clientId, scopes }: DeviceRequest, { user, tenant }: Choice) {
  const authTime = epochSeconds(platform.clock);
  return { clientId, scopes, userId: user.id, authTime, ...(tenant ? { tenantId: tenant.id } : {}) };
}

function entering(texts: Texts, typed: string | undefined): Html {
  return html`<p>${typed === undefined ? texts.deviceIntro : fill(texts.deviceUnknown, { code: typed })}</p>
    <form method="get" action="?">
      <label
        >${texts.deviceCode}<input name="user_code" autocomplete="off" spellcheck="false" required autofocus
      /></label>
      <button class="primary">${texts.deviceNext}</button>
    </form>`;
}

function choosing({ registry }: Platform, { userCode }: DeviceRequest, app: App, texts: Texts): Html {
  return html`<p>${fill(texts.deviceFor, { code: userCode, app: app.name })}</p>
    <form method="post" action="?">
      <input type="hidden" name="user_code" value="${userCode}" />
      ${choiceButtons(registry.users, app, registry, true, texts)}
      <button name="choice" value="cancel" data-action="cancel">${texts.cancel}</button>
    </form>`;
}
