import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import type { Test } from 'supertest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';

let emulator: Emulator;
let cookie: string;

beforeAll(async () => {
  emulator = await startEmulator();
  cookie = await signedIn('anna');
});

afterAll(() => emulator.close());

async function signedIn(user: string): Promise<string> {
  const answer = await request(emulator.url).post('/hub/api/session').send({ user }).expect(200);
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

const get = (path: string): Test => request(emulator.url).get(path).set('Cookie', cookie);
const bergmann = '/shell/api/tenants/bergmann-outdoor';

describe('a page', () => {
  it.each(['hub', 'shell', 'partner'])('(%s) has a strict policy and refuses framing', async (page) => {
    const { headers, text } = await get(`/${page}/`).expect(200);
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self' http://127.0.0.1:5860",
      'img-src http: https: data:',
      'frame-src http://127.0.0.1:5860',
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' });
    expect(text).not.toMatch(/<script(?! type="module" src)|style=|onclick/);
  });

  it('is small: each with its styles under 100 kB compressed', async () => {
    for (const page of ['hub', 'shell', 'partner']) {
      const script = await get(`/${page}/assets/${page}.js`).expect(200);
      const styles = await get(`/${page}/assets/page.css`).expect(200);
      const { gzipSync } = await import('node:zlib');
      const bytes = gzipSync(script.text).length + gzipSync(styles.text).length;
      expect(bytes).toBeLessThan(100_000);
    }
  });

  it('is found without its slash, and keeps the query', async () => {
    const { headers } = await get('/shell?tenant=neuland').expect(308);
    expect(headers['location']).toBe('/shell/?tenant=neuland');
  });

  it.each([
    ['de-DE,de;q=0.9,en;q=0.8', 'de'],
    ['en-US,en;q=0.9,de;q=0.5', 'en'],
    ['fr,de;q=0.3,en;q=0.7', 'en'],
    ['fr', 'en'],
  ])('speaks to %s in %s', async (accepted, language) => {
    const { text } = await get('/hub/').set('Accept-Language', accepted);
    expect(text).toContain(`<html lang="${language}">`);
  });

  it.each(['../../../package.json', 'no.js', 'shell.ts', '%2e%2e%2fcli.js'])(
    'has no file %s',
    async (file) => {
      await get(`/shell/assets/${file}`).expect(404);
    },
  );
});

describe('a page on a host of its own', () => {
  it.each(['hub.jtl-cloud.com', 'erp.dev.jtl-cloud.com', 'partner.qa.jtl-cloud.com'])(
    'lies at the root of %s, with its files and endpoints beside it',
    async (host) => {
      const at = (path: string) => request(emulator.url).get(path).set({ Host: host, Cookie: cookie });
      await at('/').expect(200, /<script type="module"/);
      await at('/assets/page.css').expect(200);
      await at('/api/session').expect(200);
      await at('/account/identity/session-token?tenantId=9a1d4c70-2e6f-4f3b-8b5a-6c7d8e9f0a12').expect(200);
    },
  );
});

describe('a deep link', () => {
  const cookies = async (path: string, headers: Record<string, string> = {}) =>
    (await request(emulator.url).get(path).set(headers)).headers['set-cookie'];

  it.each(['anna', 'anna.bergmann@example.com', '550e8400-e29b-41d4-a716-446655440000'])(
    'signs in the user %s',
    async (user) => {
      expect(await cookies(`/hub/?user=${user}`)).toBeDefined();
    },
  );

  it('signs in the tenant’s owner when it names the tenant alone and no user is signed in', async () => {
    expect(await cookies('/shell/?tenant=neuland')).toBeDefined();
    expect(await cookies('/shell/?tenant=neuland', { Cookie: cookie })).toBeUndefined();
    expect(await cookies('/shell/')).toBeUndefined();
  });

  it('does not sign in for a request that is not a navigation', async () => {
    expect(await cookies('/hub/?user=ben', { 'Sec-Fetch-Dest': 'iframe' })).toBeUndefined();
    expect(await cookies('/hub/?user=ben', { 'Sec-Fetch-Dest': 'empty' })).toBeUndefined();
  });

  it.each([
    ['127.0.0.1:5850', true],
    ['localhost', true],
    ['[::1]:5850', true],
    ['emulator:5850', true],
    ['shop.test', true],
    ['erp.jtl-cloud.com', true],
    ['rebound.example.com', false],
    ['127.0.0.1.attacker.org', false],
    ['jtl-cloud.com.attacker.org', false],
  ])('under the name %s signs in: %s', async (host, own) => {
    const set = await cookies('/shell/?tenant=neuland&user=anna', { Host: host });
    expect(set !== undefined).toBe(own);
    const answer = await request(emulator.url)
      .post('/shell/api/session')
      .set('Host', host)
      .send({ user: 'anna' });
    expect(answer.status).toBe(own ? 200 : 403);
  });

  it('names the known users when there is no such one', async () => {
    const { body, headers } = await request(emulator.url).get('/hub/?user=nobody').expect(404);
    expect(body).toMatchObject({ errors: [{ value: 'nobody' }] });
    expect(headers['x-emulator-reason']).toContain('anna.bergmann@example.com');
  });
});

describe('the endpoints of a page', () => {
  it.each<[string, string, object | undefined]>([
    ['GET', `${bergmann}/apps`, undefined],
    ['GET', `${bergmann}/records/items`, undefined],
    ['GET', `${bergmann}/signals`, undefined],
    ['POST', `${bergmann}/apps/uninvited/installation`, {}],
    ['PATCH', `${bergmann}/apps/hello-world/installation`, { status: 'SETUP_COMPLETED' }],
    ['DELETE', `${bergmann}/apps/hello-world/installation`, undefined],
    ['POST', `${bergmann}/bridge-messages`, { messages: [] }],
    ['GET', '/partner/api/apps', undefined],
    ['POST', '/partner/api/apps', {}],
    ['POST', '/partner/api/apps/hello-world/secret', {}],
    ['DELETE', '/partner/api/apps/hello-world', undefined],
  ])('%s %s requires a signed-in user, and refuses pages of another origin', async (method, path, body) => {
    const send = (headers: Record<string, string>) => {
      const sent = request(emulator.url)[method.toLowerCase() as 'get'](path).set(headers);
      return body === undefined ? sent : sent.send(body);
    };
    await send({}).expect(401);
    await send({ Cookie: cookie, Origin: 'http://127.0.0.1:5860' }).expect(403);
    await send({ Cookie: cookie, 'Sec-Fetch-Site': 'same-site' }).expect(403);
    await send({ Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' }).expect(403);
    await send({ Cookie: 'jtl_sign_in_00000000=forged.forged' }).expect(401);
  });

  it('open only the tenants of the user', async () => {
    const ben = await signedIn('ben');
    const { body } = await request(emulator.url).get(`${bergmann}/apps`).set('Cookie', ben).expect(403);
    expect(body).toEqual({
      errors: [
        {
          path: 'tenant',
          value: 'bergmann-outdoor',
          message: 'ben.kontor@example.com is not a member of bergmann-outdoor',
          code: 'noMember',
        },
      ],
    });
  });

  it('never show a credential of an app, save where one is made', async () => {
    const apps = await get('/partner/api/apps').expect(200);
    const merchant = await get(`${bergmann}/apps`).expect(200);
    expect(apps.text + merchant.text).not.toContain('hello-world-secret');
    expect(merchant.text).not.toContain('hello-world-client');
  });

  it.each([
    [`${bergmann}/records/vendors`, 404, 'customers, salesorders, items'],
    [`${bergmann}/records/items/770f139d-18dd-405c-9f84-3221ffff0000`, 404, 'no record'],
    [`${bergmann}/app-pages?url=http://127.0.0.1:22/`, 404, 'that the manifest of an app names'],
    ['/shell/api/tenants/nowhere/apps', 404, 'bergmann-outdoor'],
    ['/shell/api/tenants/funkloch/records/items', 504, 'not connected'],
  ])('answer %s with %i and say %s', async (path, status, reason) => {
    const { headers } = await get(path).expect(status);
    expect(headers['x-emulator-reason']).toContain(reason);
  });

  it.each([
    ['patch', `${bergmann}/apps/hello-world/installation`, { status: 'DONE' }],
    ['post', `${bergmann}/bridge-messages`, { messages: [{ appId: 1 }] }],
    ['post', '/hub/api/session', { user: 7 }],
    ['patch', '/hub/api/session', { setupMethodsOn: 'never' }],
    ['post', '/partner/api/apps', { name: 'no manifest' }],
  ] as const)('refuse a wrong body: %s %s', async (method, path, body) => {
    const answer = await request(emulator.url)[method](path).set('Cookie', cookie).send(body).expect(400);
    expect((answer.body as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
  });

  it('list and search records by page', async () => {
    const { body: first } = await get(`${bergmann}/records/items`).expect(200);
    const { body: last } = await get(`${bergmann}/records/items?page=4`).expect(200);
    expect(first).toMatchObject({ total: 200, pageSize: 50 });
    const { rows } = last as { rows: { id: string; cells: { sku: string } }[] };
    expect(rows).toHaveLength(50);
    const wanted = rows[7]!;
    const { body: found } = await get(`${bergmann}/records/items?search=${wanted.cells.sku}`).expect(200);
    expect((found as { rows: unknown[] }).rows).toContainEqual(wanted);
    const { body: record } = await get(`${bergmann}/records/items/${wanted.id}`).expect(200);
    expect(record).toMatchObject({ id: wanted.id, cells: { sku: wanted.cells.sku } });
  });
});
