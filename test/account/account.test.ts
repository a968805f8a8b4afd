import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import {
  anna,
  basic,
  ben,
  claimsOf,
  generations,
  helloWorld,
  openAuthorize,
  pkce,
  postForm,
  signInApp,
  signInManifest,
  startWithSignInApp,
  tenants,
} from '../identity/sign-in-app.ts';

let emulator: Emulator;
let cookies: { anna: string; ben: string };
beforeAll(async () => {
  emulator = await startWithSignInApp();
  cookies = {
    anna: await signIn(`${anna} ${tenants.bergmann}`),
    ben: await signIn(`${ben} ${tenants.kaffee}`),
  };
});
afterAll(() => emulator.close());

/** @returns the cookie of a user who signed in on the Identity Provider's page */
async function signIn(choice: string): Promise<string> {
  const parameters = { code_challenge: pkce().challenge, code_challenge_method: 'S256' };
  const response = await openAuthorize(emulator, generations[1], parameters, {
    method: 'POST',
    body: new URLSearchParams({ choice }),
  });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

interface Answer {
  status: number;
  body: unknown;
  reason: string;
  assumptions: string;
}

async function call(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${emulator.url}/account${path}`, init);
  return {
    status: response.status,
    body: await response.json(),
    reason: response.headers.get('x-emulator-reason') ?? '',
    assumptions: response.headers.get('x-emulator-assumption') ?? '',
  };
}

const get = (path: string, headers: Record<string, string> = {}) => call(path, { headers });
const post = (path: string, body: unknown, token: string) =>
  call(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const serviceToken = async (client = signInApp) =>
  String(
    (
      await postForm(
        `${emulator.url}/id/oauth/v2/token`,
        { grant_type: 'client_credentials', scope: 'openid items.read' },
        basic(client),
      )
    ).body['access_token'],
  );
const refusal = (statusCode: number, message: string, errors: unknown = {}) => ({
  statusCode,
  message,
  errors,
});

describe('the session token of the signed-in user', () => {
  it('comes as a JSON string for a tenant of theirs', async () => {
    const { status, body, assumptions } = await get(`/identity/session-token?tenantId=${tenants.kaffee}`, {
      cookie: cookies.ben,
    });
    expect(status).toBe(200);
    const keys = (
      await get('/.well-known/jwks.json', { authorization: `Bearer ${await emulator.tokens.access()}` })
    ).body as JSONWebKeySet;
    const { payload } = await jwtVerify(body as string, createLocalJWKSet(keys));
    expect(payload).toMatchObject({ userId: ben, tenantId: tenants.kaffee });
    expect(assumptions).toBe('session-token-lifetime=default, session-token-header-kid=default');
  });

  it.each([
    ['no user is signed in', 401, `?tenantId=${tenants.kaffee}`, () => ({}), 'sign in'],
    [
      'the tenant is not the user’s',
      403,
      `?tenantId=${tenants.bergmann}`,
      () => ({ cookie: cookies.ben }),
      'not a member',
    ],
    ['the tenant does not exist', 404, `?tenantId=${anna}`, () => ({ cookie: cookies.anna }), anna],
    ['the tenant is missing', 400, '', () => ({ cookie: cookies.anna }), 'missing'],
    ['the tenant is not a UUID', 400, '?tenantId=bergmann', () => ({ cookie: cookies.anna }), `'bergmann'`],
    [
      'an app’s page asks',
      403,
      `?tenantId=${tenants.bergmann}`,
      () => ({ cookie: cookies.anna, 'sec-fetch-site': 'same-site' }),
      'App Bridge',
    ],
    [
      'a foreign page asks',
      403,
      `?tenantId=${tenants.bergmann}`,
      () => ({ cookie: cookies.anna, 'sec-fetch-site': 'cross-site' }),
      'App Bridge',
    ],
    [
      'a page of another origin asks',
      403,
      `?tenantId=${tenants.bergmann}`,
      () => ({ cookie: cookies.anna, origin: 'http://127.0.0.1:5860' }),
      'App Bridge',
    ],
  ])('is refused when %s (%i)', async (_what, status, query, headers, reason) => {
    const answer = await get(`/identity/session-token${query}`, headers());
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      statusCode: status,
      message: expect.any(String),
      errors: expect.any(Object),
    });
    expect(answer.reason).toContain(reason);
  });

  it('comes to a page of the emulator’s own origin', async () => {
    const headers = { cookie: cookies.anna, origin: emulator.url, 'sec-fetch-site': 'same-origin' };
    expect((await get(`/identity/session-token?tenantId=${tenants.bergmann}`, headers)).status).toBe(200);
  });
});

describe('the app token of the signed-in user', () => {
  it('names app, tenant and user, as documented', async () => {
    const { status, body } = await get(
      `/identity/app-token?tenantId=${tenants.bergmann}&appId=${signInApp.appId}`,
      { cookie: cookies.anna },
    );
    expect(status).toBe(200);
    expect(claimsOf((body as { accessToken: string }).accessToken)).toMatchObject({
      iss: `${emulator.url}/id`,
      sub: anna,
      aud: expect.arrayContaining([signInApp.appId]),
      'urn:jtl:tenant_id': tenants.bergmann,
      'urn:jtl:app_id': signInApp.appId,
    });
  });

  it('is refused for an app that the tenant has not installed', async () => {
    const { status, reason } = await get(
      `/identity/app-token?tenantId=${tenants.kaffee}&appId=${signInApp.appId}`,
      { cookie: cookies.ben },
    );
    expect([status, reason]).toEqual([403, expect.stringContaining('not installed')]);
  });
});

describe('tenants and settings of a session', () => {
  it('lists the user’s tenants', async () => {
    const token = await emulator.tokens.session({ userId: ben, tenantId: 'kaffee-kontor' });
    const { status, body } = await get('/tenants', { authorization: `Bearer ${token}` });
    expect(status).toBe(200);
    expect(body).toEqual([
      {
        id: tenants.kaffee,
        name: 'Kaffee-Kontor Lübeck',
        slug: 'kaffee-kontor',
        kid: expect.stringMatching(/^\d{6}$/),
        ownerId: anna,
        defaultUISetting: { contentLanguage: 'de' },
        createdAt: expect.stringMatching(/\.\d{6}Z$/),
        updatedAt: expect.stringMatching(/\.\d{6}Z$/),
      },
    ]);
  });

  it('tells the user’s settings', async () => {
    const { body } = await get('/user-settings', {
      authorization: `Bearer ${await emulator.tokens.session()}`,
    });
    expect(body).toEqual({
      id: anna,
      theme: 'light',
      applicationLanguage: 'de',
      userTimezone: 'Europe/Berlin',
      notationCurrency: 'EUR',
      printer: null,
    });
  });

  const change = async (body: unknown, userId = ben) => {
    const token = await emulator.tokens.session({ userId, tenantId: 'kaffee-kontor' });
    return call('/user-settings', {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  };

  it('keeps the changes of the user, and no other user’s', async () => {
    const changed = await change({ theme: 'dark', applicationLanguage: 'en', unknown: 1 });
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ id: ben, theme: 'dark', applicationLanguage: 'en', notationCurrency: 'EUR' }),
    ]);
    expect((await change({ printer: 'Etiketten' })).body).toMatchObject({
      theme: 'dark',
      printer: 'Etiketten',
    });
    expect((await change({}, anna)).body).toMatchObject({ id: anna, theme: 'light', printer: null });
  });

  it('changes nothing when one of the settings cannot be', async () => {
    const { status, body, reason } = await change({ userTimezone: 'Europe/Rome', theme: 'pink', printer: 7 });
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({
        errors: {
          theme: ["'theme' must be light, dark or system."],
          printer: ["'printer' must be a printer or null."],
        },
      }),
    ]);
    expect(reason).toContain('theme is "pink"');
    expect((await change({})).body).toMatchObject({ userTimezone: 'Europe/Berlin' });
  });

  it('is read by pages of registered apps, and no others', async () => {
    const asked = async (origin: string) => {
      const response = await fetch(`${emulator.url}/account/user-settings`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT' },
      });
      return [
        response.headers.get('access-control-allow-origin'),
        response.headers.get('access-control-allow-methods'),
      ];
    };
    expect(await asked('http://127.0.0.1:5860')).toEqual(['http://127.0.0.1:5860', 'GET, PUT']);
    expect(await asked('https://evil.example')).toEqual([null, null]);
  });

  it.each(['/tenants', '/user-settings'])('%s takes a session token and no other', async (path) => {
    expect((await get(path)).body).toEqual(refusal(401, 'Unauthorized'));
    const { status, reason } = await get(path, { authorization: `Bearer ${await emulator.tokens.access()}` });
    expect([status, reason]).toEqual([401, expect.stringContaining('session token is needed')]);
  });
});

describe.each([
  ['delegated-token', { tenantId: tenants.bergmann }, signInApp.clientId],
  ['act-as-user-token', { tenantId: tenants.bergmann, userId: anna }, anna],
])('exchange for a %s', (path, request, subject) => {
  const exchange = async (body: unknown, token?: string) =>
    post(`/identity/${path}`, body, token ?? (await serviceToken()));
  interface Exchanged {
    accessToken: string;
    refreshToken: string;
    expiresIn: number;
  }

  it('answers a token for one tenant, with its refresh token', async () => {
    const { status, body, assumptions } = await exchange(request);
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      expiresIn: 43_199,
    });
    expect(claimsOf((body as Exchanged).accessToken)).toMatchObject({
      iss: `${emulator.url}/id`,
      sub: subject,
      'urn:jtl:tenant_id': tenants.bergmann,
      client_id: signInApp.clientId,
    });
    expect(assumptions).toContain('token-exchange-answer');
    const { accepted, kind } = await emulator.tokens.explain((body as Exchanged).accessToken);
    expect([accepted, kind]).toEqual([true, 'access']);
  });

  it('is continued by its refresh token, which works once', async () => {
    const first = (await exchange(request)).body as Exchanged;
    const refresh = async (refreshToken: string) =>
      post(`/identity/${path}/refresh`, { refreshToken }, await serviceToken());
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect(claimsOf((second.body as Exchanged).accessToken)).toMatchObject({
      sub: subject,
      'urn:jtl:tenant_id': tenants.bergmann,
    });
    const again = await refresh(first.refreshToken);
    expect([again.status, again.body]).toEqual([
      400,
      refusal(400, 'One or more errors occurred!', { refreshToken: ['The refresh token is invalid.'] }),
    ]);
    expect((await refresh((second.body as Exchanged).refreshToken)).status).toBe(400);
    expect((await emulator.tokens.explain((second.body as Exchanged).accessToken)).accepted).toBe(false);
  });

  it('is refused, at a refresh too, once the app is uninstalled', async () => {
    const { refreshToken } = (await exchange(request)).body as Exchanged;
    await emulator.apps.uninstall(signInApp.appId, 'bergmann-outdoor');
    expect((await exchange(request)).status).toBe(403);
    expect(
      (await post(`/identity/${path}/refresh`, { refreshToken }, await serviceToken())).reason,
    ).toContain('not installed');
    await emulator.apps.install(signInApp.appId, 'bergmann-outdoor');
  });

  it('is refused without a service account’s own token', async () => {
    expect((await call(`/identity/${path}`, { method: 'POST' })).status).toBe(401);
    const exchanged = ((await exchange(request)).body as Exchanged).accessToken;
    const wrong = [
      [await emulator.tokens.app({ appId: signInApp.appId }), 'app token'],
      [await emulator.tokens.access({ appId: signInApp.appId }), 'generation 1'],
      [exchanged, 'itself exchanged'],
    ] as const;
    for (const [token, reason] of wrong) {
      const answer = await exchange(request, token);
      expect([answer.status, answer.reason]).toEqual([403, expect.stringContaining(reason)]);
    }
  });

  it('is refused for requests that are not right', async () => {
    expect((await exchange('{"tenantId":')).body).toMatchObject(
      refusal(400, 'One or more errors occurred!', { body: ['The request body is not valid JSON.'] }),
    );
    expect((await exchange([])).status).toBe(400);
    expect((await exchange({ ...request, tenantId: 'x' })).body).toEqual(
      refusal(400, 'One or more errors occurred!', { tenantId: [`'tenantId' must be a UUID.`] }),
    );
    expect((await exchange({ ...request, tenantId: anna })).status).toBe(404);
    expect((await exchange({ ...request, tenantId: tenants.kaffee })).status).toBe(403);
  });

  it('keeps refresh tokens to their client and kind', async () => {
    const { refreshToken } = (await exchange(request)).body as Exchanged;
    const other = path === 'delegated-token' ? 'act-as-user-token' : 'delegated-token';
    expect((await post(`/identity/${other}/refresh`, { refreshToken }, await serviceToken())).status).toBe(
      400,
    );
    expect(
      (await post(`/identity/${path}/refresh`, { refreshToken }, await serviceToken(helloWorld))).status,
    ).toBe(400);
    expect((await post(`/identity/${path}/refresh`, { refreshToken }, await serviceToken())).status).toBe(
      200,
    );
  });
});

describe('acting as a user', () => {
  const actAs = async (userId: string) =>
    post('/identity/act-as-user-token', { tenantId: tenants.bergmann, userId }, await serviceToken());

  it('names the app as the actor (RFC 8693 section 4.1)', async () => {
    const { body } = await actAs(anna);
    expect(claimsOf((body as { accessToken: string }).accessToken)['act']).toEqual({
      sub: signInApp.clientId,
    });
  });

  it('is refused for users outside the tenant and unknown ones', async () => {
    expect(await actAs(ben)).toMatchObject({
      status: 403,
      reason: expect.stringContaining('does not belong'),
    });
    expect(await actAs(tenants.kaffee)).toMatchObject({ status: 404 });
  });

  it('is refused to an app whose manifest does not opt in', async () => {
    await emulator.apps.update(signInApp.appId, signInManifest({ actAsUser: false }));
    expect(await actAs(anna)).toMatchObject({
      status: 403,
      reason: expect.stringContaining('authentication.actAsUser'),
    });
    await emulator.apps.update(signInApp.appId, signInManifest());
  });
});
