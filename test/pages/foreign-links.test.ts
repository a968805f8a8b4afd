import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { WebApp, manifestFor } from '../browser/web-app.ts';

let emulator: Emulator;
let foreign: WebApp;
let app: WebApp;
beforeAll(async () => {
  emulator = await startEmulator();
  app = await WebApp.serve({ '/setup': `say('set up');` });
  await emulator.apps.register({ manifest: manifestFor(app.url, { name: 'Linked' }) });
  const { port } = new URL(emulator.url);
  const link = (id: string, path: string): string =>
    `document.body.insertAdjacentHTML('beforeend', '<a id="${id}" href="http://127.0.0.1:${port}${path}">x</a>');`;
  foreign = await WebApp.serve({
    '/links':
      link('setup', '/hub/?tenant=neuland&user=anna&app=hello-world&step=setup') +
      link('install', '/hub/?tenant=kaffee-kontor&user=ben&app=linked&step=setup') +
      link('open', '/shell/?tenant=neuland') +
      link('plain', '/hub/') +
      link('script', '/shell/?tenant=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E'),
  });
});
afterAll(async () => {
  await Promise.all([app.close(), foreign.close()]);
  await emulator.close();
});

async function isInstalled(): Promise<boolean> {
  const response = await fetch(`${emulator.url}/_emulator/v1/state`);
  const { installations } = (await response.json()) as { installations: { appId: string }[] };
  return installations.some(({ appId }) => appId === emulator.apps.get('linked').appId);
}

/** The same address under another name is another site. */
const links = (): string => `${foreign.url.replace('127.0.0.1', 'localhost')}/links`;

describeInBrowser('a link from a page of another site', ({ newPage }) => {
  it.each(['setup', 'install', 'open'])('(%s) changes nothing before a click', async (link) => {
    const page = await newPage();
    await page.goto(links());
    await page.locator(`#${link}`).click();
    await page.locator('[data-action="follow-link"]').waitFor();
    expect(await page.context().cookies(emulator.url)).toEqual([]);
    expect(await isInstalled()).toBe(false);
  });

  it('says what it would open, and opens that on a click', async () => {
    const page = await newPage();
    await page.goto(links());
    await page.locator('#install').click();
    const told = page.locator('dl');
    expect((await told.allInnerTexts()).join()).toMatch(/kaffee-kontor[^]*ben[^]*linked[^]*setup/);
    await page.locator('[data-action="follow-link"]').click();
    await page.locator('[data-surface="setup"]').waitFor();
    expect(await isInstalled()).toBe(true);
    await emulator.apps.uninstall('linked', 'kaffee-kontor');
  });

  it('runs no script that its parameters hold', async () => {
    const page = await newPage();
    await page.goto(links());
    await page.locator('#script').click();
    expect(await page.locator('dd').first().innerText()).toBe('<img src=x onerror=alert(1)>');
  });

  it('that asks for nothing opens the page as it is', async () => {
    const page = await newPage();
    await page.goto(links());
    await page.locator('#plain').click();
    await page.locator('[data-action="sign-in"]').first().waitFor();
  });

  it('that was typed in signs in at once', async () => {
    const page = await newPage();
    await page.goto(`${emulator.url}/hub/?tenant=bergmann-outdoor&user=anna`);
    await page.locator('.card').first().waitFor();
  });
});
