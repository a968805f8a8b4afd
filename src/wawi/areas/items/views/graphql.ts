import { packKey } from '../../../contract/keys.ts';
import type { ImageUse, Item, ItemSupplier, SpecialPrices } from '../schema/items.ts';
import type { Variation } from '../schema/variations.ts';
import { suppliersOf } from '../rules/item-suppliers.ts';
import { defaultLanguage } from '../rules/item-texts.ts';
import { alike } from '../../../wire/views/list-fields.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import { defaultDescriptions, furtherPlatformDescriptions } from './v2-texts.ts';

/** Names of variations and their values by language, the default one first. */
function names({ name, translations }: Pick<Variation, 'name' | 'translations'>): unknown[] {
  return [{ languageIso: defaultLanguage, name }, ...translations];
}

/** An item and its parts as the GraphQL types have them; each part gathers its fields from the item itself. */
export const itemViewsGraphql: TypeViews = {
  ItemdetailsItem: typeView<'ItemdetailsItem', Item>({
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
  ItemIdentifiers: typeView<'ItemIdentifiers', Item>({
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
  ItemDescriptions: typeView<'ItemDescriptions', Item>({
    defaultDescriptions,
    salesChannelDescriptions: 'descriptions.salesChannels',
    platformDescriptions: furtherPlatformDescriptions,
  }),
  DefaultDescription: typeView<'DefaultDescription'>({ descriptionData: '.' }),
  DescriptionData: typeView<'DescriptionData'>({
    itemName: 'name',
    metaDescription: 'seoMetaDescription',
    metaKeywords: 'seoMetaKeywords',
    titleTag: 'seoTitleTag',
    urlPath: 'seoPath',
  }),
  ItemPrices: typeView<'ItemPrices', Item>({
    salesPriceNet: 'prices.salesPriceNet',
    suggestedRetailPrice: 'prices.suggestedRetailPrice',
    purchasePriceNet: 'prices.purchasePriceNet',
    ebayPrice: 'prices.ebayPrice',
    amazonPrice: 'prices.amazonPrice',
  }),
  ItemSaleschannelPrices: typeView<'ItemSaleschannelPrices'>({
    saleschannelId: 'salesChannelId',
    customerGroupPrices: 'prices',
  }),
  ItemImages: typeView<'ItemImages'>({
    defaultImages: 'defaults',
    platformImages: 'platforms',
    saleschannelImages: 'salesChannels',
    ebayImages: 'ebay',
  }),
  ItemImage: typeView<'ItemImage', ImageUse>({
    blobIdentifier: (use) => packKey('BildKey', use.imageId),
    url: (use) => `/erp/v2/item-files/get-image-by-id/${packKey('BildKey', use.imageId)}`,
    previewUrl: (use) => `/erp/v2/item-files/get-preview-image-by-id/${packKey('BildKey', use.imageId)}`,
  }),
  SaleschannelImages: typeView<'SaleschannelImages'>({ saleschannelId: 'salesChannelId' }),
  ItemMeasurements: typeView<'ItemMeasurements'>({
    height: 'dimensions.height',
    length: 'dimensions.length',
    width: 'dimensions.width',
    shippingWeight: 'weights.shippingWeight',
    weight: 'weights.itemWeight',
  }),
  ItemCustomFields: typeView<'ItemCustomFields'>({ fieldValues: 'customFields' }),
  ItemCustomFieldValue: typeView<'ItemCustomFieldValue'>({
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
  ItemSuppliers: typeView<'ItemSuppliers', Item>({
    defaultSupplier: 'defaultSupplierId',
    defaultDropshippingSupplier: 'defaultDropshippingSupplierId',
    suppliers: { read: (item, { data }) => suppliersOf(data, item), write: 'suppliers' },
  }),
  ItemSupplier: typeView<'ItemSupplier', ItemSupplier>({
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
  ItemSupplierListItem: typeView<'ItemSupplierListItem'>(
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
  SupplierPrice: typeView<'SupplierPrice'>({
    netPrice: 'purchasePriceNet',
    percentageDiscount: 'reduceStandardPriceByPercent',
  }),
  ItemFeatures: typeView<'ItemFeatures', Item>({
    features: {
      read: (item) => item.propertyValueIds.map((featureId) => ({ featureId })),
      write: (value) => ({
        propertyValueIds: ((value ?? []) as { featureId: number }[]).map((one) => one.featureId),
      }),
    },
  }),
  ItemAttributes: typeView<'ItemAttributes'>({ values: 'attributes' }),
  ItemVariations: typeView<'ItemVariations'>({ variations: 'variations' }),
  Variation: typeView<'Variation', Variation>({
    variationId: 'id',
    position: 'sortNumber',
    descriptions: names,
    variationType: 'type',
  }),
  VariationValue: typeView<'VariationValue', Variation['values'][number]>({
    variationValueId: 'id',
    position: 'sortNumber',
    descriptions: names,
    surcharges: '.',
    image: 'imageId',
  }),
  ItemSpecialPrices: typeView<'ItemSpecialPrices', SpecialPrices>({
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
  ItemStorageConstraints: typeView<'ItemStorageConstraints', Item>({
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
  CreateItemCommandResponse: typeView<'CreateItemCommandResponse'>({ itemId: 'id' }),
  ChangeItemCommandResponse: typeView<'ChangeItemCommandResponse'>({ item: '.' }),
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
