import { request } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { basic, generations, helloWorld, postForm } from './sign-in-app.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

/** fetch cannot set Host. */
function getAs(
  host: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    request(emulator.url + path, { headers: { host, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => resolve(JSON.parse(text) as Record<string, string>));
    })
      .once('error', reject)
      .end();
  });
}

describe('discovery', () => {
  it.each(generations)('of generation $generation names only endpoints that exist', async ({ issuer }) => {
    const document = (await (
      await fetch(`${emulator.url}${issuer}/.well-known/openid-configuration`)
    ).json()) as Record<string, unknown>;
    expect(document['issuer']).toBe(emulator.url + issuer);
    const endpoints = Object.entries(document).filter(
      ([name]) => name.endsWith('_endpoint') || name === 'jwks_uri',
    );
    expect(endpoints.length).toBeGreaterThanOrEqual(7);
    for (const [, url] of endpoints)
      expect((await fetch(String(url), { redirect: 'manual' })).status).not.toBe(404);
  });

  it('lets endpoints follow the host the client used, and never the issuer', async () => {
    const first = await getAs('emulator.test:1234', '/.well-known/openid-configuration');
    expect(first).toMatchObject({
      issuer: emulator.url,
      token_endpoint: 'http://emulator.test:1234/oauth2/token',
    });
    const second = await getAs('emulator.test', '/id/.well-known/openid-configuration');
    expect(second).toMatchObject({
      issuer: `${emulator.url}/id`,
      jwks_uri: 'http://emulator.test/id/oauth/v2/keys',
    });
  });

  it('has generation 2 at the root of its own host', async () => {
    const document = await getAs('id.jtl-cloud.com', '/.well-known/openid-configuration');
    expect(document).toMatchObject({
      issuer: `${emulator.url}/id`,
      token_endpoint: 'https://id.jtl-cloud.com/oauth/v2/token',
    });
    const auth = await getAs('auth.dev.jtl-cloud.com', '/.well-known/openid-configuration');
    expect(auth).toMatchObject({
      issuer: emulator.url,
      token_endpoint: 'https://auth.dev.jtl-cloud.com/oauth2/token',
    });
  });

  it('keeps issuers that are configured, in documents and tokens', async () => {
    await using fixed = await startEmulator({
      issuerV1: 'https://auth.jtl-cloud.com',
      issuerV2: 'https://id.jtl-cloud.com',
    });
    for (const [paths, issuer] of [
      [generations[0], 'https://auth.jtl-cloud.com'],
      [generations[1], 'https://id.jtl-cloud.com'],
    ] as const) {
      const document = (await (
        await fetch(`${fixed.url}${paths.issuer}/.well-known/openid-configuration`)
      ).json()) as Record<string, string>;
      expect(document['issuer']).toBe(issuer);
      const { body } = await postForm(
        fixed.url + paths.token,
        { grant_type: 'client_credentials', scope: 'openid' },
        basic(helloWorld),
      );
      const { payload } = await jwtVerify(
        String(body['access_token']),
        createRemoteJWKSet(new URL(document['jwks_uri'] ?? '')),
        { issuer },
      );
      expect(payload['client_id']).toBe(helloWorld.clientId);
    }
  });
});

describe('CORS', () => {
  const known = 'http://127.0.0.1:5860'; // hello-world's pages
  const paths = generations.flatMap((one) => [
    one.token,
    one.userinfo,
    one.keys,
    `${one.issuer}/.well-known/openid-configuration`,
  ]);

  it.each(paths)('lets pages of registered apps read %s, and no others', async (path) => {
    const preflight = (origin: string) =>
      fetch(emulator.url + path, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization',
        },
      });
    const own = await preflight(known);
    expect(own.status).toBe(204);
    expect(own.headers.get('access-control-allow-origin')).toBe(known);
    expect(own.headers.get('access-control-allow-headers')).toBe('authorization');
    expect(own.headers.get('vary')).toBe('Origin');
    const foreign = await preflight('https://evil.example');
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const answer = await fetch(emulator.url + path, { headers: { origin: known } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(known);
  });

  it('follows the manifests as they come and go', async () => {
    const origin = 'https://pages.example';
    const allowed = async () =>
      (await fetch(`${emulator.url}/oauth2/token`, { method: 'POST', headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowed()).toBeNull();
    const { appId } = await emulator.apps.register({
      manifest: {
        technicalName: 'pages',
        version: '1.0.0',
        lifecycle: { configurationUrl: `${origin}/setup` },
        capabilities: { erp: { api: { scopes: [] } } },
      },
    });
    expect(await allowed()).toBe(origin);
    await emulator.apps.delete(appId);
    expect(await allowed()).toBeNull();
  });
});
