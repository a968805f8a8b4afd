import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import {
  basic,
  claimsOf,
  generations,
  postForm,
  redirectUri,
  signInApp,
  signInManifest,
  signInSilently,
  startWithSignInApp,
  tenants,
  tokensOf,
} from './sign-in-app.ts';
import type { Answer, GenerationPaths } from './sign-in-app.ts';

const [, generation2] = generations;

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startWithSignInApp();
});
afterEach(() => emulator.close());

const refresh = (paths: GenerationPaths, token: string): Promise<Answer> =>
  postForm(
    emulator.url + paths.token,
    { grant_type: 'refresh_token', refresh_token: token },
    basic(signInApp),
  );

/** @returns the status by which userinfo takes or refuses an access token */
const statusOf = async (paths: GenerationPaths, token: string): Promise<number> =>
  (await fetch(emulator.url + paths.userinfo, { headers: { authorization: `Bearer ${token}` } })).status;

async function codeFor(paths: GenerationPaths): Promise<string> {
  return (await signInSilently(emulator, paths)).searchParams.get('code') ?? '';
}

const exchange = (paths: GenerationPaths, code: string): Promise<Answer> =>
  postForm(
    emulator.url + paths.token,
    { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
    basic(signInApp),
  );

describe.each(generations)('an authorization in generation $generation', (paths) => {
  it('ends as a whole when one refresh token is used by many at once, the winner’s access token included (RFC 9700 section 4.14.2)', async () => {
    const { refresh_token = '' } = await tokensOf(emulator, paths);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(paths, refresh_token)));
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    expect(await statusOf(paths, String(winners[0]?.body['access_token']))).toBe(401);
    expect((await refresh(paths, String(winners[0]?.body['refresh_token']))).status).toBe(400);
  });

  it('stays revoked when the clock goes past the token’s time and comes back (RFC 7009 section 2.1)', async () => {
    const { access_token = '' } = await tokensOf(emulator, paths);
    await postForm(emulator.url + paths.revoke, { token: access_token }, basic(signInApp));
    await emulator.clock.advance(400_000);
    await tokensOf(emulator, paths);
    await emulator.clock.reset();
    expect(await statusOf(paths, access_token)).toBe(401);
  });

  it('waits for a clock that went past its time to come back', async () => {
    const { refresh_token = '' } = await tokensOf(emulator, paths);
    await emulator.clock.advance(400 * 86_400);
    expect((await refresh(paths, refresh_token)).status).toBe(400);
    await emulator.clock.reset();
    expect((await refresh(paths, refresh_token)).status).toBe(200);
  });

  it('ends with the app; one registered later under the same client id inherits nothing', async () => {
    const { access_token = '', refresh_token = '' } = await tokensOf(emulator, paths);
    const code = await codeFor(paths);
    await emulator.apps.delete(signInApp.appId);
    await emulator.apps.register({
      ...signInApp,
      appId: '44444444-4444-4444-8444-444444444445',
      manifest: signInManifest(),
    });
    expect((await refresh(paths, refresh_token)).body['error']).toBe('invalid_grant');
    expect((await exchange(paths, code)).body['error']).toBe('invalid_grant');
    expect(await statusOf(paths, access_token)).toBe(401);
    expect(await statusOf(paths, (await tokensOf(emulator, paths))['access_token'] ?? '')).toBe(200);
  });

  it('ends with a reset, codes that are not exchanged yet included', async () => {
    const { refresh_token = '' } = await tokensOf(emulator, paths);
    const code = await codeFor(paths);
    await emulator.reset();
    await emulator.apps.register({ ...signInApp, manifest: signInManifest() });
    expect((await exchange(paths, code)).body['error']).toBe('invalid_grant');
    expect((await refresh(paths, refresh_token)).body['error']).toBe('invalid_grant');
  });

  it('does not end with an ID token, which opens nothing (RFC 7009 section 2.2)', async () => {
    const { id_token = '', access_token = '' } = await tokensOf(emulator, paths);
    const { status, headers } = await postForm(
      emulator.url + paths.revoke,
      { token: id_token },
      basic(signInApp),
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(paths.generation === 2 ? 'application/json' : null);
    expect(await statusOf(paths, access_token)).toBe(200);
  });
});

it('token exchange ends as a whole too when one refresh token is used by many at once', async () => {
  const { body } = await postForm(
    `${emulator.url}${generation2.token}`,
    { grant_type: 'client_credentials', scope: 'openid' },
    basic(signInApp),
  );
  const post = async (path: string, content: Record<string, string>): Promise<Answer> => {
    const response = await fetch(`${emulator.url}/account/identity/delegated-token${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${String(body['access_token'])}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(content),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, unknown>,
    };
  };
  const first = await post('', { tenantId: tenants.bergmann });
  const refreshToken = String(first.body['refreshToken']);
  const answers = await Promise.all(Array.from({ length: 8 }, () => post('/refresh', { refreshToken })));
  const winners = answers.filter(({ status }) => status === 200);
  expect(winners).toHaveLength(1);
  const info = await fetch(`${emulator.url}/erp/v2/info`, {
    headers: {
      authorization: `Bearer ${String(winners[0]?.body['accessToken'])}`,
      'x-tenant-id': tenants.bergmann,
    },
  });
  expect(info.status).toBe(401);
});

describe('a restart', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jtl-grants-'));
    await emulator.close();
    emulator = await startWithSignInApp({ dataDir: folder });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function restart(): Promise<void> {
    await emulator.close();
    emulator = await startEmulator({ dataDir: folder });
  }

  it.each(generations)(
    'breaks no sign-in of generation $generation that is half done, and forgets no code that was used',
    async (paths) => {
      const open = await codeFor(paths);
      const used = await codeFor(paths);
      const { body } = await exchange(paths, used);
      await restart();
      expect((await exchange(paths, open)).status).toBe(200);
      const replay = await exchange(paths, used);
      expect(replay.body['error']).toBe('invalid_grant');
      expect(replay.headers.get('x-emulator-reason')).toContain('used before');
      expect(await statusOf(paths, String(body['access_token']))).toBe(401);
    },
  );

  it('lets devices wait on, and keeps what was decided for them', async () => {
    const start = async () =>
      (
        await postForm(`${emulator.url}/id/oauth/v2/device_authorization`, {
          client_id: signInApp.clientId,
          scope: 'openid',
        })
      ).body as Record<string, string>;
    const poll = ({ device_code = '' }: Record<string, string>) =>
      postForm(
        `${emulator.url}${generation2.token}`,
        { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code },
        basic(signInApp),
      );
    const [waiting, decided] = [await start(), await start()];
    const page = await fetch(`${emulator.url}/id/device?user_code=${decided['user_code']}`);
    const choice = /name="choice"\s+value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    await fetch(`${emulator.url}/id/device`, {
      method: 'POST',
      body: new URLSearchParams({ user_code: decided['user_code'] ?? '', choice }),
    });
    await restart();
    expect((await poll(waiting)).body['error']).toBe('authorization_pending');
    expect(claimsOf(String((await poll(decided)).body['access_token']))['urn:jtl:app_id']).toBe(
      signInApp.appId,
    );
  });

  it('forgets no session token that tokens/expire is to refuse', async () => {
    const token = await emulator.tokens.session();
    await restart();
    await emulator.tokens.expire({ kind: 'session' });
    const answer = await fetch(`${emulator.url}/account/identity/session-token/validate`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await emulator.tokens.access()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ sessionToken: token }),
    });
    expect(await answer.json()).toMatchObject({ valid: false });
  });
});
