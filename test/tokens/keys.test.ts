import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import jose from 'node-jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { freePort } from '../ports.ts';
import { generations, postForm, startWithSignInApp, tokensOf } from '../identity/sign-in-app.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startWithSignInApp();
});
afterAll(() => emulator.close());

async function keySet(
  path: string,
  headers: Record<string, string> = {},
  at = emulator,
): Promise<JSONWebKeySet> {
  return (await (await fetch(at.url + path, { headers })).json()) as JSONWebKeySet;
}

async function sessionKeys(at = emulator): Promise<JSONWebKeySet> {
  return keySet(
    '/account/.well-known/jwks.json',
    { authorization: `Bearer ${await at.tokens.access()}` },
    at,
  );
}

function kidOf(token: string): string {
  return (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
}

describe.each(generations)('keys and RS256 tokens of generation $generation', (paths) => {
  const generation = paths.generation;
  const tokens = async (): Promise<string[]> => {
    const signedIn = await tokensOf(emulator, paths);
    const minted = await emulator.tokens.access({ generation });
    const app = generation === 2 ? [await emulator.tokens.app()] : [];
    return [signedIn['access_token'] ?? '', signedIn['id_token'] ?? '', minted, ...app];
  };

  it('are accepted by node-jose, every token and the whole key set', async () => {
    const store = await jose.JWK.asKeyStore(await keySet(paths.keys));
    expect(store.all({ use: 'sig', alg: 'RS256', kty: 'RSA' }).length).toBeGreaterThanOrEqual(1);
    for (const token of await tokens()) {
      const verified = await jose.JWS.createVerify(store).verify(token);
      expect(JSON.parse(verified.payload.toString())).toMatchObject({ iss: emulator.url + paths.issuer });
    }
  });

  it('are accepted by jose, which fetches the key set itself', async () => {
    const remote = createRemoteJWKSet(new URL(emulator.url + paths.keys));
    for (const token of await tokens()) {
      const { protectedHeader } = await jwtVerify(token, remote, { issuer: emulator.url + paths.issuer });
      expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    }
  });

  it('publish no private part', async () => {
    for (const key of (await keySet(paths.keys)).keys)
      expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('differ from the other generation’s', async () => {
    const [one, two] = await Promise.all(
      generations.map(async ({ keys }) => (await keySet(keys)).keys.map((key) => key.kid)),
    );
    expect(one?.filter((kid) => two?.includes(kid))).toEqual([]);
  });
});

describe('keys of session tokens', () => {
  it('are Ed25519, for signing, and need an access token', async () => {
    expect((await sessionKeys()).keys[0]).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      x: expect.any(String),
      kid: expect.any(String),
      use: 'sig',
      alg: 'EdDSA',
    });
    const bare = await fetch(`${emulator.url}/account/.well-known/jwks.json`);
    expect([bare.status, await bare.json()]).toEqual([
      401,
      { statusCode: 401, message: 'Unauthorized', errors: {} },
    ]);
    expect(
      (
        await fetch(`${emulator.url}/account/.well-known/jwks.json`, {
          headers: { authorization: `Bearer ${await emulator.tokens.session()}` },
        })
      ).status,
    ).toBe(401);
  });

  it('verify session tokens in jose, with the key id in the header and the tenant’s `kid` in the payload', async () => {
    const token = await emulator.tokens.session();
    const account = `${emulator.url}/account`;
    const tenants = (await (
      await fetch(`${account}/tenants`, { headers: { authorization: `Bearer ${token}` } })
    ).json()) as { id: string; kid: string }[];
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(await sessionKeys()));
    expect(protectedHeader).toEqual({
      alg: 'EdDSA',
      typ: 'JWT',
      kid: (await sessionKeys()).keys[0]?.kid,
    });
    expect(payload['kid']).toBe(tenants.find(({ id }) => id === payload['tenantId'])?.kid);
    expect(payload['kid']).toMatch(/^\d{6}$/);
    expect(Object.keys(payload).sort()).toEqual(['exp', 'kid', 'tenantId', 'userId']);
  });
});

