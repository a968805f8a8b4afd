import * as client from 'openid-client';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import {
  afterLogout,
  anna,
  generations,
  redirectUri,
  signInApp,
  startWithSignInApp,
  tenants,
} from './sign-in-app.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startWithSignInApp();
});
afterAll(() => emulator.close());

describe.each(generations)(
  'openid-client against generation $generation, unchanged',
  ({ generation, issuer }) => {
    let withSecret: client.Configuration;
    let withoutSecret: client.Configuration;

    beforeAll(async () => {
      const server = new URL(emulator.url + issuer);
      const options = { execute: [client.allowInsecureRequests] };
      withSecret = await client.discovery(
        server,
        signInApp.clientId,
        signInApp.clientSecret,
        client.ClientSecretBasic(signInApp.clientSecret),
        options,
      );
      withoutSecret = await client.discovery(server, signInApp.clientId, undefined, client.None(), options);
    });

    async function signIn(config: client.Configuration, scope: string) {
      const verifier = client.randomPKCECodeVerifier();
      const state = client.randomState();
      const nonce = client.randomNonce();
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        prompt: 'none',
        login_hint: 'anna.bergmann@example.com',
      });
      const response = await fetch(url, { redirect: 'manual' });
      const checks = {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      };
      return client.authorizationCodeGrant(config, new URL(response.headers.get('location') ?? ''), checks);
    }

    it('completes discovery with the issuer it asked', () => {
      expect(withSecret.serverMetadata().issuer).toBe(emulator.url + issuer);
    });

    it('gets an access token by client credentials', async () => {
      const answer = await client.clientCredentialsGrant(withSecret, { scope: 'openid' });
      expect(answer).toMatchObject({ token_type: 'bearer', expires_in: generation === 1 ? 86_399 : 43_199 });
      expect(answer.claims()).toBeUndefined();
    });

    it('signs a user in with code and PKCE, with and without a secret, and reads the ID token', async () => {
      for (const config of [withSecret, withoutSecret]) {
        const answer = await signIn(config, 'openid');
        expect(answer.claims()).toMatchObject({ sub: anna, iss: emulator.url + issuer });
        expect(answer.refresh_token).toBeUndefined();
      }
    });

    it('checks the ID token’s signature and at_hash with the published keys', async () => {
      const checked = await client.discovery(
        new URL(emulator.url + issuer),
        signInApp.clientId,
        signInApp.clientSecret,
        undefined,
        {
          execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
        },
      );
      expect((await signIn(checked, 'openid')).claims()?.['at_hash']).toEqual(expect.any(String));
    });

    it('refreshes, and gets a new refresh token each time', async () => {
      const first = await signIn(withoutSecret, 'openid offline_access');
      const second = await client.refreshTokenGrant(withoutSecret, first.refresh_token ?? '');
      const third = await client.refreshTokenGrant(withoutSecret, second.refresh_token ?? '');
      expect(new Set([first.refresh_token, second.refresh_token, third.refresh_token]).size).toBe(3);
      expect(third.claims()?.sub).toBe(anna);
    });

    it('fetches user information that the scopes open', async () => {
      const { access_token } = await signIn(withoutSecret, 'openid profile email');
      expect(await client.fetchUserInfo(withoutSecret, access_token, anna)).toEqual({
        sub: anna,
        name: 'Anna Bergmann',
        given_name: 'Anna',
        family_name: 'Bergmann',
        preferred_username: 'anna.bergmann@example.com',
        locale: 'de-DE',
        email: 'anna.bergmann@example.com',
        email_verified: true,
        ...(generation === 2 ? { 'urn:jtl:tenant_id': tenants.bergmann } : {}),
      });
      const { access_token: bare } = await signIn(withoutSecret, 'openid');
      expect(await client.fetchUserInfo(withoutSecret, bare, anna)).not.toHaveProperty('email');
    });

    it('introspects access and refresh tokens, and sees both die when the refresh token is revoked', async () => {
      const { access_token, refresh_token = '' } = await signIn(withSecret, 'openid offline_access');
      expect(await client.tokenIntrospection(withSecret, access_token)).toMatchObject({
        active: true,
        client_id: signInApp.clientId,
        sub: anna,
        scope: 'openid offline_access',
        username: 'anna.bergmann@example.com',
      });
      expect(await client.tokenIntrospection(withSecret, refresh_token)).toMatchObject({
        active: true,
        sub: anna,
      });
      await client.tokenRevocation(withSecret, refresh_token);
      expect(await client.tokenIntrospection(withSecret, access_token)).toEqual({ active: false });
      expect(await client.tokenIntrospection(withSecret, refresh_token)).toEqual({ active: false });
      await expect(client.refreshTokenGrant(withSecret, refresh_token)).rejects.toMatchObject({
        error: 'invalid_grant',
      });
    });

    it('builds a sign-out URL that leads back to the app', async () => {
      const { id_token = '' } = await signIn(withoutSecret, 'openid');
      const url = client.buildEndSessionUrl(withoutSecret, {
        id_token_hint: id_token,
        post_logout_redirect_uri: afterLogout,
        state: 'x y',
      });
      const response = await fetch(url, { redirect: 'manual' });
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(`${afterLogout}?state=x+y`);
      expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    });

    it('issues access tokens that jose accepts with the published keys', async () => {
      const { access_token } = await signIn(withoutSecret, 'openid');
      const keys = createRemoteJWKSet(new URL(withoutSecret.serverMetadata().jwks_uri ?? ''));
      const { payload } = await jwtVerify(access_token, keys, {
        issuer: emulator.url + issuer,
        algorithms: ['RS256'],
        ...(generation === 2 ? { audience: signInApp.appId } : {}),
      });
      expect(payload.sub).toBe(anna);
      expect(payload['urn:jtl:app_id']).toBe(generation === 2 ? signInApp.appId : undefined);
      expect(payload['urn:jtl:tenant_id']).toBe(generation === 2 ? tenants.bergmann : undefined);
    });
  },
);
