import { activeChannels } from './category-channels.ts';
import type { InputViews } from '../../../wire/graphql/input-views.ts';
import type { Write } from '../../../wire/views/views.ts';
import type { Draft } from '../../../wire/views/draft-reader.ts';
import { writtenDefaults, writtenFurtherPlatforms } from './text-drafts.ts';
import { writtenNames } from './v2-variations.ts';

/** An item's parts, each an input of its own whose fields are those of the item. */
const parts = {
  categories: '.',
  identifiers: '.',
  descriptions: '.',
  prices: '.',
  suppliers: '.',
  measurements: '.',
  images: '.',
  customFields: '.',
  features: '.',
} as const;

const defaultAsin: Write = (value) => ({
  identifiers: { asins: value === null ? [] : [{ asin: value, isDefault: true }] },
});

const identifiers = {
  amazonFnsku: 'identifiers.amazonFnsku',
  gtin: 'identifiers.gtin',
  manufacturerNumber: 'identifiers.manufacturerNumber',
  isbn: 'identifiers.isbn',
  tariccode: 'taric',
  upc: 'identifiers.upc',
  unNumber: 'dangerousGoods.unNumber',
  hazardNumber: 'dangerousGoods.hazardNo',
  ownIdentifier: 'identifiers.ownIdentifier',
  defaultAsin,
  jfsku: 'identifiers.jfsku',
} as const;

const descriptions = {
  defaultDescriptions: (value: unknown) => writtenDefaults((value ?? []) as Draft[]),
  salesChannelDescriptions: 'descriptions.salesChannels',
  platformDescriptions: (value: unknown) => writtenFurtherPlatforms((value ?? []) as Draft[]),
} as const;

const localTexts = { descriptionData: '.' } as const;

const texts = {
  itemName: 'name',
  metaDescription: 'seoMetaDescription',
  metaKeywords: 'seoMetaKeywords',
  titleTag: 'seoTitleTag',
  urlPath: 'seoPath',
} as const;

const prices = {
  salesPriceNet: 'prices.salesPriceNet',
  suggestedRetailPrice: 'prices.suggestedRetailPrice',
  purchasePriceNet: 'prices.purchasePriceNet',
  ebayPrice: 'prices.ebayPrice',
  amazonPrice: 'prices.amazonPrice',
} as const;

const channelPrices = { saleschannelId: 'salesChannelId', customerGroupPrices: 'prices' } as const;

const images = {
  defaultImages: 'images.defaults',
  platformImages: 'images.platforms',
  saleschannelImages: 'images.salesChannels',
  ebayImages: 'images.ebay',
} as const;

const measurements = {
  height: 'dimensions.height',
  length: 'dimensions.length',
  width: 'dimensions.width',
  shippingWeight: 'weights.shippingWeight',
  weight: 'weights.itemWeight',
} as const;

const suppliers = {
  defaultSupplier: 'defaultSupplierId',
  defaultDropshippingSupplier: 'defaultDropshippingSupplierId',
} as const;

const supplier = {
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
} as const;

const supplierPrice = {
  netPrice: 'purchasePriceNet',
  percentageDiscount: 'reduceStandardPriceByPercent',
} as const;

const features: Write = (value) => ({
  propertyValueIds: ((value ?? []) as { featureId: number }[]).map(({ featureId }) => featureId),
});

/** The item keeps one list of special prices, each with its sales channel. */
const channelSpecialPrices: Write = (value) => ({
  prices: ((value ?? []) as { salesChannelId: string; specialPrices: object[] }[]).flatMap(
    ({ salesChannelId, specialPrices }) => specialPrices.map((price) => ({ ...price, salesChannelId })),
  ),
});

const customFieldValue = { fieldId: 'customFieldId', valueCultureName: 'cultureName' } as const;

const category = { parentId: 'parentCategoryId', salesChannels: activeChannels } as const;

/** `SerialNumberTrackingType` by number: 0 none, 1 outbound only, 2 inbound and outbound, 3 every movement. */
const trackedSerials: Write = (value) => ({
  storageOptions: {
    serialNumberItem: Number(value) > 0,
    serialNumbersInbound: value === 2,
    serialNumberTracking: value === 3,
  },
});

const stockManagement = {
  hasShelfLifeExpirationDate: 'storageOptions.subjectToShelfLifeExpirationDate',
  hasBatch: 'storageOptions.subjectToBatchItem',
  serialNumberTrackingType: trackedSerials,
} as const;

