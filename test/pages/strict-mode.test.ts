import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';
import { openSurface } from '../../src/testing.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { WebApp, manifestFor } from '../browser/web-app.ts';

/** The pattern of the vendor's samples: each mount connects, and the page works with the bridge that came last. */
const source = `
  import { StrictMode, createElement, useEffect, useState } from 'react';
  import { createRoot } from 'react-dom/client';

  function Page() {
    const [bridges, setBridges] = useState([]);
    const [outcome, setOutcome] = useState('');
    useEffect(() => {
      createAppBridge().then((bridge) => setBridges((before) => [...before, bridge]));
    }, []);
    useEffect(() => {
      if (bridges.length < 2) return;
      const last = bridges[1];
      Promise.allSettled([last.method.call('getSessionToken'), last.method.call('setupCompleted')]).then(
        ([token, done]) => setOutcome(token.status + ', ' + (done.reason ?? done.status)),
      );
    }, [bridges]);
    return createElement('output', null, outcome);
  }

  createRoot(document.body).render(createElement(StrictMode, null, createElement(Page)));
`;

let emulator: Emulator;
let app: WebApp;

beforeAll(async () => {
  emulator = await startEmulator();
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"development"' },
    write: false,
  });
  app = await WebApp.serve({ '/setup': outputFiles[0]!.text });
  await emulator.apps.register({ manifest: manifestFor(app.url, { name: 'React' }) });
});

afterAll(async () => {
  await emulator.close();
  await app.close();
});

describeInBrowser('a React app in StrictMode', ({ newPage }) => {
  it.each([
    ['first', 'fulfilled, setupCompleted is not exposed'],
    ['every', 'fulfilled, fulfilled'],
  ])('gets a bridge per mount; with setup methods on the %s, the last one says: %s', async (on, outcome) => {
    await fetch(`${emulator.url}/_emulator/v1/switches`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ setupMethodsOn: on }),
    });
    await emulator.apps.install('react', 'neuland', 'pending');
    const frame = await openSurface(await newPage(), emulator.url, {
      tenant: 'neuland',
      user: 'anna',
      app: 'react',
      view: 'setup',
    });
    expect(await frame.locator('output:not(:empty)').innerText()).toBe(outcome);
  });
});
