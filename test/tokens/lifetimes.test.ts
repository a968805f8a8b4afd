import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import {
  basic,
  claimsOf,
  helloWorld,
  postForm,
  signInManifest,
  startWithSignInApp,
  tokensOf,
  generations,
} from '../identity/sign-in-app.ts';

async function secondsOf(token: Promise<string>): Promise<number> {
  const { iat, exp } = claimsOf(await token) as { iat: number; exp: number };
  return exp - iat;
}

async function sessionSeconds(emulator: Emulator): Promise<number> {
  emulator.clock.freeze();
  const { exp } = claimsOf(await emulator.tokens.session()) as { exp: number };
  return exp - Math.floor(new Date(emulator.clock.state.now).getTime() / 1000);
}

describe('token lifetimes', () => {
  it('are about a day, half a day and five minutes by default', async () => {
    await using emulator = await startEmulator();
    expect(await secondsOf(emulator.tokens.access())).toBe(86_399);
    expect(await secondsOf(emulator.tokens.access({ generation: 2 }))).toBe(43_199);
    expect(await secondsOf(emulator.tokens.app())).toBe(43_199);
    expect(await sessionSeconds(emulator)).toBe(300);
  });

  it('follow --ttl for every kind, refresh tokens too', async () => {
    await using emulator = await startWithSignInApp({
      ttl: { access: 11, app: 12, session: 13, refresh: 14 },
    });
    expect(await secondsOf(emulator.tokens.access())).toBe(11);
    expect(await secondsOf(emulator.tokens.access({ generation: 2 }))).toBe(11);
    expect(await secondsOf(emulator.tokens.app())).toBe(12);
    expect(await sessionSeconds(emulator)).toBe(13);
    const { refresh_token = '' } = await tokensOf(emulator, generations[1]);
    emulator.clock.advance(15);
    const refreshed = await postForm(`${emulator.url}/id/oauth/v2/token`, {
      grant_type: 'refresh_token',
      refresh_token,
      client_id: 'sign-in-client',
    });
    expect(refreshed.body['error']).toBe('invalid_grant');
  });

  it('can be an app’s own, from its fixture, and go before --ttl', async () => {
    const fixtures = await mkdtemp(join(tmpdir(), 'jtl-emulator-lifetimes-'));
    try {
      const brief = {
        slug: 'brief',
        id: '55555555-5555-4555-8555-555555555555',
        clientId: 'brief-client',
        clientSecret: 'brief-secret',
        manifest: 'brief.json',
        lifetimes: { access: 7 },
      };
      await writeFile(join(fixtures, 'brief.json'), JSON.stringify(signInManifest()));
      await writeFile(join(fixtures, 'platform.yaml'), JSON.stringify({ extends: 'shipped', apps: [brief] }));
      await using emulator = await startEmulator({ fixtures, ttl: 'access=60' });
      const seconds = async (client: { clientId: string; clientSecret: string }) =>
        (await postForm(`${emulator.url}/oauth2/token`, { grant_type: 'client_credentials' }, basic(client)))
          .body['expires_in'];
      expect(await seconds(brief)).toBe(7);
      expect(await seconds(helloWorld)).toBe(60);
    } finally {
      await rm(fixtures, { recursive: true });
    }
  });
});
