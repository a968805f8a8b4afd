const assert = require('node:assert/strict');
const { test } = require('node:test');
const { startEmulator } = require('jtl-platform-emulator');

test('require starts an emulator that answers GraphQL, shows its pages and keeps a state folder', async () => {
  const emulator = await startEmulator({ dataDir: 'state', httpsPort: 0 });
  const { JTL_TENANT_ID } = emulator.env();
  const answer = await fetch(`${emulator.url}/erp/v2/graphql`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await emulator.tokens.access()}`,
      'X-Tenant-ID': JTL_TENANT_ID,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ query: '{ QueryItems(first: 1) { totalCount } }' }),
  });
  assert.equal((await answer.json()).data.QueryItems.totalCount, 200);
  for (const page of ['/_emulator/', '/hub/', '/docs/']) {
    const shown = await fetch(emulator.url + page, { headers: { Accept: 'text/html' } });
    assert.equal(shown.status, 200, page);
  }
  await emulator.close();
});
