import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { GraphqlClient } from './graphql-client.ts';

let client: GraphqlClient;
beforeAll(async () => {
  client = await GraphqlClient.start({ erpVersion: '2.3' });
});
afterAll(() => client.close());

const category = packKey('KategorieKey', 1);
const unknownTaxClass = packKey('SteuerklasseKey', 99999);

const minimal = {
  categories: { categories: [{ categoryId: category }] },
  identifiers: {},
  descriptions: {
    defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Regelprobe' } }],
  },
};
const stockManagement = {
  hasShelfLifeExpirationDate: false,
  hasBatch: false,
  serialNumberTrackingType: 'NONE',
  divisibilityType: 'NONE',
};

const commands: Record<string, object> = {
  CreateItem: minimal,
  CreateStockItem: { ...minimal, stockManagement },
  ChangeItem: { itemId: packKey('ArtikelKey', 4) },
};

async function send(name: string, request: object): ReturnType<GraphqlClient['send']> {
  const selection = name === 'ChangeItem' ? '{ item { id taxClassId } }' : '{ itemId }';
  return client.send(
    `mutation($request: ${name}CommandRequestInput!) { ${name}(request: $request) ${selection} }`,
    { request },
  );
}

async function taxClassOf(itemId: unknown): Promise<string> {
  const { GetItemById: item } = await client.data<{ GetItemById: { taxClassId: string } }>(
    `{ GetItemById(itemId: "${String(itemId)}") { taxClassId } }`,
  );
  return item.taxClassId;
}

describe('the tax class of a request for an item', () => {
  it.each(
    Object.keys(commands).flatMap((name) => [
      [name, 'an explicit null', null],
      [name, 'an unknown id', unknownTaxClass],
    ]),
  )('%s refuses %s as a validation error', async (name, _, taxClassId) => {
    const { errors } = await send(name!, { ...commands[name!], taxClassId });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_ERROR',
      validationErrors: { 'request.taxClassId': expect.any(String) as string },
    });
  });

  it.each(['CreateItem', 'CreateStockItem'])(
    '%s takes the standard one when it is left out',
    async (name) => {
      const { data } = await send(name, commands[name]!);
      const { itemId } = data![name] as { itemId: string };
      const { QueryTaxClasses: standard } = await client.data<{
        QueryTaxClasses: { nodes: { id: string }[] };
      }>('{ QueryTaxClasses(where: {isStandard: {eq: true}}) { nodes { id } } }');
      expect(await taxClassOf(itemId)).toBe(standard.nodes[0]!.id);
    },
  );

  it('is kept by ChangeItem when it is left out', async () => {
    const { itemId } = commands['ChangeItem'] as { itemId: string };
    const before = await taxClassOf(itemId);
    await send('ChangeItem', { itemId, notes: 'geprüft' });
    expect(await taxClassOf(itemId)).toBe(before);
  });
});

interface Rows {
  nodes: { id: string }[];
  totalCount: number;
}

describe('items of a category', () => {
  const items = async (categoryId: string, subcategories?: boolean): Promise<string[]> => {
    const all = subcategories === undefined ? '' : `, includeSubcategories: ${subcategories}`;
    const { QueryItemsByCategoryId: found } = await client.data<Record<string, Rows>>(
      `{ QueryItemsByCategoryId(categoryId: "${categoryId}"${all}, first: 100) { nodes { id } } }`,
    );
    return found!.nodes.map(({ id }) => id);
  };
  const create = async (name: string, request: object): Promise<string> => {
    const answer = await client.data<Record<string, Record<string, string>>>(
      `mutation($request: ${name}CommandRequestInput!) { ${name}(request: $request) { ${name === 'CreateItem' ? 'itemId' : 'categoryId'} } }`,
      { request },
    );
    return Object.values(answer[name]!)[0]!;
  };

  it('are those assigned directly, with subcategories those of all levels below, each once, by id', async () => {
    const top = await create('CreateCategory', { name: 'Oben' });
    const middle = await create('CreateCategory', { name: 'Mitte', parentId: top });
    const bottom = await create('CreateCategory', { name: 'Unten', parentId: middle });
    const inside = (...ids: string[]): Promise<string> =>
      create('CreateItem', {
        ...minimal,
        categories: { categories: ids.map((categoryId) => ({ categoryId })) },
      });
    const deep = await inside(bottom);
    const both = await inside(top, middle);
    expect(await items(top)).toEqual([both]);
    expect(await items(top, false)).toEqual([both]);
    expect(await items(top, true)).toEqual([deep, both]);
    const categories = await client.data<Record<string, Rows>>(
      `{ QueryCategoriesByItemId(itemId: "${both}") { nodes { id } } }`,
    );
    expect(categories['QueryCategoriesByItemId']!.nodes.map(({ id }) => id)).toEqual([top, middle]);
  });
});

