import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';

const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jtl-emulator-state-'));
  await using emulator = await startEmulator({ dataDir });
  await emulator.tenants.update('kaffee-kontor', { name: 'Kept' });
  await emulator.apps.install('hello-world', 'kaffee-kontor');
  await emulator.apps.renewSecret('hello-world');
  await emulator.tokens.session();
  await emulator.tenants.seed('kaffee-kontor', { item: [{ sku: 'KEPT' }] });
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('a kept document', () => {
  it.each([
    ['platform/tenants.json', '{"a":1}', '$ must be a list'],
    ['platform/installations.json', '[null]', '$[0] must be an object'],
    ['platform/apps.json', '[{"id":5}]', '$[0].clientId missing; must be a text'],
    ['platform/keys.json', '{}', '$.rings missing; must be an object'],
    ['platform/tokens.json', '{"revoked":[]}', '$.revoked must be an object'],
  ])('%s that holds %s is refused by name', async (document, content, violation) => {
    const file = join(dataDir, 'state', document);
    await writeFile(file, content);
    await expect(startEmulator({ dataDir })).rejects.toThrow(`${file} cannot be read (${violation})`);
  });

  it('may end in what an editor adds', async () => {
    await appendFile(join(dataDir, 'state/platform/tenants.json'), '\n \r\n');
    await using emulator = await startEmulator({ dataDir });
    expect(emulator.tenants.get('kaffee-kontor').name).toBe('Kept');
  });

  it.each(['[{"id":"1"}]', '[oops]'])(
    'of a tenant with %s is named at the first request for it',
    async (content) => {
      const file = join(dataDir, 'state/tenants', kaffee, 'item.json');
      await writeFile(file, content);
      await using emulator = await startEmulator({ dataDir });
      const headers = { Authorization: `Bearer ${await emulator.tokens.access()}`, 'X-Tenant-ID': kaffee };
      const rest = await fetch(`${emulator.url}/erp/v1/items`, { headers });
      expect([rest.status, rest.headers.get('x-emulator-reason')]).toEqual([
        500,
        expect.stringContaining(`${file} cannot be read`),
      ]);
      const control = await fetch(`${emulator.url}/_emulator/v1/tenants/kaffee-kontor/data`);
      expect(await control.text()).toContain('item.json cannot be read');
    },
  );
});
