import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { erpOf, type Erp } from './sales-client.ts';

let emulator: Emulator;
const tenants: Erp[] = [];

beforeAll(async () => {
  emulator = await startEmulator();
  for (const slug of ['links', 'rechts']) {
    const { id } = await emulator.tenants.create({ slug, template: 'kaffee-kontor' });
    await emulator.apps.install('hello-world', id, 'complete');
    tenants.push(await erpOf(emulator, id));
  }
});

afterAll(async () => {
  await emulator.close();
});

it('tenants made of one template never see what another has written, however alike their rows are', async () => {
  const names = ['Links', 'Rechts'];
  // The same number of writes in both, and the item itself untouched, so that both share its row.
  for (const [n, erp] of tenants.entries())
    expect((await erp('PATCH /categories/1', { Name: names[n] })).status).toBe(201);
  for (const [n, erp] of tenants.entries()) {
    const item = await erp<{ Categories: { Name: string }[] }>('GET /items/1');
    expect(item.json.Categories.map((category) => category.Name)).toEqual([names[n]]);
    const list = await erp<{ Items: { Categories: { Name: string }[] }[] }>('GET /items?pageSize=1');
    expect(list.json.Items[0]?.Categories[0]?.Name).toBe(names[n]);
    const details = await erp<{ items: unknown[] }>('GET /items?pageSize=1', undefined, 'v2');
    expect(details.json.items).toEqual([expect.objectContaining({ id: packKey('ArtikelKey', 1) })]);
  }
});
