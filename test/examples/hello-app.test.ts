import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { mapUrls } from '../../src/platform/manifests/map-urls.ts';
import { knownScopes } from '../../src/platform/scopes.ts';
import { appFrame, openSurface, surfaceUrl } from '../../src/testing.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { recorded } from '../journal.ts';
import { startExample } from './example-process.ts';
import type { ExampleProcess } from './example-process.ts';

let emulator: Emulator;
let app: ExampleProcess;

interface ManifestWithScopes {
  capabilities: { erp: { api: { scopes: string[] } } };
}

async function readJson(file: string): Promise<ManifestWithScopes> {
  return JSON.parse(await readFile(file, 'utf8')) as ManifestWithScopes;
}

beforeAll(async () => {
  emulator = await startEmulator();
  app = await startExample('examples/hello-app/server.js', emulator.env('hello-world'));
  const manifest = await readJson('examples/hello-app/manifest.json');
  await emulator.apps.update('hello-world', mapUrls(manifest, [['http://127.0.0.1:5860', app.url]]));
});

afterAll(async () => {
  await app.close();
  await emulator.close();
});

describe('the example app’s manifest', () => {
  it('is the one the fixtures register, with every scope spelled out', async () => {
    const own = await readJson('examples/hello-app/manifest.json');
    expect([...own.capabilities.erp.api.scopes].sort()).toEqual([...knownScopes].sort());
    own.capabilities.erp.api.scopes = [];
    expect(own).toEqual(await readJson('fixtures/apps/hello-world.json'));
  });
});

const open = (page: Page, tenant: string, view?: string) =>
  openSurface(page, emulator.url, { tenant, user: 'anna', app: 'hello-world', ...(view && { view }) });

describeInBrowser('the example app', ({ newPage }) => {
  it('runs the embedded flow to the end: session token, backend check, items of the tenant on screen', async () => {
    const frame = await open(await newPage(), 'kaffee-kontor');
    await frame.getByRole('heading', { name: '12 items' }).waitFor();
    expect(await frame.locator('tr').count()).toBe(13);
  });

  it('sets itself up in a tenant where it is pending', async () => {
    const page = await newPage();
    const frame = await open(page, 'neuland', 'setup');
    await frame
      .locator('[data-field="tenantId"]')
      .getByText('9a1d4c70-2e6f-4f3b-8b5a-6c7d8e9f0a12')
      .waitFor();
    await frame.locator('[data-action="finish-setup"]').click();
    await frame.getByText('Hello World is ready').waitFor();
    await page.locator('a[data-app="hello-world"][data-view="hello"]').waitFor();
  });

  it.each(['hello-items', 'hello-orders'])('shows the page of its menu item %s', async (view) => {
    const frame = await open(await newPage(), 'bergmann-outdoor', view);
    await frame.getByRole('table').waitFor();
  });

  it.each([
    ['customers', '[data-field="Number"]'],
    ['salesorders', 'td'],
    ['items', '[data-field="id"]'],
  ])('follows the selection of %s in its pane', async (context, shown) => {
    const page = await newPage();
    await page.goto(surfaceUrl(emulator.url, { tenant: 'bergmann-outdoor', user: 'anna', view: context }));
    const frame = appFrame(page, 'hello-world', 'pane');
    await frame.getByText('Nothing selected').waitFor();
    await page.locator('[data-action="open-record"]').first().click();
    await page.locator(`iframe[data-context="${context}"]`).contentFrame().locator(shown).first().waitFor();
  });

  it('greets from its headless frame', async () => {
    const page = await newPage();
    const ready = recorded(
      emulator,
      'HelloWorldReady',
      ({ kind, path }) => kind === 'bridge' && path === 'HelloWorldReady',
    );
    await open(page, 'bergmann-outdoor');
    await ready;
    await page.locator('[data-action="inspector"]').click();
    await page
      .locator('[data-action="console-frame"]')
      .selectOption({ label: 'Hello World for JTL · headless' });
    await page.locator('[data-action="console-method"]').fill('greet');
    await page.locator('[data-action="console-arguments"]').fill('["Anna"]');
    await page.locator('[data-action="console-call"]').click();
    await page.locator('[data-action="console-result"]', { hasText: 'Hello Anna' }).waitFor();
  });

  it('goes on after the platform has forgotten its access token', async () => {
    const page = await newPage();
    await (await open(page, 'kaffee-kontor')).getByRole('heading', { name: '12 items' }).waitFor();
    await emulator.tokens.expire({ appId: 'hello-world', kind: 'access' });
    const frame = await open(page, 'kaffee-kontor');
    await frame.getByRole('heading', { name: '12 items' }).waitFor();
  });

  it('says why when the tenant’s Wawi is not connected', async () => {
    const frame = await open(await newPage(), 'funkloch');
    await frame.locator('.error').getByText('the ERP answered 504').waitFor();
  });
});
