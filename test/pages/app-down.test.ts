import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { appFrame, openSurface, surfaceUrl } from '../../src/testing.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { WebApp, manifestFor } from '../browser/web-app.ts';
import { freePort } from '../ports.ts';

let emulator: Emulator;
let running: WebApp;
const servers: Server[] = [];

beforeAll(async () => {
  emulator = await startEmulator();
  running = await WebApp.serve({ '/pane': `say('pane')` });
});

afterAll(async () => {
  await emulator.close();
  await running.close();
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

/** An app's server at a port that its manifest has named before. */
async function start(port: number): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<p>up at last');
  });
  servers.push(server);
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return server;
}

async function install(name: string, url: string, erp: object = {}): Promise<string> {
  const { slug } = await emulator.apps.register({ manifest: manifestFor(url, { name, erp }) });
  await emulator.apps.install(slug, 'kaffee-kontor');
  return slug;
}

/** Everything that the page and its frames write to the developer's console. */
function consoleOf(page: Page): string[] {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  return lines;
}

const remarkIn = (page: Page) => page.getByRole('alert').getByText('This page of the app does not answer');
const shell = { tenant: 'kaffee-kontor', user: 'anna' };

describeInBrowser('an app that does not answer', ({ newPage }) => {
  it('is remarked on in place of its page, without a word in the console, and appears once it runs', async () => {
    const port = await freePort();
    const slug = await install('Late', `http://127.0.0.1:${port}`);
    const page = await newPage();
    const lines = consoleOf(page);
    const frame = await openSurface(page, emulator.url, { ...shell, app: slug });
    await remarkIn(page).getByText(`http://127.0.0.1:${port}/page`).waitFor();
    expect(await page.locator(`iframe[data-app="${slug}"]`).count()).toBe(0);
    await start(port);
    await frame.getByText('up at last').waitFor();
    expect(await remarkIn(page).count()).toBe(0);
    expect(lines).toEqual([]);
  });

  it('is reported also when it goes down later and its frame is reloaded', async () => {
    const port = await freePort();
    const slug = await install('Lost', `http://127.0.0.1:${port}`);
    const server = await start(port);
    const page = await newPage();
    const frame = await openSurface(page, emulator.url, { ...shell, app: slug });
    await frame.getByText('up at last').waitFor();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await page.frame({ url: /\/page$/ })!.evaluate(() => void location.reload());
    await remarkIn(page).waitFor();
    await start(port);
    await frame.getByText('up at last').waitFor();
  });

  it('keeps its pane to one line below the panes of apps that run', async () => {
    const pane = (url: string, title: string) => ({
      menuItems: [],
      pane: [{ url: `${url}/pane`, title, context: 'customers' }],
    });
    const down = `http://127.0.0.1:${await freePort()}`;
    await install('Down', down, pane(down, 'Down Pane'));
    const slug = await install('Up', running.url, pane(running.url, 'Up Pane'));
    const page = await newPage();
    const lines = consoleOf(page);
    await page.goto(surfaceUrl(emulator.url, { ...shell, view: 'customers' }));
    await appFrame(page, slug).getByText('pane').waitFor();
    const line = page.getByText('Down Pane does not answer');
    await line.waitFor();
    const [low, high] = await Promise.all([
      line.boundingBox(),
      page.locator(`iframe[data-app="${slug}"]`).boundingBox(),
    ]);
    expect(low!.y).toBeGreaterThan(high!.y + high!.height);
    expect(low!.height).toBeLessThan(40);
    await line.click();
    await remarkIn(page).getByText(`${down}/pane`).waitFor();
    expect(lines).toEqual([]);
  });

  it('has its setup shown by the Hub once it runs, too', async () => {
    const port = await freePort();
    const slug = await install('Set Up Late', `http://127.0.0.1:${port}`);
    const page = await newPage();
    const lines = consoleOf(page);
    await page.goto(surfaceUrl(emulator.url, { ...shell, page: 'hub', app: slug, step: 'setup' }));
    await remarkIn(page).waitFor();
    await start(port);
    await appFrame(page, slug, 'setup').getByText('up at last').waitFor();
    expect(lines).toEqual([]);
  });

  it('is asked by the browser itself where the emulator cannot reach what the browser can', async () => {
    const port = await freePort();
    const slug = await install('Elsewhere', `http://127.0.0.1:${port}`);
    const page = await newPage();
    await page.clock.install();
    await page.route('**/app-pages?*', (route) => route.fulfill({ json: { state: 'unknown' } }));
    const frame = await openSurface(page, emulator.url, { ...shell, app: slug });
    await remarkIn(page).waitFor();
    await start(port);
    await page.clock.fastForward(5_000);
    await frame.getByText('up at last').waitFor();
  });
});
