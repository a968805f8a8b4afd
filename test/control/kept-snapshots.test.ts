import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator, type RunningEmulator } from '../../src/server/emulator.ts';

const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
let folder: string;
let emulator: RunningEmulator;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl-emulator-snapshots-'));
  emulator = await createEmulator({ dataDir: folder });
});

afterEach(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  await emulator.close();
  emulator = await createEmulator({ dataDir: folder });
}

async function control(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${emulator.url}/_emulator/v1/${path}`, {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  expect(response.ok).toBe(true);
  return response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>);
}

async function erp(method: string, path: string, body?: object): Promise<Response> {
  const { token } = await control('POST', 'tokens/access');
  return fetch(`${emulator.url}/erp/v1/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${String(token)}`,
      'X-Tenant-ID': kaffee,
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

const rename = (name: string) => erp('PATCH', 'items/1', { Name: name });
const nameNow = async () => ((await (await erp('GET', 'items?pageSize=1')).json()) as Named).Items[0]?.Name;
interface Named {
  Items: { Name: string }[];
}

const names = async () =>
  ((await control('GET', 'snapshots'))['items'] as { name: string; tenantId: string | null }[]).map(
    ({ name, tenantId }) => [name, tenantId],
  );

describe('snapshots of a kept state', () => {
  it('can be gone back to after a restart, of one tenant and of everything', async () => {
    await rename('Erstens');
    await control('POST', 'snapshots', { name: 'one', tenantId: 'kaffee-kontor' });
    await rename('Zweitens');
    await control('POST', 'snapshots', { name: 'all' });
    await control('POST', 'tenants', { slug: 'later' });
    await rename('Drittens');
    await restart();
    expect(await names()).toEqual([
      ['one', kaffee],
      ['all', null],
    ]);
    await control('POST', 'snapshots/one/restore');
    expect(await nameNow()).toBe('Erstens');
    await control('POST', 'snapshots/all/restore');
    expect(await nameNow()).toBe('Zweitens');
    expect((await control('GET', 'tenants'))['items']).toHaveLength(4);
    // The restored state is stored, too.
    await restart();
    expect(await nameNow()).toBe('Zweitens');
  });

  it('are replaced by name, and nothing is left of the old one', async () => {
    await control('POST', 'snapshots', { name: 'same', tenantId: 'kaffee-kontor' });
    await rename('Neu');
    await control('POST', 'snapshots', { name: 'same', tenantId: 'kaffee-kontor' });
    await restart();
    await rename('Noch neuer');
    await control('POST', 'snapshots/same/restore');
    expect(await nameNow()).toBe('Neu');
    expect(await readdir(join(folder, 'state', 'snapshots'))).toHaveLength(2);
  });

  it('can be deleted, and then nothing is left of them', async () => {
    await control('POST', 'snapshots', { name: 'kept', tenantId: 'kaffee-kontor' });
    await control('POST', 'snapshots', { name: 'not kept', tenantId: 'kaffee-kontor' });
    await control('DELETE', 'snapshots/not%20kept');
    await restart();
    expect(await names()).toEqual([['kept', kaffee]]);
    expect(await readdir(join(folder, 'state', 'snapshots'))).toHaveLength(2);
    const gone = await fetch(`${emulator.url}/_emulator/v1/snapshots/not%20kept`, { method: 'DELETE' });
    expect(gone.status).toBe(404);
    expect(await gone.json()).toMatchObject({ errors: [{ value: 'not kept' }] });
  });

  it('leave nothing behind when a process is killed while it takes one', async () => {
    await control('POST', 'snapshots', { name: 'kept', tenantId: 'kaffee-kontor' });
    await emulator.close();
    const left = join(folder, 'state', 'snapshots', 'half');
    await mkdir(join(left, kaffee), { recursive: true });
    await writeFile(join(left, kaffee, 'item.json'), '[]');
    await writeFile(join(folder, 'state', 'platform', '.apps.json.tmp'), '[');
    emulator = await createEmulator({ dataDir: folder });
    expect(await names()).toEqual([['kept', kaffee]]);
    expect(await readdir(join(folder, 'state', 'snapshots'))).toHaveLength(2);
    expect(await readdir(join(folder, 'state', 'platform'))).not.toContain('.apps.json.tmp');
  });

  it('take files away that came later', async () => {
    await rename('Erstens');
    await control('POST', 'snapshots', { name: 'before' });
    const { store } = emulator.platform;
    await store.saveBlob(`tenants/${kaffee}/files/99`, new Uint8Array([1]));
    await control('POST', 'snapshots/before/restore');
    expect(await store.loadBlob(`tenants/${kaffee}/files/99`)).toBeUndefined();
  });

  it('are all there when several are taken at once', async () => {
    const wanted = ['a', 'b', 'c', 'd'];
    await Promise.all(
      wanted.map((name) => control('POST', 'snapshots', { name, tenantId: 'kaffee-kontor' })),
    );
    await restart();
    expect((await names()).map(([name]) => name).sort()).toEqual(wanted);
  });
});
