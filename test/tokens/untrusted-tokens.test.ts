import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { RawTokens } from './raw-tokens.ts';
import { tokenDefects } from './token-defects.ts';
import { tokenEndpoints } from './token-endpoints.ts';
import type { TokenEndpoint, Wanted } from './token-endpoints.ts';

let dataDir: string;
let emulator: Emulator;
let raw: RawTokens;
let genuine: Record<Wanted, string>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jtl-untrusted-tokens-'));
  emulator = await startEmulator({ dataDir });
  genuine = {
    generation1: await emulator.tokens.access({ generation: 1 }),
    generation2: await emulator.tokens.access({ generation: 2 }),
    app: await emulator.tokens.app(),
    session: await emulator.tokens.session(),
  };
  raw = await RawTokens.of(dataDir);
});
afterAll(async () => {
  await emulator.close();
  await rm(dataDir, { recursive: true });
});

interface Answer {
  status: number;
  body: unknown;
  reason: string;
}

async function send({ request }: TokenEndpoint, token: string): Promise<Answer> {
  const { path, ...init } = request(token);
  const response = await fetch(emulator.url + path, { ...init, redirect: 'manual' });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : text;
  return { status: response.status, body, reason: response.headers.get('x-emulator-reason') ?? '' };
}

function changed(wanted: Wanted, change: (typeof tokenDefects)[number][1]): string {
  const original = raw.read(genuine[wanted]);
  return raw.write(String(original.header['kid']), change(original));
}

/** Endpoints that take the genuine token; the others refuse every bearer of that kind, for reasons of their own. */
const refuseAll = new Set([
  'GET /api/eazybusiness/v1/items',
  'GET /userinfo',
  'POST /oauth2/token',
  'POST /oauth2/revoke',
  'POST /id/oauth/v2/revoke',
]);
const taking = tokenEndpoints.filter(({ name }) => ![...refuseAll].some((one) => name.startsWith(one)));

describe('a token from outside', () => {
  it.each(taking.map((one) => [one.name, one] as const))(
    'is taken by %s when it is genuine and signed by hand',
    async (_name, endpoint) => {
      const answer = await send(
        endpoint,
        changed(endpoint.wants, (token) => token),
      );
      expect(endpoint.refuses(answer.status, answer.body), JSON.stringify(answer)).toBe(false);
    },
  );

  it.each(tokenEndpoints.map((one) => [one.name, one] as const))(
    'is refused by %s with its problem',
    async (_name, endpoint) => {
      for (const [what, change] of tokenDefects) {
        const token = changed(endpoint.wants, change);
        const answer = await send(endpoint, token);
        const told = `${what}: ${JSON.stringify(answer).slice(0, 400)}`;
        expect(answer.status, told).toBeLessThan(500);
        expect(endpoint.refuses(answer.status, answer.body), told).toBe(true);
        expect(answer.reason, told).not.toContain(token.slice(-20));
      }
    },
  );

  it('is still good after a revocation that was asked for with a damaged copy of it', async () => {
    const revoke = tokenEndpoints.find(({ name }) => name.startsWith('POST /oauth2/revoke'))!;
    const token = await emulator.tokens.access({ generation: 1 });
    await send(revoke, `${token}==`);
    expect((await emulator.tokens.explain(token)).accepted).toBe(true);
  });

  it('is answered below 500 for any JSON in header and payload', async () => {
    const explain = tokenEndpoints.find(({ name }) => name.endsWith('tokens/explain'))!;
    const sent = tokenEndpoints.filter(({ name }) => /introspect|v2\/items|validate/.test(name));
    const member = fc.constantFrom(
      'alg',
      'kid',
      'typ',
      'crit',
      'jwk',
      'iss',
      'aud',
      'exp',
      'sub',
      'scp',
      'jti',
    );
    const content = fc.dictionary(fc.oneof(member, fc.string()), fc.jsonValue({ maxDepth: 3 }), {
      maxKeys: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        content,
        content,
        fc.constantFrom(explain, ...sent),
        async (header, claims, endpoint) => {
          const token = changed(endpoint.wants, (right) => ({
            header: { ...right.header, ...header },
            claims: { ...right.claims, ...claims },
          }));
          expect((await send(endpoint, token)).status).toBeLessThan(500);
        },
      ),
      { numRuns: 200 },
    );
  });
});
