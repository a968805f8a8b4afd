import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { otherItem } from '../../../contract/fixture-rows.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';

/** @returns the key of some entity of the kind */
export function someKey({ client }: Pick<Scene, 'client'>, kind: string): string {
  const id = client.idOfKind(kind);
  if (id === undefined) throw new Error(`the tenant has nothing with a ${kind}`);
  return packKey(kind, id);
}

export const platform = packKey('PlattformKey', 2);
export const defaultPlatform = packKey('PlattformKey', 1);
export const channel = '2-1-1';

export const texts = (of: string): Record<string, unknown> => ({
  itemName: `${of} Name`,
  shortDescription: `${of} kurz`,
  description: `${of} lang`,
  metaDescription: `${of} Meta`,
  metaKeywords: `${of} Wörter`,
  titleTag: `${of} Titel`,
  urlPath: `${of.toLowerCase()}-pfad`,
});
export const scale = (fromQuantity: number, netPrice: number): Record<string, unknown> => ({
  fromQuantity,
  netPrice,
});
export const measurements = { height: 1.5, length: 2.5, shippingWeight: 3.5, weight: 4.5, width: 5.5 };
export const identifiers = {
  amazonFnsku: 'X000000001',
  gtin: '4012345000023',
  hazardNumber: '33',
  isbn: '9783161484100',
  manufacturerNumber: 'HAN-4',
  ownIdentifier: 'Eigen-5',
  sku: 'SKU-77006',
  taric: '62034231',
  unNumber: '1263',
  upc: '012345678905',
  itemAsins: [{ asin: 'B000000007', isDefault: true }],
  itemEpids: [{ epid: '2000000008', isDefault: true }],
};
export const prices = {
  ignoreDiscounts: true,
  salesPriceNet: 21.5,
  suggestedRetailPrice: 32.5,
  purchasePriceNet: 13.5,
  ebayPrice: 24.5,
  amazonPrice: 25.5,
};
export const storage = {
  allowNegativeStock: true,
  itemPlatformNegativeStocks: [{ platformId: platform, isNegativeStockAllowed: true }],
  itemSalesChannelNegativeStocks: [{ salesChannelId: channel, isNegativeStockAllowed: true }],
  buffer: 7,
  globalMinimumStockLevel: 8.5,
  hasBatch: true,
  isInventoryManagementActive: true,
  isBestBeforeManaged: true,
  isStockDivisible: true,
  serialNumberType: 0,
};
export const bundleItems = (scene: Scene): Record<string, unknown>[] => [
  { ean: '4012345000030', quantity: 6, upc: '012345678912', unitId: someKey(scene, 'EinheitKey') },
];
export const supplier = (scene: Scene): Record<string, unknown> => ({
  supplierId: packKey('LieferantKey', scene.client.row('supplier', (one) => one.id > 1).id),
  supplierItemName: 'Lieferantenartikel 1',
  supplierItemNumber: 'LA-2',
  stockLevel: 31.5,
  netPurchasePrice: 11.25,
  minimumPurchaseQuantity: 4,
  deliveryTimeInDays: 5,
  packageUnitDescription: 'Palette 6',
  packageUnitQuantity: 48.5,
  notes: 'Bemerkung 7',
  vatRate: 7,
  useSupplierDeliveryTime: true,
  includeSupplierStock: true,
  purchaseInterval: 9.5,
  scalePrices: [
    { fromQuantity: 10, netPrice: 10.75, usePercentageDiscount: false },
    { fromQuantity: 20, usePercentageDiscount: true, percentageDiscount: 12.5 },
  ],
});
export const unitPricing = (scene: Scene): Record<string, unknown> => ({
  salesUnitId: someKey(scene, 'EinheitKey'),
  innerQuantity: 2.5,
  innerQuantityUnitId: someKey(scene, 'MassEinheitKey'),
  isBasePriceDeclared: true,
  basePriceReferenceUnitId: someKey(scene, 'MassEinheitKey'),
  basePriceReferenceAmount: 3.5,
});
export const orderingConstraints = (scene: Scene): Record<string, unknown> => ({
  defaultOrderingConstraint: { minimumOrderQuantity: 3, purchaseIncrement: 4 },
  customerGroupOrderingConstraints: [
    {
      customerGroupid: someKey(scene, 'KundenGruppeKey'),
      isActive: true,
      orderingAmount: { minimumOrderQuantity: 5, purchaseIncrement: 6 },
    },
  ],
});
export const attributeValues = (scene: Scene): Record<string, unknown>[] => [
  {
    attributeId: someKey(scene, 'AttributKey'),
    defaultValues: [{ languageId: 'DE', value: 'Attribut 1' }],
    salesChannelValues: [{ salesChannelId: channel, values: [{ languageId: 'EN', value: 'Attribut 2' }] }],
  },
];
export const warehouses = (scene: Scene): Record<string, unknown>[] => {
  const location = scene.client.row('storageLocation');
  return [
    {
      warehouseId: packKey('WarenlagerKey', location.warehouseId),
      minStock: 11.5,
      maxStock: 99.5,
      storagelocations: [
        { storageLocationId: packKey('WarenLagerPlatzKey', location.id), note1: 'Platz 1', note2: 'Platz 2' },
      ],
    },
  ];
};
export const bomItems = (scene: Scene): Record<string, unknown>[] => [
  { itemId: packKey('ArtikelKey', otherItem(scene.client)), amount: 2.5, notes: 'Teil 1', position: 3 },
];
const groupPrices = (scene: Scene, net: number): Record<string, unknown> => ({
  customerGroupId: someKey(scene, 'KundenGruppeKey'),
  prices: [scale(5, net), { fromQuantity: 15, reduceStandardPriceByPercent: net }],
});
export const customerPrices = (scene: Scene): Record<string, unknown>[] => [
  {
    customerId: someKey(scene, 'KundeKey'),
    prices: [scale(6, 17.25), { fromQuantity: 16, reduceStandardPriceByPercent: 7.25 }],
  },
];

