import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

it.each([
  [400, { entities: { item: [{ sku: 'KEPT' }] }, disconnected: 5 }],
  [404, { entities: { item: [{ sku: 'KEPT' }] }, disconnected: 'nowhere' }],
  [404, { entities: { item: [{ sku: 'KEPT' }] }, install: 'nowhere' }],
  [404, { install: 'uninvited', disconnected: 'nowhere' }],
  [404, { install: 'uninvited', snapshot: 'nowhere' }],
])('a provider state that is refused with %i leaves nothing behind: %j', async (status, params) => {
  const counts = async () => (await fetch(`${emulator.url}/_emulator/v1/tenants/kaffee-kontor/data`)).text();
  const before = await counts();
  const response = await fetch(`${emulator.url}/_emulator/v1/pact/states`, {
    method: 'POST',
    body: JSON.stringify({ state: 'half', params: { tenant: 'kaffee-kontor', ...params } }),
  });
  expect(response.status).toBe(status);
  expect(await counts()).toBe(before);
  const installed = await fetch(`${emulator.url}/_emulator/v1/apps/uninvited/installations`);
  expect(await installed.json()).toEqual({ items: [] });
});
