import type { Decimal } from '../../../store/values/decimal.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import type { CustomFieldValue } from '../../../store/shared-entities.ts';
import type { Variation } from './variations.ts';

/** What a customer reads about an item or a category in one language. */
export interface Texts {
  name?: string;
  description?: string;
  shortDescription?: string;
  seoPath?: string;
  seoMetaDescription?: string;
  seoTitleTag?: string;
  seoMetaKeywords?: string;
}

export interface LocalTexts extends Texts {
  /** ISO 639-1 in capitals. */
  languageIso: string;
}

/**
 * Texts beside the ones in Wawi's default language, which the entity carries itself: Wawi's in other languages, those
 * of single sales channels, and those of whole platforms (a platform is Wawi, online shops, eBay ...).
 */
export interface FurtherTexts {
  translations: LocalTexts[];
  salesChannels: (LocalTexts & { salesChannelId: string })[];
  platforms: (LocalTexts & { platformId: number })[];
}

/** A price from a quantity on: absolute, or a share off the standard price in per cent; zero where it says nothing. */
export interface ScalePrice {
  fromQuantity: number;
  netPrice: Decimal;
  reduceStandardPriceByPercent: Decimal;
}

export interface GroupPrices {
  customerGroupId: number;
  prices: ScalePrice[];
}

export interface AttributeText {
  languageIso: string;
  value?: string;
}

/** The value of an attribute on an item or a category. */
export interface AttributeValue {
  attributeId: number;
  defaultValues: AttributeText[];
  salesChannelValues: { salesChannelId: string; values: AttributeText[] }[];
}

export interface SupplierScalePrice {
  fromQuantity: Decimal;
  purchasePriceNet: Decimal;
  usePercentageDiscount: boolean;
  /** Per cent. */
  reduceStandardPriceByPercent: Decimal;
}

/** What one supplier delivers an item for. */
export interface ItemSupplier {
  supplierId: number;
  sku?: string;
  itemName?: string;
  purchasePriceNet: Decimal;
  /** Per cent. */
  taxRate: Decimal;
  minimumPurchaseQuantity: Decimal;
  permissibleOrderQuantity: Decimal;
  /** Days. */
  deliveryTime: number;
  useSupplierDeliveryTime: boolean;
  stocklevel: Decimal;
  /** ISO 8601. */
  stocklevelChanged?: string;
  isDropshipping: boolean;
  mergeStockLevel: boolean;
  comment?: string;
  packagingUnit?: string;
  amountPackagingUnit: Decimal;
  scalePrices: SupplierScalePrice[];
}

/** An image on an item. */
export interface ImageUse {
  imageId: number;
  sortNumber: number;
  isMainImage: boolean;
}

export interface SpecialPrices {
  isActive: boolean;
  /** ISO 8601. */
  startDate?: string;
  endDateActive: boolean;
  endDate?: string;
  tillAmountActive: boolean;
  tillAmountInStockSmallerThan?: number;
  prices: { isActive: boolean; customerGroupId: number; netPrice: Decimal; salesChannelId: string }[];
}

