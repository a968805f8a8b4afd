import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

describeInBrowser('the dashboard', ({ newPage }) => {
  let emulator: Emulator;

  beforeAll(async () => {
    emulator = await startEmulator();
  });

  afterAll(() => emulator.close());

  beforeEach(() => emulator.reset());

  async function open(): Promise<Page> {
    const page = await newPage();
    await page.goto(`${emulator.url}/_emulator/`);
    await page.getByText('bergmann-outdoor').first().waitFor();
    return page;
  }

  async function callItems(tenantId = bergmann): Promise<number> {
    const token = await emulator.tokens.access();
    const response = await fetch(`${emulator.url}/erp/v1/items?pageSize=1`, {
      headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': tenantId },
    });
    return response.status;
  }

  it('shows each request as it comes, with what its token says, and never the token', async () => {
    const page = await open();
    await callItems();
    const row = page.locator('.journal tbody tr', { hasText: '/erp/v1/items' });
    await row.click();
    const details = page.locator('.details', { hasText: '"client_id": "hello-world-client"' });
    await details.waitFor();
    expect(await row.textContent()).toContain('200');
    expect(await details.textContent()).not.toContain('eyJ');
  });

  it('filters the journal', async () => {
    const page = await open();
    await callItems();
    await fetch(`${emulator.url}/.well-known/jwks.json`);
    await page.locator('.journal tbody tr', { hasText: 'jwks' }).waitFor();
    await page.getByRole('searchbox').fill('JWKS');
    await page.locator('.journal tbody tr', { hasText: '/erp/v1/items' }).waitFor({ state: 'hidden' });
    expect(await page.locator('.journal tbody tr:visible').count()).toBe(1);
  });

  it('puts presets in force and takes them back', async () => {
    const page = await open();
    const button = page.locator('[data-action="fault-wawi-offline"]');
    await button.click();
    await page.locator('[data-action="fault-wawi-offline"][aria-pressed="true"]').waitFor();
    expect(await callItems()).toBe(504);
    await button.click();
    await page.locator('[data-action="fault-wawi-offline"][aria-pressed="false"]').waitFor();
    expect(await callItems()).toBe(200);
  });

  it('moves and freezes the clock', async () => {
    const page = await open();
    await page.locator('[data-action="clock-day"]').click();
    await page.getByText("86400 s off the machine's time").waitFor();
    await page.locator('[data-action="clock-freeze"]').click();
    await page.locator('[data-action="clock-unfreeze"]').waitFor();
    expect(emulator.clock.state).toMatchObject({ frozen: true });
  });

  it('saves a snapshot and goes back to it', async () => {
    const page = await open();
    await page.locator('[data-action="snapshot-save"]').click();
    await page.locator('[data-action="snapshot-restore"]').waitFor();
    await emulator.tenants.delete('neuland');
    await page.locator('[data-card="tenants"]', { hasNotText: 'neuland' }).waitFor();
    await page.locator('[data-action="snapshot-restore"]').click();
    await page.locator('[data-card="tenants"]', { hasText: 'neuland' }).waitFor();
  });

  it('counts the data of tenants and cuts them off from their Wawi', async () => {
    const page = await open();
    await page.getByText('200 items, 120 customers, 300 sales orders').waitFor();
    await page
      .locator('[data-card="tenants"] p', { hasText: 'kaffee-kontor' })
      .getByText('Disconnect Wawi')
      .click();
    await page
      .locator('[data-card="tenants"] p', { hasText: 'kaffee-kontor' })
      .getByText('Connect Wawi')
      .waitFor();
    expect(await callItems('3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53')).toBe(504);
  });

  it('shows problems that browsers do not explain, with the nearest origin', async () => {
    const page = await open();
    await fetch(`${emulator.url}/.well-known/jwks.json`, { headers: { Origin: 'http://localhost:5860' } });
    const card = page.locator('[data-card="notices"]');
    await card.getByText("the nearest that one names is 'http://127.0.0.1:5860'").waitFor();
  });

  it('follows what others change, without a reload', async () => {
    const page = await open();
    await emulator.tenants.create({ slug: 'brand-new' });
    await page.locator('[data-card="tenants"]', { hasText: 'brand-new' }).waitFor();
    emulator.faults.add({ effect: { status: 500 }, match: { path: '/nothing' } });
    await page.locator('[data-card="faults"]', { hasText: '/nothing' }).waitFor();
  });

  it('speaks German to a browser that prefers it', async () => {
    const page = await newPage('de-DE');
    await page.goto(`${emulator.url}/_emulator/`);
    await page.getByText('200 Artikel, 120 Kunden, 300 Aufträge').waitFor();
    await page.getByRole('heading', { name: 'Mandanten' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    const words = await page.locator('main').innerText();
    expect(words).not.toMatch(/\b(Tenants|Faults|Clock|Reset|Save|Reason|violations|items)\b/);
  });

  it('shows violations of the contract and leads to the full report', async () => {
    emulator.contract.clear();
    const page = await open();
    const token = await emulator.tokens.access();
    await fetch(`${emulator.url}/erp/v1/items?colour=red`, {
      headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': bergmann },
    });
    await page.locator('[data-card="contract"]', { hasText: "'colour' is not in the contract" }).waitFor();
    await page.goto(`${emulator.url}/_emulator/v1/contract`);
    await page.getByRole('heading', { name: 'Contract report' }).waitFor();
  });
});
