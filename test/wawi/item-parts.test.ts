import { beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { shopOfFile } from './sales-client.ts';

const shop = shopOfFile({ erpVersion: '2.0' });
const { erp } = shop;

beforeAll(async () => {
  await erp('POST /properties', { Name: 'Herkunft' });
  await erp('POST /properties/1/values', { Name: 'Äthiopien' });
});

interface Part {
  list: string;
  /** The path of the part once it is there. */
  at: (created: Record<string, unknown>) => string;
  create: object;
  /** The list's row of the part after its creation. */
  shows: object;
  change?: object;
  showsChanged?: object;
  /** The part is there already, and a second one is refused. */
  unique?: boolean;
}

/** Lists that hang on an item or category in v1: created, listed, changed and deleted all alike. */
const parts: Readonly<Record<string, Part>> = {
  'customer prices': {
    list: '/items/1/customerPrices',
    at: () => '/items/1/customerPrices/2/5',
    create: { CustomerId: 2, FromQuantity: 5, NetPrice: 6.1 },
    shows: { ItemId: 1, CustomerId: 2, FromQuantity: 5, NetPrice: 6.1, ReduceStandardPriceByPercent: 0 },
    change: { ReduceStandardPriceByPercent: 12.5 },
    showsChanged: { NetPrice: 6.1, ReduceStandardPriceByPercent: 12.5 },
    unique: true,
  },
  'sales channel prices': {
    list: '/items/1/salesChannelPrices',
    at: () => '/items/1/salesChannelPrices/2-2-1/2/10',
    create: { SalesChannelId: '2-2-1', CustomerGroupId: 2, FromQuantity: 10, NetPrice: 5.55 },
    shows: { ItemId: 1, SalesChannelId: '2-2-1', CustomerGroupId: 2, FromQuantity: 10, NetPrice: 5.55 },
    change: { NetPrice: 5.45 },
    showsChanged: { NetPrice: 5.45 },
    unique: true,
  },
  'descriptions of items': {
    list: '/items/1/descriptions',
    at: () => '/items/1/descriptions/2-2-1/en',
    create: { Name: 'House blend', LanguageIso: 'EN', SalesChannelId: '2-2-1', SeoPath: 'house-blend' },
    shows: {
      ItemId: 1,
      Name: 'House blend',
      LanguageIso: 'EN',
      SalesChannelId: '2-2-1',
      SeoPath: 'house-blend',
    },
    change: { Description: '<p>Mild</p>', SeoPath: null },
    showsChanged: { Name: 'House blend', Description: '<p>Mild</p>' },
    unique: true,
  },
  'descriptions of categories': {
    list: '/categories/1/descriptions',
    at: () => '/categories/1/descriptions/1-1-1/EN',
    create: { Name: 'Coffee', LanguageIso: 'EN', SalesChannelId: '1-1-1' },
    shows: { CategoryId: 1, Name: 'Coffee', LanguageIso: 'EN', SalesChannelId: '1-1-1' },
    change: { SeoTitleTag: 'Coffee!' },
    showsChanged: { Name: 'Coffee', SeoTitleTag: 'Coffee!' },
    unique: true,
  },
  variations: {
    list: '/items/1/variations',
    at: ({ Id }) => `/items/1/variations/${String(Id)}`,
    create: { Name: 'Mahlgrad', Type: 0, Translations: [{ LanguageIso: 'EN', Name: 'Grind' }] },
    shows: { ItemId: 1, Name: 'Mahlgrad', Type: 0, Translations: [{ LanguageIso: 'EN', Name: 'Grind' }] },
    change: { Name: 'Mahlung' },
    showsChanged: { Name: 'Mahlung', Type: 0 },
  },
  'property values of items': {
    list: '/items/1/properties',
    at: () => '/items/1/properties/1',
    create: { PropertyValueId: 1 },
    shows: { PropertyId: 1, PropertyValueId: 1 },
    unique: true,
  },
  'descriptions of property values': {
    list: '/properties/1/values/1/descriptions',
    at: () => '/properties/1/values/1/descriptions/en',
    create: { PropertyValueId: 1, Name: 'Ethiopia', LanguageIso: 'EN' },
    shows: { PropertyValueId: 1, Name: 'Ethiopia', LanguageIso: 'EN' },
    change: { SeoPath: 'ethiopia' },
    showsChanged: { Name: 'Ethiopia', SeoPath: 'ethiopia' },
    unique: true,
  },
  'values of properties': {
    list: '/properties/1/values',
    at: ({ Id }) => `/properties/1/values/${String(Id)}`,
    create: { Name: 'Kenia', Description: 'fruchtig' },
    shows: { Name: 'Kenia', Description: 'fruchtig' },
    change: { Description: null },
    showsChanged: { Name: 'Kenia' },
  },
};

async function listed(path: string): Promise<Record<string, unknown>[]> {
  const answer = await erp<Record<string, unknown>[] | { Properties: Record<string, unknown>[] }>(
    `GET ${path}`,
  );
  if (answer.status === 404) return [];
  return Array.isArray(answer.json) ? answer.json : answer.json.Properties;
}

describe.each(Object.entries(parts))('%s', (_name, part) => {
  it('live from create over change to delete, after which they are 404', async () => {
    const before = await listed(part.list);
    const created = await erp(`POST ${part.list}`, part.create);
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject(part.shows);
    const path = part.at(created.json);
    expect(await listed(part.list)).toEqual(expect.arrayContaining([expect.objectContaining(part.shows)]));

    if (part.unique) expect((await erp(`POST ${part.list}`, part.create)).status).toBe(409);
    if (part.change) {
      expect((await erp(`PATCH ${path}`, part.change)).status).toBe(204);
      expect(await listed(part.list)).toEqual(
        expect.arrayContaining([expect.objectContaining(part.showsChanged)]),
      );
    }
    expect((await erp(`DELETE ${path}`)).status).toBe(204);
    expect(await listed(part.list)).toEqual(before);
    expect((await erp(`DELETE ${path}`)).status).toBe(404);
    if (part.change) expect((await erp(`PATCH ${path}`, part.change)).status).toBe(404);
  });
});

describe('the parts of items', () => {
  it('has no sales channel prices as 404, as seen on a live system', async () => {
    expect((await erp('GET /items/12/salesChannelPrices')).status).toBe(404);
    expect((await erp('GET /items/12/customerPrices')).json).toEqual([]);
  });

  it('keeps the text in the default language, which names the item, and changes it', async () => {
    expect((await erp('DELETE /items/2/descriptions/1-1-1/DE')).status).toBe(409);
    expect((await erp('PATCH /items/2/descriptions/1-1-1/de', { Name: 'Hausmischung groß' })).status).toBe(
      204,
    );
    expect((await erp<{ Name: string }>('GET /items/2')).json.Name).toBe('Hausmischung groß');
  });

  it('makes the first supplier the default one, and another on request', async () => {
    const suppliers = [1, 2].map((n) => ({ id: n, name: `Lieferant ${n}` }));
    await shop.emulator.tenants.seed('kaffee-kontor', { supplier: suppliers });
    const add = (SupplierId: number, more: object = {}) =>
      erp('POST /items/3/suppliers', { SupplierId, ...more });
    expect((await add(1, { PurchasePriceNet: 2.5, AmountPackagingUnit: 12 })).json).toMatchObject({
      IsStandard: true,
      PackagingUnitPurchasePriceNet: 30,
    });
    expect((await add(2)).json).toMatchObject({ IsStandard: false });
    expect((await add(2)).status).toBe(409);
    expect((await add(77)).status).toBe(400);
    expect((await erp('PATCH /items/3/suppliers/2', { IsStandard: true, Stocklevel: 40 })).status).toBe(204);
    const inV2 = await erp(`GET /items/${packKey('ArtikelKey', 3)}/suppliers`, undefined, 'v2');
    expect(inV2.json).toMatchObject({
      defaultSupplier: packKey('LieferantKey', 2),
      suppliers: [
        { isDefaultSupplier: false, netPurchasePrice: 2.5, packageUnitPurchasePrice: 30 },
        { isDefaultSupplier: true, stockLevel: 40 },
      ],
    });
    expect((await erp('DELETE /items/3/suppliers/2')).status).toBe(204);
    expect(
      (await erp(`GET /items/${packKey('ArtikelKey', 3)}/suppliers`, undefined, 'v2')).json,
    ).toMatchObject({
      defaultSupplier: null,
    });
  });

  it('shows special prices and refuses groups that are not there', async () => {
    const specialPrice = { IsActive: true, CustomerGroupId: 1, NetPrice: 4.99, SalesChannelId: '1-1-1' };
    const body = { IsActive: true, StartDate: '2026-01-01T00:00:00Z', SpecialPrice: [specialPrice] };
    expect((await erp('PATCH /items/4/specialprices', body)).status).toBe(204);
    expect((await erp('GET /items/4/specialprices')).json).toMatchObject({
      ItemId: 4,
      IsActive: true,
      SpecialPrice: [specialPrice],
    });
    const wrong = { IsActive: true, SpecialPrice: [{ ...specialPrice, CustomerGroupId: 9 }] };
    expect((await erp('PATCH /items/4/specialprices', wrong)).status).toBe(400);
  });

  it('holds the values of custom fields that are meant for items', async () => {
    const field = await erp<{ customFieldId: string }>(
      'POST /custom-fields',
      { name: 'Charge', groupName: 'Rösterei', dataType: 12, displayLocation: 0, referenceType: 0 },
      'v2',
    );
    expect(field.status).toBe(201);
    const [{ CustomFieldId = 0 } = {}] = (await erp<{ CustomFieldId: number }[]>('GET /items/customfields'))
      .json;
    const path = `/items/5/customfields/${CustomFieldId}`;
    expect((await erp(`PATCH ${path}`, { Value: 'R-17' })).status).toBe(204);
    expect((await erp('GET /items/5/customfields')).json).toEqual([{ CustomFieldId, Value: 'R-17' }]);
    expect((await erp(`DELETE /custom-fields/${field.json.customFieldId}`, undefined, 'v2')).status).toBe(
      409,
    );
    expect((await erp(`DELETE ${path}`)).status).toBe(204);
    expect((await erp(`DELETE ${path}`)).status).toBe(404);
    expect((await erp('PATCH /items/5/customfields/999', { Value: 'x' })).status).toBe(404);
  });
});