/** An article. Money and quantities are exact decimals; `changed` moves with every write. */
export interface Item extends Texts {
  readonly id: number;
  sku: string;
  /** In Wawi's default language, as all texts on the item itself. */
  name: string;
  descriptions: FurtherTexts;
  manufacturerId?: number;
  responsiblePersonId?: number;
  isActive: boolean;
  isNew: boolean;
  isTopItem: boolean;
  /** Left out when Wawi proposes what to buy. */
  ignoreOrderSuggestions: boolean;
  categories: { categoryId: number }[];
  identifiers: {
    gtin?: string;
    manufacturerNumber?: string;
    isbn?: string;
    upc?: string;
    amazonFnsku?: string;
    asins: { asin: string; isDefault: boolean }[];
    epids: { epid: string; isDefault: boolean }[];
    ownIdentifier?: string;
    jfsku?: string;
  };
  /** The bill of materials. */
  components: { itemId: number; quantity: Decimal; sortNumber: number; notes?: string }[];
  bundles: { readonly id: number; ean?: string; upc?: string; quantity: Decimal; unitId?: number }[];
  parentItemId?: number;
  /** Of a child: the values of the parent's variations that it stands for. */
  variationValueIds: number[];
  variations: Variation[];
  prices: {
    salesPriceNet: Decimal;
    suggestedRetailPrice: Decimal;
    purchasePriceNet: Decimal;
    ebayPrice: Decimal;
    amazonPrice: Decimal;
  };
  defaultPrices: GroupPrices[];
  salesChannelPrices: { salesChannelId: string; isActive: boolean; prices: GroupPrices[] }[];
  customerPrices: { customerId: number; prices: ScalePrice[] }[];
  specialPrices: SpecialPrices;
  /** Ids of the sales channels the item is active on, such as `2-2-1`. */
  activeSalesChannels: string[];
  sortNumber: number;
  annotation?: string;
  /** ISO 8601. */
  added: string;
  changed: string;
  releasedOnDate?: string;
  newInAssortmentDate?: string;
  storageOptions: {
    inventoryManagementActive: boolean;
    splitQuantity: boolean;
    globalMinimumStockLevel: Decimal;
    buffer: number;
    serialNumberItem: boolean;
    serialNumberTracking: boolean;
    subjectToShelfLifeExpirationDate: boolean;
    subjectToBatchItem: boolean;
    procurementTime: number;
    determineProcurementTimeAutomatically: boolean;
    additionalHandlingTime: number;
  };
  countryOfOrigin?: string;
  conditionId?: number;
  shippingClassId?: number;
  productGroupId?: number;
  taxClassId?: number;
  /** Centimetres. */
  dimensions: { length: Decimal; width: Decimal; height: Decimal };
  /** Kilograms. */
  weights: { itemWeight: Decimal; shippingWeight: Decimal };
  allowNegativeStock: boolean;
  platformNegativeStocks: { platformId: number; isNegativeStockAllowed: boolean }[];
  salesChannelNegativeStocks: { salesChannelId: string; isNegativeStockAllowed: boolean }[];
  quantities: {
    minimumOrderQuantity: Decimal;
    permissibleOrderQuantity: Decimal;
    minimumPurchaseQuantityForCustomerGroup: {
      customerGroupId: number;
      permissibleOrderQuantity: Decimal;
      minimumPurchaseQuantity: Decimal;
      isActive: boolean;
    }[];
  };
  dangerousGoods: { unNumber?: string; hazardNo?: string };
  taric?: string;
  searchTerms?: string;
  priceListActive: boolean;
  ignoreDiscounts: boolean;
  availabilityId?: number;
  unitPricing: {
    salesUnitId?: number;
    innerQuantity: Decimal;
    innerQuantityUnitId?: number;
    isBasePriceDeclared: boolean;
    basePriceReferenceUnitId?: number;
    basePriceReferenceAmount: Decimal;
  };
  warehouseConstraints: {
    warehouseId: number;
    minStock: Decimal;
    maxStock: Decimal;
    storageLocations: { storageLocationId: number; note1?: string; note2?: string }[];
  }[];
  suppliers: ItemSupplier[];
  defaultSupplierId?: number;
  defaultDropshippingSupplierId?: number;
  configurationGroupIds: number[];
  crossSellingGroupIds: number[];
  /** Values of properties ("Merkmale") the item has. */
  propertyValueIds: number[];
  attributes: AttributeValue[];
  images: {
    defaults: ImageUse[];
    platforms: { platformId: number; images: ImageUse[] }[];
    salesChannels: { salesChannelId: string; images: ImageUse[] }[];
    ebay: { ebayAccountId: number; images: ImageUse[] }[];
  };
  customFields: CustomFieldValue[];
}

export interface ItemEntities {
  item: Item;
}

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends ItemEntities {}
}

/** The languages of an item's or a category's texts. */
export const textCodes = {
  'descriptions.translations[].languageIso': 'language',
  'descriptions.salesChannels[].languageIso': 'language',
  'descriptions.platforms[].languageIso': 'language',
  'attributes[].defaultValues[].languageIso': 'language',
  'attributes[].salesChannelValues[].values[].languageIso': 'language',
} as const;

export const itemKinds: { [N in keyof ItemEntities]: EntityKind<ItemEntities[N]> } = {
  item: {
    key: 'ArtikelKey',
    label: 'item',
    unique: ['sku'],
    references: {
      manufacturerId: 'manufacturer',
      responsiblePersonId: 'responsiblePerson',
      'categories[].categoryId': 'category',
      'components[].itemId': 'item',
      'bundles[].unitId': 'salesUnit',
      parentItemId: 'item',
      conditionId: 'condition',
      shippingClassId: 'shippingClass',
      productGroupId: 'productGroup',
      availabilityId: 'availability',
      taxClassId: 'taxClass',
      'unitPricing.salesUnitId': 'salesUnit',
      'unitPricing.innerQuantityUnitId': 'unitOfMeasurement',
      'unitPricing.basePriceReferenceUnitId': 'unitOfMeasurement',
      'warehouseConstraints[].warehouseId': 'warehouse',
      'suppliers[].supplierId': 'supplier',
      defaultSupplierId: 'supplier',
      defaultDropshippingSupplierId: 'supplier',
      'configurationGroupIds[]': 'configurationGroup',
      'crossSellingGroupIds[]': 'crossSellingGroup',
      'propertyValueIds[]': 'propertyValue',
      'attributes[].attributeId': 'attribute',
      'defaultPrices[].customerGroupId': 'customerGroup',
      'salesChannelPrices[].prices[].customerGroupId': 'customerGroup',
      'customerPrices[].customerId': 'customer',
      'specialPrices.prices[].customerGroupId': 'customerGroup',
      'quantities.minimumPurchaseQuantityForCustomerGroup[].customerGroupId': 'customerGroup',
      'images.defaults[].imageId': 'image',
      'images.platforms[].images[].imageId': 'image',
      'images.salesChannels[].images[].imageId': 'image',
      'images.ebay[].images[].imageId': 'image',
      'customFields[].customFieldId': 'customField',
    },
    codes: {
      ...textCodes,
      countryOfOrigin: 'country',
      'variations[].translations[].languageIso': 'language',
      'variations[].values[].translations[].languageIso': 'language',
    },
  },
};
