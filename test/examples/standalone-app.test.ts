import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { mapUrls } from '../../src/platform/manifests/map-urls.ts';
import { surfaceUrl } from '../../src/testing.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { startExample } from './example-process.ts';
import type { ExampleProcess } from './example-process.ts';

const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
let emulator: Emulator;
let app: ExampleProcess;

beforeAll(async () => {
  emulator = await startEmulator();
  const manifest: unknown = JSON.parse(await readFile('examples/standalone-app/app.json', 'utf8'));
  const { slug, appId } = await emulator.apps.register({ manifest });
  app = await startExample('examples/standalone-app/server.js', emulator.env(slug));
  await emulator.apps.update(appId, mapUrls(manifest, [['http://127.0.0.1:5861', app.url]]));
  await emulator.apps.install(slug, 'kaffee-kontor');
});

afterAll(async () => {
  await app.close();
  await emulator.close();
});

describeInBrowser('the standalone example', ({ newPage }) => {
  it('goes from the launcher through sign-in to the tenant’s items, and signs out', async () => {
    const hub = await newPage();
    await hub.goto(surfaceUrl(emulator.url, { page: 'hub', tenant: 'kaffee-kontor', user: 'anna' }));
    await hub.locator('[data-action="sign-out"]').click();
    await hub.locator('[data-action="sign-in"][data-user="anna.bergmann@example.com"]').click();
    await hub.locator('[data-action="switch-tenant"]').selectOption('kaffee-kontor');
    const opened = hub.waitForEvent('popup');
    await hub.locator('.card[data-app="hello-standalone"] [data-action="launch"]').click();
    const page = await opened;
    const choice = page.locator(`button[value$="${kaffee}"]`).first();
    const greeting = page.getByText('Hello Anna Bergmann');
    await choice.or(greeting).waitFor();
    if (await choice.isVisible()) await choice.click();
    await greeting.waitFor();
    expect(await page.locator('[data-field="tenant"]').innerText()).toBe(kaffee);
    await page.getByText('12 items').waitFor();
    expect(await page.locator('li').count()).toBe(10);
    await page.locator('[data-action="sign-out"]').click();
    await page.getByText('Signed out').waitFor();
  });

  it('shows what the Identity Provider refused', async () => {
    const page = await newPage();
    await page.goto(`${app.url}/callback?error=access_denied&error_description=not+today`);
    await page.getByText('not today').waitFor();
  });

  it('takes no code of a sign-in that was not begun here', async () => {
    const page = await newPage();
    await page.goto(`${app.url}/callback?code=stolen&state=guessed`);
    await page.getByText('this sign-in was not begun here').waitFor();
  });
});
