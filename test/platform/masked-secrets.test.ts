import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, type RunningEmulator } from '../../src/server/emulator.ts';
import { AdjustableClock } from '../../src/tokens/clock.ts';
import { Journal } from '../../src/platform/journal.ts';

const tenant = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const logged: unknown[] = [];
let emulator: RunningEmulator;
let token: string;
/** The end of a signature: what must be nowhere. */
let tail: string;

beforeAll(async () => {
  const keep = (...line: unknown[]): void => void logged.push(line);
  emulator = await createEmulator({ log: { info: keep, warn: keep, error: keep } });
  ({ token } = await emulator.platform.tokens.mint('access'));
  tail = token.slice(-30);
});
afterAll(() => emulator.close());

/** All that is kept or told of a request. */
async function traces(path: string, init: RequestInit = {}): Promise<string> {
  emulator.platform.journal.clear();
  logged.length = 0;
  const response = await fetch(emulator.url + path, { redirect: 'manual', ...init });
  const body = await response.text();
  expect(response.status).toBeLessThan(500);
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  const told = `${JSON.stringify([...response.headers])} ${isPage ? body : ''}`;
  const kept = await Promise.all(
    ['journal', 'journal.har', 'contract'].map(async (name) =>
      (await fetch(`${emulator.url}/_emulator/v1/${name}`)).text(),
    ),
  );
  return `${told} ${kept.join(' ')} ${JSON.stringify(logged)}`;
}

/** Names of secrets, each in the spellings that clients use. */
const spellings = [
  ...['refreshToken', 'refresh_token', 'refresh-token', 'RefreshToken', 'refreshtoken', 'REFRESH_TOKEN'],
  ...['clientSecret', 'client-secret', 'ClientSecret', 'accessToken', 'access-token', 'accesstoken'],
  ...[
    'id-token',
    'idToken',
    'idtoken',
    'sessionToken',
    'session-token',
    'appToken',
    'app-token',
    'x-api-key',
  ],
  ...['apiKey', 'api_key', 'X-Api-Key', 'pwd', 'Pwd', 'userPassword', 'pass-phrase', 'passphrase'],
  ...['client_assertion', 'clientAssertion', 'device-code', 'deviceCode', 'codeVerifier', 'user.password'],
  ...['credentials[secret]', 'bearerToken', 'x-auth-token', 'privateKey', 'jwt', 'authorization', 'wawi-key'],
];

describe('a secret in a query', () => {
  it.each(spellings)('named %s leaves no trace', async (name) => {
    const path = `/erp/v2/items?${encodeURIComponent(name)}=g3h31m-w0rd&pageSize=5`;
    const found = await traces(path, {
      headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': tenant },
    });
    expect(found).not.toContain('g3h31m-w0rd');
    expect(found).toContain('pageSize=5');
  });
});

