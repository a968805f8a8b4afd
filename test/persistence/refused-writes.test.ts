import { chmod, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator, type RunningEmulator } from '../../src/server/emulator.ts';

let folder: string;
let emulator: RunningEmulator;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl-refused-writes-'));
  await chmod(folder, 0o755);
  emulator = await createEmulator({ dataDir: folder });
  await call('POST', 'tenants/neuland/seed', { entities: { item: [{ sku: 'KEPT' }] } });
  await call('POST', 'snapshots', { name: 'before' });
  await call('PATCH', 'tenants/neuland', { name: 'Kept' });
  await call('POST', 'apps', { manifest: { technicalName: 'kept', version: '1.0.0' } });
});
afterEach(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  text: string;
}

async function call(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${emulator.url}/_emulator/v1/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

/** The directory, and the data of one tenant. */
async function everything(): Promise<string> {
  const lists = await Promise.all(
    ['tenants', 'apps', 'users', 'tenants/neuland/data'].map((path) => call('GET', path)),
  );
  return lists.map(({ text }) => text).join();
}

/** Permissions do not bind root: the emulator goes on as a user whom nothing belongs to. */
async function withoutRights(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  const folders = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const allow = async (mode: number): Promise<void> => {
    for (const one of [folder, ...folders]) await chmod(one, mode);
  };
  await allow(0o555);
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    await allow(0o755);
  }
}

const changes: [string, string, object?][] = [
  ['POST', 'tenants', { slug: 'later' }],
  ['PATCH', 'tenants/neuland', { name: 'Changed' }],
  ['DELETE', 'tenants/neuland'],
  ['POST', 'apps', { manifest: { technicalName: 'later', version: '1.0.0' } }],
  ['PUT', 'apps/kept', { technicalName: 'kept', version: '2.0.0' }],
  ['DELETE', 'apps/kept'],
  ['POST', 'apps/kept/secret'],
  ['POST', 'apps/kept/installations', { tenantId: 'neuland' }],
  ['DELETE', 'apps/hello-world/installations/kaffee-kontor'],
  ['POST', 'tenants/neuland/seed', { entities: { item: [{ sku: 'LATER' }] } }],
  ['POST', 'tenants/neuland/reset'],
  ['POST', 'reset'],
  ['POST', 'snapshots/before/restore'],
  ['PUT', 'fixtures', { platform: { extends: 'shipped' } }],
];

describe.runIf(process.platform !== 'win32')('a change that the disk refuses', () => {
  it.each(changes)(
    '(%s %s) changes nothing, in memory or on disk, and names the folder',
    async (method, path, body) => {
      const before = await everything();
      let answer: Answer | undefined;
      await withoutRights(async () => {
        answer = await call(method, path, body);
      });
      expect(answer?.status).toBe(500);
      expect(answer?.text).toContain(`state folder ${folder} is not readable and writable`);
      expect(answer?.text).toContain('EACCES');
      expect(await everything()).toBe(before);
      await emulator.close();
      emulator = await createEmulator({ dataDir: folder });
      expect(await everything()).toBe(before);
      expect((await call(method, path, body)).status).toBeLessThan(300);
    },
  );
});

describe.runIf(existsSync('/dev/full'))('a change for which the disk is full', () => {
  it('changes nothing, and names ENOSPC and the folder', async () => {
    const before = await everything();
    // Where documents are written before they are renamed.
    const temporary = join(folder, 'state/platform/.apps.json.tmp');
    await symlink('/dev/full', temporary);
    const { status, text } = await call('POST', 'apps', {
      manifest: { technicalName: 'later', version: '1.0.0' },
    });
    expect([status, text]).toEqual([
      500,
      expect.stringContaining(`state folder ${folder} is on a full disk`),
    ]);
    expect(text).toContain('ENOSPC');
    expect(await everything()).toBe(before);
    await rm(temporary);
  });
});

describe('a whole change that fails half-way', () => {
  it('puts back what it had moved', async () => {
    const before = await everything();
    // A file where a folder must be: found only when the first files are in their places.
    await writeFile(join(folder, 'files'), '');
    const { store } = emulator.platform;
    const blobs = new Map([['tenants/a/files/1', new Uint8Array([1])]]);
    const change = { clear: ['tenants/'], save: { 'platform/apps': [], 'platform/users': [] }, blobs };
    await expect(store.commit(change)).rejects.toThrow(folder);
    await rm(join(folder, 'files'));
    await emulator.close();
    emulator = await createEmulator({ dataDir: folder });
    expect(await everything()).toBe(before);
  });
});
