import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { startFromFlags } from '../../src/server/start.ts';

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

describe('a scope that the platform does not know', () => {
  let unknown: string;
  beforeAll(async () => {
    unknown = join(folder, 'unknown.json');
    const manifest = {
      technicalName: 'guessing',
      version: '1.0.0',
      lifecycle: { configurationUrl: 'http://localhost:4100/setup' },
      capabilities: { erp: { api: { scopes: ['items.read', 'nonsense.scope'] } } },
    };
    await writeFile(unknown, JSON.stringify(manifest));
  });

  it('is refused by name', async () => {
    await expect(startEmulator({ app: unknown })).rejects.toThrow('capabilities.erp.api.scopes[1]');
  });

  it('passes with --no-scopes, with a warning in log and answer', async () => {
    const logged: string[] = [];
    const keep = (_fields: object, message: string): void => void logged.push(message);
    const log = { info: keep, warn: keep, error: keep };
    const { emulator, apps } = await startFromFlags(
      { app: [{ file: unknown }], noScopes: true },
      { port: 0, log },
    );
    try {
      expect(apps[0]!.manifest.erp.scopes).toEqual(['items.read', 'nonsense.scope']);
      expect(logged).toEqual([expect.stringContaining("scopes[1] 'nonsense.scope' must be a scope")]);
      const response = await fetch(`${emulator.url}/_emulator/v1/apps/guessing`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: await readFile(unknown, 'utf8'),
      });
      const { warnings } = (await response.json()) as { warnings: { path: string }[] };
      expect(warnings.map(({ path }) => path)).toContain('$.capabilities.erp.api.scopes[1]');
    } finally {
      await emulator.close();
    }
  });
});

describe('a manifest whose slug is that of a fixture app', () => {
  let sample: string;
  beforeAll(async () => {
    sample = join(folder, 'hello-world.json');
    const manifest = {
      manifestVersion: '1.0.0',
      version: '1.0.0',
      name: { short: 'Hello World', full: 'Hello World' },
      lifecycle: { setupUrl: 'http://localhost:3000/setup' },
      capabilities: { erp: { api: { scopes: ['items.read'] } } },
    };
    await writeFile(sample, JSON.stringify(manifest));
  });

  const installationsOf = async (emulator: Emulator) => {
    const response = await fetch(`${emulator.url}/_emulator/v1/apps/hello-world/installations`);
    const { items } = (await response.json()) as {
      items: { tenantId: string; status: string; scopes: string[] }[];
    };
    return items;
  };

  it.each([
    ['pending', 'SETUP_PENDING'],
    ['complete', 'SETUP_COMPLETED'],
    ['done', 'SETUP_COMPLETED'],
  ])('is set up as the flag --setup %s says', async (setup, status) => {
    await using emulator = await startEmulator({ app: sample, setup: setup as 'pending' });
    const tenantId = emulator.env('hello-world')['JTL_TENANT_ID'];
    const found = (await installationsOf(emulator)).find((one) => one.tenantId === tenantId);
    expect(found?.status).toBe(status);
  });

  it('grants its scopes in every tenant, after a reset too', async () => {
    await using emulator = await startEmulator({ app: sample });
    const scopes = async () => (await installationsOf(emulator)).map((one) => one.scopes);
    const everywhere = [['items.read'], ['items.read'], ['items.read'], ['items.read']];
    expect(await scopes()).toEqual(everywhere);
    await emulator.reset();
    expect(await scopes()).toEqual(everywhere);
  });

  it('leaves a setup complete that was completed after the first contact', async () => {
    const dataDir = join(folder, 'state');
    const options = { app: sample, dataDir, setup: 'pending' } as const;
    await using first = await startEmulator(options);
    await first.apps.install('hello-world', 'bergmann-outdoor', 'complete');
    await first.close();
    await using second = await startEmulator(options);
    const statuses = (await installationsOf(second)).map((one) => one.status);
    expect(statuses.filter((one) => one === 'SETUP_COMPLETED')).toHaveLength(3);
  });
});

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
