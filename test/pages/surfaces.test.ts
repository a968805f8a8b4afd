import { decodeJwt } from 'jose';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { appFrame, openSurface, surfaceUrl } from '../../src/testing.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { WebApp, manifestFor } from '../browser/web-app.ts';
import { recorded } from '../journal.ts';

const anna = '550e8400-e29b-41d4-a716-446655440000';
const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';

/** Pages of an app that make the most of each surface. */
const scripts = {
  '/setup': `
    const bridge = await createAppBridge();
    say('connected');
    await bridge.method.call('setupCompleted');
    say('finished');`,
  '/strict': `
    const [first, second] = await Promise.all([createAppBridge(), createAppBridge()]);
    const tokens = await Promise.all([first, second].map((bridge) => bridge.method.call('getSessionToken')));
    const late = await second.method.call('setupCompleted').catch((error) => error);
    await first.method.call('setupCompleted');
    say(tokens.every((token) => token.split('.').length === 3) + ', second: ' + late);`,
  '/reloading': `
    const bridge = await createAppBridge();
    if (sessionStorage.loads === undefined) {
      sessionStorage.loads = 1;
      location.reload();
    } else {
      await bridge.method.call('setupCompleted');
      say('finished after a reload');
    }`,
  '/page': `
    const bridge = await createAppBridge();
    const session = await bridge.method.call('getSessionToken');
    const { accessToken } = await bridge.callMethod('getAppToken');
    const time = await bridge.method.call('getCurrentTime');
    bridge.method.expose('sum', (a, b) => a + b);
    bridge.event.subscribe('News', async (news) => say('news: ' + news.title));
    await bridge.event.publish('Loaded', { at: time });
    say(JSON.stringify({ session, accessToken, isDate: time instanceof Date }));`,
  '/slow': `
    setTimeout(async () => {
      const until = Date.now() + 500;
      const connecting = createAppBridge();
      while (Date.now() < until);
      await (await connecting).method.call('getSessionToken');
      say('late but here');
    }, 700);`,
  '/silent': `say('silent');`,
  '/clock': `
    const bridge = await createAppBridge();
    say((await bridge.method.call('getCurrentTime')).toISOString());`,
  // An SDK that takes the port of the first HANDSHAKE, even if another listener has it already.
  '/naive': `
    const connect = () => new Promise((resolve) => {
      addEventListener('message', function first({ data, ports: [port] }) {
        if (data.type !== 'HANDSHAKE') return;
        removeEventListener('message', first);
        const waiting = new Map();
        port.onmessage = ({ data: { id, type, body } }) => waiting.get(id)?.[type](body);
        const call = (methodName, ...args) => new Promise((done, fail) => {
          const id = crypto.randomUUID();
          waiting.set(id, { METHOD_CALL_RETURN: done, METHOD_CALL_ERROR: fail });
          port.postMessage({ id, type: 'METHOD_CALL', body: { methodName, args } });
        });
        call('completeHandshake').then(() => resolve(call));
      });
    });
    const call = await Promise.race([connect(), connect()]);
    say((await call('getSessionToken')).split('.').length + ' parts');`,
  '/pane': `
    const bridge = await createAppBridge();
    const context = new URLSearchParams(location.search).get('context');
    const [method, topic] = {
      customers: ['getCurrentCustomerId', 'CustomerChanged'],
      salesorders: ['getCurrentSalesOrderId', 'SalesOrderChanged'],
      items: ['getCurrentItemId', 'ItemChanged'],
    }[context];
    const log = [await bridge.method.call(method)];
    bridge.event.subscribe(topic, async (payload) => say(JSON.stringify([...log, payload])));
    say(JSON.stringify(log));`,
  '/headless': `
    const bridge = await createAppBridge();
    const token = await bridge.method.call('getSessionToken');
    await fetch('/seen', { method: 'POST', body: token });`,
};

/** A fixture of one app per surface; each test installs what it needs in tenants of its own. */
let emulator: Emulator;
let app: WebApp;

beforeAll(async () => {
  emulator = await startEmulator();
  app = await WebApp.serve(scripts);
});

afterAll(async () => {
  await emulator.close();
  await app.close();
});