describe('an unknown value', () => {
  it.each([
    ['QueryItemsByCategoryId', `categoryId: "${packKey('KategorieKey', 99999)}"`, 'nodes { id }'],
    ['QueryCategoriesByItemId', `itemId: "${packKey('ArtikelKey', 99999)}"`, 'nodes { id }'],
    [
      'GetWarehouseStockByItemId',
      `warehouseId: "${packKey('WarenlagerKey', 99999)}", itemId: "${packKey('ArtikelKey', 1)}"`,
      'totalQuantity',
    ],
    [
      'GetWarehouseStockByItemId',
      `warehouseId: "${packKey('WarenlagerKey', 1)}", itemId: "${packKey('ArtikelKey', 99999)}"`,
      'totalQuantity',
    ],
    ['GetWarehouseDeliveryAddress', `warehouseId: "${packKey('WarenlagerKey', 99999)}"`, 'city'],
  ])('is not found by %s(%s)', async (name, argument, selection) => {
    const { errors } = await client.send(`{ ${name}(${argument}) { ${selection} } }`);
    expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});

it('the delivery address of a warehouse is its own', async () => {
  const warehouseId = packKey('WarenlagerKey', 1);
  const answer = await client.data(
    `{ GetWarehouseDeliveryAddress(warehouseId: "${warehouseId}") { id companyName street city countryIso phoneNumber } }`,
  );
  expect(answer).toEqual({
    GetWarehouseDeliveryAddress: {
      id: warehouseId,
      companyName: 'Musterfirma GmbH',
      street: 'Rheinstraße 7',
      city: 'Hückelhoven',
      countryIso: 'DE',
      phoneNumber: '+49 2433 805700',
    },
  });
});

it.each([
  ['NONE', 'NONE'],
  ['OUTBOUND_ONLY', 'OUTGOING'],
  ['INBOUND_AND_OUTBOUND', 'OUTGOING_INCOMING'],
  ['EVERY_MOVEMENT', 'ALL'],
])('a stock item whose serial numbers are tracked %s is listed as %s', async (type, mode) => {
  const { data } = await send('CreateStockItem', {
    ...minimal,
    stockManagement: { ...stockManagement, serialNumberTrackingType: type },
  });
  const { itemId } = data!['CreateStockItem'] as { itemId: string };
  expect(
    await client.data(
      `{ QueryItems(where: {id: {eq: "${itemId}"}}) { nodes { isSerialNumberManaged serialNumberTrackingMode isDivisible } } }`,
    ),
  ).toEqual({
    QueryItems: {
      nodes: [{ isSerialNumberManaged: type !== 'NONE', serialNumberTrackingMode: mode, isDivisible: false }],
    },
  });
});

it('a new item may do without a name, which a change cannot take away', async () => {
  const nameless = {
    ...minimal,
    descriptions: { defaultDescriptions: [{ languageIso: 'DE', descriptionData: {} }] },
  };
  const created = await send('CreateItem', nameless);
  expect(created.errors).toBeUndefined();
  const { itemId } = created.data!['CreateItem'] as { itemId: string };
  const named = (itemName: string | null) => ({
    itemId,
    descriptions: { defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName } }] },
  });
  expect((await send('ChangeItem', named('Kaffee'))).errors).toBeUndefined();
  expect((await send('ChangeItem', named(' '))).errors?.[0]?.extensions['code']).toBe('VALIDATION_ERROR');
});
