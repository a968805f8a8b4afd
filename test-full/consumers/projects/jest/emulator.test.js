const { Conflict, InvalidInput, NotFound, startEmulator } = require('jtl-platform-emulator');

let emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

const tenant = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const manifest = {
  technicalName: 'by-jest',
  version: '1.0.0',
  lifecycle: { configurationUrl: 'http://127.0.0.1:1/setup' },
  capabilities: {},
};

async function ask(path, token, init = {}) {
  const headers = {
    authorization: `Bearer ${token}`,
    'x-tenant-id': tenant,
    'content-type': 'application/json',
  };
  return fetch(emulator.url + path, { ...init, headers });
}

test('tokens of every kind open what they are for, and wrong ones do not', async () => {
  const access = await emulator.tokens.access();
  expect((await ask('/erp/v1/items', access)).status).toBe(200);
  const body = JSON.stringify({ query: '{ QueryItems(first: 2) { nodes { id } } }' });
  const answer = await (await ask('/erp/v2/graphql', access, { method: 'POST', body })).json();
  expect(answer.data.QueryItems.nodes).toHaveLength(2);
  const expired = await emulator.tokens.access({ defects: ['expired'] });
  expect((await ask('/erp/v1/items', expired)).status).toBe(401);
  for (const token of [await emulator.tokens.session(), await emulator.tokens.app()])
    expect((await emulator.tokens.explain(token)).accepted).toBe(true);
});

test('tenants, apps, clock, keys, faults and switches are at hand', async () => {
  const { appId } = await emulator.apps.register({ manifest });
  expect(await emulator.apps.install(appId, 'neuland')).toMatchObject({ appId });
  expect(await emulator.tenants.create({ slug: 'by-jest' })).toMatchObject({ slug: 'by-jest' });
  await emulator.clock.advance(60);
  await emulator.keys.rotate();
  await emulator.faults.add({ match: { service: 'erp' }, effect: { status: 503 } });
  expect((await ask('/erp/v1/items', await emulator.tokens.access())).status).toBe(503);
  expect(emulator.journal.entries().length).toBeGreaterThan(0);
});

test('snapshots and a reset bring states back', async () => {
  const name = await emulator.snapshot();
  await emulator.tenants.create({ slug: 'later' });
  await emulator.restore(name);
  expect(emulator.tenants.list().some(({ slug }) => slug === 'later')).toBe(false);
  await emulator.reset();
  expect(emulator.tenants.list()).toHaveLength(4);
});

test('errors are of the exported classes', async () => {
  await expect(startEmulator({ port: 'none' })).rejects.toThrow(InvalidInput);
  expect(() => emulator.env('nobody')).toThrow(NotFound);
  await expect(emulator.tenants.create({ slug: 'neuland' })).rejects.toThrow(Conflict);
});

test('the App Bridge finds its test host', async () => {
  const { createAppBridge } = require('jtl-platform-emulator/app-bridge');
  const { createTestHost } = require('jtl-platform-emulator/testing');
  const host = createTestHost({ surface: 'setup' });
  const bridge = await createAppBridge();
  await bridge.method.call('setupCompleted');
  expect(host.setupCompleted).toBe(true);
  host.close();
});
