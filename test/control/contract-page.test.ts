import { expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';

it('the contract report as a page allows no script, no frame and no loading', async () => {
  await using emulator = await startEmulator();
  const { headers } = await fetch(`${emulator.url}/_emulator/v1/contract`, {
    headers: { Accept: 'text/html' },
  });
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  );
  expect([headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([
    'nosniff',
    'DENY',
  ]);
});

describeInBrowser('the contract report as a page', ({ newPage }) => {
  it('keeps its styles, and shows the name of a test that is markup as text', async () => {
    await using emulator = await startEmulator();
    const headers = { 'X-Emulator-Test': '<img src=x onerror="document.title=1">' };
    await fetch(`${emulator.url}/account/.well-known/jwks.json`, { headers });
    const page = await newPage();
    await page.goto(`${emulator.url}/_emulator/v1/contract`);
    const margin = await page.evaluate(() => getComputedStyle(document.body).maxWidth);
    expect(margin).not.toBe('none');
    expect(await page.title()).toBe('Contract report');
  });
});
