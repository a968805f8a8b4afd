import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { shopOfFile } from './sales-client.ts';

const shop = shopOfFile({ erpVersion: '2.0' });
const { erp } = shop;

const itemKey = (id: number): string => packKey('ArtikelKey', id);

interface Item {
  Id: number;
  SKU: string;
  Name: string;
  Changed: string;
  [field: string]: unknown;
}

const category = { Categories: [{ CategoryId: 1 }] };

async function newItem(fields: object = {}): Promise<Item> {
  const created = await erp<Item>('POST /items', { Name: 'Röstung Ä', ...category, ...fields });
  expect(created.status).toBe(201);
  return created.json;
}

describe('items', () => {
  it('take their sales channels as a list or as one text with commas, and tell zero and no date where v1 leaves none out', async () => {
    const item = await newItem({
      ActiveSalesChannels: ['1-1-1', '2-2-1'],
      ReleasedOnDate: '0001-01-01T00:00:00+00:00',
    });
    expect(item).toMatchObject({
      ActiveSalesChannels: ['1-1-1', '2-2-1'],
      ParentItemId: 0,
      ReleasedOnDate: '0001-01-01T00:00:00+00:00',
    });
    const released = { ReleasedOnDate: '2026-03-01T00:00:00+00:00' };
    expect((await erp<Item>(`PATCH /items/${item.Id}`, released)).json).toMatchObject({
      ReleasedOnDate: '2026-03-01T00:00:00.0000000+00:00',
    });
  });

  it('show in both versions what either has written', async () => {
    const item = await newItem({
      SKU: 'KK-9001',
      Identifiers: { Gtin: '4012345678901', Asins: ['B000', 'B001'] },
      ItemPriceData: { SalesPriceNet: 9.99 },
      Weights: { ItemWeigth: 0.25 },
      ActiveSalesChannels: '1-1-1, 2-2-1',
    });
    expect(item).toMatchObject({
      SKU: 'KK-9001',
      Identifiers: { Gtin: '4012345678901', Asins: ['B000', 'B001'] },
      ItemPriceData: { SalesPriceNet: 9.99, PurchasePriceNet: 0 },
      Weights: { ItemWeigth: 0.25, ShippingWeight: 0 },
      ActiveSalesChannels: ['1-1-1', '2-2-1'],
      Categories: [{ CategoryId: 1, Name: 'Kaffee' }],
    });

    const key = itemKey(item.Id);
    const details = await erp<Record<string, unknown>>(`GET /items/${key}`, undefined, 'v2');
    expect(details.json).toMatchObject({
      id: key,
      identifiers: { sku: 'KK-9001', gtin: '4012345678901', defaultAsin: 'B000' },
      prices: { salesPriceNet: 9.99 },
      measurements: { weight: 0.25 },
      descriptions: {
        defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Röstung Ä' } }],
      },
    });

    const patched = await erp(`PATCH /items/${key}/identifiers`, { taric: '0901', uPC: '123' }, 'v2');
    expect([patched.status, patched.json]).toEqual([201, { itemId: key }]);
    const after = await erp<Item>(`GET /items/${item.Id}`);
    expect(after.json).toMatchObject({ Taric: '0901', Identifiers: { UPC: '123', Gtin: '4012345678901' } });
  });

  it('keep what a PATCH leaves out, lose what it sends as null, and fall back to fresh values', async () => {
    const item = await newItem({ Annotation: 'x', ManufacturerId: 1, ItemPriceData: { SalesPriceNet: 5 } });
    const patched = await erp<Item>(`PATCH /items/${item.Id}`, {
      Annotation: null,
      ItemPriceData: { SalesPriceNet: null, EbayPrice: 7 },
    });
    expect(patched.status).toBe(201);
    expect(patched.json).not.toHaveProperty('Annotation');
    expect(patched.json['ManufacturerId']).toBe(1);
    expect(patched.json['ItemPriceData']).toMatchObject({ SalesPriceNet: 0, EbayPrice: 7 });
  });

  it('get the next free number when they come without one', async () => {
    const [first, second] = [await newItem(), await newItem()];
    expect(first.SKU).not.toBe('');
    expect(second.SKU).not.toBe(first.SKU);
  });

  it.each([
    ['a SKU that is taken', { Name: 'x', ...category, SKU: 'kk-1001' }, 409, 'SKU'],
    ['an empty name', { Name: ' ', ...category }, 400, 'Name'],
    [
      'a manufacturer that is not there',
      { Name: 'x', ...category, ManufacturerId: 99 },
      400,
      'ManufacturerId',
    ],
    [
      'a sales channel that is not there',
      { Name: 'x', ...category, ActiveSalesChannels: '9-9-9' },
      400,
      '9-9-9',
    ],
    ['no name at all', category, 400, 'Name'],
  ])('are refused with %s, and nothing changes', async (_what, body, status, named) => {
    const before = (await erp<{ TotalItems: number }>('GET /items?pageSize=1')).json.TotalItems;
    const refused = await erp('POST /items', body);
    expect(refused.status).toBe(status);
    expect(refused.reason).toContain(named);
    expect((await erp<{ TotalItems: number }>('GET /items?pageSize=1')).json.TotalItems).toBe(before);
  });

  it('merge attribute values by attribute, channel and language', async () => {
    const item = await newItem();
    const attribute = await erp<{ id: string }>(
      'POST /attributes/attribute',
      {
        groupName: 'Kaffee',
        names: { names: [{ languageIso: 'DE', name: 'Röstgrad' }] },
        relationType: 0,
        fieldType: 12,
      },
      'v2',
    );
    const attributeId = attribute.json.id;
    const path = `/items/${itemKey(item.Id)}/attributes`;
    const patch = async (value: object): Promise<void> => {
      expect((await erp(`PATCH ${path}`, { attributes: [{ attributeId, ...value }] }, 'v2')).status).toBe(
        201,
      );
    };
    await patch({
      defaultValues: [
        { languageId: 'DE', value: 'hell' },
        { languageId: 'EN', value: 'light' },
      ],
    });
    await patch({
      defaultValues: [{ languageId: 'DE', value: 'dunkel' }],
      salesChannelValues: [{ salesChannelId: '2-2-1', values: [{ languageId: 'DE', value: 'kräftig' }] }],
    });
    expect((await erp(`GET ${path}`, undefined, 'v2')).json).toEqual({
      attributes: [
        {
          attributeId,
          defaultValues: [
            { languageId: 'DE', value: 'dunkel' },
            { languageId: 'EN', value: 'light' },
          ],
          salesChannelValues: [{ salesChannelId: '2-2-1', values: [{ languageId: 'DE', value: 'kräftig' }] }],
        },
      ],
    });
    // An attribute that an item carries cannot go.
    expect((await erp(`DELETE /attributes/${attributeId}`, undefined, 'v2')).status).toBe(409);
  });

  it('replace every other list of a PATCH whole', async () => {
    const item = await newItem({ Categories: [{ CategoryId: 1 }, { CategoryId: 2 }] });
    const path = `/items/${itemKey(item.Id)}/categories`;
    await erp(`PATCH ${path}`, { categories: [{ categoryId: packKey('KategorieKey', 3) }] }, 'v2');
    expect((await erp<Item>(`GET /items/${item.Id}`)).json['Categories']).toEqual([
      { CategoryId: 3, Name: 'Zubehör' },
    ]);
  });

  it('name a child by the values it stands for, in both versions', async () => {
    const parent = await newItem({ Name: 'Kanne' });
    const child = await newItem({ Name: 'Kanne blau' });
    const variation = await erp<{ Id: number }>(`POST /items/${parent.Id}/variations`, {
      Name: 'Farbe',
      Type: 2,
    });
    const values = `/items/${parent.Id}/variations/${variation.json.Id}/values`;
    const blue = await erp<{ Id: number }>(`POST ${values}`, { Name: 'blau' });
    expect((await erp(`POST /items/${parent.Id}/children/${child.Id}`, [blue.json.Id])).status).toBe(204);

    expect((await erp<Item>(`GET /items/${parent.Id}`)).json['ChildItems']).toEqual([child.Id]);
    expect((await erp<Item>(`GET /items/${child.Id}`)).json['ParentItemId']).toBe(parent.Id);
    const listed = await erp<{ Items: Item[] }>(`GET /items?parentItemId=${parent.Id}`);
    expect(listed.json.Items.map((one) => one.Id)).toEqual([child.Id]);
    const inV2 = await erp(`GET /items/${itemKey(parent.Id)}/variations`, undefined, 'v2');
    expect(inV2.json).toMatchObject({
      variations: [{ variationType: 3, descriptions: [{ languageId: 'DE', name: 'Farbe' }] }],
      variationKombinations: [
        { itemId: itemKey(child.Id), variations: [packKey('VariationWertKey', blue.json.Id)] },
      ],
    });
    const green = await erp<{ Id: number }>(`POST ${values}`, { Name: 'grün' });
    const second = await newItem({ Name: 'Kanne grün' });
    const assigned = `POST /items/${itemKey(parent.Id)}/children/${itemKey(second.Id)}`;
    expect((await erp(assigned, [green.json.Id], 'v2')).status).toBe(204);
    expect((await erp<Item>(`GET /items/${second.Id}`)).json['ParentItemId']).toBe(parent.Id);
    const wrong = await erp(`POST /items/${parent.Id}/children/${child.Id}`, [4711]);
    expect([wrong.status, wrong.reason]).toEqual([400, expect.stringContaining('4711')]);
  });

  it('are found by every filter of the list', async () => {
    const item = await newItem({
      SKU: 'FIND-1',
      SearchTerms: 'Sumatra',
      ManufacturerId: 2,
      ActiveSalesChannels: '2-1-1',
    });
    const ids = async (query: string): Promise<number[]> =>
      (await erp<{ Items: Item[] }>(`GET /items?${query}&pageSize=1000`)).json.Items.map((one) => one.Id);
    expect(await ids('searchKeyWord=sumatra')).toEqual([item.Id]);
    expect(await ids('searchKeyWord=find-1')).toEqual([item.Id]);
    expect(await ids('manufacturerId=2')).toContain(item.Id);
    expect(await ids('categoryId=1')).toContain(item.Id);
    expect(await ids('isActiveOnSalesChannelId=2-1-1')).toContain(item.Id);
    expect(await ids(`changedSince=${item.Changed}`)).toContain(item.Id);
    expect(await ids('changedSince=2100-01-01')).toEqual([]);
    expect(await ids('manufacturerId=1')).not.toContain(item.Id);
  });

  it('refuse a body that names another item than the path', async () => {
    const [one, other] = [await newItem(), await newItem()];
    const answer = await erp(`PATCH /items/${itemKey(one.Id)}`, { id: itemKey(other.Id) }, 'v2');
    expect(answer.status).toBe(400);
  });

  it('start workflows that the outbox shows, unless the request forbids it', async () => {
    const before = (await outbox()).length;
    const item = await newItem();
    await erp(`PATCH /items/${item.Id}?disableAutomaticWorkflows=true`, { Annotation: 'still' });
    expect((await outbox()).length).toBe(before + 1);
    expect((await erp(`POST /items/${item.Id}/workflow/3`)).status).toBe(204);
    expect((await outbox()).length).toBe(before + 2);
  });

  it.each([
    [true, 2],
    [false, 0],
  ])('start workflows as duplicates when executeWorkflows is %s: %i', async (executeWorkflows, started) => {
    const { Id } = await newItem();
    const before = (await outbox()).length;
    const names = executeWorkflows ? ['D-1', 'D-2'] : ['D-3', 'D-4'];
    const body = {
      itemKey: itemKey(Id),
      executeWorkflows,
      newItems: names.map((itemNumber, n) => ({
        referenceNumber: n + 1,
        itemNumber,
        itemName: 'Kopie',
        isInventoryLeading: false,
      })),
    };
    expect((await erp('POST /items/duplicate-item', body, 'v2')).status).toBe(200);
    expect((await outbox()).length - before).toBe(started);
  });
});

