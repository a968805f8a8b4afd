import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { basic, helloWorld } from './sign-in-app.ts';

interface Answer {
  document: Record<string, string>;
  reason: string | string[] | undefined;
}

/** Asks as a proxy that rewrites `Host` does. */
function getBehindProxy(emulator: Emulator, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(`http://127.0.0.1:${emulator.port}${path}`, { headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => {
        const reason = response.headers['x-emulator-reason'];
        resolve({ document: JSON.parse(text) as Record<string, string>, reason });
      });
    })
      .once('error', reject)
      .end();
  });
}

const discovery = '/id/.well-known/openid-configuration';
const all = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'app.test', 'X-Forwarded-Port': '8443' };

describe('behind a proxy', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  it.each<[string, Record<string, string>, string]>([
    ['scheme, host and port', all, 'https://app.test:8443'],
    ['the scheme’s own port', { ...all, 'X-Forwarded-Port': '443' }, 'https://app.test'],
    ['a host with a port', { ...all, 'X-Forwarded-Host': 'app.test:8443' }, 'https://app.test:8443'],
    [
      'the values of a chain of proxies',
      {
        'X-Forwarded-Proto': 'https, http',
        'X-Forwarded-Host': 'app.test, inner',
        'X-Forwarded-Port': '8443,80',
      },
      'https://app.test:8443',
    ],
    ['an IPv6 address', { ...all, 'X-Forwarded-Host': '[::1]' }, 'https://[::1]:8443'],
  ])('endpoints follow %s, and the issuer does not', async (_what, headers, origin) => {
    const { document, reason } = await getBehindProxy(emulator, discovery, headers);
    expect(document).toMatchObject({
      issuer: `${emulator.url}/id`,
      authorization_endpoint: `${origin}/id/oauth/v2/authorize`,
      token_endpoint: `${origin}/id/oauth/v2/token`,
    });
    expect(reason).toBeUndefined();
  });

  const names = Object.keys(all) as (keyof typeof all)[];
  const incomplete = [1, 2, 3, 4, 5, 6].map((bits) => names.filter((_, index) => (bits >> index) & 1));
  const wrong: Record<string, string>[] = [
    { ...all, 'X-Forwarded-Proto': 'ftp' },
    { ...all, 'X-Forwarded-Host': 'app.test/path' },
    { ...all, 'X-Forwarded-Host': 'user@app.test' },
    { ...all, 'X-Forwarded-Host': '' },
    { ...all, 'X-Forwarded-Port': '65536' },
    { ...all, 'X-Forwarded-Port': 'https' },
  ];
  it.each([...incomplete.map((some) => Object.fromEntries(some.map((name) => [name, all[name]]))), ...wrong])(
    'endpoints follow Host where only %o is sent, and the answer says why',
    async (headers) => {
      const { document, reason } = await getBehindProxy(emulator, discovery, headers);
      expect(document['token_endpoint']).toBe(`${emulator.url}/id/oauth/v2/token`);
      expect(reason).toContain('--public-url');
      for (const [name, value] of Object.entries(headers)) expect(reason).toContain(`${name}: ${value}`);
    },
  );

  it('a device is sent to the page of the address that its request came by', async () => {
    const response = await fetch(`${emulator.url}/id/oauth/v2/device_authorization`, {
      method: 'POST',
      headers: { ...all, ...basic(helloWorld) },
      body: new URLSearchParams({ scope: 'openid' }),
    });
    expect(((await response.json()) as Record<string, string>)['verification_uri']).toMatch(
      /^https:\/\/app\.test:8443\//,
    );
  });
});

describe('--public-url', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ publicUrl: 'https://emulator.company.example' });
  });
  afterAll(() => emulator.close());

  it.each<[string, Record<string, string>]>([
    ['all three headers', all],
    ['the scheme alone', { 'X-Forwarded-Proto': 'http' }],
    ['the client’s address alone', { 'X-Forwarded-For': '192.0.2.1' }],
    ['the header of RFC 7239', { Forwarded: 'for=192.0.2.1;proto=http;host=app.test' }],
  ])('wins over %s of a proxy', async (_what, headers) => {
    const { document, reason } = await getBehindProxy(emulator, discovery, headers);
    expect(document['token_endpoint']).toBe('https://emulator.company.example/id/oauth/v2/token');
    expect(reason).toBeUndefined();
  });

  it('leaves clients without a proxy the address that they used', async () => {
    const { document } = await getBehindProxy(emulator, discovery, {});
    expect(document['token_endpoint']).toBe(`http://127.0.0.1:${emulator.port}/id/oauth/v2/token`);
  });
});
