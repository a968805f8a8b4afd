import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

describe('the pages of the documents', () => {
  it.each(['/docs/', '/docs/graphql', '/docs/swagger-ui-init.js'])(
    'run their own scripts only, and refuse framing: %s',
    async (path) => {
      const { headers } = await fetch(emulator.url + path);
      const policy = headers.get('content-security-policy')?.split('; ');
      expect(policy).toEqual(
        expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]),
      );
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});

describeInBrowser('the pages of the documents', ({ newPage }) => {
  /** The requests that the browser blocked, from the console. */
  function refusalsOn(page: Page): string[] {
    const refusals: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) refusals.push(message.text());
    });
    return refusals;
  }

  it('try an operation out in Swagger UI', async () => {
    const page = await newPage();
    const refusals = refusalsOn(page);
    await page.goto(`${emulator.url}/docs/?urls.primaryName=control`);
    await page.locator('.opblock-tag', { hasText: 'health' }).click();
    const operation = page.locator('.opblock', { hasText: '/health' });
    await operation.locator('.opblock-summary-control').click();
    await operation.locator('.try-out__btn').click();
    await operation.locator('.execute').click();
    await operation.locator('.live-responses-table', { hasText: '"status": "ok"' }).waitFor();
    expect(refusals).toEqual([]);
  });

  it('answer a query in GraphiQL', async () => {
    const page = await newPage();
    const refusals = refusalsOn(page);
    await page.goto(`${emulator.url}/docs/graphql`);
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.graphiql-response', { hasText: 'salesOrderNumber' }).waitFor();
    expect(refusals).toEqual([]);
  });
});
