import * as client from 'openid-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import {
  anna,
  claimsOf,
  helloWorld,
  postForm,
  signInApp,
  startWithSignInApp,
  tenants,
} from './sign-in-app.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startWithSignInApp();
});
afterEach(() => emulator.clock.reset());
afterAll(() => emulator.close());

const grantType = 'urn:ietf:params:oauth:grant-type:device_code';

async function start(): Promise<Record<string, string>> {
  return (
    await postForm(`${emulator.url}/id/oauth/v2/device_authorization`, {
      client_id: signInApp.clientId,
      scope: 'openid',
    })
  ).body as Record<string, string>;
}

async function poll(deviceCode = '', clientId = signInApp.clientId): Promise<string> {
  const form = {
    grant_type: grantType,
    device_code: deviceCode,
    client_id: clientId,
    ...(clientId === helloWorld.clientId ? { client_secret: helloWorld.clientSecret } : {}),
  };
  const { body } = await postForm(`${emulator.url}/id/oauth/v2/token`, form);
  return String(body['error'] ?? body['access_token']);
}

function choose(userCode: string, choice: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${emulator.url}/id/device`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ user_code: userCode, choice }),
  });
}

describe('the device grant (RFC 8628)', () => {
  it('lets openid-client wait until a user signs in for the device', async () => {
    const config = await client.discovery(
      new URL(`${emulator.url}/id`),
      signInApp.clientId,
      undefined,
      client.None(),
      { execute: [client.allowInsecureRequests] },
    );
    const started = await client.initiateDeviceAuthorization(config, { scope: 'openid offline_access' });
    expect(started).toMatchObject({
      verification_uri: `${emulator.url}/id/device`,
      expires_in: 300,
      interval: 5,
    });
    await choose(started.user_code, `${anna} ${tenants.bergmann}`);
    const answer = await client.pollDeviceAuthorizationGrant(config, { ...started, interval: 0.01 });
    expect(answer.claims()?.sub).toBe(anna);
    expect(claimsOf(answer.access_token)['urn:jtl:tenant_id']).toBe(tenants.bergmann);
    expect(answer.refresh_token).toEqual(expect.any(String));
  });

  it('says pending, then slow_down to a device that polls too often, and works once (section 3.5)', async () => {
    const { device_code, user_code = '' } = await start();
    expect(await poll(device_code)).toBe('authorization_pending');
    expect(await poll(device_code)).toBe('slow_down');
    emulator.clock.advance(11);
    expect(await poll(device_code)).toBe('authorization_pending');
    await choose(user_code, `${anna} ${tenants.kaffee}`);
    expect(claimsOf(await poll(device_code))['urn:jtl:tenant_id']).toBe(tenants.kaffee);
    expect(await poll(device_code)).toBe('invalid_grant');
  });

  it('tells the device that the user declined, or that its code has expired', async () => {
    const declined = await start();
    await choose(declined['user_code'] ?? '', 'cancel');
    expect(await poll(declined['device_code'])).toBe('access_denied');
    const late = await start();
    emulator.clock.advance(301);
    expect(await poll(late['device_code'])).toBe('expired_token');
    expect((await choose(late['user_code'] ?? '', `${anna} ${tenants.kaffee}`)).status).toBe(404);
  });

  it('keeps a device code to its client', async () => {
    const { device_code } = await start();
    expect(await poll(device_code, helloWorld.clientId)).toBe('invalid_grant');
  });

  it('shows the choice for a code typed in any case and spacing, and asks again for an unknown one', async () => {
    const { user_code = '' } = await start();
    const typed = user_code.toLowerCase().replace('-', ' ');
    const known = await fetch(`${emulator.url}/id/device?${new URLSearchParams({ user_code: typed })}`);
    expect(await known.text()).toContain(`value="${user_code}"`);
    const unknown = await fetch(`${emulator.url}/id/device?user_code=BBBB-BBBB`);
    expect([unknown.status, unknown.headers.get('x-emulator-reason')]).toEqual([
      404,
      expect.stringContaining('BBBB-BBBB'),
    ]);
    const empty = await fetch(`${emulator.url}/id/device`);
    expect([empty.status, await empty.text()]).toEqual([200, expect.stringContaining('name="user_code"')]);
  });

  it('takes no choice from a foreign page', async () => {
    const { device_code, user_code = '' } = await start();
    expect(
      (await choose(user_code, `${anna} ${tenants.kaffee}`, { origin: 'https://evil.example' })).status,
    ).toBe(400);
    expect(await poll(device_code)).toBe('authorization_pending');
  });
});
