import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { generations, startWithSignInApp, tokensOf } from '../identity/sign-in-app.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.clock.reset());
afterAll(() => emulator.close());

async function explain(token: string) {
  const response = await fetch(`${emulator.url}/_emulator/v1/tokens/explain`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Awaited<ReturnType<Emulator['tokens']['explain']>>;
}

const failedChecks = ({ checks }: Awaited<ReturnType<typeof explain>>) =>
  checks.filter((check) => !check.ok).map((check) => check.check);

describe('explaining a token', () => {
  it.each([
    [
      'access',
      () => emulator.tokens.access(),
      ['signature', 'issuer', 'audience', 'app', 'clock', 'tenant', 'installation', 'scopes'],
    ],
    [
      'access',
      () => emulator.tokens.access({ generation: 2 }),
      ['signature', 'issuer', 'audience', 'app', 'clock', 'tenant', 'installation', 'scopes'],
    ],
    [
      'app',
      () => emulator.tokens.app(),
      ['signature', 'issuer', 'audience', 'app', 'clock', 'tenant', 'installation', 'scopes'],
    ],
    [
      'session',
      () => emulator.tokens.session(),
      ['signature', 'issuer', 'audience', 'app', 'clock', 'tenant', 'installation'],
    ],
  ] as const)('of kind %s goes through every check and accepts a good one', async (kind, make, names) => {
    const answer = await explain(await make());
    expect(answer).toMatchObject({ accepted: true, kind });
    expect(answer.checks.map(({ check, ok }) => [check, ok])).toEqual(names.map((name) => [name, true]));
  });

  it('says where an app is not installed', async () => {
    const nowhere = await explain(await emulator.tokens.access({ appId: 'uninvited' }));
    expect(failedChecks(nowhere)).toEqual(['installation']);
    const there = await explain(
      await emulator.tokens.app({ appId: 'stock-reader', tenantId: 'kaffee-kontor' }),
    );
    expect(failedChecks(there)).toEqual(['installation']);
    expect(there.checks.find((one) => one.check === 'installation')?.message).toContain('install it there');
  });

  it('names the scopes that the installation does not grant', async () => {
    const answer = await explain(
      await emulator.tokens.access({ appId: 'stock-reader', scopes: ['items.read', 'customers.read'] }),
    );
    expect(failedChecks(answer)).toEqual(['scopes']);
    expect(answer.checks.at(-1)?.message).toContain('customers.read');
    expect(answer.checks.at(-1)?.message).not.toContain('items.read,');
  });

  it('misses an app or tenant that is not there any more', async () => {
    const { appId } = await emulator.apps.register({
      manifest: {
        technicalName: 'brief',
        version: '1.0.0',
        lifecycle: { configurationUrl: 'http://localhost:1/' },
        capabilities: { erp: { api: { scopes: [] } } },
      },
    });
    const { id } = await emulator.tenants.create({ slug: 'brief' });
    const token = await emulator.tokens.app({ appId, tenantId: id });
    await emulator.apps.delete(appId);
    await emulator.tenants.delete(id);
    expect(failedChecks(await explain(token))).toEqual(['app', 'clock', 'tenant']);
  });

  it('tells a revoked token and one of an earlier, still accepted key', async () => {
    const token = await emulator.tokens.access();
    await emulator.keys.rotate('generation1');
    expect((await explain(token)).checks[0]?.message).toContain('an earlier key, still accepted');
    await fetch(`${emulator.url}/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({
        token,
        client_id: 'hello-world-client',
        client_secret: 'hello-world-secret',
      }),
    });
    const revoked = await explain(token);
    expect(failedChecks(revoked)).toEqual(['clock']);
    expect(revoked.checks.find((one) => one.check === 'clock')?.message).toContain('revoked');
  });

  it.each([
    ['nonsense', 'three parts'],
    ['a.b.c.d.e', 'encrypted JWE'],
    ['!.!.!', 'header is not base64url'],
    ['YQ.e30.', 'header is not base64url-encoded JSON'],
    ['eyJhbGciOiJSUzI1NiJ9.e30.', `no numeric 'exp'`],
    ['W10.e30.', 'header is not a JSON object'],
    ['W10=.e30.', `remove the padding '='`],
  ])('says of %s what keeps it from being a token', async (text, message) => {
    expect(await explain(text)).toEqual({
      accepted: false,
      kind: 'unknown',
      claims: null,
      checks: [{ check: 'form', ok: false, message: expect.stringContaining(message) }],
    });
  });

  it('does not take an ID token for an access token', async () => {
    await using withSignIn = await startWithSignInApp();
    for (const paths of generations) {
      const { id_token = '' } = await tokensOf(withSignIn, paths);
      const { accepted, kind, checks } = await withSignIn.tokens.explain(id_token);
      expect([accepted, kind, checks.find((check) => check.check === 'kind')?.ok]).toEqual([
        false,
        'id',
        false,
      ]);
      const sent = await fetch(`${withSignIn.url}/account/.well-known/jwks.json`, {
        headers: { authorization: `Bearer ${id_token}` },
      });
      expect([sent.status, sent.headers.get('x-emulator-reason')]).toEqual([
        401,
        expect.stringContaining('an ID token'),
      ]);
    }
  });

  it('takes a token of a key it does not have for what its claims say', async () => {
    await using other = await startEmulator();
    const answer = await explain(await other.tokens.app());
    expect(answer).toMatchObject({ accepted: false, kind: 'app' });
    expect(failedChecks(answer)).toEqual(['signature', 'issuer']);
  });
});

describe('the emulator’s clock', () => {
  it('expires tokens at once when it is moved, and revives them when it is moved back', async () => {
    const access = await emulator.tokens.access();
    const status = async () =>
      (
        await fetch(`${emulator.url}/account/.well-known/jwks.json`, {
          headers: { authorization: `Bearer ${access}` },
        })
      ).status;
    expect(await status()).toBe(200);
    emulator.clock.advance(86_400);
    expect(await status()).toBe(401);
    emulator.clock.advance(-86_400);
    expect(await status()).toBe(200);
    emulator.clock.advance(-10);
    expect(await status()).toBe(401);
  });

  it('dates every token', async () => {
    emulator.clock.set('2030-01-01T12:00:00Z');
    const noon = Date.UTC(2030, 0, 1, 12) / 1000;
    const claims = async (token: Promise<string>) => (await explain(await token)).claims;
    for (const token of [emulator.tokens.access(), emulator.tokens.app()]) {
      const { iat, nbf, exp } = (await claims(token)) ?? {};
      expect([Math.abs((iat ?? 0) - noon) <= 1, nbf, (exp ?? 0) > noon]).toEqual([true, iat, true]);
    }
    const session = await claims(emulator.tokens.session());
    expect(Math.abs((session?.exp ?? 0) - noon - 300)).toBeLessThanOrEqual(1);
  });
});
