import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { erpOf, type Erp, type Reply } from './sales-client.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

let emulator: Emulator;
let erp: Erp;

beforeAll(async () => {
  emulator = await startEmulator({ erpVersion: '2.1' });
  erp = await erpOf(emulator, bergmann);
});

afterAll(async () => {
  await emulator.close();
});

function v2<T = Record<string, unknown>>(operation: string, body?: unknown): Promise<Reply<T>> {
  return erp<T>(operation, body, 'v2');
}

const itemKey = (id: number): string => packKey('ArtikelKey', id);

interface Page {
  totalItems: number;
  totalPages: number;
  hasNextPage: boolean;
  items: Record<string, unknown>[];
}

interface Details {
  [part: string]: unknown;
  attributes: { values: unknown[] };
  features: { features: unknown[] };
}

async function details(id: number): Promise<Details> {
  return (await v2<Details>(`GET /items/${itemKey(id)}`)).json;
}

describe('the item list of 2.1', () => {
  it('shows each item exactly once over all pages, in any order and page size', async () => {
    const sortable = ['sku', 'name', 'salesPriceNet', 'isActive', 'modifiedDate'];
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...sortable), { maxLength: 3 }),
        fc.boolean(),
        fc.integer({ min: 40, max: 300 }),
        async (fields, descending, pageSize) => {
          const ids: unknown[] = [];
          for (let pageNumber = 1; ; pageNumber++) {
            const query = `pageNumber=${pageNumber}&pageSize=${pageSize}&sortBy=${fields.join(',')}&sortDescending=${descending}`;
            const { json } = await v2<Page>(`GET /items?${query}`);
            ids.push(...json.items.map((item) => item['id']));
            expect(json.totalItems).toBe(200);
            if (!json.hasNextPage) break;
          }
          expect(ids).toHaveLength(200);
          expect(new Set(ids).size).toBe(200);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('sorts prices by value and breaks ties by the next field', async () => {
    const { json } = await v2<Page>(
      'GET /items?pageSize=1000&sortBy=isActive,salesPriceNet&sortDescending=true',
    );
    const rows = json.items as { isActive: boolean; salesPriceNet: number }[];
    const expected = [...rows].sort(
      (a, b) => Number(b.isActive) - Number(a.isActive) || b.salesPriceNet - a.salesPriceNet,
    );
    expect(rows.map((row) => row.salesPriceNet)).toEqual(expected.map((row) => row.salesPriceNet));
    expect(rows.some((row) => !row.isActive)).toBe(true);
  });

  it('narrows by dates and says what it can sort by', async () => {
    const all = await v2<Page>('GET /items?pageSize=1000&sortBy=createdDate');
    const middle = String(all.json.items[99]?.['createdDate']);
    const older = await v2<Page>(`GET /items?createdDateBefore=${middle}`);
    const newer = await v2<Page>(`GET /items?createdDateAfter=${middle}`);
    // Both ends are included, so the item at the boundary is in both.
    expect(older.json.totalItems).toBe(100);
    expect(older.json.totalItems + newer.json.totalItems).toBe(201);
    const refused = await v2('GET /items?sortBy=colour');
    expect([refused.status, refused.reason]).toEqual([400, expect.stringContaining('salesPriceNet')]);
  });
});

describe('a search in the item list of 2.1', () => {
  it('finds what v1 finds by the same word, in number, name, GTIN and search terms, in any case', async () => {
    for (const word of ['bo-001', 'zelt', '40', 'keiner heißt so']) {
      const query = `searchKeyWord=${encodeURIComponent(word)}&pageSize=1000`;
      const found = await v2<Page>(`GET /items?${query}`);
      const v1 = await erp<{ Items: { Id: number }[] }>(`GET /items?${query}`);
      expect(found.json.items.map((item) => item['id'])).toEqual(v1.json.Items.map(({ Id }) => itemKey(Id)));
    }
    const numbers = (page: Page): unknown[] => page.items.map((item) => item['sku']);
    const sorted = await v2<Page>(
      'GET /items?searchKeyWord=bo-001&sortBy=sku&sortDescending=true&pageSize=3',
    );
    expect(numbers(sorted.json)).toEqual(['BO-0019', 'BO-0018', 'BO-0017']);
    expect(sorted.json.totalItems).toBe(10);
  });
});

describe('an item in 2.1', () => {
  it('answers a PATCH with 200 and its id, as seen on a live system', async () => {
    const answer = await v2(`PATCH /items/${itemKey(10)}`, { notes: 'ok', countryOfOrigin: 'IT' });
    expect([answer.status, answer.json]).toEqual([200, { item: { id: itemKey(10) } }]);
    expect(await details(10)).toMatchObject({ notes: 'ok', countryOfOrigin: 'IT' });
  });

  it('takes a PATCH in the shape that it is read in, and merges attribute values', async () => {
    const attributeId = packKey('AttributKey', 2);
    const patch = (attributes: object) => v2(`PATCH /items/${itemKey(11)}`, { attributes });
    await patch({ values: [{ attributeId, defaultValues: [{ languageIso: 'DE', value: '5000' }] }] });
    const before = (await details(11)).attributes.values.length;
    await patch({
      values: [
        {
          attributeId,
          salesChannelValues: [{ salesChannelId: '2-2-1', values: [{ languageIso: 'EN', value: '5' }] }],
        },
      ],
    });
    const { values } = (await details(11)).attributes;
    expect(values).toHaveLength(before);
    expect(values).toContainEqual({
      attributeId,
      defaultValues: [{ languageIso: 'DE', value: '5000' }],
      salesChannelValues: [{ salesChannelId: '2-2-1', values: [{ languageIso: 'EN', value: '5' }] }],
    });
  });

  it('changes every part at once and shows it in v1 too', async () => {
    const customerGroupId = packKey('KundenGruppeKey', 1);
    const answer = await v2(`PATCH /items/${itemKey(12)}`, {
      identifiers: { sku: 'NEU-12', defaultAsin: 'B0TEST' },
      descriptions: {
        defaultDescriptions: [
          { languageIso: 'DE', descriptionData: { itemName: 'Neu' } },
          { languageIso: 'EN', descriptionData: { itemName: 'New' } },
        ],
      },
      prices: {
        salesPriceNet: 12.5,
        defaultPrices: [{ customerGroupId, prices: [{ fromQuantity: 3, netPrice: 11 }] }],
      },
      measurements: { weight: 2 },
      features: { features: [{ featureId: packKey('MerkmalWertKey', 2) }] },
      specialPrices: {
        isActive: true,
        salesChannelSpecialPrices: [
          { salesChannelId: '2-1-1', specialPrices: [{ customerGroupId, netPrice: 9 }] },
        ],
      },
      storageConstraints: { serialNumberType: 2, buffer: 4 },
    });
    expect(answer.status).toBe(200);
    expect((await erp('GET /items/12')).json).toMatchObject({
      SKU: 'NEU-12',
      Name: 'Neu',
      Identifiers: { Asins: ['B0TEST'] },
      ItemPriceData: { SalesPriceNet: 12.5 },
      Weights: { ItemWeigth: 2 },
      StorageOptions: { SerialNumberTracking: true, Buffer: 4 },
    });
    expect((await erp('GET /items/12/descriptions')).json).toContainEqual(
      expect.objectContaining({ Name: 'New', LanguageIso: 'EN', SalesChannelId: '1-1-1' }),
    );
    expect((await erp('GET /items/12/salesChannelPrices')).json).toEqual([
      expect.objectContaining({ SalesChannelId: '1-1-1', CustomerGroupId: 1, FromQuantity: 3, NetPrice: 11 }),
    ]);
    expect((await details(12)).features.features).toEqual([{ featureId: packKey('MerkmalWertKey', 2) }]);
  });

  it('is created by the large body as well as by the small one of 2.0', async () => {
    const large = await v2<{ itemId: string }>('POST /items', {
      identifiers: { sku: 'GROSS-1' },
      descriptions: { defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Groß' } }] },
      suppliers: { suppliers: [{ supplierId: packKey('LieferantKey', 1), netPurchasePrice: 3 }] },
    });
    const small = await v2<{ itemId: string }>('POST /items', {
      sKU: 'KLEIN-1',
      name: 'Klein',
      salesPriceNet: 2,
    });
    expect([large.status, small.status]).toEqual([201, 201]);
    const read = await v2(`GET /items/${large.json.itemId}`);
    expect(read.json).toMatchObject({
      identifiers: { sku: 'GROSS-1' },
      suppliers: { suppliers: [{ supplierId: packKey('LieferantKey', 1), netPurchasePrice: 3 }] },
    });
  });

  it('is switched on and off on sales channels', async () => {
    const path = `/items/${itemKey(13)}/sales-channels/2-2-1`;
    const channels = async (): Promise<string[]> =>
      (await erp<{ ActiveSalesChannels: string[] }>('GET /items/13')).json.ActiveSalesChannels;
    expect((await v2(`POST ${path}/activate`)).status).toBe(204);
    expect(await channels()).toContain('2-2-1');
    expect((await v2(`POST ${path}/deactivate`)).status).toBe(204);
    expect(await channels()).not.toContain('2-2-1');
    const command = {
      itemKeys: [itemKey(13)],
      activateSalesChannels: ['2-2-1'],
      deactivateSalesChannels: ['1-1-1'],
    };
    expect((await v2('POST /update-item-sales-channels', command)).status).toBe(200);
    expect(await channels()).toEqual(expect.not.arrayContaining(['1-1-1']));
    expect((await v2(`POST /items/${itemKey(13)}/sales-channels/7-7-7/activate`)).status).toBe(400);
  });

  it('is duplicated under a new number with the parts that the options name', async () => {
    const body = {
      duplicatesToCreate: [{ sku: 'KOPIE-1', name: 'Kopie' }],
      itemDuplicationOptions: {
        purchasePricesDuplicationOptions: { isActive: true },
        identifiersDuplicationOptions: { isActive: true, considerCountryCode: true },
      },
    };
    const made = await v2<{ createdItems: string[] }>(`POST /items/${itemKey(14)}/duplicate`, body);
    const [id = ''] = made.json.createdItems;
    const source = await erp<{ CountryOfOrigin: string; ItemPriceData: Record<string, number> }>(
      'GET /items/14',
    );
    const copy = await erp<{ Items: Record<string, unknown>[] }>('GET /items?searchKeyWord=KOPIE-1');
    expect(copy.json.Items).toEqual([
      expect.objectContaining({
        Name: 'Kopie',
        CountryOfOrigin: source.json.CountryOfOrigin,
        ItemPriceData: expect.objectContaining({
          SalesPriceNet: 0,
          PurchasePriceNet: source.json.ItemPriceData['PurchasePriceNet'],
        }) as unknown,
      }),
    ]);
    expect(copy.json.Items[0]).not.toHaveProperty('ManufacturerId');
    expect((await v2(`GET /items/${id}`)).status).toBe(200);
    expect((await v2(`POST /items/${itemKey(14)}/duplicate`, body)).status).toBe(409);
  });

  it('is duplicated with tax class and prices by the command that names them', async () => {
    const body = {
      itemKey: itemKey(14),
      executeWorkflows: false,
      newItems: [{ referenceNumber: 1, itemNumber: 'KOPIE-2', itemName: 'Kopie', isInventoryLeading: false }],
      salesPricesCopy: true,
      dataDuplicateOptions: { isActive: true, considerTaxClass: true },
    };
    expect((await v2('POST /items/duplicate-item', body)).status).toBe(200);
    const source = await erp<{ ItemPriceData: Record<string, number> }>('GET /items/14');
    const copy = await erp<{ Items: Record<string, unknown>[] }>('GET /items?searchKeyWord=KOPIE-2');
    expect(copy.json.Items).toEqual([
      expect.objectContaining({
        Name: 'Kopie',
        TaxClassId: 1,
        ItemPriceData: { ...source.json.ItemPriceData, PurchasePriceNet: 0 },
      }),
    ]);
    expect(copy.json.Items[0]).not.toHaveProperty('ManufacturerId');
  });

  it('hands details over to other items, and nothing else', async () => {
    await v2(`PATCH /items/${itemKey(15)}`, { notes: 'von 15', countryOfOrigin: 'PT' });
    const before = await details(16);
    const copied = await v2(`POST /items/${itemKey(15)}/copy`, {
      copyDetailsIntoItemIds: [itemKey(16)],
      copyOptions: { originCountry: true },
    });
    expect([copied.status, copied.json]).toEqual([201, { itemKeys: [itemKey(16)] }]);
    expect(await details(16)).toEqual({ ...before, countryOfOrigin: 'PT' });
  });

  it('sums up its stock over all warehouses', async () => {
    const stocks = await erp<{ Items: { QuantityTotal: number }[] }>('GET /stocks?itemId=26&pageSize=1000');
    const total = stocks.json.Items.reduce((sum, row) => sum + row.QuantityTotal, 0);
    const summed = await v2(`GET /items/${itemKey(26)}/stocks`);
    expect(summed.json).toMatchObject({ itemId: itemKey(26), quantityTotal: total });
    expect((await v2(`GET /items/${itemKey(99_999)}/stocks`)).status).toBe(404);
  });
});

describe('suppliers in 2.1', () => {
  it('are listed while active, and read, created and changed all the same', async () => {
    const list = await v2<Page>('GET /suppliers?sortBy=name');
    const names = list.json.items.map((supplier) => String(supplier['name']));
    expect(names).toEqual([...names].sort(new Intl.Collator('de').compare));
    expect(list.json.items.every((supplier) => supplier['status'] === 'Aktiv')).toBe(true);
    const inactive = await v2(`GET /suppliers/${packKey('LieferantKey', 5)}`);
    expect(inactive.json['status']).toBe('Inaktiv');

    const created = await v2<{ id: string }>('POST /suppliers', {
      companyName: 'Großhandel Süd',
      currencyIso: 'EUR',
      languageIso: 'DE',
      address: { street: 'Hafen 1', postalCode: '89073', city: 'Ulm', countryIso: 'DE' },
    });
    expect(created.status).toBe(201);
    const changed = await v2(`PATCH /suppliers/${created.json.id}`, {
      contact: { emailAddress: 'sued@example.com' },
    });
    expect(changed.status).toBe(200);
    expect(changed.json).toMatchObject({
      name: 'Großhandel Süd',
      company: 'Großhandel Süd',
      city: 'Ulm',
      email: 'sued@example.com',
    });
    const conditions = {
      defaultCompanyId: packKey('FirmaKey', 1),
      defaultWarehouseId: packKey('WarenlagerKey', 1),
      creditorNumber: 70001,
      freightCostAmount: 4.9,
      minimumOrderValueAmount: 100,
      smallQuantitySurchargeAmount: 2.5,
      cashDiscountPercentage: 2,
      cashDiscountDays: 10,
      paymentTermInDays: 30,
      freeShippingThresholdAmount: 500,
      deliveryConditionNote: 'frei Haus',
      isVatExempt: true,
      isExcludedFromPurchaseList: true,
      allowsDropshipCashOnDelivery: true,
      allowsDropshipFreeLineItems: true,
      vatFreePositionThresholdAmount: 1.5,
    };
    expect((await v2(`PATCH /suppliers/${created.json.id}`, conditions)).status).toBe(200);
    expect((await v2(`GET /suppliers/${created.json.id}`)).json).toMatchObject(conditions);
    expect((await erp<{ Name: string }[]>('GET /suppliers')).json.map((one) => one.Name)).toContain(
      'Großhandel Süd',
    );
  });
});
