import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

describeInBrowser('GraphiQL', ({ newPage }) => {
  it('runs a query with the token of the chosen app, for the chosen tenant, without anything to fill in', async () => {
    const page = await newPage();
    await page.goto(`${emulator.url}/docs/graphql?tenant=kaffee-kontor`);
    const result = page.locator('.result-window');
    await page.getByRole('button', { name: 'Execute query (Ctrl-Enter)' }).click();
    await result.getByText('"totalCount": 8').waitFor();

    await page.getByRole('combobox', { name: 'tenant' }).selectOption({ label: 'Bergmann Outdoor GmbH' });
    await page.getByRole('button', { name: 'Execute query (Ctrl-Enter)' }).click();
    await result.getByText('"totalCount": 300').waitFor();
    expect(await page.locator('select[name=app] option:checked').textContent()).toMatch(/hello/i);
  });
});
