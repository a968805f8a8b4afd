import { setReason } from '../platform/http.ts';
import { languageOf } from '../platform/language.ts';
import type { App } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import type { Exchange } from '../platform/routes.ts';
import { endSignIn } from '../platform/sign-in.ts';
import { audiences } from '../tokens/claims.ts';
import { unknownClient } from './client-authentication.ts';
import { OAuthError } from './errors.ts';
import { parameters, readForm } from './form.ts';
import type { Parameters } from './form.ts';
import { readIdTokenHint } from './id-token-hint.ts';
import { errorPage } from './pages/error-page.ts';
import { html, sendPage } from './pages/page.ts';
import { textsFor } from './pages/texts.ts';

/** Signs a user out and redirects the browser to the app's address (OpenID Connect RP-Initiated Logout section 2). */
export function endSessionEndpoint(platform: Platform) {
  const answer = async ({ request, response, query }: Exchange): Promise<void> => {
    const language = languageOf(request.headers['accept-language'], query.get('ui_locales') ?? '');
    try {
      const asked = request.method === 'POST' ? await readForm(request) : parameters(query);
      const destination = await destinationOf(platform, asked);
      const signedOut = {
        'Set-Cookie': endSignIn(platform, request.headers.host),
        'Cache-Control': 'no-store',
      };
      if (destination !== undefined) {
        response.writeHead(303, { ...signedOut, Location: destination }).end();
        return;
      }
      const texts = textsFor(language);
      sendPage(response, {
        language,
        title: texts.signedOutTitle,
        body: html`<p>${texts.signedOut}</p>`,
        headers: signedOut,
      });
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      setReason(response, error.message);
      sendPage(response, errorPage(error, language));
    }
  };
  return { GET: answer, POST: answer };
}

/** @returns undefined if the app asks for no redirect */
async function destinationOf(platform: Platform, asked: Parameters): Promise<string | undefined> {
  const app = await clientOf(platform, asked);
  const uri = asked.get('post_logout_redirect_uri');
  if (uri === undefined) return undefined;
  if (!app)
    throw new OAuthError(
      'invalid_request',
      'post_logout_redirect_uri needs a client_id or an id_token_hint that tells whose it is',
    );
  const registered = app.manifest.publicClient?.postLogoutRedirectUris ?? [];
  if (!registered.includes(uri)) {
    throw new OAuthError(
      'invalid_request',
      `post_logout_redirect_uri '${uri}' is not registered for ${app.name}; its manifest declares ${registered.join(', ') || 'none'}`,
    );
  }
  const url = new URL(uri);
  const state = asked.get('state');
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}

/** @throws OAuthError if hint and client id contradict each other or are unknown */
async function clientOf(platform: Platform, asked: Parameters): Promise<App | undefined> {
  const hint = asked.get('id_token_hint');
  const hinted =
    hint === undefined ? undefined : audiences(await readIdTokenHint(platform, hint, 'invalid_request'));
  const clientId = asked.get('client_id') ?? hinted?.[0];
  if (clientId === undefined) return undefined;
  const app = platform.registry.findAppByClientId(clientId);
  if (!app) throw new OAuthError('invalid_request', unknownClient(clientId, platform.registry));
  if (hinted && !hinted.includes(clientId)) {
    throw new OAuthError('invalid_request', `client_id '${clientId}' is not the client of the id_token_hint`);
  }
  return app;
}