describe('key rotation', () => {
  it('puts the new key first and keeps the old one until the last token it signed has expired', async () => {
    await using own = await startEmulator();
    own.clock.freeze();
    const old = await own.tokens.access({ expiresIn: 600 });
    const oldSession = await own.tokens.session();
    await own.keys.rotate();
    const fresh = await own.tokens.access({ expiresIn: 900 });
    const kids = async () => (await keySet('/.well-known/jwks.json', {}, own)).keys.map((key) => key.kid);
    expect(await kids()).toEqual([kidOf(fresh), kidOf(old)]);
    expect((await sessionKeys(own)).keys.map((key) => key.kid)).toEqual([
      kidOf(await own.tokens.session()),
      kidOf(oldSession),
    ]);
    await jwtVerify(old, createRemoteJWKSet(new URL(`${own.url}/.well-known/jwks.json`)));
    expect(await sessionKeysStatus(own, old)).toBe(200);
    own.clock.advance(599);
    expect(await kids()).toContain(kidOf(old));
    own.clock.advance(2);
    expect(await kids()).toEqual([kidOf(fresh)]);
  });

  it('forgets no key that a token lives by, however many come after it', async () => {
    const token = await emulator.tokens.access();
    for (let rotation = 0; rotation < 12; rotation++) await emulator.keys.rotate('generation1');
    await jwtVerify(token, createLocalJWKSet(await keySet('/.well-known/jwks.json')));
    const answer = await fetch(`${emulator.url}/erp/v2/info`, {
      headers: { authorization: `Bearer ${token}`, 'x-tenant-id': '7c9e6679-7425-40de-944b-e07fc1f90ae7' },
    });
    expect(answer.status).toBe(200);
  });

  it('rotates one ring alone when asked to, and refuses an unknown ring by name', async () => {
    const [one, two] = await Promise.all(generations.map(({ keys }) => keySet(keys)));
    await emulator.keys.rotate('generation2');
    expect((await keySet('/.well-known/jwks.json')).keys[0]?.kid).toBe(one?.keys[0]?.kid);
    expect((await keySet('/id/oauth/v2/keys')).keys[0]?.kid).not.toBe(two?.keys[0]?.kid);
    const refused = await fetch(`${emulator.url}/_emulator/v1/keys/rotate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"ring":"gollum"}',
    });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(await refused.json())).toContain('gollum');
  });

  it('lets a client with cached keys recover by fetching again on an unknown key id', async () => {
    const remote = createRemoteJWKSet(new URL(`${emulator.url}/.well-known/jwks.json`), {
      cooldownDuration: 0,
    });
    await jwtVerify(await emulator.tokens.access(), remote);
    await emulator.keys.rotate('generation1');
    const { protectedHeader } = await jwtVerify(await emulator.tokens.access(), remote);
    expect(protectedHeader.kid).toBe((await keySet('/.well-known/jwks.json')).keys[0]?.kid);
  });
});

describe('keys and a restart', () => {
  it('survive it with a data folder: tokens, refresh tokens and refusals stay what they were', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'jtl-emulator-keys-'));
    try {
      const port = await freePort();
      const before = await startWithSignInApp({ dataDir, port });
      const [refused, access, session] = [
        await before.tokens.access({ appId: 'stock-reader' }),
        await before.tokens.access(),
        await before.tokens.session(),
      ];
      await before.tokens.expire({ appId: 'stock-reader' });
      const { refresh_token = '' } = await tokensOf(before, generations[1]);
      const { refresh_token: reused = '' } = await tokensOf(before, generations[1]);
      const next = String((await refresh(before, reused)).body['refresh_token']);
      expect((await refresh(before, reused)).status).toBe(400);
      const keys = await keySet('/id/oauth/v2/keys', {}, before);
      await before.keys.rotate('generation1');
      await before.close();
      await using after = await startEmulator({ dataDir, port });
      expect(await keySet('/id/oauth/v2/keys', {}, after)).toEqual(keys);
      expect(await sessionKeysStatus(after, access)).toBe(200);
      expect(await sessionKeysStatus(after, refused)).toBe(401);
      await jwtVerify(session, createLocalJWKSet(await sessionKeys(after)));
      expect((await refresh(after, refresh_token)).status).toBe(200);
      expect((await refresh(after, next)).body['error']).toBe('invalid_grant');
      expect(await sessionKeysStatus(after, await after.tokens.access({ appId: 'stock-reader' }))).toBe(200);
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  it('are new without one, and a token of the earlier start is recognised', async () => {
    const port = await freePort();
    const before = await startEmulator({ port });
    const token = await before.tokens.access();
    await before.close();
    await using after = await startEmulator({ port });
    expect(await reasonFor(after, token)).toContain('an earlier key of this emulator');
  });
});

describe('a token from elsewhere is recognised and named', () => {
  it('when another emulator issued it', async () => {
    await using other = await startEmulator();
    const reason = await reasonFor(emulator, await other.tokens.access());
    expect(reason).toContain(`another emulator or a local issuer at ${other.url}`);
    expect((await emulator.tokens.explain(await other.tokens.access())).checks[0]?.message).toBe(reason);
  });

  it('when it is from the real platform, with the environment', async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: '296b2c4f', typ: 'JWT' })).toString(
      'base64url',
    );
    const real = (iss: string) =>
      `${header}.${Buffer.from(JSON.stringify({ iss, exp: 4e9 })).toString('base64url')}.c2ln`;
    expect(await reasonFor(emulator, real('https://auth.jtl-cloud.com'))).toContain(
      'the real JTL platform (https://auth.jtl-cloud.com',
    );
    expect(await reasonFor(emulator, real('https://id.qa.jtl-cloud.com'))).toContain(
      "the real JTL platform's qa environment",
    );
    expect(await reasonFor(emulator, real('https://auth.jtl-cloud.com.evil.example'))).toContain(
      `'https://auth.jtl-cloud.com.evil.example'`,
    );
  });
});

function refresh(at: Emulator, token: string) {
  const form = { grant_type: 'refresh_token', refresh_token: token, client_id: 'sign-in-client' };
  return postForm(`${at.url}/id/oauth/v2/token`, form);
}

async function sessionKeysStatus(at: Emulator, token: string): Promise<number> {
  return (
    await fetch(`${at.url}/account/.well-known/jwks.json`, { headers: { authorization: `Bearer ${token}` } })
  ).status;
}

async function reasonFor(at: Emulator, token: string): Promise<string | null> {
  const response = await fetch(`${at.url}/account/.well-known/jwks.json`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(401);
  return response.headers.get('x-emulator-reason');
}
