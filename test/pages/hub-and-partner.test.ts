import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import type { JournalEntry } from '../../src/platform/journal-entry.ts';
import { appFrame, surfaceUrl } from '../../src/testing.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { WebApp, manifestFor } from '../browser/web-app.ts';
import { recorded } from '../journal.ts';

let emulator: Emulator;
let app: WebApp;

beforeAll(async () => {
  emulator = await startEmulator();
  app = await WebApp.serve({
    '/setup': `
      const bridge = await createAppBridge();
      await bridge.method.call('setupCompleted');
      say('finished');`,
    '/page': `say('page')`,
    '/launch': `say(window.opener === null ? 'a tab of its own' : 'has an opener')`,
  });
});

afterAll(async () => {
  await emulator.close();
  await app.close();
});

const scopes = ['items.read', 'salesorders.read'];
const launcher = () => ({ appLauncher: { redirectUrl: `${app.url}/launch` } });

async function register(name: string, lifecycle: object = {}): Promise<string> {
  const manifest = manifestFor(app.url, { name, erp: { api: { scopes } }, lifecycle }) as {
    capabilities: Record<string, unknown>;
  };
  manifest.capabilities['hub'] = launcher();
  return (await emulator.apps.register({ manifest })).slug;
}

const hub = (more: object = {}) =>
  surfaceUrl(emulator.url, { page: 'hub', tenant: 'bergmann-outdoor', user: 'anna', ...more });

/** Resolves with the outcome of a hook once the journal has it. */
async function hookRecorded(event: string): Promise<Record<string, unknown>> {
  const bodyOf = (entry: JournalEntry) => entry.details?.['body'] as Record<string, unknown> | undefined;
  const entry = await recorded(
    emulator,
    `the hook ${event}`,
    (one) => one.kind === 'hook' && bodyOf(one)?.['event'] === event,
  );
  return {
    ...bodyOf(entry),
    status: entry.status,
    tries: entry.details?.['tries'],
    reason: entry.reason,
  };
}

describeInBrowser('the Hub', ({ newPage }) => {
  it('lets a fixture user sign in, and remembers who', async () => {
    const page = await newPage();
    await page.goto(`${emulator.url}/hub/`);
    await page.locator('[data-action="sign-in"][data-user="ben.kontor@example.com"]').click();
    await page.getByText('Ben Kontor').waitFor();
    expect(await page.locator('[data-action="switch-tenant"] option').allInnerTexts()).toEqual([
      'Kaffee-Kontor Lübeck',
    ]);
    await page.locator('[data-action="sign-out"]').click();
    await page.locator('[data-action="sign-in"]').first().waitFor();
  });

  it('installs an app with consent and setup, launches it in a tab, and tells its server', async () => {
    const slug = await register('Installed', {
      connectUrl: `${app.url}/connect`,
      disconnectUrl: `${app.url}/disconnect`,
    });
    const page = await newPage();
    await page.goto(hub());
    const card = page.locator(`.card[data-app="${slug}"]`);
    await card.locator('[data-action="install"]').click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('li').allInnerTexts()).toEqual(scopes);
    const connected = hookRecorded('connect');
    await dialog.locator('[data-action="consent"]').click();
    await appFrame(page, slug, 'setup').getByText('finished').waitFor();
    await page.locator('[data-action="back-to-apps"]').click();
    expect(await card.getAttribute('data-status')).toBe('installed');
    const { appId } = emulator.apps.get(slug);
    expect(await connected).toMatchObject({ appId, event: 'connect', status: 204, tries: 1 });
    const opened = page.waitForEvent('popup');
    await card.locator('[data-action="launch"]').click();
    expect(await (await opened).locator('output:not(:empty)').innerText()).toBe('a tab of its own');

    page.once('dialog', (question) => void question.accept());
    const disconnected = hookRecorded('disconnect');
    await card.locator('[data-action="uninstall"]').click();
    await card.locator('[data-action="install"]').waitFor();
    expect(await disconnected).toMatchObject({ appId, event: 'disconnect', status: 204 });
    const sent = app.seen
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(body) as object);
    expect(sent.map((body) => Object.keys(body).sort())).toEqual(
      Array(2).fill(['appId', 'event', 'installationId', 'occurredAt', 'tenantId']),
    );
  });

  it('installs nothing when consent is withheld', async () => {
    const slug = await register('Withheld');
    const page = await newPage();
    await page.goto(hub());
    await page.locator(`.card[data-app="${slug}"] [data-action="install"]`).click();
    await page.getByRole('dialog').locator('[data-action="cancel"]').click();
    await page.goto(hub());
    await page.locator(`.card[data-app="${slug}"][data-status="notInstalled"]`).waitFor();
  });

  it.each([
    ['is down', 'no server listens there: is the app running?'],
    ['does not exist', 'it answered 404'],
  ])('fails an install whose setup page %s, and says why', async (state, reason) => {
    const server = await WebApp.serve({});
    if (state === 'is down') await server.close();
    const setupUrl = `${server.url}/setup`;
    const slug = await register(`Setup ${state}`, { setupUrl });
    const page = await newPage();
    await page.goto(hub());
    await page.locator(`.card[data-app="${slug}"] [data-action="install"]`).click();
    await page.locator('[data-action="consent"]').click();
    await page
      .getByRole('alert')
      .getByText(`the setup page ${setupUrl} cannot be shown: ${reason}`)
      .waitFor();
    await page.locator(`.card[data-app="${slug}"][data-status="notInstalled"]`).waitFor();
    if (state !== 'is down') await server.close();
  });

  it('asks again when a new version of the app wants more', async () => {
    const slug = await register('Upgraded');
    await emulator.apps.install(slug, 'bergmann-outdoor');
    const more = manifestFor(app.url, {
      name: 'Upgraded',
      erp: { api: { scopes: [...scopes, 'items.write'] } },
    });
    await emulator.apps.update(slug, more);
    const page = await newPage();
    await page.goto(hub());
    const card = page.locator(`.card[data-app="${slug}"]`);
    await card.getByText('items.write').waitFor();
    await card.locator('[data-action="grant-scopes"]').click();
    await card.locator('[data-action="grant-scopes"]').waitFor({ state: 'detached' });
  });

  it('opens an app’s setup by a link alone, installing it on the way', async () => {
    const slug = await register('Linked');
    const page = await newPage();
    await page.goto(hub({ app: slug, step: 'setup' }));
    await page.getByText('The setup is complete.').waitFor();
  });
});