describe('a token in the wrong place', () => {
  it.each<[string, (token: string) => [string, RequestInit?]]>([
    ['a path segment', (jwt) => [`/erp/v2/items/${jwt}`]],
    ['an unknown path', (jwt) => [`/nowhere/${jwt}/x`]],
    ['a path of the pages', (jwt) => [`/hub/api/tenants/${jwt}/apps`]],
    ['an innocent query parameter', (jwt) => [`/erp/v2/items?search=${jwt}`]],
    ['the name of a query parameter', (jwt) => [`/erp/v2/items?${jwt}=1`]],
    ['a query, its dots encoded', (jwt) => [`/erp/v2/items?search=${jwt.replaceAll('.', '%2E')}`]],
    [
      'X-Tenant-ID',
      (jwt) => ['/erp/v2/items', { headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': jwt } }],
    ],
    ['X-AppID', (jwt) => ['/erp/v2/items', { headers: { 'X-AppID': jwt, 'X-Tenant-ID': tenant } }]],
    ['X-Emulator-Test', (jwt) => ['/erp/v2/items', { headers: { 'X-Emulator-Test': `my test ${jwt}` } }]],
    ['the scheme of Authorization', (jwt) => ['/erp/v2/items', { headers: { Authorization: jwt } }]],
    [
      'the on-premise key',
      (jwt) => ['/api/eazybusiness/v1/items', { headers: { Authorization: `Wawi ${jwt}` } }],
    ],
    ['traceparent', (jwt) => ['/erp/v2/items', { headers: { traceparent: jwt } }]],
    [
      'grant_type',
      (jwt) => ['/oauth2/token', { method: 'POST', body: new URLSearchParams({ grant_type: jwt }) }],
    ],
    [
      'client_id',
      (jwt) => [
        '/oauth2/token',
        {
          method: 'POST',
          body: new URLSearchParams({ grant_type: 'client_credentials', client_id: jwt, client_secret: 'x' }),
        },
      ],
    ],
    [
      'scope',
      (jwt) => ['/id/oauth/v2/authorize?response_type=code&client_id=hello-world-client&scope=' + jwt],
    ],
    [
      'redirect_uri',
      (jwt) => [
        '/oauth2/auth?response_type=code&client_id=hello-world-client&redirect_uri=https://x.example/' + jwt,
      ],
    ],
    [
      'a claim of another token',
      (jwt) => ['/erp/v2/items', { headers: { Authorization: `Bearer ${unsigned({ iss: jwt })}` } }],
    ],
    [
      'the key id of another token',
      (jwt) => ['/erp/v2/items', { headers: { Authorization: `Bearer ${unsigned({}, { kid: jwt })}` } }],
    ],
  ])('(%s) leaves no trace', async (_where, place) => {
    const [path, init] = place(token);
    expect(await traces(path, init)).not.toContain(tail);
  });

  it('leaves no trace when only a piece of it is there', async () => {
    expect(await traces(`/erp/v2/items/${token.slice(0, 60)}`)).not.toContain(token.slice(20, 60));
  });

  it('leaves no trace when it is a refresh token or a code, which are opaque', async () => {
    const refresh = emulator.platform.tokens.grants.refreshTokens.issue(
      { purpose: 'delegated', clientId: 'hello-world-client', scopes: [] },
      60,
    ).token;
    expect(await traces(`/erp/v2/items/${refresh}`)).not.toContain(refresh.slice(-20));
  });
});

it('a client secret in a path leaves no trace', async () => {
  const { clientSecret } = await emulator.platform.registry.renewSecret('uninvited');
  expect(await traces(`/erp/v2/items/${clientSecret}`)).not.toContain(clientSecret);
});

function unsigned(claims: object, header: object = {}): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg: 'RS256', kid: 'x', ...header })}.${encode({ exp: 4e9, ...claims })}.eA`;
}

describe('the byte limit of the journal', () => {
  const limit = 64 * 1024;
  const large = 'x'.repeat(2000);

  it.each<[string, object]>([
    ['test', { test: large }],
    ['claims', { claims: { sub: large } }],
    ['scopes', { scopes: [[large]] }],
    ['assumptions', { assumptions: [large] }],
    ['findings', { findings: [{ rule: large, severity: 'advice', message: '' }] }],
    ['details', { details: { body: large } }],
    ['reason', { reason: large }],
    ['path', { path: `/${large}` }],
    ['tenantId', { tenantId: large }],
    ['appId', { appId: large }],
    ['operationId', { operationId: large }],
    ['traceId', { traceId: large }],
    ['method', { method: large }],
    ['service', { service: large }],
    ['stability', { stability: large }],
  ])('counts %s', (_field, more) => {
    const journal = new Journal(new AdjustableClock(), undefined, limit);
    for (let count = 0; count < 200; count++)
      journal.record({ kind: 'http', service: 'erp', path: '/', ...structuredClone(more) });
    expect(JSON.stringify(journal.entries()).length).toBeLessThanOrEqual(limit);
    expect(journal.entries().length).toBeGreaterThan(5);
  });

  it('counts once what entries share', () => {
    const journal = new Journal(new AdjustableClock(), undefined, limit);
    const claims = { sub: large };
    for (let count = 0; count < 60; count++)
      journal.record({ kind: 'http', service: 'erp', path: '/', claims });
    expect(journal.entries()).toHaveLength(60);
    for (let count = 0; count < 1000; count++) journal.record({ kind: 'http', service: 'erp', path: '/' });
    for (let count = 0; count < 60; count++)
      journal.record({ kind: 'http', service: 'erp', path: '/', claims });
    expect(journal.entries().length).toBeGreaterThan(60);
  });
});
