import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import {
  basic,
  claimsOf,
  generations,
  helloWorld,
  postForm,
  signInApp,
  startWithSignInApp,
  tokensOf,
} from './sign-in-app.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startWithSignInApp();
});
afterEach(() => emulator.clock.reset());
afterAll(() => emulator.close());

describe.each(generations)('the token endpoint of generation $generation', (paths) => {
  const token = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    postForm(emulator.url + paths.token, form, headers);
  const credentials = { grant_type: 'client_credentials', scope: paths.generation === 1 ? '' : 'openid' };

  it('answers client credentials by Basic and by form alike, for no cache to keep (RFC 6749 sections 2.3.1, 4.4.3 and 5.1)', async () => {
    const byHeader = await token(credentials, basic(signInApp));
    const byForm = await token({
      ...credentials,
      client_id: signInApp.clientId,
      client_secret: signInApp.clientSecret,
    });
    for (const { status, headers, body } of [byHeader, byForm]) {
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('pragma')).toBe('no-cache');
      expect(headers.get('content-type')).toBe('application/json');
      expect(body).toEqual({
        access_token: expect.any(String),
        token_type: paths.generation === 1 ? 'bearer' : 'Bearer',
        expires_in: paths.generation === 1 ? 86_399 : 43_199,
        scope: credentials.scope,
      });
    }
    expect(claimsOf(String(byHeader.body['access_token']))['jti']).not.toBe(
      claimsOf(String(byForm.body['access_token']))['jti'],
    );
  });

  it.each([
    ['a wrong secret', basic({ ...helloWorld, clientSecret: 'wrong' }), {}],
    ['an empty secret', basic({ ...helloWorld, clientSecret: '' }), {}],
    ['an unknown client', basic({ clientId: 'nobody', clientSecret: 'x' }), {}],
    ['no authentication', {}, {}],
    ['a wrong secret in the form', {}, { client_id: helloWorld.clientId, client_secret: 'wrong' }],
    ['a client id alone', {}, { client_id: helloWorld.clientId }],
    ['another scheme than Basic', { authorization: 'Digest username="x"' }, {}],
    ['Basic without a colon', { authorization: `Basic ${btoa('hello')}` }, {}],
  ])(
    'refuses %s with invalid_client and how to authenticate (RFC 6749 section 5.2)',
    async (_what, headers, form) => {
      const answer = await token({ ...credentials, ...form }, headers);
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-emulator-reason')).not.toContain("wrong secret'");
    },
  );

  it('says the same to a wrong secret and an unknown client, so that ids cannot be guessed (RFC 6749 section 10.10)', async () => {
    const wrong = await token(credentials, basic({ ...helloWorld, clientSecret: 'wrong' }));
    const unknown = await token(credentials, basic({ clientId: 'nobody', clientSecret: 'wrong' }));
    expect(wrong.body).toEqual(unknown.body);
    expect(unknown.headers.get('x-emulator-reason')).toContain(helloWorld.clientId);
  });

  it('tells who swaps id and secret so, and does not repeat the secret', async () => {
    const swapped = basic({ clientId: helloWorld.clientSecret, clientSecret: helloWorld.clientId });
    const { status, headers, body } = await token(credentials, swapped);
    expect([status, body['error']]).toEqual([401, 'invalid_client']);
    expect(headers.get('x-emulator-reason')).toContain('may be swapped');
    expect(JSON.stringify(emulator.journal.entries())).not.toContain(helloWorld.clientSecret);
  });

  it('never repeats a secret in what it answers', async () => {
    const { headers, body } = await token(
      credentials,
      basic({ ...helloWorld, clientSecret: 'almost-the-secret' }),
    );
    expect(JSON.stringify([...headers, body])).not.toContain('almost-the-secret');
  });

  it.each([
    ['no grant type', { scope: 'openid' }, 'invalid_request', `'grant_type' is missing`],
    ['an unknown grant type', { grant_type: 'password' }, 'unsupported_grant_type', `'password'`],
    [
      'an unknown refresh token',
      { grant_type: 'refresh_token', refresh_token: 'x' },
      'invalid_grant',
      'unknown',
    ],
    ['an unknown code', { grant_type: 'authorization_code', code: 'x' }, 'invalid_grant', 'unknown'],
    ['a missing code', { grant_type: 'authorization_code' }, 'invalid_request', `'code' is missing`],
  ])('refuses %s (RFC 6749 section 5.2)', async (_what, form, error, reason) => {
    const answer = await token(form, basic(signInApp));
    expect([answer.status, answer.body['error']]).toEqual([400, error]);
    expect(answer.headers.get('x-emulator-reason')).toContain(reason);
  });

  it('refuses credentials in two places, and a client id that contradicts them (RFC 6749 section 2.3)', async () => {
    const both = await token(
      { ...credentials, client_id: helloWorld.clientId, client_secret: helloWorld.clientSecret },
      basic(helloWorld),
    );
    expect([both.status, both.body['error']]).toEqual([400, 'invalid_request']);
    const other = await token({ ...credentials, client_id: 'other' }, basic(helloWorld));
    expect([other.status, other.body['error']]).toEqual([400, 'invalid_request']);
  });

  it('refuses a repeated parameter and a body that is not a form (RFC 6749 section 3.2)', async () => {
    const twice = await fetch(emulator.url + paths.token, {
      method: 'POST',
      headers: { ...basic(helloWorld), 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials&grant_type=client_credentials',
    });
    expect([twice.status, await twice.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    const json = await fetch(emulator.url + paths.token, {
      method: 'POST',
      headers: { ...basic(helloWorld), 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
    });
    expect([json.status, await json.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    expect(json.headers.get('x-emulator-reason')).toContain('application/x-www-form-urlencoded');
  });

  it('takes forms whose type names a charset, as most HTTP clients send them', async () => {
    const answer = await token(credentials, {
      ...basic(helloWorld),
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    });
    expect(answer.status).toBe(200);
  });

  it('refuses a body over 10 MB with 413', async () => {
    const response = await fetch(emulator.url + paths.token, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `grant_type=${'x'.repeat(10 * 1024 * 1024)}`,
    });
    expect([response.status, await response.json()]).toMatchObject([413, { error: 'invalid_request' }]);
  });

  it('takes only POST', async () => {
    const response = await fetch(emulator.url + paths.token);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('accepts a renewed secret at once and the old one no more', async () => {
    const { clientSecret } = await emulator.apps.renewSecret('uninvited');
    expect(
      (await token(credentials, basic({ clientId: 'uninvited-client', clientSecret: 'uninvited-secret' })))
        .status,
    ).toBe(401);
    expect((await token(credentials, basic({ clientId: 'uninvited-client', clientSecret }))).status).toBe(
      200,
    );
  });

  it('narrows scopes at a refresh and never widens them (RFC 6749 section 6)', async () => {
    const { refresh_token = '' } = await tokensOf(emulator, paths, 'openid profile offline_access');
    const refresh = (value: string, scope: string) =>
      token({ grant_type: 'refresh_token', refresh_token: value, scope, client_id: signInApp.clientId });
    const wider = await refresh(refresh_token, 'openid email');
    expect([wider.status, wider.body['error']]).toEqual([400, 'invalid_scope']);
    const narrower = await refresh(refresh_token, 'openid');
    expect(narrower.body['scope']).toBe('openid');
    const again = await refresh(String(narrower.body['refresh_token']), '');
    expect(again.body['scope']).toBe('openid profile offline_access');
  });

  it('revokes the whole family when a refresh token is used twice (RFC 9700 section 4.14.2)', async () => {
    const first = await tokensOf(emulator, paths);
    const refresh = (value: string | undefined) =>
      token({ grant_type: 'refresh_token', refresh_token: String(value), client_id: signInApp.clientId });
    const second = await refresh(first['refresh_token']);
    const reused = await refresh(first['refresh_token']);
    expect([reused.status, reused.body['error']]).toEqual([400, 'invalid_grant']);
    expect(reused.headers.get('x-emulator-reason')).toContain('used before');
    expect((await refresh(String(second.body['refresh_token']))).body['error']).toBe('invalid_grant');
    for (const access of [first['access_token'], second.body['access_token']]) {
      expect(
        (
          await fetch(emulator.url + paths.userinfo, {
            headers: { authorization: `Bearer ${String(access)}` },
          })
        ).status,
      ).toBe(401);
    }
  });

  it('lets one of two simultaneous refreshes win and the other end the family', async () => {
    const { refresh_token = '' } = await tokensOf(emulator, paths);
    const both = await Promise.all(
      [1, 2].map(() => token({ grant_type: 'refresh_token', refresh_token, client_id: signInApp.clientId })),
    );
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 400]);
  });

  it('refuses a refresh token to another client, in the other generation, and after its time', async () => {
    const { refresh_token = '' } = await tokensOf(emulator, paths);
    const other = paths.generation === 1 ? generations[1] : generations[0];
    const form = { grant_type: 'refresh_token', refresh_token };
    expect((await token(form, basic(helloWorld))).body['error']).toBe('invalid_grant');
    expect((await postForm(emulator.url + other.token, form, basic(signInApp))).body['error']).toBe(
      'invalid_grant',
    );
    emulator.clock.advance(31 * 86_400);
    expect((await token(form, basic(signInApp))).headers.get('x-emulator-reason')).toContain('expired');
  });

  it('keeps other clients from revoking and introspecting a token (RFC 7009 section 2.1, RFC 7662 section 4)', async () => {
    const tokens = await tokensOf(emulator, paths);
    for (const value of [tokens['access_token'] ?? '', tokens['refresh_token'] ?? '']) {
      expect(
        (await postForm(emulator.url + paths.introspect, { token: value }, basic(helloWorld))).body,
      ).toEqual({ active: false });
      const revoked = await postForm(emulator.url + paths.revoke, { token: value }, basic(helloWorld));
      expect([revoked.status, revoked.body['error']]).toEqual([400, 'unauthorized_client']);
      expect(
        (await postForm(emulator.url + paths.introspect, { token: value }, basic(signInApp))).body,
      ).toMatchObject({ active: true });
    }
  });

  it('answers 200 to the revocation of a token that is void already (RFC 7009 section 2.2)', async () => {
    for (const value of ['nonsense', 'a.b.c']) {
      expect((await postForm(emulator.url + paths.revoke, { token: value }, basic(signInApp))).status).toBe(
        200,
      );
    }
  });

  it('wants a secret for introspection (RFC 7662 section 2.1)', async () => {
    const answer = await postForm(emulator.url + paths.introspect, {
      token: 'x',
      client_id: signInApp.clientId,
    });
    expect([answer.status, answer.body['error']]).toEqual([401, 'invalid_client']);
  });
});

describe('generation 2', () => {
  it('refuses client credentials without a scope, as the real one does', async () => {
    const answer = await postForm(
      `${emulator.url}/id/oauth/v2/token`,
      { grant_type: 'client_credentials' },
      basic(helloWorld),
    );
    expect([answer.status, answer.body['error']]).toEqual([400, 'invalid_request']);
    expect(answer.headers.get('x-emulator-reason')).toContain('openid');
  });

  it('answers at its aliases on the root too', async () => {
    const answer = await postForm(
      `${emulator.url}/oauth/v2/token`,
      { grant_type: 'client_credentials', scope: 'openid' },
      basic(helloWorld),
    );
    expect(claimsOf(String(answer.body['access_token']))).toMatchObject({
      iss: `${emulator.url}/id`,
      aud: [helloWorld.appId],
    });
    const keys = await fetch(`${emulator.url}/oauth/v2/keys`);
    expect(await keys.json()).toEqual(await (await fetch(`${emulator.url}/id/oauth/v2/keys`)).json());
  });
});
