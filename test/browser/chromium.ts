import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Chrome or Chromium: `CHROME_PATH`, then the usual names on the PATH, then the usual places. */
function findBrowser(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    process.env['CHROME_PATH'] ?? '',
    ...names.flatMap((name) => onPath.map((folder) => join(folder, name))),
    ...fixedPlaces,
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/** The browser that tests use; undefined: there is none. */
export const executablePath = findBrowser();
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The platform's hosts resolve to this machine, as behind `exec --real-hosts`, and so does an attacker's host name.
  '--host-resolver-rules=MAP *.jtl-cloud.com 127.0.0.1,MAP rebound.example 127.0.0.1',
];

/** The objects of a browser test. */
export interface BrowserTools {
  /** A page in a context of its own: no cookie or storage of another test. */
  newPage(locale?: string): Promise<Page>;
}

/**
 * A suite in a real browser, which is shared by its tests; without a browser the suite is skipped and its name says
 * why. Every page must end without an uncaught error of its own.
 */
export function describeInBrowser(name: string, suite: (tools: BrowserTools) => void): void {
  if (executablePath === undefined) {
    describe.skip(`${name} (skipped: no Chrome or Chromium found; set CHROME_PATH)`, () => suite(unused));
    return;
  }
  describe(name, () => {
    let browser: Browser;
    const uncaught: string[] = [];
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: quiet });
    });
    afterEach(async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      const errors = uncaught.splice(0);
      if (errors.length > 0) throw new Error(`a page failed: ${errors.join('; ')}`);
    });
    afterAll(() => browser.close());
    suite({
      async newPage(locale = 'en-GB') {
        const context = await browser.newContext({ locale });
        // Below the test's own limit, so that a failure names the step that waited in vain.
        context.setDefaultTimeout(60_000);
        context.on('weberror', (error) => uncaught.push(String(error.error())));
        return context.newPage();
      },
    });
  });
}

const unused: BrowserTools = { newPage: () => Promise.reject(new Error('no browser')) };