describeInBrowser('the Partner Portal', ({ newPage }) => {
  const portal = () => `${emulator.url}/partner/?user=anna`;

  it('registers an app from its pasted manifest and shows its secret once', async () => {
    const page = await newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: emulator.url });
    await page.goto(portal());
    const manifest = manifestFor(app.url, { name: 'From Portal' });
    await page.locator('[data-action="register-manifest"]').fill(JSON.stringify(manifest));
    await page.locator('[data-action="register"]').click();
    const shown = (name: string) => page.locator(`.result [data-value="${name}"]`).innerText();
    const [appId, clientId, clientSecret] = await Promise.all(
      ['appId', 'clientId', 'clientSecret'].map(shown),
    );
    const token = await fetch(`${emulator.url}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(token.status).toBe(200);
    await page.getByText('jtl-emulator info').waitFor();
    await page.getByText('points to this machine: works here, not in production').first().waitFor();

    await page.locator('[data-action="copy-environment"]').click();
    await page.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')).toEqual(
      expect.arrayContaining([
        `CLIENT_ID=${clientId}`,
        `CLIENT_SECRET=${clientSecret}`,
        `JTL_APP_ID=${appId}`,
      ]),
    );
    await page.reload();
    await page.locator('.card[data-app="from-portal"]').waitFor();
    expect(await page.content()).not.toContain(clientSecret);
  });

  it('takes a manifest that is dropped as a file', async () => {
    const page = await newPage();
    await page.goto(portal());
    const field = page.locator('[data-action="register-manifest"]');
    const content = JSON.stringify(manifestFor(app.url, { name: 'Dropped' }));
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'manifest.json', { type: 'application/json' }));
      return transfer;
    }, content);
    await field.dispatchEvent('drop', { dataTransfer: dropped });
    await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, content);
    await page.locator('[data-action="register"]').click();
    await page.locator('.card[data-app="dropped"]').waitFor();
  });

  it('names every problem of a manifest with its place', async () => {
    const page = await newPage();
    await page.goto(portal());
    const field = page.locator('[data-action="register-manifest"]');
    await field.fill('{');
    await page.locator('[data-action="register"]').click();
    await page.getByRole('alert').getByText('This is not valid JSON').waitFor();
    const own = manifestFor(emulator.url, { erp: { api: { scopes: ['items.reed'] } } });
    await field.fill(JSON.stringify(own));
    await page.locator('[data-action="register"]').click();
    const alert = page.getByRole('alert');
    await alert.getByText('$.lifecycle.setupUrl').waitFor();
    await alert.getByText('$.capabilities.erp.api.scopes[0]').waitFor();
  });

  it('changes a manifest, renews a secret and deletes an app', async () => {
    const slug = await register('Changing');
    const before = emulator.apps.get(slug).clientSecret;
    const page = await newPage();
    page.on('dialog', (question) => void question.accept());
    await page.goto(portal());
    const card = page.locator(`.card[data-app="${slug}"]`);
    await card.locator('[data-action="edit"]').click();
    await card
      .locator('textarea')
      .fill(JSON.stringify({ ...manifestFor(app.url, { name: 'Changing' }), version: '2.0.0' }));
    await card.locator('[data-action="save-manifest"]').click();
    await card.getByText('2.0.0').waitFor();
    await card.locator('[data-action="new-secret"]').click();
    const secret = await card.locator('[data-value="clientSecret"]').innerText();
    expect(secret).toBe(emulator.apps.get(slug).clientSecret);
    expect(secret).not.toBe(before);
    await card.locator('[data-action="delete"]').click();
    await card.waitFor({ state: 'detached' });
    expect(emulator.apps.list().some((one) => one.slug === slug)).toBe(false);
  });
});
