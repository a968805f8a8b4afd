import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../src/platform/journal-entry.ts';
import type { Notice } from '../../src/platform/notices.ts';
import { type RunningEmulator, createEmulator } from '../../src/server/emulator.ts';

const app = 'http://127.0.0.1:6750';
const logged: string[] = [];
let emulator: RunningEmulator;
beforeAll(async () => {
  const keep = (_fields: object, message: string): void => void logged.push(message);
  emulator = await createEmulator({ log: { info: keep, warn: keep, error: keep } });
  const manifest = {
    technicalName: 'mapped',
    version: '1.0.0',
    lifecycle: { configurationUrl: `${app}/setup` },
    authentication: { publicClient: { redirectUris: [`${app}/callback`] } },
  };
  await emulator.control.registerApp({ manifest, clientId: 'mapped-client' });
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.platform.journal.clear();
  logged.length = 0;
});

async function send(path: string, headers: Record<string, string>, method = 'GET'): Promise<string> {
  const response = await fetch(emulator.url + path, { method, headers, redirect: 'manual' });
  await response.text();
  return response.headers.get('x-emulator-reason') ?? '';
}

const preflight = (method: string, origin = app) => ({
  Origin: origin,
  'Access-Control-Request-Method': method,
});

/** The notices of `GET state`, for doctor and dashboard. */
async function notices(): Promise<Notice[]> {
  const response = await fetch(`${emulator.url}/_emulator/v1/state`);
  return ((await response.json()) as { notices: Notice[] }).notices;
}

const reasons = () => emulator.platform.journal.entries().map(({ reason }) => reason);

/** The entry of a request that did not come: it has no status. */
function missing(): Promise<JournalEntry> {
  return new Promise((resolve) => {
    const stop = emulator.platform.journal.subscribe((entry) => {
      if (entry.status !== undefined) return;
      stop();
      resolve(entry);
    });
  });
}

describe('a problem that browsers do not explain', () => {
  it('is explained in addition to other problems of the request', async () => {
    const reason = await send('/erp/v1/items', { Origin: 'http://localhost:6750' });
    expect(reason).toMatch(/Authorization|Bearer/);
    expect(reason).toContain(`the nearest that one names is '${app}'`);
    expect(reasons()).toEqual([reason]);
  });

  it('is listed once with its count, logged once, and forgotten with the journal', async () => {
    const headers = { Origin: 'http://localhost:6752' };
    await send('/.well-known/jwks.json', headers);
    await send('/.well-known/jwks.json', headers);
    const [notice, ...others] = await notices();
    expect(notice).toMatchObject({ rule: 'origin', count: 2, message: expect.stringContaining(app) });
    expect(others).toEqual([]);
    expect(logged).toEqual([notice!.message]);
    await fetch(`${emulator.url}/_emulator/v1/journal`, { method: 'DELETE' });
    expect(await notices()).toEqual([]);
  });

  it.each([
    ['/account/tenants', 'PUT', 'it takes GET'],
    ['/oauth2/introspect', 'POST', "call it from the app's server"],
    ['/account/identity/delegated-token', 'POST', "call it from the app's server"],
  ])('is explained for a preflight for %s with %s, which no request follows', async (path, method, why) => {
    const reason = await send(path, preflight(method), 'OPTIONS');
    expect(reason).toContain(`send ${method} to ${path}`);
    expect(reason).toContain(why);
    expect(reasons()).toEqual([reason]);
    expect(await notices()).toEqual([expect.objectContaining({ rule: 'preflight', count: 1 })]);
  });

  it('is explained for a granted preflight that no request follows', async () => {
    const came = missing();
    await send('/erp/v1/items?page=2', preflight('GET'), 'OPTIONS');
    const { service, method, path, reason } = await came;
    expect({ service, method, path }).toEqual({
      service: 'erp',
      method: 'GET',
      path: '/erp/v1/items?page=2',
    });
    expect(reason).toContain(`a page of ${app} was allowed to send GET /erp/v1/items?page=2`);
    expect(await notices()).toEqual([expect.objectContaining({ rule: 'preflight', message: reason })]);
    expect(logged).toEqual([reason]);
  }, 30_000);

  it('is nothing where the request follows', async () => {
    await send('/erp/v1/items', preflight('GET'), 'OPTIONS');
    await send('/erp/v1/items', { Origin: app });
    // A wait that began later must end later: both waits are equally long.
    const came = missing();
    await send('/erp/v1/customers', preflight('GET'), 'OPTIONS');
    expect((await came).path).toBe('/erp/v1/customers');
  }, 30_000);

  it('is explained for a page that calls the control API', async () => {
    const reason = await send('/_emulator/v1/reset', { Origin: app }, 'POST');
    expect(reason).toContain('the control API answers no web page of another origin');
    expect(await notices()).toEqual([
      expect.objectContaining({ rule: 'origin', message: expect.stringContaining(app) }),
    ]);
  });

  it.each([
    '/hub/',
    '/oauth2/auth?client_id=hello-world-client&response_type=code&redirect_uri=http://127.0.0.1:5860/callback&state=12345678',
  ])('is explained for the page %s in a frame', async (path) => {
    const reason = await send(path, { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': 'same-origin' });
    expect(reason).toContain(`the browser does not show ${path.split('?')[0]} in the frame`);
    expect((await notices()).map(({ rule }) => rule)).toContain('frame');
    expect(await send(path, { 'Sec-Fetch-Dest': 'document' })).not.toContain('in the frame');
  });
});

describe('a sign-in cookie that does not come back', () => {
  const signIn = (host: string) =>
    fetch(`${emulator.url.replace('127.0.0.1', host)}/hub/?user=anna`, { redirect: 'manual' });
  const browser = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'empty' };

  it('is explained by the host name that it was set under', async () => {
    const signedIn = await signIn('127.0.0.1');
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    expect(await send('/hub/api/session', { ...browser, Cookie: cookie })).toBe('');
    const elsewhere = await fetch(`http://localhost:${emulator.port}/hub/api/session`, { headers: browser });
    expect(elsewhere.headers.get('x-emulator-reason')).toContain(
      `the sign-in is under '127.0.0.1', not under 'localhost'`,
    );
    expect((await notices()).map(({ rule }) => rule)).toEqual(['cookie']);
  });

  it('is not reported to programs, and not if no user signed in under another name', async () => {
    await signIn('127.0.0.1');
    expect(await send('/hub/api/session', browser)).toBe('');
    const program = await fetch(`http://localhost:${emulator.port}/hub/api/session`);
    expect(program.headers.get('x-emulator-reason')).toBeNull();
  });

  it('is explained by SameSite in a frame of another site', async () => {
    const query = new URLSearchParams({
      client_id: 'mapped-client',
      response_type: 'code',
      redirect_uri: `${app}/callback`,
      scope: 'openid',
      state: '12345678',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      prompt: 'none',
    });
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'iframe' };
    const reason = await send(`/oauth2/auth?${query.toString()}`, headers);
    expect(reason).toContain('no user is signed in');
    expect(reason).toContain('SameSite=Lax');
  });
});
