import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { manifestFor } from '../browser/web-app.ts';
import { type RefusingPort, refusingPort } from '../ports.ts';

let emulator: Emulator;

/** Where the app `absent` would be. */
let absent: RefusingPort;

beforeAll(async () => {
  emulator = await startEmulator();
  absent = await refusingPort();
  const url = `http://127.0.0.1:${absent.port}`;
  const menuItems = [{ id: 'page', name: 'Page', url: `${url}/page` }];
  const manifest = {
    ...manifestFor(url, { name: 'Absent', erp: { menuItems, api: { scopes: ['all.read'] } } }),
  };
  await emulator.apps.register({ manifest: { ...manifest, icon: { light: `${url}/icon.svg` } } });
  await emulator.apps.install('absent', 'bergmann-outdoor');
  await emulator.apps.install('absent', 'neuland', 'pending');
});

afterAll(async () => {
  await emulator.close();
  absent.release();
});

const click = (selector: string) => (page: Page) => page.locator(selector).first().click();

/** Every kind of page: its path, what shows that it is there, and what opens it fully. */
const pages: Record<string, { path: string; ready: string; open?: (page: Page) => Promise<void> }> = {
  'the sign-in': { path: '/hub/', ready: '[data-action="sign-in"]' },
  'the Hub': { path: '/hub/?tenant=bergmann-outdoor&user=anna', ready: '.card' },
  'the consent': {
    path: '/hub/?tenant=bergmann-outdoor&user=anna',
    ready: 'dialog[open]',
    open: click('[data-app="uninvited"] [data-action="install"]'),
  },
  'a setup': {
    path: '/hub/?tenant=neuland&user=anna&app=absent&step=setup',
    ready: '[role="alert"]',
  },
  'the customers': { path: '/shell/?tenant=bergmann-outdoor&user=anna&view=customers', ready: 'table' },
  'the sales orders': { path: '/shell/?tenant=bergmann-outdoor&user=anna&view=salesorders', ready: 'table' },
  'the items': { path: '/shell/?tenant=bergmann-outdoor&user=anna&view=items', ready: 'table' },
  'a sales order': {
    path: '/shell/?tenant=bergmann-outdoor&user=anna&view=salesorders',
    ready: '.record table',
    open: click('[data-action="open-record"]'),
  },
  'an app’s page with the inspector': {
    path: '/shell/?tenant=bergmann-outdoor&user=anna&app=absent',
    ready: '.inspector:not([hidden])',
    open: click('[data-action="inspector"]'),
  },
  'an unknown tenant': { path: '/shell/?tenant=nowhere&user=anna', ready: '[data-tenant]' },
  'the Partner Portal': { path: '/partner/?user=anna', ready: '.card' },
  'the dashboard': { path: '/_emulator/', ready: '[data-card="contract"] .controls' },
  'Swagger UI': { path: '/docs/', ready: '.opblock-tag' },
  GraphiQL: { path: '/docs/graphql', ready: '.graphiql-execute-button' },
};

describeInBrowser('on a small screen', ({ newPage }) => {
  it.each(Object.keys(pages))('no page scrolls sideways: %s', async (name) => {
    const { path, ready, open } = pages[name]!;
    const page = await newPage('de-DE');
    await page.goto(emulator.url + path);
    await open?.(page);
    await page.locator(ready).first().waitFor();
    for (const width of [400, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  it('every part of the inspector can be reached', async () => {
    const page = await newPage();
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto(`${emulator.url}/shell/?tenant=neuland&user=anna&view=customers`);
    await page.locator('[data-action="inspector"]').click();
    await page.locator('[data-action="console-topic"]').fill('News');
    await page.locator('[data-action="console-publish"]').click();
    await page.locator('[data-action="console-result"]', { hasText: 'No app is open' }).waitFor();
    await page.locator('[data-action="close-inspector"]').click();
    expect(await page.locator('.inspector').isVisible()).toBe(false);
  });

  it('a pane of GraphiQL’s answers lies within it', async () => {
    const page = await newPage();
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto(`${emulator.url}/docs/graphql`);
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.graphiql-response', { hasText: 'QuerySalesOrders' }).waitFor();
    const box = await page.locator('.graphiql-response').boundingBox();
    expect(box!.width).toBeGreaterThan(250);
    expect(box!.height).toBeGreaterThan(150);
    expect(box!.x + box!.width).toBeLessThanOrEqual(400);
  });
});

describeInBrowser('the cards of apps', ({ newPage }) => {
  it('show a letter for an icon that is not there, without a word in the console', async () => {
    const page = await newPage();
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    const asked = page.waitForResponse((response) =>
      response.url().includes(encodeURIComponent('/icon.svg')),
    );
    await page.goto(`${emulator.url}/hub/?tenant=bergmann-outdoor&user=anna`);
    await page.locator('.card[data-app="absent"] .icon', { hasText: 'A' }).waitFor();
    expect(await (await asked).json()).toEqual({ state: 'down' });
    expect(await page.locator('.card[data-app="absent"] img').count()).toBe(0);
    expect(lines).toEqual([]);
  });

  it.each(['/hub/?tenant=bergmann-outdoor&user=anna', '/partner/?user=anna'])(
    'have buttons whose names tell the apps apart: %s',
    async (path) => {
      const page = await newPage();
      await page.goto(emulator.url + path);
      await page.locator('.card').first().waitFor();
      const names = await page
        .locator('.card :is(button, a)')
        .evaluateAll((controls) => controls.map((control) => control.ariaLabel ?? control.textContent));
      expect(new Set(names).size).toBe(names.length);
    },
  );
});
