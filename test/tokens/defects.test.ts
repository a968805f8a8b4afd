import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { basic, helloWorld, postForm } from '../identity/sign-in-app.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.clock.reset());
afterAll(() => emulator.close());

/** Each defect with what jose says to it, on access, app and session tokens. */
const defects = [
  { defect: 'expired', joseError: errors.JWTExpired, session: true },
  { defect: 'notYetValid', joseError: errors.JWTClaimValidationFailed, session: false },
  { defect: 'wrongKey', joseError: errors.JWKSNoMatchingKey, session: true },
  { defect: 'wrongIssuer', joseError: errors.JWTClaimValidationFailed, session: false },
  { defect: 'wrongAudience', joseError: errors.JWTClaimValidationFailed, session: false },
  { defect: 'algNone', joseError: errors.JOSEAlgNotAllowed, session: true },
  { defect: 'tampered', joseError: errors.JWSSignatureVerificationFailed, session: true },
] as const;
type Defect = (typeof defects)[number]['defect'];

async function mint(kind: string, body: unknown): Promise<{ status: number; body: Record<string, never> }> {
  const response = await fetch(`${emulator.url}/_emulator/v1/tokens/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

function accountKeys(token: string): Promise<Response> {
  return fetch(`${emulator.url}/account/.well-known/jwks.json`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

async function introspect(token: string, issuer: string): Promise<unknown> {
  const path = issuer === '' ? '/oauth2/introspect' : '/id/oauth/v2/introspect';
  return (await postForm(emulator.url + path, { token }, basic(helloWorld))).body;
}

async function validate(
  sessionToken: unknown,
  bearer?: string,
): Promise<{ status: number; body: unknown; reason: string | null }> {
  const response = await fetch(`${emulator.url}/account/identity/session-token/validate`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${bearer ?? (await emulator.tokens.access())}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ sessionToken }),
  });
  return {
    status: response.status,
    body: await response.json(),
    reason: response.headers.get('x-emulator-reason'),
  };
}

describe.each(defects)('a token that is $defect', ({ defect, joseError }) => {
  it.each([
    [
      'generation 1 access',
      () => emulator.tokens.access({ defects: [defect] }),
      '/.well-known/jwks.json',
      '',
    ],
    [
      'generation 2 access',
      () => emulator.tokens.access({ generation: 2, defects: [defect] }),
      '/id/oauth/v2/keys',
      '/id',
    ],
    ['app', () => emulator.tokens.app({ defects: [defect] }), '/id/oauth/v2/keys', '/id'],
  ])('as %s token is refused by the services, by name, and by jose', async (_kind, make, keys, issuer) => {
    emulator.clock.freeze();
    const token = await make();
    const refused = await accountKeys(token);
    expect([refused.status, await refused.json()]).toEqual([
      401,
      { statusCode: 401, message: 'Unauthorized', errors: {} },
    ]);
    expect(refused.headers.get('x-emulator-reason')).toBeTruthy();
    const erp = await fetch(`${emulator.url}/erp/v2/info`, {
      headers: { authorization: `Bearer ${token}`, 'x-tenant-id': '7c9e6679-7425-40de-944b-e07fc1f90ae7' },
    });
    expect([erp.status, erp.headers.get('x-emulator-reason')]).toEqual([
      401,
      refused.headers.get('x-emulator-reason'),
    ]);
    expect(await introspect(token, issuer)).toEqual({ active: false });
    const remote = createRemoteJWKSet(new URL(emulator.url + keys));
    // Generation 1 tokens have no audience, so a foreign one shows only to who asks for none.
    const audience = defect === 'wrongAudience' || issuer === '/id' ? { audience: helloWorld.appId } : {};
    await expect(
      jwtVerify(token, remote, { issuer: emulator.url + issuer, algorithms: ['RS256'], ...audience }),
    ).rejects.toThrow(joseError);
  });

  it('is named by the explanation', async () => {
    const { accepted, checks } = await emulator.tokens.explain(
      await emulator.tokens.access({ defects: [defect] }),
    );
    const failed: Record<Defect, string[]> = {
      expired: ['clock'],
      notYetValid: ['clock'],
      wrongKey: ['signature'],
      wrongIssuer: ['issuer'],
      wrongAudience: ['audience'],
      algNone: ['signature'],
      tampered: ['signature'],
    };
    expect(accepted).toBe(false);
    expect(checks.filter((check) => !check.ok).map((check) => check.check)).toEqual(failed[defect]);
  });
});

describe('a session token', () => {
  it.each(defects.filter(({ session }) => session))(
    'that is $defect is refused by the Account Service, by name, and by jose',
    async ({ defect, joseError }) => {
      const token = await emulator.tokens.session({ defects: [defect] });
      expect((await validate(token)).body).toEqual({ valid: false, reason: defect });
      const tenants = await fetch(`${emulator.url}/account/tenants`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(tenants.status).toBe(401);
      const keys = createLocalJWKSet(
        (await (await accountKeys(await emulator.tokens.access())).json()) as JSONWebKeySet,
      );
      await expect(jwtVerify(token, keys, { algorithms: ['EdDSA'] })).rejects.toThrow(joseError);
    },
  );

  it.each(defects.filter(({ session }) => !session))(
    'cannot be $defect, which has nothing of the kind',
    async ({ defect }) => {
      const { status, body } = await mint('session', { defects: [defect] });
      expect(status).toBe(400);
      expect(body).toEqual({
        errors: [
          {
            path: '$.defects[0]',
            value: defect,
            message: expect.stringContaining('expired, wrongKey, algNone, tampered'),
          },
        ],
      });
    },
  );
});

describe('minting tokens', () => {
  it('answers the token, its claims and its end, with defaults for everything', async () => {
    const { status, body } = await mint('access', undefined);
    expect(status).toBe(201);
    expect(body).toEqual({
      token: expect.any(String),
      claims: expect.objectContaining({ client_id: helloWorld.clientId, aud: [], scp: [] }),
      expiresAt: expect.stringMatching(/Z$/),
    });
    const session = await mint('session', {});
    expect(Object.keys(session.body['claims'] ?? {}).sort()).toEqual(['exp', 'kid', 'tenantId', 'userId']);
    const app = await mint('app', {});
    expect(app.body['claims']).toMatchObject({
      'urn:jtl:tenant_id': '7c9e6679-7425-40de-944b-e07fc1f90ae7',
      'urn:jtl:app_id': helloWorld.appId,
      sub: '550e8400-e29b-41d4-a716-446655440000',
    });
  });

  it('takes app, tenant and user by any of their names, and extra claims', async () => {
    const { body } = await mint('app', {
      clientId: 'uninvited-client',
      tenantId: 'kaffee-kontor',
      userId: 'ben.kontor@example.com',
      expiresIn: 5,
      claims: { extra: { deep: 1 }, sub: 'x' },
    });
    expect(body['claims']).toMatchObject({
      'urn:jtl:app_id': '33333333-3333-4333-8333-333333333333',
      'urn:jtl:tenant_id': '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53',
      sub: 'x',
      extra: { deep: 1 },
    });
    const { iat, exp } = body['claims'] as unknown as { iat: number; exp: number };
    expect(exp - iat).toBe(5);
  });

  it('combines defects of content with one of the signature', async () => {
    const token = await emulator.tokens.access({ defects: ['expired', 'wrongAudience', 'tampered'] });
    const { checks } = await emulator.tokens.explain(token);
    expect(checks.filter((check) => !check.ok).map((check) => check.check)).toEqual([
      'signature',
      'audience',
    ]);
  });

  it('names every problem of a request at once, each with path and value', async () => {
    const { status, body } = await mint('access', {
      appId: 'nobody',
      tenantId: 7,
      userId: 'zoe',
      scopes: ['a b'],
      expiresIn: 0,
      generation: 3,
      claims: [],
      defects: ['wrongKey', 'algNone', 'haunted'],
      colour: 'red',
    });
    expect(status).toBe(400);
    const errors = body['errors'] as unknown as { path: string; value: unknown }[];
    expect(errors.map(({ path, value }) => [path, value])).toEqual([
      ['$.colour', 'red'],
      ['$.appId', 'nobody'],
      ['$.tenantId', 7],
      ['$.userId', 'zoe'],
      ['$.scopes', ['a b']],
      ['$.expiresIn', 0],
      ['$.generation', 3],
      ['$.claims', []],
      ['$.defects[2]', 'haunted'],
      ['$.defects', ['wrongKey', 'algNone', 'haunted']],
    ]);
  });
});

describe('times that no calendar has', () => {
  it.each(['access', 'app', 'session'] as const)(
    'are refused in the claims of a token of kind %s',
    async (kind) => {
      const { status, body } = await mint(kind, { claims: { exp: 99_999_999_999_999 } });
      expect(status).toBe(400);
      expect(body['errors']).toMatchObject([{ path: '$.claims.exp', value: 99_999_999_999_999 }]);
      expect((await mint(kind, { claims: { exp: 8.64e12 } })).status).toBe(201);
    },
  );

  it('do not prevent the explanation of a token', async () => {
    const claims = Buffer.from('{"exp":99999999999999}').toString('base64url');
    const { accepted, checks } = await emulator.tokens.explain(`eyJhbGciOiJSUzI1NiJ9.${claims}.eA`);
    expect([accepted, checks.find(({ check }) => check === 'clock')?.message]).toEqual([
      false,
      expect.stringContaining('99999999999999'),
    ]);
  });
});

describe('validating session tokens', () => {
  it('answers user, tenant and expiry', async () => {
    const token = await emulator.tokens.session({
      tenantId: 'kaffee-kontor',
      userId: 'ben.kontor@example.com',
    });
    expect((await validate(token)).body).toEqual({
      valid: true,
      userId: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
      tenantId: '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53',
      exp: expect.any(Number),
    });
  });

  it('says appNotInstalled to an app that is not in the token’s tenant', async () => {
    const token = await emulator.tokens.session();
    const { status, body, reason } = await validate(
      token,
      await emulator.tokens.access({ appId: 'uninvited' }),
    );
    expect([status, body]).toEqual([200, { valid: false, reason: 'appNotInstalled' }]);
    expect(reason).toContain('not installed');
  });

  it.each([['nonsense'], ['a.b.c'], ['eyJhbGciOiJFZERTQSJ9.e30.']])('says malformed to %s', async (token) => {
    expect((await validate(token)).body).toEqual({ valid: false, reason: 'malformed' });
  });

  it('says malformed to a token of another kind', async () => {
    expect((await validate(await emulator.tokens.access())).body).toEqual({
      valid: false,
      reason: 'malformed',
    });
  });

  it.each([[undefined], [''], [7]])('refuses the request itself without a token (%s)', async (token) => {
    const { status, body } = await validate(token);
    expect([status, body]).toEqual([
      400,
      {
        statusCode: 400,
        message: 'One or more errors occurred!',
        errors: { sessionToken: [`'sessionToken' must not be empty.`] },
      },
    ]);
  });
});

describe('expiring tokens on request', () => {
  const expire = (body: object) =>
    fetch(`${emulator.url}/_emulator/v1/tokens/expire`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('refuses what was issued so far and accepts the next token, with the clock as it was', async () => {
    const before = await emulator.tokens.access();
    const ofOther = await emulator.tokens.access({ appId: 'stock-reader' });
    expect((await expire({ appId: 'hello-world', kind: 'access' })).status).toBe(200);
    const after = await emulator.tokens.access();
    const answers = await Promise.all([before, after, ofOther].map(accountKeys));
    expect(answers.map((answer) => answer.status)).toEqual([401, 200, 200]);
    expect(answers[0]?.headers.get('x-emulator-reason')).toContain('tokens/expire');
  });

  it('leaves app tokens alone when access tokens are meant, and the other way round', async () => {
    const [access, app] = [await emulator.tokens.access(), await emulator.tokens.app()];
    await expire({ kind: 'app' });
    expect((await accountKeys(access)).status).toBe(200);
    expect((await accountKeys(app)).status).toBe(401);
  });

  it('refuses session tokens as expired, and accepts the next even within the same second', async () => {
    emulator.clock.freeze();
    const before = await emulator.tokens.session();
    await expire({ kind: 'session' });
    const after = await emulator.tokens.session();
    expect((await validate(before)).body).toEqual({ valid: false, reason: 'expired' });
    expect((await validate(after)).body).toMatchObject({ valid: true });
  });

  it('refuses an unknown kind and an unknown app by name', async () => {
    for (const [body, path] of [
      [{ kind: 'magic' }, '$.kind'],
      [{ appId: 'nobody' }, '$.appId'],
    ] as const) {
      const response = await expire(body);
      expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ path }] }]);
    }
  });
});
