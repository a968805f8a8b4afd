import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';

let dataDir: string;
let emulator: Emulator;
let token: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'reset-races-'));
  emulator = await startEmulator({ dataDir });
  token = await emulator.tokens.access();
});

afterEach(async () => {
  await emulator.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Writes without pause: categories, and files; records every status. */
async function writeUntil(stopped: () => boolean, tenantId: string, statuses: Set<number>): Promise<void> {
  for (let n = 0; !stopped(); n++) {
    const response = await fetch(`${emulator.url}/erp/v1/categories`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'X-Tenant-ID': tenantId,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ Name: `Neu ${n} ${Math.random()}` }),
    });
    await response.arrayBuffer();
    statuses.add(response.status);
  }
}

async function control(path: string, body?: object): Promise<number> {
  const response = await fetch(`${emulator.url}/_emulator/v1/${path}`, {
    method: 'POST',
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

it.each([
  ['everything is reset', () => control('reset')],
  ['their tenant is reset', () => control('tenants/kaffee-kontor/reset')],
  [
    'a snapshot is taken and restored',
    async () => (await control('snapshots', { name: 'one' }), control('snapshots/one/restore')),
  ],
])('writes go through or are refused as documented while %s', async (_what, disturb) => {
  let stopped = false;
  const statuses = new Set<number>();
  const writers = [bergmann, kaffee, kaffee, kaffee].map((id) => writeUntil(() => stopped, id, statuses));
  const disturbed = new Set<number>();
  for (let n = 0; n < 12; n++) disturbed.add(await disturb());
  stopped = true;
  await Promise.all(writers);
  expect([...disturbed].every((status) => status === 204 || status === 200)).toBe(true);
  expect([...statuses]).toEqual([201]);
});

it('keeps through a restart exactly what was acknowledged after the last reset', async () => {
  let stopped = false;
  const writers = [1, 2, 3].map(() => writeUntil(() => stopped, kaffee, new Set()));
  for (let n = 0; n < 5; n++) await control('reset');
  stopped = true;
  await Promise.all(writers);
  const names = async () => {
    const response = await fetch(`${emulator.url}/erp/v1/categories?pageSize=1000`, {
      headers: { Authorization: `Bearer ${await emulator.tokens.access()}`, 'X-Tenant-ID': kaffee },
    });
    return JSON.stringify(await response.json());
  };
  const before = await names();
  await emulator.close();
  emulator = await startEmulator({ dataDir });
  expect(await names()).toBe(before);
});
