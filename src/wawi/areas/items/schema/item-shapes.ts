import type {
  AttributeText,
  AttributeValue,
  FurtherTexts,
  GroupPrices,
  ImageUse,
  Item,
  ItemEntities,
  ItemSupplier,
  LocalTexts,
  ScalePrice,
  SpecialPrices,
  SupplierScalePrice,
  Texts,
} from './items.ts';
import type { GroupSurcharge, Variation, VariationValue } from './variations.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';
import { customFieldValue, translation } from '../../../store/shapes/shared.ts';

/** What people read, in one language. */
export const texts: Shape<Texts> = {
  name: 'text',
  description: 'text',
  shortDescription: 'text',
  seoPath: 'text',
  seoMetaDescription: 'text',
  seoTitleTag: 'text',
  seoMetaKeywords: 'text',
};

const localTexts: Shape<LocalTexts> = { languageIso: 'text', ...texts };

export const furtherTexts: Shape<FurtherTexts> = {
  translations: [localTexts],
  salesChannels: [{ ...localTexts, salesChannelId: 'text' }],
  platforms: [{ ...localTexts, platformId: 'whole' }],
};

const groupSurcharge: Shape<GroupSurcharge> = { customerGroupId: 'whole', surcharge: 'amount' };

const variationValue: Shape<VariationValue> = {
  id: 'id',
  name: 'text',
  translations: [translation],
  sortNumber: 'whole',
  itemNumber: 'text',
  gtin: 'text',
  weightOffset: 'amount',
  defaultSurchargeNet: 'amount',
  platformSurcharges: { platformId: 'whole', surcharges: [groupSurcharge] },
  salesChannelSurcharges: { salesChannelId: 'text', surcharges: [groupSurcharge], isActive: 'flag' },
};

const variation: Shape<Variation> = {
  id: 'id',
  name: 'text',
  type: 'whole',
  translations: [translation],
  sortNumber: 'whole',
  values: [variationValue],
};

const scalePrice: Shape<ScalePrice> = {
  fromQuantity: 'whole',
  netPrice: 'amount',
  reduceStandardPriceByPercent: 'amount',
};

const groupPrices: Shape<GroupPrices> = { customerGroupId: 'whole', prices: [scalePrice] };

const specialPrices: Shape<SpecialPrices> = {
  isActive: 'flag',
  startDate: 'instant',
  endDateActive: 'flag',
  endDate: 'instant',
  tillAmountActive: 'flag',
  tillAmountInStockSmallerThan: 'whole',
  prices: [{ isActive: 'flag', customerGroupId: 'whole', netPrice: 'amount', salesChannelId: 'text' }],
};

const supplierScalePrice: Shape<SupplierScalePrice> = {
  fromQuantity: 'amount',
  purchasePriceNet: 'amount',
  usePercentageDiscount: 'flag',
  reduceStandardPriceByPercent: 'amount',
};

const itemSupplier: Shape<ItemSupplier> = {
  supplierId: 'whole',
  sku: 'text',
  itemName: 'text',
  purchasePriceNet: 'amount',
  taxRate: 'amount',
  minimumPurchaseQuantity: 'amount',
  permissibleOrderQuantity: 'amount',
  deliveryTime: 'whole',
  useSupplierDeliveryTime: 'flag',
  stocklevel: 'amount',
  stocklevelChanged: 'instant',
  isDropshipping: 'flag',
  mergeStockLevel: 'flag',
  comment: 'text',
  packagingUnit: 'text',
  amountPackagingUnit: 'amount',
  scalePrices: [supplierScalePrice],
};

const attributeText: Shape<AttributeText> = { languageIso: 'text', value: 'text' };

export const attributeValue: Shape<AttributeValue> = {
  attributeId: 'whole',
  defaultValues: [attributeText],
  salesChannelValues: [{ salesChannelId: 'text', values: [attributeText] }],
};

const imageUse: Shape<ImageUse> = { imageId: 'whole', sortNumber: 'whole', isMainImage: 'flag' };