/** Registers an app and installs it in bergmann-outdoor. */
async function install(
  name: string,
  change: Parameters<typeof manifestFor>[1] = {},
  setup: 'pending' | 'complete' = 'complete',
): Promise<string> {
  const { slug } = await emulator.apps.register({ manifest: manifestFor(app.url, { name, ...change }) });
  await emulator.apps.install(slug, 'bergmann-outdoor', setup);
  return slug;
}

const menu = (path: string) => ({ menuItems: [{ id: 'page', name: 'Page', url: app.url + path }] });

async function open(page: Page, slug: string, view?: string): Promise<FrameLocator> {
  const where = { tenant: 'bergmann-outdoor', user: 'anna', app: slug };
  return openSurface(page, emulator.url, view === undefined ? where : { ...where, view });
}

const said = (frame: FrameLocator) => frame.locator('output:not(:empty)').innerText();

describeInBrowser('the ERP shell', ({ newPage }) => {
  it('gives an ERP page the tokens of user, tenant and app, and the time as a Date', async () => {
    const slug = await install('Tokens');
    const frame = await open(await newPage(), slug);
    const { session, accessToken, isDate } = JSON.parse(await said(frame)) as Record<string, string>;
    expect(decodeJwt(session!)).toMatchObject({ userId: anna, tenantId: bergmann });
    expect(decodeJwt(accessToken!)).toMatchObject({
      sub: anna,
      'urn:jtl:tenant_id': bergmann,
      'urn:jtl:app_id': emulator.apps.get(slug).appId,
    });
    expect(isDate).toBe(true);
  });

  it('completes the setup of a pending app, and shows its menu from then on', async () => {
    const slug = await install('Pending', {}, 'pending');
    const page = await newPage();
    const frame = await open(page, slug, 'setup');
    await frame.getByText('finished').waitFor();
    await page.getByText('The setup is complete.').waitFor();
    await page.locator(`a[data-app="${slug}"][data-view="page"]`).waitFor();
  });

  it('leads to the setup of a pending app when its menu item is opened', async () => {
    const slug = await install('Led', { erp: menu('/silent') }, 'pending');
    const page = await newPage();
    await open(page, slug, 'page');
    await page.locator(`iframe[data-app="${slug}"][data-surface="setup"]`).waitFor();
  });

  it('gives both bridges of a StrictMode app what they need, the setup methods only to the first', async () => {
    const slug = await install('Strict', { lifecycle: { setupUrl: `${app.url}/strict` } }, 'pending');
    const frame = await open(await newPage(), slug, 'setup');
    expect(await said(frame)).toBe('true, second: setupCompleted is not exposed');
  });

  it('answers an SDK whose waiting bridges all take the same port', async () => {
    const slug = await install('Naive', { erp: menu('/naive') });
    expect(await said(await open(await newPage(), slug))).toBe('3 parts');
  });

  it('tells an ERP page the emulator’s time, wherever a test has moved it', async () => {
    const slug = await install('Clock', { erp: menu('/clock') });
    emulator.clock.freeze();
    emulator.clock.advance(3_600);
    const { now } = emulator.clock.state;
    expect(await said(await open(await newPage(), slug))).toBe(now);
    emulator.clock.reset();
  });

  it('gives the setup methods to every bridge when switched so', async () => {
    const slug = await install('Lenient', { lifecycle: { setupUrl: `${app.url}/strict` } }, 'pending');
    const page = await newPage();
    await page.goto(surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', user: 'anna' }));
    await page.locator('[data-action="inspector"]').click();
    const answered = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.locator('[data-action="setup-methods-everywhere"]').check();
    await answered;
    expect(await said(await open(page, slug, 'setup'))).toBe('true, second: undefined');
    const switches = {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: '{"setupMethodsOn":"first"}',
    };
    expect((await fetch(`${emulator.url}/_emulator/v1/switches`, switches)).status).toBe(200);
    expect(await said(await open(page, slug, 'setup'))).toBe('true, second: setupCompleted is not exposed');
  });

  it('counts the bridge after a reload of the frame as the first again', async () => {
    const slug = await install('Reloading', { lifecycle: { setupUrl: `${app.url}/reloading` } }, 'pending');
    const frame = await open(await newPage(), slug, 'setup');
    await frame.getByText('finished after a reload').waitFor();
  });

  it('reaches an app that is slow to start and busy while it waits', async () => {
    const slug = await install('Slow', { erp: menu('/slow') });
    const frame = await open(await newPage(), slug);
    await frame.getByText('late but here').waitFor();
  });

  it('remarks on an app that has not answered for a while', async () => {
    const slug = await install('Mute', { erp: menu('/silent') });
    const page = await newPage();
    await page.clock.install();
    await open(page, slug);
    const remark = page.getByText('The app has not completed createAppBridge() yet');
    expect(await remark.count()).toBe(0);
    await page.locator(`iframe[data-app="${slug}"]`).waitFor();
    await page.clock.fastForward(5_000);
    await remark.waitFor();
  });

  it('stays usable beside an app that never answers the handshake', async () => {
    const silent = await install('Silent', { erp: menu('/silent') });
    const page = await newPage();
    await (await open(page, silent)).getByText('silent').waitFor();
    const other = await install('Talking');
    await page.goto(surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', app: silent }));
    await page.locator(`a[data-app="${other}"]`).click();
    expect(await said(appFrame(page, other))).toContain('session');
  });

  it('runs a headless app unseen, with a bridge', async () => {
    const slug = await install('Headless', {
      erp: { headless: { url: `${app.url}/headless` }, menuItems: [] },
    });
    const page = await newPage();
    await page.goto(surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', user: 'anna' }));
    const { body } = await app.requested('/seen');
    expect(decodeJwt(body)).toMatchObject({ userId: anna, tenantId: bergmann });
    expect(await page.locator(`iframe[data-app="${slug}"]`).boundingBox()).toMatchObject({
      width: 0,
      height: 0,
    });
  });

  it.each([
    ['customers', 'customerId'],
    ['salesorders', 'salesOrderId'],
    ['items', 'itemId'],
  ])('tells a pane of %s about the selection, without reloading it', async (context, key) => {
    const pane = { url: `${app.url}/pane?context=${context}`, title: 'Pane', context };
    const slug = await install(`Pane ${context}`, { erp: { menuItems: [], pane: [pane] } });
    const page = await newPage();
    await page.goto(surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', user: 'anna', view: context }));
    const frame = appFrame(page, slug, 'pane');
    expect(await said(frame)).toBe('[null]');
    const row = page.locator('[data-action="open-record"]').first();
    const id = await row.getAttribute('data-id');
    await row.click();
    await frame.getByText(JSON.stringify([null, { [key]: id }])).waitFor();
    const selected = surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', view: context, id: id! });
    await page.goto(selected);
    expect(await said(frame)).toBe(JSON.stringify([id]));
  });

  it('shows a pane with matchChildContext beside a record that belongs to one of its context', async () => {
    const pane = (title: string, matchChildContext: boolean) => ({
      url: `${app.url}/pane?context=customers`,
      title,
      context: 'customers',
      matchChildContext,
    });
    const slug = await install('Child', {
      erp: { menuItems: [], pane: [pane('own', false), pane('children too', true)] },
    });
    const page = await newPage();
    await page.goto(
      surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', user: 'anna', view: 'salesorders' }),
    );
    await page.locator('[data-action="open-record"]').first().click();
    const frames = page.locator(`iframe[data-app="${slug}"]`);
    await frames.waitFor();
    expect(await frames.count()).toBe(1);
    expect(await said(appFrame(page, slug))).toMatch(/^\["[\da-f-]{36}"\]$/);
  });

  it('obeys the control API: publishes an event to every frame and selects a record like a click', async () => {
    const pane = { url: `${app.url}/pane?context=items`, title: 'Pane', context: 'items' };
    const slug = await install('Steered', { erp: { menuItems: [], pane: [pane] } });
    const page = await newPage();
    const listening = page.waitForResponse((response) => response.url().endsWith('/signals'));
    await page.goto(surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', user: 'anna', view: 'items' }));
    await listening;
    const frame = appFrame(page, slug, 'pane');
    expect(await said(frame)).toBe('[null]');
    const send = async (path: string, body: object) => {
      const headers = { 'Content-Type': 'application/json' };
      const message = { method: 'POST', headers, body: JSON.stringify({ tenantId: bergmann, ...body }) };
      const answer = await fetch(`${emulator.url}/_emulator/v1/bridge/${path}`, message);
      return ((await answer.json()) as { shells: number }).shells;
    };
    expect(await send('events', { topic: 'ItemChanged', payload: { itemId: 'sent' } })).toBe(1);
    await frame.getByText('"sent"').waitFor();
    const id = await page.locator('[data-action="open-record"]').nth(2).getAttribute('data-id');
    expect(await send('selection', { context: 'items', id })).toBe(1);
    await page.locator(`[data-record="${id}"]`).waitFor();
    await frame.getByText(String(id)).waitFor();
  });

  it('keeps two tenants in two tabs apart', async () => {
    const slug = await install('Tabs');
    await emulator.apps.install(slug, 'kaffee-kontor', 'complete');
    const first = await newPage();
    const second = await first.context().newPage();
    const tenants = { 'bergmann-outdoor': first, 'kaffee-kontor': second };
    const seen = await Promise.all(
      Object.entries(tenants).map(async ([tenant, page]) => {
        const frame = await openSurface(page, emulator.url, { tenant, user: 'anna', app: slug });
        const { session } = JSON.parse(await said(frame)) as { session: string };
        return decodeJwt(session)['tenantId'];
      }),
    );
    expect(seen).toEqual([bergmann, kaffee]);
  });

  it('reloads everything when the tenant is switched', async () => {
    const slug = await install('Switched');
    await emulator.apps.install(slug, 'kaffee-kontor', 'complete');
    const page = await newPage();
    await said(await open(page, slug, 'page'));
    await page.locator('[data-action="switch-tenant"]').selectOption('kaffee-kontor');
    await page.waitForURL(/tenant=kaffee-kontor/);
    const { session } = JSON.parse(await said(appFrame(page, slug))) as { session: string };
    expect(decodeJwt(session)['tenantId']).toBe(kaffee);
  });

  it('lists every message in the inspector, and lets a developer call and publish by hand', async () => {
    const slug = await install('Inspected');
    const page = await newPage();
    const frame = await open(page, slug);
    await said(frame);
    await page.locator('[data-action="inspector"]').click();
    const messages = page.locator('.messages li', { hasText: 'Inspected · erp' });
    const names = await messages.evaluateAll((items) =>
      items.map((item) => `${item.className} ${item.dataset['type']} ${item.dataset['name']}`.trim()),
    );
    expect(names.slice(0, 4)).toEqual([
      'received METHOD_CALL completeHandshake',
      'sent METHOD_CALL_RETURN',
      'received METHOD_CALL getSessionToken',
      'sent METHOD_CALL_RETURN',
    ]);
    expect(names).toContain('received EVENT_TRIGGER Loaded');
    await page.locator('[data-action="console-frame"]').selectOption({ label: 'Inspected · erp' });
    await page.locator('[data-action="console-method"]').fill('sum');
    await page.locator('[data-action="console-arguments"]').fill('[40, 2]');
    await page.locator('[data-action="console-call"]').click();
    await page.locator('[data-action="console-result"]', { hasText: '42' }).waitFor();
    await page.locator('[data-action="console-topic"]').fill('News');
    await page.locator('[data-action="console-payload"]').fill('{"title":"hello"}');
    await page.locator('[data-action="console-publish"]').click();
    await frame.getByText('news: hello').waitFor();
  });

  it('puts every bridge message into the journal, without its body', async () => {
    const slug = await install('Journaled');
    const loaded = recorded(
      emulator,
      "the app's Loaded",
      ({ kind, path }) => kind === 'bridge' && path === 'Loaded',
    );
    await said(await open(await newPage(), slug));
    await loaded;
    const { appId } = emulator.apps.get(slug);
    const entries = emulator.journal.entries({ kind: 'bridge', appId });
    expect(entries.find((entry) => entry.path === 'getSessionToken')).toMatchObject({
      method: 'METHOD_CALL',
      tenantId: bergmann,
      details: { surface: 'erp', direction: 'received' },
    });
    expect(JSON.stringify(entries)).not.toContain('eyJ');
  });

  it('hosts apps under the platform’s own names too, by plain http', async () => {
    const slug = await install('Real Host');
    const page = await newPage();
    const { port } = new URL(emulator.url);
    await page.goto(`http://hub.jtl-cloud.com:${port}/?tenant=bergmann-outdoor&user=anna`);
    expect(await page.evaluate('isSecureContext')).toBe(false);
    await page.locator(`[data-app="${slug}"] [data-action="open-in-erp"]`).click();
    expect(await said(appFrame(page, slug))).toContain('session');
    expect(new URL(page.url()).hostname).toBe('erp.jtl-cloud.com');
  });

  it('speaks German to a browser that prefers it', async () => {
    const page = await newPage('de-DE');
    await page.goto(surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', user: 'anna', view: 'items' }));
    await page.getByRole('heading', { name: 'Artikel' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  });

  it('names the tenants a user may open when the link has another, and leads there', async () => {
    const page = await newPage();
    await page.goto(surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', user: 'ben', view: 'items' }));
    await page.getByRole('alert').getByText('bergmann-outdoor').waitFor();
    await page.locator('[data-action="switch-tenant"]').waitFor();
    await page.locator('a[data-tenant="kaffee-kontor"]').click();
    await page.getByRole('heading', { name: 'Items' }).waitFor();
    expect(new URL(page.url()).searchParams.get('tenant')).toBe('kaffee-kontor');
  });

  it.each([
    ['en-GB', 'Items', 'The Wawi of funkloch is not connected.'],
    ['de-DE', 'Artikel', 'Die Wawi von funkloch ist nicht verbunden.'],
  ])('says in the language of %s that the tenant has no connected Wawi', async (locale, heading, words) => {
    const page = await newPage(locale);
    await page.goto(surfaceUrl(emulator.url, { tenant: 'funkloch', user: 'anna', view: 'items' }));
    await page.getByRole('alert').getByText(words).waitFor();
    await page.getByRole('heading', { name: heading }).waitFor();
  });

  it('shows a missing record, and the fields of an order, in German', async () => {
    const page = await newPage('de-DE');
    const orders = { tenant: 'bergmann-outdoor', user: 'anna', view: 'salesorders' };
    await page.goto(surfaceUrl(emulator.url, { ...orders, id: 'abc' }));
    await page.getByRole('alert').getByText('Diesen Datensatz gibt es nicht: abc').waitFor();
    await page.getByRole('heading', { name: 'Aufträge' }).waitFor();
    await page.locator('[data-action="back-to-list"]').click();
    await page.locator('[data-action="open-record"]').first().click();
    const payment = page.locator('dt', { hasText: 'Zahlung' }).locator('+ dd');
    expect(await payment.innerText()).toMatch(/^(unbezahlt|teilweise bezahlt|bezahlt)$/);
  });

  it('lets a user sign in again after the sign-in has ended, and continue at the same place', async () => {
    const page = await newPage('de-DE');
    await page.goto(surfaceUrl(emulator.url, { tenant: 'kaffee-kontor', user: 'anna', view: 'customers' }));
    const row = page.locator('[data-action="open-record"]').first();
    const id = await row.getAttribute('data-id');
    await page.context().clearCookies();
    await row.click();
    await page.getByText('Ihre Anmeldung ist abgelaufen.').waitFor();
    expect(await page.getByText('Anna Bergmann', { exact: true }).count()).toBe(0);
    await page.locator('[data-action="sign-in"][data-user="ben.kontor@example.com"]').click();
    await page.locator(`[data-record="${id}"]`).waitFor();
    await page.getByText('Ben Kontor').waitFor();
  });

  it('can be used by keyboard, and names every control', async () => {
    const page = await newPage();
    await page.goto(
      surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', user: 'anna', view: 'customers' }),
    );
    await page.locator('[data-action="open-record"]').first().waitFor();
    const unnamed = await page
      .locator('button, a, input, select, textarea, iframe:not([aria-hidden])')
      .evaluateAll((controls) =>
        controls
          .filter((control) => {
            const labels = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
            const label = labels ? (control.labels?.[0]?.textContent ?? '') : control.textContent;
            return !(label || control.getAttribute('aria-label') || control.getAttribute('title'));
          })
          .map((control) => control.outerHTML),
      );
    expect(unnamed).toEqual([]);
    await page.locator('a[data-view="items"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Items' }).waitFor();
  });
});