/** The row of a part that has a read of its own at the same path. */
function part(
  name: string,
  full: RequestRow['full'],
  more: Partial<RequestRow> = {},
  read: Partial<Read> = {},
): RequestRow {
  return {
    operation: `v2 PATCH /items/{itemid}/${name}`,
    minimal: () => ({}),
    full,
    reads: [{ by: `v2 GET /items/{itemid}/${name}`, ...read }],
    ...more,
  };
}

export const itemPartsV2: RequestRow[] = [
  part('attributes', (scene) => ({ attributes: attributeValues(scene) })),
  part('bom', (scene) => ({ items: bomItems(scene) })),
  part('bundles', (scene) => ({ bundleItems: bundleItems(scene) }), {
    without: { 'bundleitems.bundleid': 'Wawi gives the key of a new bundle' },
  }),
  part('categories', (scene) => ({ categories: [{ categoryId: someKey(scene, 'KategorieKey') }] })),
  part('configuration-groups', (scene) => ({
    items: [{ configurationGroupId: someKey(scene, 'KonfiggruppeKey') }],
  })),
  part('cross-selling-groups', (scene) => ({ groups: [someKey(scene, 'CrossSellingGruppeKey')] }), {
    minimal: () => ({ groups: [] }),
  }),
  part(
    'descriptions',
    () => ({
      defaultDescription: {
        platformId: defaultPlatform,
        languageId: 'DE',
        descriptionData: texts('Standard'),
      },
      salesChannelDescriptions: [
        { salesChannelId: channel, languageId: 'EN', descriptionData: texts('Kanal') },
      ],
      platformDescriptions: [{ platformId: platform, languageId: 'EN', descriptionData: texts('Plattform') }],
    }),
    { minimal: () => ({ defaultDescription: { platformId: defaultPlatform, languageId: 'DE' } }) },
  ),
  part('features', (scene) => ({ features: [someKey(scene, 'MerkmalWertKey')] })),
  part('identifiers', () => identifiers),
  part('ordering-constraints', orderingConstraints),
  part('packaging-constraints', () => measurements),
  part('prices', (scene) => ({
    ...prices,
    defaultPrices: { platformId: defaultPlatform, prices: [groupPrices(scene, 18.25)] },
    salesChannelPrices: [{ salesChannelId: channel, prices: [groupPrices(scene, 19.25)], isActive: true }],
    customerPrices: customerPrices(scene),
  })),
  part('storage-constraints', () => storage),
  part('suppliers', (scene) => {
    const one = supplier(scene);
    return {
      defaultSupplier: one['supplierId'],
      defaultDropshippingSupplier: one['supplierId'],
      suppliers: [one],
    };
  }),
  part('unit-pricing', unitPricing),
  part('warehouse-constraints', (scene) => ({ warehouses: warehouses(scene) })),
];
