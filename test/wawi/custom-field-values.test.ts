import { beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { kaffeeKontorId, shopOfFile } from './sales-client.ts';

const shop = shopOfFile();
const { erp } = shop;

beforeAll(async () => {
  await shop.emulator.tenants.seed(kaffeeKontorId, {
    customField: [
      { id: 901, name: 'Röstgrad', groupName: 'Kaffee', dataType: 3, referenceType: 3 },
      { id: 902, name: 'Menge', groupName: 'Kaffee', dataType: 1, referenceType: 4 },
    ],
  });
});

describe('custom fields', () => {
  it.each([
    ['customers', 901, 'dunkel', 12],
    ['salesOrders', 902, 7, 'sieben'],
  ])('of %s are set, read, refused in another type and cleared', async (owner, field, value, wrong) => {
    const path = `/${owner}/1/customfields`;
    expect((await erp(`PATCH ${path}/${field}`, { Value: value })).status).toBe(204);
    expect((await erp(`GET ${path}`)).json).toEqual([{ CustomFieldId: field, Value: value }]);
    expect((await erp(`PATCH ${path}/${field}`, { Value: wrong })).status).toBe(400);
    expect((await erp(`GET ${path}`)).json).toEqual([{ CustomFieldId: field, Value: value }]);
    expect((await erp(`DELETE ${path}/${field}`)).status).toBe(204);
    expect((await erp(`DELETE ${path}/${field}`)).status).toBe(404);
  });

  it('of another kind of entity are 404', async () => {
    expect((await erp('PATCH /customers/1/customfields/902', { Value: 1 })).status).toBe(404);
    const key = packKey('EigenesFeldKey', 901);
    const order = packKey('VerkaufAuftragKey', 1);
    const refused = await erp(`PATCH /sales-orders/${order}/custom-fields/${key}`, { value: 'x' }, 'v2');
    expect(refused.status).toBe(404);
  });

  it('are listed by the kind of entity they are for', async () => {
    const fields = await erp<{ CustomFieldId: number }[]>('GET /customers/customfields');
    const ids = fields.json.map((one) => one.CustomFieldId);
    expect(ids).toContain(901);
    expect(ids).not.toContain(902);
  });
});
