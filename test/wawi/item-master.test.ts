import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { type Reply, shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile({ erpVersion: '2.0' });

function v2<T = Record<string, unknown>>(operation: string, body?: unknown): Promise<Reply<T>> {
  return erp<T>(operation, body, 'v2');
}

const platform = packKey('PlattformKey', 1);

interface MasterRecord {
  create: string;
  list?: string;
  /** The path of one record, by the id of the answer. */
  at: (id: string) => string;
  body: Record<string, unknown>;
  change: Record<string, unknown>;
  /** Field that is refused when empty. */
  named?: string;
  id?: string;
}

const translations = [{ languageIso: 'DE', name: 'Sack' }];

/** Master data of v2 that is created, read, changed and deleted all alike. */
const records: Readonly<Record<string, MasterRecord>> = {
  manufacturers: {
    create: '/manufacturers',
    list: '/manufacturers',
    at: (id) => `/manufacturers/${id}`,
    body: {
      name: 'Röster Nord',
      homepageUrl: 'https://example.com',
      manufacturerLanguages: [{ languageId: packKey('SpracheKey', 1), metaTitle: 'Röster' }],
      contact: { companyName: 'Röster Nord GmbH', eMailAddress: 'post@example.com' },
    },
    change: { position: 3, contact: { city: 'Kiel' } },
    named: 'name',
  },
  labels: {
    create: '/labels',
    at: (id) => `/labels/${id}`,
    body: { type: 1, name: 'Neu', colorCode: '#00ff00' },
    change: { colorCode: '#0000ff' },
    named: 'name',
  },
  'custom fields': {
    create: '/custom-fields',
    at: (id) => `/custom-fields/by-id/${id}`,
    body: {
      name: 'Sorte',
      groupName: 'Rösterei',
      dataType: 5,
      displayLocation: 1,
      referenceType: 0,
      possibleValues: ['A', 'B'],
    },
    change: { description: 'Welche Sorte' },
    named: 'name',
    id: 'customFieldId',
  },
  'sales units': {
    create: '/units-of-measure/sales-units',
    at: (id) => `/units-of-measure/sales-units/${intOf(id)}`,
    body: { translations },
    change: { translations: [...translations, { languageIso: 'EN', name: 'bag' }] },
  },
  'units of measurement': {
    create: '/units-of-measure/units-of-measurement',
    at: (id) => `/units-of-measure/units-of-measurement/${intOf(id)}`,
    body: { displayCode: 'lb', translations },
    change: { displayCode: 'lbs', translations },
    named: 'displayCode',
  },
};

/** The contract addresses units by integer, while their answers carry keys. */
function intOf(key: string): number {
  return Number.parseInt(key.slice(28, 30), 16);
}

describe.each(Object.entries(records))('%s', (_name, record) => {
  it('live from create over read and change to delete, after which they are 404', async () => {
    const created = await v2(`POST ${record.create}`, record.body);
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject(record.body);
    const id = String(created.json[record.id ?? 'id']);
    const read = record.at(id);
    expect((await v2(`GET ${read}`)).json).toEqual(created.json);

    const path = read.replace('/by-id', '');
    expect((await v2(`PATCH ${path}`, record.change)).status).toBeLessThan(300);
    expect((await v2(`GET ${read}`)).json).toMatchObject({ ...created.json, ...record.change });
    if (record.named) {
      const refused = await v2(`POST ${record.create}`, { ...record.body, [record.named]: '' });
      expect([refused.status, refused.reason]).toEqual([400, expect.stringContaining(record.named)]);
    }
    expect((await v2(`DELETE ${path}`)).status).toBe(204);
    expect((await v2(`GET ${read}`)).status).toBe(404);
    expect((await v2(`DELETE ${path}`)).status).toBe(404);
  });
});

describe('categories', () => {
  const named = (itemName: string, more: object = {}) => ({
    descriptions: {
      defaultDescriptions: [{ platformId: platform, languageId: 'DE', descriptionData: { itemName } }],
    },
    ...more,
  });

  it('show in v1 what v2 has written, and the other way round', async () => {
    const created = await v2<{ id: string }>(
      'POST /categories',
      named('Tee', {
        shops: { values: [{ shopId: '2-2-1' }] },
        discounts: {
          values: [{ shopId: '2-2-1', customerGroupId: packKey('KundenGruppeKey', 2), discount: 5 }],
        },
      }),
    );
    expect(created.status).toBe(201);
    const list = await erp<{
      Items: { Id: number; Name: string; Level: number; ActiveSalesChannels: string[] }[];
    }>('GET /categories');
    const [tea] = list.json.Items.filter((one) => one.Name === 'Tee');
    expect(tea).toMatchObject({ Level: 1, ActiveSalesChannels: ['2-2-1'] });
    await erp(`PATCH /categories/${tea?.Id ?? 0}`, { Name: 'Tees', ParentCategoryId: 1 });
    const details = await v2(`GET /category/${created.json.id}`);
    expect(details.json).toMatchObject({
      parentId: packKey('KategorieKey', 1),
      descriptions: [{ name: 'Tees', languageId: packKey('SpracheKey', 1), platformId: platform }],
    });
  });

  it('go with their children moved elsewhere, and stay while items or children need them', async () => {
    const id = async (itemName: string, more: object = {}): Promise<string> =>
      (await v2<{ id: string }>('POST /categories', named(itemName, more))).json.id;
    const parent = await id('Alt');
    const child = await id('Kind', { parentId: parent });
    const target = await id('Ziel');
    expect((await v2(`DELETE /categories/${parent}`)).status).toBe(409);
    expect((await v2(`DELETE /categories/${parent}`, { childCategoryDestination: child })).status).toBe(400);
    expect((await v2(`DELETE /categories/${parent}`, { childCategoryDestination: target })).status).toBe(204);
    expect((await v2(`GET /category/${child}`)).json['parentId']).toBe(target);
    expect((await v2(`DELETE /categories/${packKey('KategorieKey', 3)}`)).status).toBe(409);
  });

  it('cannot lie below themselves', async () => {
    const refused = await erp('PATCH /categories/1', { ParentCategoryId: 2 });
    expect([refused.status, refused.reason]).toEqual([400, expect.stringContaining('ParentCategoryId')]);
  });

  it('take in items, once each', async () => {
    expect((await erp('POST /categories/3/items', [1, 2, 1])).json).toEqual([1, 2, 1]);
    expect((await erp('POST /categories/3/items', [1])).status).toBe(201);
    const item = await erp<{ Categories: unknown[] }>('GET /items/1');
    expect(item.json.Categories).toEqual([
      { CategoryId: 1, Name: 'Kaffee' },
      { CategoryId: 3, Name: 'Zubehör' },
    ]);
    expect((await erp('POST /categories/3/items', [4711])).status).toBe(404);
  });

  it('do the same by commands', async () => {
    const created = await v2<{ categoryId: string }>('POST /create-category', { name: 'Befehl' });
    expect(created.status).toBe(201);
    const { categoryId: id } = created.json;
    expect((await v2('PATCH /update-category', { id, name: 'Neu', sortNumber: 9 })).status).toBe(200);
    expect((await v2(`GET /category/${id}`)).json).toMatchObject({
      sortNumber: 9,
      descriptions: [{ name: 'Neu' }],
    });
    expect((await v2('DELETE /delete-category', { id })).status).toBe(200);
    expect((await v2(`GET /category/${id}`)).status).toBe(404);
  });
});

describe('the records that items refer to', () => {
  it('stays while an item needs it', async () => {
    const refused = await v2(`DELETE /manufacturers/${packKey('HerstellerKey', 1)}`);
    expect(refused.status).toBe(409);
    expect(refused.headers.get('x-emulator-assumption')).toContain('delete-referenced-409');
    expect((await v2(`GET /manufacturers/${packKey('HerstellerKey', 1)}`)).status).toBe(200);
  });

  it('has groups of custom fields that can be renamed and deleted', async () => {
    const field = { name: 'Feld', dataType: 3, displayLocation: 0, referenceType: 1 };
    await v2('POST /custom-fields', { ...field, groupName: 'Grün' });
    expect((await v2('PATCH /custom-fields/groups/gr%C3%BCn/Category', 'Blau')).status).toBe(204);
    const groups = await v2<{ groupName: string }[]>('GET /custom-fields/groups?referenceType=1');
    expect(groups.json.map((group) => group.groupName)).toEqual(['Blau']);
    expect((await v2<unknown[]>('GET /custom-fields/by-reference-type/1?groupName=blau')).json).toHaveLength(
      1,
    );
    expect((await v2('DELETE /custom-fields/groups/Blau/1')).status).toBe(204);
    expect((await v2('DELETE /custom-fields/groups/Blau/1')).status).toBe(404);
  });

  it('keeps product groups and shipping classes apart by name', async () => {
    const created = await v2<{ id: string }>('POST /product-groups', { name: 'Kaffee' });
    expect(created.status).toBe(201);
    expect((await v2('POST /productgroup/create', { name: 'kaffee' })).status).toBe(409);
    const { id } = created.json;
    expect((await v2(`PATCH /product-groups/${id}`, { id, name: 'Bohnen' })).json).toEqual({
      id,
      name: 'Bohnen',
    });
    expect((await erp<unknown[]>('GET /productGroups')).json).toEqual([{ Id: intOf(id), Name: 'Bohnen' }]);
    expect((await v2(`DELETE /product-groups/${id}`)).status).toBe(204);
    const shippingClass = await v2('POST /shippingclass/create', { name: 'Kühlware' });
    expect((await erp<unknown[]>('GET /shippingClasses')).json).toContainEqual({
      Id: intOf(String(shippingClass.json['id'])),
      Name: 'Kühlware',
    });
  });
});