const newStockManagement = {
  ...stockManagement,
  buffer: 'storageOptions.buffer',
  globalMinimumStockLevel: 'storageOptions.globalMinimumStockLevel',
  itemPlatformNegativeStocks: 'platformNegativeStocks',
  itemSalesChannelNegativeStocks: 'salesChannelNegativeStocks',
  divisibilityType: (value: unknown) => ({ storageOptions: { splitQuantity: Number(value) > 0 } }),
} as const;

/** Commands that change the variations of an item; new ones get their ids from the Wawi. */
const variationInputs: InputViews = {
  CreateVariationInput: {
    variationId: false,
    position: 'sortNumber',
    descriptions: writtenNames,
    variationType: 'type',
  },
  CreateVariationValueInput: {
    variationValueId: false,
    position: 'sortNumber',
    descriptions: writtenNames,
    surcharges: '.',
    image: 'imageId',
  },
};

const stockItemInputs: InputViews = {
  CreateStockItemCommandRequestInput: { ...parts, stockManagement: '.' },
  ChangeStockItemCommandRequestInput: { stockManagement: '.' },
  ConvertStandardItemToStockItemCommandRequestInput: { stockManagement: '.' },
  CreateItemStockManagementInput: newStockManagement,
  UpdateItemStockManagementInput: stockManagement,
};

/** Commands that create and change items and categories. */
export const itemInputs: InputViews = {
  ...variationInputs,
  ...stockItemInputs,
  CreateItemCommandRequestInput: parts,
  CreateItemIdentifiersInput: identifiers,
  CreateItemDescriptionsInput: descriptions,
  CreateDefaultDescriptionInput: localTexts,
  CreateSalesChannelDescriptionInput: localTexts,
  CreatePlatformDescriptionInput: localTexts,
  CreateDescriptionDataInput: texts,
  CreateItemPricesInput: prices,
  CreateItemSaleschannelPricesInput: channelPrices,
  CreateItemImagesInput: images,
  CreateItemImageInput: { blobIdentifier: 'imageId' },
  CreateSaleschannelImagesInput: { saleschannelId: 'salesChannelId' },
  CreateItemMeasurementsInput: measurements,
  CreateItemSuppliersInput: suppliers,
  CreateItemSupplierInput: supplier,
  CreateSupplierPriceInput: supplierPrice,
  CreateItemFeaturesInput: { features },
  CreateItemSpecialPricesInput: {
    isEndDateActive: 'endDateActive',
    minimumStockQuantity: 'tillAmountInStockSmallerThan',
    isStockRestrictionActive: 'tillAmountActive',
    salesChannelSpecialPrices: channelSpecialPrices,
  },
  CreateItemCustomFieldsInput: { fieldValues: 'customFields' },
  CreateItemCustomFieldValueInput: customFieldValue,
  // An item belongs to every company; the company that a request names changes nothing.
  ChangeItemCommandRequestInput: { ...parts, attributes: '.', companyId: false },
  UpdateItemIdentifiersInput: identifiers,
  UpdateItemDescriptionsInput: descriptions,
  UpdateDefaultDescriptionInput: localTexts,
  UpdateSalesChannelDescriptionInput: localTexts,
  UpdatePlatformDescriptionInput: localTexts,
  UpdateDescriptionDataInput: texts,
  UpdateItemPricesInput: prices,
  UpdateItemSaleschannelPricesInput: channelPrices,
  UpdateItemImagesInput: images,
  UpdateItemImageInput: { blobIdentifier: 'imageId' },
  UpdateSaleschannelImagesInput: { saleschannelId: 'salesChannelId' },
  UpdateItemMeasurementsInput: measurements,
  UpdateItemSuppliersInput: suppliers,
  UpdateItemSupplierInput: supplier,
  UpdateSupplierPriceInput: supplierPrice,
  UpdateItemAttributesInput: { values: 'attributes' },
  UpdateItemFeaturesInput: { features },
  UpdateItemSpecialPricesInput: { salesChannelSpecialPrices: channelSpecialPrices },
  UpdateItemCustomFieldsInput: { fieldValues: 'customFields' },
  UpdateItemCustomFieldValueInput: customFieldValue,
  CreateCategoryCommandRequestInput: category,
  UpdateCategoryCommandRequestInput: category,
};
