import { annotate, assume, setReason } from '../platform/http.ts';
import { languageOf } from '../platform/language.ts';
import type { Platform } from '../platform/platform.ts';
import type { OwnNames } from '../platform/own-hosts.ts';
import { foreignHeader } from '../platform/own-pages.ts';
import type { Exchange } from '../platform/routes.ts';
import { readSignIn, remarkMissingCookie, startSignIn } from '../platform/sign-in.ts';
import { epochSeconds } from '../tokens/clock.ts';
import { readAuthorizeRequest, readTarget, responseModeOf } from './authorize-request.ts';
import type { AuthorizeRequest, RedirectTarget } from './authorize-request.ts';
import { OAuthError } from './errors.ts';
import { parameters, readForm } from './form.ts';
import type { Parameters } from './form.ts';
import { issuerOf } from './generation.ts';
import type { Generation } from './generation.ts';
import { readIdTokenHint } from './id-token-hint.ts';
import { readChoice } from './pages/choices.ts';
import { errorPage } from './pages/error-page.ts';
import { loginPage } from './pages/login-page.ts';
import { sendPage } from './pages/page.ts';
import { decideSignIn, eligibleUsers } from './sign-in-decision.ts';
import type { Decision } from './sign-in-decision.ts';

/** One request to this endpoint, with the values that answering it needs. */
interface Authorizing {
  platform: Platform;
  generation: Generation;
  exchange: Exchange;
  /** Parameters of the authorization request. */
  parameters: Parameters;
  /** The value of the button that the user pressed on the sign-in page. */
  picked: string | undefined;
}

/**
 * Sends a user's browser back to the app with a code (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2). A
 * wrong client or redirect URI is shown to the user; the app receives every other error by redirect.
 */
export function authorizeEndpoint(platform: Platform, generation: Generation) {
  const answer = async (exchange: Exchange): Promise<void> => {
    const { request, response } = exchange;
    const language = languageOf(request.headers['accept-language'], exchange.query.get('ui_locales') ?? '');
    try {
      const { asked, picked } = await readParameters(exchange, platform);
      const target = readTarget(asked, platform.registry);
      annotate(response, { appId: target.app.id });
      await authorize({ platform, generation, exchange, parameters: asked, picked }, target);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      setReason(response, error.message);
      sendPage(response, errorPage(error, language));
    }
  };
  return { GET: answer, POST: answer };
}

async function authorize(authorizing: Authorizing, target: RedirectTarget): Promise<void> {
  try {
    const request = await readRequest(authorizing, target);
    const decision = decide(authorizing, request);
    if (decision) await redirectWithCode(authorizing, request, decision);
    else askUser(authorizing, request);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    setReason(authorizing.exchange.response, error.message);
    redirect(authorizing, target, { error: error.code, error_description: error.description });
  }
}

async function readRequest(
  { platform, generation, parameters: asked }: Authorizing,
  target: RedirectTarget,
): Promise<AuthorizeRequest> {
  const request = readAuthorizeRequest(asked, target, generation);
  const hint = asked.get('id_token_hint');
  if (hint === undefined) return request;
  const { sub } = await readIdTokenHint(platform, hint, generation.wrongHint);
  return { ...request, hintedUserId: sub ?? '' };
}

function decide(
  { platform, generation, exchange: { request, response }, picked }: Authorizing,
  asked: AuthorizeRequest,
): Decision | undefined {
  const needsTenant = generation.number === 2;
  if (picked === undefined && asked.loginHint === undefined) remarkMissingCookie(platform, request, response);
  if (picked === 'cancel') throw new OAuthError('access_denied', 'the user cancelled the sign-in');
  const choice = picked === undefined ? undefined : readChoice(picked, platform.registry, needsTenant);
  if (choice) return { ...choice, authTime: epochSeconds(platform.clock) };
  return decideSignIn(platform, asked, readSignIn(platform, request.headers.cookie), needsTenant);
}

async function redirectWithCode(
  authorizing: Authorizing,
  request: AuthorizeRequest,
  { user, tenant, authTime }: Decision,
): Promise<void> {
  const { platform, generation, exchange } = authorizing;
  const code = platform.tokens.grants.codes[generation.ring].issue({
    clientId: request.app.clientId,
    redirectUri: request.redirectUri,
    scopes: request.scopes,
    userId: user.id,
    authTime,
    ...(tenant ? { tenantId: tenant.id } : {}),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    ...(request.codeChallenge === undefined ? {} : { codeChallenge: request.codeChallenge }),
  });
  await platform.tokens.save();
  if (tenant) {
    annotate(exchange.response, { tenantId: tenant.id });
    assume(exchange.response, 'sign-in-tenant');
  }
  // A sign-in without a page sets no cookie: tests that use login_hint must not depend on each other.
  if (authorizing.picked !== undefined) {
    const who = { userId: user.id, ...(tenant ? { tenantId: tenant.id } : {}) };
    exchange.response.setHeader('Set-Cookie', startSignIn(platform, who, exchange.request.headers.host));
  }
  redirect(authorizing, request, { code });
}

function askUser(
  { platform, generation, exchange, parameters: asked }: Authorizing,
  request: AuthorizeRequest,
): void {
  sendPage(
    exchange.response,
    loginPage({
      app: request.app,
      users: eligibleUsers(platform, request),
      registry: platform.registry,
      needsTenant: generation.number === 2,
      parameters: asked,
      formTarget: request.redirectUri,
      language: languageOf(exchange.request.headers['accept-language'], asked.get('ui_locales')),
    }),
  );
}

/** The redirect repeats the request's state and names the issuer (RFC 9207 section 2), in errors too. */
function redirect(
  { platform, generation, exchange, parameters: asked }: Authorizing,
  target: RedirectTarget,
  answer: Record<string, string>,
): void {
  const url = new URL(target.redirectUri);
  const all = { ...answer, state: asked.get('state'), iss: issuerOf(generation, platform.urls) };
  const destination = responseModeOf(asked) === 'query' ? url.searchParams : new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value !== undefined) destination.set(name, value);
  if (responseModeOf(asked) === 'fragment') url.hash = destination.toString();
  // 303 turns the form's POST into a GET (RFC 9700 section 4.12).
  exchange.response.writeHead(303, { Location: url.href, 'Cache-Control': 'no-store' }).end();
}

/**
 * Reads the request from query or form; both are allowed (OpenID Connect Core section 3.1.2.1). A choice counts only
 * when it comes from the sign-in page itself.
 */
async function readParameters(
  { request, query }: Exchange,
  names: OwnNames,
): Promise<{ asked: Parameters; picked: string | undefined }> {
  if (request.method !== 'POST') return { asked: parameters(query), picked: undefined };
  const form = new Map([...parameters(query), ...(await readForm(request))]);
  const choice = form.get('choice');
  form.delete('choice');
  const foreign = foreignHeader(request.headers, names);
  return { asked: form, picked: foreign === undefined ? choice : undefined };
}
