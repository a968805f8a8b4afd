import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import {
  claimsOf,
  generations,
  openAuthorize,
  pkce,
  postForm,
  redirectUri,
  signInApp,
  signInManifest,
  signInSilently,
  startWithSignInApp,
  tenants,
  tokensOf,
} from './sign-in-app.ts';
import type { GenerationPaths } from './sign-in-app.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startWithSignInApp();
});
afterEach(() => emulator.clock.reset());
afterAll(() => emulator.close());

const s256 = () => ({ code_challenge: pkce().challenge, code_challenge_method: 'S256' });

describe.each(generations)('the authorization endpoint of generation $generation', (paths) => {
  const issuer = () => emulator.url + paths.issuer;

  it('echoes state byte by byte and names its issuer beside the code (RFC 6749 section 4.1.2, RFC 9207 section 2)', async () => {
    const state = `a b&c=d/ü?${'x'.repeat(200)}`;
    const back = await signInSilently(emulator, paths, { ...s256(), state });
    expect(back.origin + back.pathname).toBe(redirectUri);
    expect(back.searchParams.get('state')).toBe(state);
    expect(back.searchParams.get('iss')).toBe(issuer());
    expect(back.searchParams.get('code')).toMatch(/^[\w-]{43}$/);
  });

  it('echoes nonce in the ID token (OpenID Connect Core section 3.1.3.7)', async () => {
    const { verifier, challenge } = pkce();
    const back = await signInSilently(emulator, paths, {
      nonce: 'n-0S6_WzA2Mj',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    const { body } = await exchange(paths, back, { code_verifier: verifier });
    expect(claimsOf(String(body['id_token']))).toMatchObject({
      nonce: 'n-0S6_WzA2Mj',
      azp: signInApp.clientId,
    });
  });

  it('keeps the query of a registered redirect URI (RFC 6749 section 3.1.2)', async () => {
    const back = await signInSilently(emulator, paths, {
      ...s256(),
      redirect_uri: `${redirectUri}/other?keep=1`,
    });
    expect(back.searchParams.get('keep')).toBe('1');
    expect(back.searchParams.get('code')).not.toBeNull();
  });

  it('reads a query with a question mark in it, which need not be encoded there (RFC 3986 section 3.4)', async () => {
    const query = `response_type=code&client_id=${signInApp.clientId}&scope=openid&prompt=none&redirect_uri=${redirectUri}/other?keep=1`;
    const response = await fetch(`${emulator.url}${paths.authorize}?${query}`, { redirect: 'manual' });
    expect(response.headers.get('location')).toContain('keep=1&error=login_required');
  });

  it('answers in the fragment when asked to (OAuth 2.0 Multiple Response Types section 2.1)', async () => {
    const back = await signInSilently(emulator, paths, { ...s256(), response_mode: 'fragment', state: 's' });
    expect(back.search).toBe('');
    expect(new URLSearchParams(back.hash.slice(1)).get('state')).toBe('s');
  });

  it.each([
    ['another path', 'http://localhost:4100/callback/'],
    ['another port', 'http://localhost:4101/callback'],
    ['an added query', 'http://localhost:4100/callback?x=1'],
    ['another letter case', 'http://LOCALHOST:4100/callback'],
    ['a foreign host', 'https://evil.example/callback'],
  ])(
    'shows a page and never redirects for a redirect URI with %s (RFC 6749 section 4.1.2.1, RFC 9700 section 4.1.3)',
    async (_, uri) => {
      const response = await openAuthorize(emulator, paths, {
        redirect_uri: uri,
        prompt: 'none',
        state: 's',
      });
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('x-emulator-reason')).toContain(uri);
      expect(await response.text()).not.toContain(`href="${uri}`);
    },
  );

  it('shows a page for an unknown client, a missing redirect URI and a repeated parameter (RFC 6749 sections 3.1 and 4.1.2.1)', async () => {
    const unknown = await openAuthorize(emulator, paths, { client_id: '<b>nobody</b>' });
    expect(unknown.status).toBe(400);
    expect(await unknown.text()).toContain('&lt;b&gt;nobody&lt;/b&gt;');
    const missing = await openAuthorize(emulator, paths, { redirect_uri: '' });
    expect([missing.status, missing.headers.get('location')]).toEqual([400, null]);
    const twice = await fetch(`${emulator.url}${paths.authorize}?client_id=a&client_id=b`, {
      redirect: 'manual',
    });
    expect(twice.headers.get('x-emulator-reason')).toContain(`'client_id' is there more than once`);
  });

  it.each([
    ['response_type missing', 'RFC 6749 section 4.1.2.1', { response_type: '' }, 'invalid_request'],
    [
      'response_type token',
      'RFC 6749 section 4.1.2.1',
      { response_type: 'token' },
      'unsupported_response_type',
    ],
    [
      'response_mode unknown',
      'OAuth 2.0 Multiple Response Types section 2.1',
      { response_mode: 'pigeon' },
      'invalid_request',
    ],
    [
      'challenge method plain',
      'RFC 7636 section 4.4.1',
      { code_challenge: pkce().challenge, code_challenge_method: 'plain' },
      'invalid_request',
    ],
    [
      'challenge method missing',
      'RFC 7636 section 4.3',
      { code_challenge: pkce().challenge },
      'invalid_request',
    ],
    [
      'challenge malformed',
      'RFC 7636 section 4.2',
      { code_challenge: 'short', code_challenge_method: 'S256' },
      'invalid_request',
    ],
    [
      'method without challenge',
      'RFC 7636 section 4.3',
      { code_challenge_method: 'S256' },
      'invalid_request',
    ],
    ['prompt unknown', 'OpenID Connect Core section 3.1.2.1', { prompt: 'please' }, 'invalid_request'],
    [
      'prompt none with login',
      'OpenID Connect Core section 3.1.2.1',
      { prompt: 'none login' },
      'invalid_request',
    ],
    [
      'prompt none without a signed-in user',
      'OpenID Connect Core section 3.1.2.6',
      { prompt: 'none' },
      'login_required',
    ],
    [
      'prompt none for an unknown user',
      'OpenID Connect Core section 3.1.2.6',
      { prompt: 'none', login_hint: 'zoe@example.com' },
      'login_required',
    ],
    ['max_age no number', 'OpenID Connect Core section 3.1.2.1', { max_age: 'old' }, 'invalid_request'],
    ['request object', 'OpenID Connect Core section 6.1', { request: 'eyJ' }, 'request_not_supported'],
    [
      'request URI',
      'OpenID Connect Core section 6.2',
      { request_uri: 'https://x.example' },
      'request_uri_not_supported',
    ],
  ])(
    'sends %s back to the app as an error with state and issuer (%s)',
    async (_what, _section, parameters, error) => {
      const response = await openAuthorize(emulator, paths, { state: 's', ...parameters });
      const back = new URL(response.headers.get('location') ?? 'about:blank');
      expect([response.status, back.origin + back.pathname]).toEqual([303, redirectUri]);
      expect(Object.fromEntries(back.searchParams)).toEqual({
        error,
        error_description: expect.any(String),
        state: 's',
        iss: issuer(),
      });
      expect(response.headers.get('x-emulator-reason')).toBeTruthy();
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('takes the request as a form too (OpenID Connect Core section 3.1.2.1)', async () => {
    const form = {
      response_type: 'code',
      client_id: signInApp.clientId,
      redirect_uri: redirectUri,
      scope: 'openid',
      prompt: 'none',
      login_hint: 'anna.bergmann@example.com',
      ...s256(),
    };
    const response = await fetch(emulator.url + paths.authorize, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toContain('code=');
  });

  it('exchanges a code once; the second time its tokens are revoked too (RFC 6749 sections 4.1.2 and 10.5)', async () => {
    const { verifier, challenge } = pkce();
    const back = await signInSilently(emulator, paths, {
      scope: 'openid offline_access',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    const first = await exchange(paths, back, { code_verifier: verifier });
    const userinfo = () =>
      fetch(emulator.url + paths.userinfo, {
        headers: { authorization: `Bearer ${String(first.body['access_token'])}` },
      });
    expect((await userinfo()).status).toBe(200);
    const second = await exchange(paths, back, { code_verifier: verifier });
    expect([second.status, second.body['error']]).toEqual([400, 'invalid_grant']);
    expect((await userinfo()).status).toBe(401);
    const refreshed = await postForm(emulator.url + paths.token, {
      grant_type: 'refresh_token',
      client_id: signInApp.clientId,
      refresh_token: String(first.body['refresh_token']),
    });
    expect(refreshed.body['error']).toBe('invalid_grant');
  });

  it('exchanges a code for two requests at once only one time', async () => {
    const { verifier, challenge } = pkce();
    const back = await signInSilently(emulator, paths, {
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    const both = await Promise.all([1, 2].map(() => exchange(paths, back, { code_verifier: verifier })));
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 400]);
  });

  it('lets a code die after 60 seconds of the emulator’s clock', async () => {
    const { verifier, challenge } = pkce();
    const parameters = { code_challenge: challenge, code_challenge_method: 'S256' };
    const late = await signInSilently(emulator, paths, parameters);
    emulator.clock.advance(61);
    expect((await exchange(paths, late, { code_verifier: verifier })).body['error']).toBe('invalid_grant');
    const inTime = await signInSilently(emulator, paths, parameters);
    emulator.clock.advance(58);
    expect((await exchange(paths, inTime, { code_verifier: verifier })).status).toBe(200);
  });

  it('binds a code to its client, redirect URI and verifier (RFC 6749 section 4.1.3, RFC 7636 section 4.6)', async () => {
    const { verifier, challenge } = pkce();
    const back = await signInSilently(emulator, paths, {
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    const faults: Record<string, string>[] = [
      { code_verifier: verifier, redirect_uri: `${redirectUri}/other?keep=1` },
      { code_verifier: verifier, redirect_uri: '' },
      { code_verifier: pkce().verifier },
      { code_verifier: 'too-short' },
      {},
    ];
    for (const fault of faults) {
      const { status, body } = await exchange(paths, back, fault);
      expect([status, body['error']]).toEqual([400, 'invalid_grant']);
    }
    const foreign = await postForm(emulator.url + paths.token, {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      client_id: 'hello-world-client',
      client_secret: 'hello-world-secret',
    });
    expect(foreign.body['error']).toBe('invalid_grant');
    expect((await exchange(paths, back, { code_verifier: verifier })).status).toBe(200);
  });

  it('wants PKCE of a client without a secret, and does without of one with (RFC 9700 section 2.1.1)', async () => {
    const bare = await signInSilently(emulator, paths);
    const refused = await exchange(paths, bare, {});
    expect(refused.body['error']).toBe('invalid_grant');
    expect(refused.headers.get('x-emulator-reason')).toContain('must use PKCE');
    expect((await exchange(paths, bare, { client_secret: signInApp.clientSecret })).status).toBe(200);
  });

  it('refuses the code grant without a secret to an app whose manifest declares no public client', async () => {
    const { status, body, headers } = await postForm(emulator.url + paths.token, {
      grant_type: 'authorization_code',
      code: 'x',
      client_id: 'hello-world-client',
    });
    expect([status, body['error']]).toEqual([401, 'invalid_client']);
    expect(headers.get('x-emulator-reason')).toContain('public client');
  });

  it('honours max_age against the time of the sign-in (OpenID Connect Core section 3.1.2.1)', async () => {
    const cookie = await signedInCookie(paths);
    expect((await silently(paths, cookie, { max_age: '100' })).searchParams.get('code')).not.toBeNull();
    emulator.clock.advance(101);
    expect((await silently(paths, cookie, { max_age: '100' })).searchParams.get('error')).toBe(
      'login_required',
    );
    expect((await silently(paths, cookie, {})).searchParams.get('code')).not.toBeNull();
  });

  it('takes max_age=0 for prompt=login, even in the second of the sign-in (OpenID Connect Core section 3.1.2.1)', async () => {
    emulator.clock.freeze();
    const cookie = await signedInCookie(paths);
    expect((await silently(paths, cookie, { max_age: '0' })).searchParams.get('error')).toBe(
      'login_required',
    );
    const asked = await openAuthorize(emulator, paths, { ...s256(), max_age: '0' }, { headers: { cookie } });
    expect(asked.status).toBe(200);
  });

  it('gives no code for another user than that of the id_token_hint (OpenID Connect Core section 3.1.2.2)', async () => {
    const { id_token: annas = '' } = await tokensOf(emulator, paths);
    const hinted = (parameters: Record<string, string>) =>
      signInSilently(emulator, paths, { ...s256(), id_token_hint: annas, ...parameters });
    expect((await hinted({})).searchParams.get('code')).not.toBeNull();
    const other = await hinted({ login_hint: 'ben.kontor@example.com' });
    expect(other.searchParams.get('error')).toBe('login_required');
    emulator.clock.advance(2 * 86_400);
    expect((await hinted({})).searchParams.get('code')).not.toBeNull();
    const garbage = await hinted({ id_token_hint: 'garbage' });
    expect(garbage.searchParams.get('error')).toBe(
      paths.generation === 1 ? 'invalid_request' : 'login_required',
    );
  });
});

describe('the additions of generation 2', () => {
  const [, paths] = generations;

  it('refuses a sign-in without scope, and one whose scope lacks openid', async () => {
    const none = await signInSilently(emulator, paths, { ...s256(), scope: '' });
    expect(none.searchParams.get('error')).toBe('invalid_request');
    const noOpenid = await signInSilently(emulator, paths, { ...s256(), scope: 'profile' });
    expect(noOpenid.searchParams.get('error')).toBe('invalid_scope');
  });

  it('puts the tenant that tenant_hint names into the app token, by id or slug', async () => {
    for (const hint of [tenants.kaffee, 'kaffee-kontor']) {
      const { verifier, challenge } = pkce();
      const back = await signInSilently(emulator, paths, {
        tenant_hint: hint,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      });
      const { body } = await exchange(paths, back, { code_verifier: verifier });
      expect(claimsOf(String(body['access_token']))).toMatchObject({
        'urn:jtl:tenant_id': tenants.kaffee,
        'urn:jtl:app_id': signInApp.appId,
      });
    }
  });

  it('denies a tenant the user does not belong to', async () => {
    const back = await signInSilently(emulator, paths, {
      ...s256(),
      login_hint: 'ben.kontor@example.com',
      tenant_hint: 'bergmann-outdoor',
    });
    expect(back.searchParams.get('error')).toBe('access_denied');
  });

  it('leaves scopes out that a client may not have, where generation 1 refuses them', async () => {
    const scope = 'openid items.read items.write';
    const second = await postForm(emulator.url + paths.token, {
      grant_type: 'client_credentials',
      scope,
      client_id: signInApp.clientId,
      client_secret: signInApp.clientSecret,
    });
    expect(second.body['scope']).toBe('openid items.read');
    const first = await signInSilently(emulator, generations[0], { ...s256(), scope });
    expect(first.searchParams.get('error')).toBe('invalid_scope');
  });
});

describe('redirect URIs of an app that changes', () => {
  it('are those of its current manifest', async () => {
    await emulator.apps.update(
      signInApp.appId,
      signInManifest({ publicClient: { redirectUris: ['http://localhost:4200/new'] } }),
    );
    expect((await openAuthorize(emulator, generations[1], s256())).status).toBe(400);
    await emulator.apps.update(signInApp.appId, signInManifest());
    expect((await openAuthorize(emulator, generations[1], s256())).status).toBe(200);
  });
});

async function exchange(paths: GenerationPaths, back: URL, form: Record<string, string>) {
  return postForm(emulator.url + paths.token, {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    client_id: signInApp.clientId,
    ...form,
  });
}

/** Signs anna in on the page. @returns the browser's cookie */
async function signedInCookie(paths: GenerationPaths): Promise<string> {
  const page = await openAuthorize(emulator, paths, s256());
  const choice = /name="choice"\s+value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const signedIn = await openAuthorize(emulator, paths, s256(), {
    method: 'POST',
    body: new URLSearchParams({ choice }),
  });
  return (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function silently(
  paths: GenerationPaths,
  cookie: string,
  parameters: Record<string, string>,
): Promise<URL> {
  const response = await openAuthorize(
    emulator,
    paths,
    { ...s256(), prompt: 'none', ...parameters },
    { headers: { cookie } },
  );
  return new URL(response.headers.get('location') ?? 'about:blank');
}
