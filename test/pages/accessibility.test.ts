import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { WebApp, manifestFor } from '../browser/web-app.ts';
import { type RefusingPort, refusingPort } from '../ports.ts';

let emulator: Emulator;
let app: WebApp;
let axe: string;
/** Where the app `absent` would be. */
let absent: RefusingPort;

beforeAll(async () => {
  emulator = await startEmulator();
  app = await WebApp.serve({ '/page': `say('page')`, '/pane': `say('pane')`, '/setup': `say('setup')` });
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const pane = { url: `${app.url}/pane`, title: 'Pane', context: 'customers' };
  const menuItems = [{ id: 'page', name: 'Page', url: `${app.url}/page` }];
  const { slug } = await emulator.apps.register({
    manifest: manifestFor(app.url, {
      name: 'Seen',
      erp: { menuItems, pane: [pane], api: { scopes: ['items.read'] } },
    }),
  });
  await emulator.apps.install(slug, 'kaffee-kontor');
  await emulator.apps.install(slug, 'neuland', 'pending');
  absent = await refusingPort();
  const nowhere = `http://127.0.0.1:${absent.port}`;
  const erp = {
    menuItems: [{ id: 'page', name: 'Page', url: `${nowhere}/page` }],
    pane: [{ url: `${nowhere}/pane`, title: 'Pane', context: 'items' }],
  };
  await emulator.apps.register({ manifest: manifestFor(nowhere, { name: 'Absent', erp }) });
  await emulator.apps.install('absent', 'kaffee-kontor');
});

afterAll(async () => {
  await emulator.close();
  await app.close();
  absent.release();
});

/** Every kind of view: its link, what shows that it is there, and what opens it fully. */
const views: Record<string, { path: string; ready: string; click?: string }> = {
  'the sign-in': { path: '/hub/', ready: '[data-action="sign-in"]' },
  'the Hub': { path: '/hub/?tenant=neuland&user=anna', ready: '.card' },
  'the consent': {
    path: '/hub/?tenant=neuland&user=anna',
    ready: 'dialog[open]',
    click: '[data-app="stock-reader"] [data-action="install"]',
  },
  'a setup': { path: '/hub/?tenant=neuland&user=anna&app=seen&step=setup', ready: '[data-surface="setup"]' },
  'a list with a pane': {
    path: '/shell/?tenant=kaffee-kontor&user=anna&view=customers',
    ready: 'table',
  },
  'a record': {
    path: '/shell/?tenant=kaffee-kontor&user=anna&view=salesorders',
    ready: '.record',
    click: '[data-action="open-record"]',
  },
  'an app’s page with the inspector': {
    path: '/shell/?tenant=kaffee-kontor&user=anna&app=seen',
    ready: '.inspector:not([hidden])',
    click: '[data-action="inspector"]',
  },
  'a tenant without its Wawi': {
    path: '/shell/?tenant=funkloch&user=anna&view=customers',
    ready: '[role="alert"]',
  },
  'an app’s page that does not answer': {
    path: '/shell/?tenant=kaffee-kontor&user=anna&app=absent',
    ready: '[role="alert"]',
  },
  'a list beside a pane that does not answer': {
    path: '/shell/?tenant=kaffee-kontor&user=anna&view=items',
    ready: '.pane-down',
  },
  'the dashboard': { path: '/_emulator/', ready: '[data-card="contract"] .controls' },
  'an error': { path: '/shell/?tenant=nowhere&user=anna', ready: '[role="alert"]' },
  'the Partner Portal': { path: '/partner/?user=anna', ready: '.card' },
};

describeInBrowser('accessibility, judged by axe', ({ newPage }) => {
  it.each(Object.keys(views))('finds nothing to object to in %s, light or dark', async (name) => {
    const { path, ready, click } = views[name]!;
    const page = await newPage();
    await page.goto(emulator.url + path);
    if (click !== undefined) await page.locator(click).first().click();
    await page.locator(ready).first().waitFor();
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations, passes } = await page.evaluate<AxeResults>('axe.run({ iframes: false })');
      expect(violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html) }))).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
    }
  });
});
