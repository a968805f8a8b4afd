import { packKey } from '../../../contract/keys.ts';
import type { ImageUse, Item, ItemSupplier, SpecialPrices } from '../schema/items.ts';
import type { Variation } from '../schema/variations.ts';
import { suppliersOf } from '../rules/item-suppliers.ts';
import { defaultLanguage } from '../rules/item-texts.ts';
import { alike } from '../../../wire/views/list-fields.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';
import { defaultDescriptions, platformDescriptions } from './v2-texts.ts';

/** Names of variations and their values by language, the default one first. */
function names({ name, translations }: Pick<Variation, 'name' | 'translations'>): unknown[] {
  return [{ languageIso: defaultLanguage, name }, ...translations];
}

/** An item and its parts as the GraphQL types have them; each part gathers its fields from the item itself. */
export const itemViewsGraphql: ViewTable = {
  ItemdetailsItem: view<Item>({
    identifiers: '.',
    categories: '.',
    descriptions: '.',
    prices: '.',
    images: 'images',
    measurements: '.',
    customFields: '.',
    suppliers: '.',
    includeInPriceList: 'priceListActive',
    ignoreOrderSuggestions: 'ignoreOrderSuggestions',
    notes: 'annotation',
    variations: '.',
    features: '.',
    attributes: '.',
    unitPricing: 'unitPricing',
    specialPrices: 'specialPrices',
    storageConstraints: '.',
  }),
  ItemIdentifiers: view<Item>({
    amazonFnsku: 'identifiers.amazonFnsku',
    gtin: 'identifiers.gtin',
    manufacturerNumber: 'identifiers.manufacturerNumber',
    isbn: 'identifiers.isbn',
    tariccode: 'taric',
    upc: 'identifiers.upc',
    unNumber: 'dangerousGoods.unNumber',
    hazardNumber: 'dangerousGoods.hazardNo',
    ownIdentifier: 'identifiers.ownIdentifier',
    defaultAsin: {
      read: (item) => defaultAsin(item),
      write: (value) => ({
        identifiers: { asins: value === null ? [] : [{ asin: value, isDefault: true }] },
      }),
    },
    jfsku: 'identifiers.jfsku',
  }),
  ItemDescriptions: view<Item>({
    defaultDescriptions,
    salesChannelDescriptions: 'descriptions.salesChannels',
    platformDescriptions,
  }),
  DefaultDescription: view({ descriptionData: '.' }),
  DescriptionData: view({
    itemName: 'name',
    metaDescription: 'seoMetaDescription',
    metaKeywords: 'seoMetaKeywords',
    titleTag: 'seoTitleTag',
    urlPath: 'seoPath',
  }),
  ItemPrices: view<Item>({
    salesPriceNet: 'prices.salesPriceNet',
    suggestedRetailPrice: 'prices.suggestedRetailPrice',
    purchasePriceNet: 'prices.purchasePriceNet',
    ebayPrice: 'prices.ebayPrice',
    amazonPrice: 'prices.amazonPrice',
  }),
  ItemSaleschannelPrices: view({ saleschannelId: 'salesChannelId', customerGroupPrices: 'prices' }),
  ItemImages: view({
    defaultImages: 'defaults',
    platformImages: 'platforms',
    saleschannelImages: 'salesChannels',
    ebayImages: 'ebay',
  }),
  ItemImage: view<ImageUse>({
    blobIdentifier: (use) => packKey('BildKey', use.imageId),
    url: (use) => `/erp/v2/item-files/get-image-by-id/${packKey('BildKey', use.imageId)}`,
    previewUrl: (use) => `/erp/v2/item-files/get-preview-image-by-id/${packKey('BildKey', use.imageId)}`,
  }),
  SaleschannelImages: view({ saleschannelId: 'salesChannelId' }),
  ItemMeasurements: view({
    height: 'dimensions.height',
    length: 'dimensions.length',
    width: 'dimensions.width',
    shippingWeight: 'weights.shippingWeight',
    weight: 'weights.itemWeight',
  }),
  ItemCustomFields: view({ fieldValues: 'customFields' }),
  ItemCustomFieldValue: view({
    fieldId: 'customFieldId',
    value: {
      read: ({ value }: { value: unknown }) =>
        value === undefined || value === null
          ? ''
          : typeof value === 'string'
            ? value
            : JSON.stringify(value),
      write: 'value',
    },
    valueCultureName: 'cultureName',
  }),
  ItemSuppliers: view<Item>({
    defaultSupplier: 'defaultSupplierId',
    defaultDropshippingSupplier: 'defaultDropshippingSupplierId',
    suppliers: { read: (item, { data }) => suppliersOf(data, item), write: 'suppliers' },
  }),
  ItemSupplier: view<ItemSupplier>({
    supplierItemName: 'itemName',
    supplierItemNumber: 'sku',
    stockLevel: 'stocklevel',
    netPurchasePrice: 'purchasePriceNet',
    deliveryTimeInDays: 'deliveryTime',
    isDropshippingActive: 'isDropshipping',
    packageUnitDescription: 'packagingUnit',
    packageUnitQuantity: 'amountPackagingUnit',
    notes: 'comment',
    vatRate: 'taxRate',
    includeSupplierStock: 'mergeStockLevel',
    purchaseInterval: 'permissibleOrderQuantity',
  }),
  ItemSupplierListItem: view(
    {
      id: 'supplierId',
      supplierCurrency: 'currencyIso',
      isDropshippingSupported: 'supplierCanDropship',
      isDefaultSupplier: 'isStandard',
      isDefaultDropshippingSupplier: 'isDefaultForDropshipping',
      stockLevelLastModified: 'stocklevelChanged',
      supplierDeliveryTimeInDays: 'supplierDeliveryTime',
    },
    { likes: 'ItemSupplier' },
  ),
  SupplierPrice: view({
    netPrice: 'purchasePriceNet',
    percentageDiscount: 'reduceStandardPriceByPercent',
  }),
  ItemFeatures: view<Item>({
    features: {
      read: (item) => item.propertyValueIds.map((featureId) => ({ featureId })),
      write: (value) => ({
        propertyValueIds: ((value ?? []) as { featureId: number }[]).map((one) => one.featureId),
      }),
    },
  }),
  ItemAttributes: view({ values: 'attributes' }),
  ItemVariations: view({ variations: 'variations' }),
  Variation: view<Variation>({
    variationId: 'id',
    position: 'sortNumber',
    descriptions: names,
    variationType: 'type',
  }),
  VariationValue: view<Variation['values'][number]>({
    variationValueId: 'id',
    position: 'sortNumber',
    descriptions: names,
    surcharges: '.',
  }),
  ItemSpecialPrices: view<SpecialPrices>({
    isEndDateActive: 'endDateActive',
    isStockRestrictionActive: 'tillAmountActive',
    minimumStockQuantity: 'tillAmountInStockSmallerThan',
    salesChannelSpecialPrices: {
      read: ({ prices }) =>
        [...new Set(prices.map((price) => price.salesChannelId))].map((salesChannelId) => ({
          salesChannelId,
          specialPrices: prices.filter((price) => price.salesChannelId === salesChannelId),
        })),
      write: (value) => ({
        prices: ((value ?? []) as { salesChannelId: string; specialPrices?: object[] | null }[]).flatMap(
          ({ salesChannelId, specialPrices }) =>
            (specialPrices ?? []).map((price) => ({ isActive: true, ...price, salesChannelId })),
        ),
      }),
    },
  }),
  ItemStorageConstraints: view<Item>({
    itemPlatformNegativeStocks: 'platformNegativeStocks',
    itemSalesChannelNegativeStocks: 'salesChannelNegativeStocks',
    buffer: 'storageOptions.buffer',
    globalMinimumStockLevel: 'storageOptions.globalMinimumStockLevel',
    hasBatch: 'storageOptions.subjectToBatchItem',
    isInventoryManagementActive: 'storageOptions.inventoryManagementActive',
    isBestBeforeManaged: 'storageOptions.subjectToShelfLifeExpirationDate',
    isStockDivisible: 'storageOptions.splitQuantity',
    serialNumberType: {
      read: ({ storageOptions: { serialNumberItem, serialNumberTracking } }) =>
        serialNumberTracking ? 2 : serialNumberItem ? 1 : 0,
      write: (value) => ({
        storageOptions: { serialNumberItem: value === 1, serialNumberTracking: value === 2 },
      }),
    },
  }),
  CreateItemCommandResponse: view({ itemId: 'id' }),
  ChangeItemCommandResponse: view({ item: '.' }),
  ...alike({
    SalesChannelDescription: 'DefaultDescription',
    PlatformDescription: 'DefaultDescription',
    ItemSupplierPriceListItem: 'SupplierPrice',
  }),
};

/** The ASIN that counts where only one is asked for. */
export function defaultAsin({ identifiers: { asins } }: Item): string | undefined {
  return (asins.find((one) => one.isDefault) ?? asins[0])?.asin;
}
