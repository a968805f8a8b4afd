import { createServer, request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { listen } from '../ports.ts';
import {
  anna,
  claimsOf,
  generations,
  openAuthorize,
  pkce,
  postForm,
  redirectUri,
  signInApp,
  signInManifest,
  startWithSignInApp,
  tenants,
} from './sign-in-app.ts';
import type { GenerationPaths } from './sign-in-app.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startWithSignInApp();
});
afterEach(() => emulator.clock.reset());
afterAll(() => emulator.close());

const [first, second] = generations;
const s256 = () => ({ code_challenge: pkce().challenge, code_challenge_method: 'S256' });
const choose = (paths: GenerationPaths, choice: string, headers: Record<string, string> = {}) =>
  openAuthorize(emulator, paths, s256(), { method: 'POST', headers, body: new URLSearchParams({ choice }) });
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

describe('the sign-in page', () => {
  it('speaks the browser’s language, and ui_locales before it', async () => {
    const lang = async (headers: Record<string, string>, parameters = {}) =>
      /<html lang="(\w+)">/.exec(
        await (await openAuthorize(emulator, second, { ...s256(), ...parameters }, { headers })).text(),
      )?.[1];
    expect(await lang({ 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' })).toBe('de');
    expect(await lang({ 'accept-language': 'fr,en;q=0.5,de;q=0.4' })).toBe('en');
    expect(await lang({ 'accept-language': 'de;q=0,fr' })).toBe('en');
    expect(await lang({ 'accept-language': 'en' }, { ui_locales: 'de' })).toBe('de');
  });

  it('runs no script, loads nothing, fits in no frame and may only lead back to the app', async () => {
    const response = await openAuthorize(emulator, second, s256());
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).toContain(`form-action 'self' http://localhost:4100`);
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(/<script|onclick|javascript:/i);
  });

  it('escapes what the request says', async () => {
    const page = await (
      await openAuthorize(emulator, second, { ...s256(), state: '"><script>alert(1)</script>' })
    ).text();
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;');
    expect(page).not.toContain('<script>');
  });

  it('offers every tenant of every user in generation 2, and users alone in generation 1', async () => {
    const buttons = (page: string) =>
      [...page.matchAll(/name="choice"\s+value="([^"]+)"/g)].map((match) => match[1]);
    const two = buttons(await (await openAuthorize(emulator, second, s256())).text());
    expect(two).toContain(`${anna} ${tenants.bergmann}`);
    expect(two.filter((value) => value?.startsWith(anna))).toHaveLength(4);
    const one = buttons(await (await openAuthorize(emulator, first, s256())).text());
    expect(one).toHaveLength(3);
    expect(one).toContain('cancel');
  });

  it('shows only the user that login_hint names', async () => {
    const page = await (
      await openAuthorize(emulator, second, { ...s256(), login_hint: 'ben.kontor@example.com' })
    ).text();
    expect(page).toContain('Ben Kontor');
    expect(page).not.toContain('Anna');
  });

  it('tells the app when the user cancels (RFC 6749 section 4.1.2.1)', async () => {
    const back = new URL((await choose(second, 'cancel')).headers.get('location') ?? '');
    expect(back.searchParams.get('error')).toBe('access_denied');
  });

  it.each([
    [
      'a user and tenant that do not belong together',
      `6ba7b810-9dad-41d1-80b4-00c04fd430c8 ${tenants.bergmann}`,
      {},
    ],
    ['a choice that a foreign page sends', `${anna} ${tenants.bergmann}`, { origin: 'https://evil.example' }],
    [
      'a choice that an app’s page on another port sends',
      `${anna} ${tenants.bergmann}`,
      { 'sec-fetch-site': 'same-site' },
    ],
  ])('asks again after %s', async (_what, choice, headers) => {
    const response = await choose(second, choice, headers);
    expect([response.status, response.headers.get('location'), response.headers.get('set-cookie')]).toEqual([
      200,
      null,
      null,
    ]);
  });
});

describe('single sign-on', () => {
  it('signs in to the next app without a page, for the tenant chosen before', async () => {
    const chosen = await choose(second, `${anna} ${tenants.kaffee}`);
    expect(chosen.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/);
    const cookie = cookieOf(chosen);
    const { verifier, challenge } = pkce();
    const again = await openAuthorize(
      emulator,
      second,
      { code_challenge: challenge, code_challenge_method: 'S256' },
      { headers: { cookie } },
    );
    const code = new URL(again.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: signInApp.clientId,
      code_verifier: verifier,
    };
    const { body } = await postForm(emulator.url + second.token, form);
    expect(claimsOf(String(body['access_token']))).toMatchObject({
      sub: anna,
      'urn:jtl:tenant_id': tenants.kaffee,
    });
  });

  it('uses the tenant that is open in the Hub, regardless of earlier choices', async () => {
    const chosen = cookieOf(await choose(second, `${anna} ${tenants.kaffee}`));
    const opened = await fetch(`${emulator.url}/hub/api/tenants/bergmann-outdoor/apps`, {
      headers: { cookie: chosen },
    });
    const { verifier, challenge } = pkce();
    const parameters = { code_challenge: challenge, code_challenge_method: 'S256' };
    const signedIn = await openAuthorize(emulator, second, parameters, {
      headers: { cookie: cookieOf(opened) },
    });
    const code = new URL(signedIn.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: signInApp.clientId,
      code_verifier: verifier,
    };
    const { body } = await postForm(emulator.url + second.token, form);
    expect(claimsOf(String(body['access_token']))['urn:jtl:tenant_id']).toBe(tenants.bergmann);
  });

  it.each([
    ['prompt=login', { prompt: 'login' }],
    ['prompt=select_account', { prompt: 'select_account' }],
    ['a login_hint for another user', { login_hint: 'ben.kontor@example.com' }],
  ])('asks nevertheless for %s (OpenID Connect Core section 3.1.2.1)', async (_what, parameters) => {
    const cookie = cookieOf(await choose(second, `${anna} ${tenants.kaffee}`));
    expect(
      (await openAuthorize(emulator, second, { ...s256(), ...parameters }, { headers: { cookie } })).status,
    ).toBe(200);
  });

  it('does not believe a cookie that was changed, is another emulator’s, or is older than twelve hours', async () => {
    const cookie = cookieOf(await choose(second, `${anna} ${tenants.kaffee}`));
    const asks = async (value: string, at = emulator) =>
      (await openAuthorize(at, first, s256(), { headers: { cookie: value } })).status === 200;
    expect(await asks(cookie)).toBe(false);
    const [name = '', value = ''] = cookie.split('=');
    const [payload = '', signature] = value.split('.');
    const forged = Buffer.from(payload, 'base64url')
      .toString()
      .replace(anna, '6ba7b810-9dad-41d1-80b4-00c04fd430c8');
    expect(await asks(`${name}=${Buffer.from(forged).toString('base64url')}.${signature}`)).toBe(true);
    expect(await asks(`${name}=`)).toBe(true);
    await using other = await startWithSignInApp();
    expect(await asks(cookie, other)).toBe(true);
    emulator.clock.advance(12 * 3600 + 1);
    expect(await asks(cookie)).toBe(true);
  });

  it('holds for all hosts of the real platform together, and else for the one host alone', async () => {
    const { hostname, port } = new URL(emulator.url);
    const signedOutAt = (host: string) =>
      new Promise<string>((resolve, reject) => {
        request({ hostname, port, path: '/oidc/v1/end_session', headers: { host } }, (response) => {
          response.resume();
          resolve(String(response.headers['set-cookie']));
        })
          .once('error', reject)
          .end();
      });
    expect(await signedOutAt('id.jtl-cloud.com')).toContain('; Domain=jtl-cloud.com;');
    expect(await signedOutAt('id.dev.jtl-cloud.com:8443')).toContain('; Domain=jtl-cloud.com;');
    for (const host of ['localhost:5850', 'id.jtl-cloud.com.evil.example', 'jtl-cloud.com']) {
      expect(await signedOutAt(host)).not.toContain('Domain');
    }
  });

  it('ends with end_session', async () => {
    const response = await fetch(`${emulator.url}/id/oidc/v1/end_session`, {
      headers: { 'accept-language': 'de' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(/^jtl_sign_in_\w+=; Path=\/; Max-Age=0/);
    expect(await response.text()).toContain('Abgemeldet');
  });

  it.each([
    [
      'a destination that is not registered',
      { client_id: signInApp.clientId, post_logout_redirect_uri: 'https://evil.example/' },
    ],
    ['a destination without a client', { post_logout_redirect_uri: 'http://localhost:4100/bye' }],
    [
      'an ID token that is none',
      { id_token_hint: 'nonsense', post_logout_redirect_uri: 'http://localhost:4100/bye' },
    ],
  ])(
    'shows a page for %s and redirects nowhere (OpenID Connect RP-Initiated Logout section 3)',
    async (_what, parameters) => {
      const response = await fetch(
        `${emulator.url}/id/oidc/v1/end_session?${new URLSearchParams(parameters)}`,
        { redirect: 'manual' },
      );
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    },
  );
});

describeInBrowser('the sign-in page in a browser', ({ newPage }) => {
  it('leads by one click to the app, under its own content security policy', async () => {
    const app = createServer((_, response) => response.end('<!doctype html><title>the app</title>'));
    const callback = `http://127.0.0.1:${await listen(app)}/callback`;
    await emulator.apps.update(
      signInApp.appId,
      signInManifest({ publicClient: { redirectUris: [callback] } }),
    );
    const page = await newPage('de-DE');
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: signInApp.clientId,
      redirect_uri: callback,
      scope: 'openid',
      state: 'abc',
      ...s256(),
    });
    await page.goto(`${emulator.url}/id/oauth/v2/authorize?${query}`);
    expect(await page.getByRole('heading').textContent()).toBe('Bei sign-in-app anmelden');
    await page
      .getByRole('group', { name: 'Anna Bergmann' })
      .getByRole('button', { name: 'Bergmann Outdoor GmbH' })
      .click();
    await page.waitForURL(`${callback}?*`);
    expect(new URL(page.url()).searchParams.get('state')).toBe('abc');
    expect(await page.title()).toBe('the app');
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
    app.closeAllConnections();
    await new Promise((resolve) => app.close(resolve));
    await emulator.apps.update(signInApp.appId, signInManifest());
  });
});