const item: Shape<Item> = {
  id: 'id',
  sku: 'text',
  ...texts,
  descriptions: furtherTexts,
  manufacturerId: 'whole',
  responsiblePersonId: 'whole',
  isActive: 'flag',
  isNew: 'flag',
  isTopItem: 'flag',
  ignoreOrderSuggestions: 'flag',
  categories: [{ categoryId: 'whole' }],
  identifiers: {
    gtin: 'text',
    manufacturerNumber: 'text',
    isbn: 'text',
    upc: 'text',
    amazonFnsku: 'text',
    asins: [{ asin: 'text', isDefault: 'flag' }],
    epids: [{ epid: 'text', isDefault: 'flag' }],
    ownIdentifier: 'text',
    jfsku: 'text',
  },
  components: [{ itemId: 'whole', quantity: 'amount', sortNumber: 'whole', notes: 'text' }],
  bundles: [{ id: 'id', ean: 'text', upc: 'text', quantity: 'amount', unitId: 'whole' }],
  parentItemId: 'whole',
  variationValueIds: ['whole'],
  variations: [variation],
  prices: {
    salesPriceNet: 'amount',
    suggestedRetailPrice: 'amount',
    purchasePriceNet: 'amount',
    ebayPrice: 'amount',
    amazonPrice: 'amount',
  },
  defaultPrices: [groupPrices],
  salesChannelPrices: [{ salesChannelId: 'text', isActive: 'flag', prices: [groupPrices] }],
  customerPrices: [{ customerId: 'whole', prices: [scalePrice] }],
  specialPrices,
  activeSalesChannels: ['text'],
  sortNumber: 'whole',
  annotation: 'text',
  added: 'instant',
  changed: 'instant',
  releasedOnDate: 'instant',
  newInAssortmentDate: 'instant',
  storageOptions: {
    inventoryManagementActive: 'flag',
    splitQuantity: 'flag',
    globalMinimumStockLevel: 'amount',
    buffer: 'whole',
    serialNumberItem: 'flag',
    serialNumberTracking: 'flag',
    subjectToShelfLifeExpirationDate: 'flag',
    subjectToBatchItem: 'flag',
    procurementTime: 'whole',
    determineProcurementTimeAutomatically: 'flag',
    additionalHandlingTime: 'whole',
  },
  countryOfOrigin: 'text',
  conditionId: 'whole',
  shippingClassId: 'whole',
  productGroupId: 'whole',
  taxClassId: 'whole',
  dimensions: { length: 'amount', width: 'amount', height: 'amount' },
  weights: { itemWeight: 'amount', shippingWeight: 'amount' },
  allowNegativeStock: 'flag',
  platformNegativeStocks: [{ platformId: 'whole', isNegativeStockAllowed: 'flag' }],
  salesChannelNegativeStocks: [{ salesChannelId: 'text', isNegativeStockAllowed: 'flag' }],
  quantities: {
    minimumOrderQuantity: 'amount',
    permissibleOrderQuantity: 'amount',
    minimumPurchaseQuantityForCustomerGroup: [
      {
        customerGroupId: 'whole',
        permissibleOrderQuantity: 'amount',
        minimumPurchaseQuantity: 'amount',
        isActive: 'flag',
      },
    ],
  },
  dangerousGoods: { unNumber: 'text', hazardNo: 'text' },
  taric: 'text',
  searchTerms: 'text',
  priceListActive: 'flag',
  ignoreDiscounts: 'flag',
  availabilityId: 'whole',
  unitPricing: {
    salesUnitId: 'whole',
    innerQuantity: 'amount',
    innerQuantityUnitId: 'whole',
    isBasePriceDeclared: 'flag',
    basePriceReferenceUnitId: 'whole',
    basePriceReferenceAmount: 'amount',
  },
  warehouseConstraints: [
    {
      warehouseId: 'whole',
      minStock: 'amount',
      maxStock: 'amount',
      storageLocations: [{ storageLocationId: 'whole', note1: 'text', note2: 'text' }],
    },
  ],
  suppliers: [itemSupplier],
  defaultSupplierId: 'whole',
  defaultDropshippingSupplierId: 'whole',
  configurationGroupIds: ['whole'],
  crossSellingGroupIds: ['whole'],
  propertyValueIds: ['whole'],
  attributes: [attributeValue],
  images: {
    defaults: [imageUse],
    platforms: [{ platformId: 'whole', images: [imageUse] }],
    salesChannels: [{ salesChannelId: 'text', images: [imageUse] }],
    ebay: [{ ebayAccountId: 'whole', images: [imageUse] }],
  },
  customFields: [customFieldValue],
};

export const itemShapes: Shapes<ItemEntities> = { item };