async function outbox(): Promise<unknown[]> {
  const answer = await fetch(`${shop.emulator.url}/_emulator/v1/outbox?tenant=kaffee-kontor`);
  return ((await answer.json()) as { items: unknown[] }).items;
}

describe('variations in v2', () => {
  it('are added under key 0, changed under their own, and gone when the list leaves them out', async () => {
    const item = await newItem();
    const path = `/items/${itemKey(item.Id)}/variations`;
    const read = async () =>
      (await erp<{ variations: { variationId: string; values: object[] }[] }>(`GET ${path}`, undefined, 'v2'))
        .json.variations;
    const variation = {
      variationId: packKey('VariationKey', 0),
      variationType: 1,
      descriptions: [{ languageId: 'DE', name: 'Größe' }],
      values: [
        {
          variationValueId: packKey('VariationWertKey', 0),
          descriptions: [{ languageId: 'DE', name: 'klein' }],
        },
      ],
    };
    const added = await erp(`PATCH ${path}`, { variations: [variation] }, 'v2');
    expect(added.headers.get('x-emulator-assumption')).toContain('variation-key-zero');
    const [before] = await read();
    expect(before).toMatchObject({ variationType: 1, values: [{ descriptions: [{ name: 'klein' }] }] });

    const variationId = before?.variationId ?? '';
    await erp(`PATCH ${path}`, { variations: [{ variationId, variationType: 2 }] }, 'v2');
    expect(await read()).toEqual([{ ...before, variationType: 2 }]);

    const foreign = { variationId: packKey('VariationKey', 4711), variationType: 1 };
    expect((await erp(`PATCH ${path}`, { variations: [foreign] }, 'v2')).status).toBe(400);
    await erp(`PATCH ${path}`, { variations: [] }, 'v2');
    expect(await read()).toEqual([]);
  });

  it('go by a path of their own, values and all', async () => {
    const item = await newItem();
    const path = `/items/${itemKey(item.Id)}`;
    const { json: variation } = await erp<{ Id: number }>(`POST /items/${item.Id}/variations`, {
      Type: 3,
      Name: 'Farbe',
    });
    const { json: value } = await erp<{ Id: number }>(
      `POST /items/${item.Id}/variations/${variation.Id}/values`,
      { Name: 'Rot' },
    );
    const variationId = packKey('VariationKey', variation.Id);
    const variationValueId = packKey('VariationWertKey', value.Id);

    const withoutValue = await erp(`DELETE ${path}/variationvalues/${variationValueId}`, undefined, 'v2');
    expect(withoutValue.json).toEqual({ variationValueId });
    expect((await erp(`DELETE ${path}/variationvalues/${variationValueId}`, undefined, 'v2')).status).toBe(
      404,
    );
    const without = await erp(`DELETE ${path}/variations/${variationId}`, undefined, 'v2');
    expect(without.json).toEqual({ variationId });
    expect((await erp(`GET ${path}/variations`, undefined, 'v2')).json).toMatchObject({ variations: [] });
  });
});
