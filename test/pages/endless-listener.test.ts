import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import type { JournalEntry } from '../../src/platform/journal-entry.ts';
import { openSurface } from '../../src/testing.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { WebApp, manifestFor } from '../browser/web-app.ts';
import { recorded } from '../journal.ts';

/** Completes every handshake that it receives, as the vendor's earlier SDK does. */
const script = `
  let completed = 0;
  window.addEventListener('message', ({ data, ports: [port] }) => {
    if (data?.type !== 'HANDSHAKE') return;
    port.onmessage = () => undefined;
    port.postMessage({ id: 'call-' + ++completed, type: 'METHOD_CALL', body: { methodName: 'completeHandshake', args: [] } });
    say(completed);
  });
`;

let emulator: Emulator;
let app: WebApp;
beforeAll(async () => {
  emulator = await startEmulator();
  app = await WebApp.serve({ '/page': script });
  await emulator.apps.register({ manifest: manifestFor(app.url, { name: 'Endless' }) });
  await emulator.apps.install('endless', 'kaffee-kontor', 'complete');
});
afterAll(async () => {
  await emulator.close();
  await app.close();
});

describeInBrowser('an app that never stops listening for handshakes', ({ newPage }) => {
  it('gets ten bridges, advice once, and a few entries in journal and inspector', async () => {
    const advised = recorded(emulator, 'advice', ({ method }) => method === 'ADVICE');
    const page = await newPage();
    const frame = await openSurface(page, emulator.url, {
      tenant: 'kaffee-kontor',
      user: 'anna',
      app: 'endless',
    });
    const { reason } = await advised;
    expect(reason).toContain('10 handshakes in one document');
    expect(await frame.locator('output').innerText()).toBe('10');

    const isFolded = ({ details }: JournalEntry) => typeof details?.['count'] === 'number';
    const entries = () => emulator.journal.entries({ kind: 'bridge' });
    if (!entries().some(isFolded)) await recorded(emulator, 'the repeated handshakes', isFolded);
    expect(entries().length).toBeLessThan(8);

    const { apps } = emulator.contract.report();
    expect(apps.flatMap(({ breaches }) => breaches)).toContainEqual(
      expect.objectContaining({ rule: 'repeated-handshakes', severity: 'advice', count: 1 }),
    );
    await page.locator('[data-action="inspector"]').click();
    await page.locator('.messages li[data-type="ADVICE"]').waitFor();
    await page.locator('.messages .count', { hasText: '×9' }).waitFor();
    expect(await page.locator('.messages li').count()).toBeLessThan(6);
  });
});
