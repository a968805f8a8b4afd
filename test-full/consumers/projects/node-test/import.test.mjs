import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startEmulator } from 'jtl-platform-emulator';

test('import starts an emulator', async () => {
  const emulator = await startEmulator();
  const { JTL_TENANT_ID } = emulator.env();
  const answer = await fetch(`${emulator.url}/erp/v1/items`, {
    headers: { Authorization: `Bearer ${await emulator.tokens.access()}`, 'X-Tenant-ID': JTL_TENANT_ID },
  });
  assert.equal((await answer.json()).TotalItems, 200);
  await emulator.close();
});
