import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl-start-apps-'));
  file = join(folder, 'app.json');
  const manifest = {
    technicalName: 'stock-lens',
    version: '1.0.0',
    lifecycle: { configurationUrl: 'http://localhost:4100/setup' },
    capabilities: { erp: { api: { scopes: ['items.read'] } } },
  };
  await writeFile(file, JSON.stringify(manifest));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the apps that an emulator was started with', () => {
  it('are there again after a reset, with their credentials and as they were installed', async () => {
    await using emulator = await startEmulator({ app: file, setup: 'pending' });
    const before = emulator.env('stock-lens');
    await emulator.apps.install('stock-lens', 'bergmann-outdoor');
    await emulator.apps.install('stock-lens', 'kaffee-kontor');
    await emulator.reset();
    expect(emulator.env('stock-lens')).toEqual(before);
    const answer = await fetch(`${emulator.url}/_emulator/v1/apps/stock-lens/installations`);
    expect(await answer.json()).toMatchObject({
      items: [{ status: 'SETUP_PENDING', tenantId: before['JTL_TENANT_ID'] }],
    });
  });

  it('are there again when they were deleted, and the apps of others are not', async () => {
    await using emulator = await startEmulator({ app: file });
    const { appId } = await emulator.apps.register({
      manifest: { technicalName: 'later', version: '1.0.0', capabilities: {} },
    });
    await emulator.apps.delete('stock-lens');
    await emulator.reset();
    const ids = emulator.apps.list().map((app) => app.slug);
    expect(ids).toContain('stock-lens');
    expect(emulator.apps.list().map((app) => app.appId)).not.toContain(appId);
  });
});
