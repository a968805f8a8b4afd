import { type Emulator, startEmulator } from 'jtl-platform-emulator';
import { testHost } from 'jtl-platform-emulator/testing';
import { createAppBridge } from 'jtl-platform-emulator/app-bridge';
import { afterAll, beforeAll, expect, test } from 'vitest';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

test('answers a request for items', async () => {
  const { JTL_TENANT_ID = '' } = emulator.env();
  const answer = await fetch(`${emulator.url}/erp/v1/items`, {
    headers: { Authorization: `Bearer ${await emulator.tokens.access()}`, 'X-Tenant-ID': JTL_TENANT_ID },
  });
  expect(await answer.json()).toMatchObject({ TotalItems: 200 });
});

test.extend<{ host: import('jtl-platform-emulator/testing').TestHost }>({
  host: testHost({ surface: 'setup' }),
})('gives each test a host of its own', async ({ host }) => {
  const bridge = await createAppBridge();
  await bridge.method.call('setupCompleted');
  expect(host.setupCompleted).toBe(true);
});
