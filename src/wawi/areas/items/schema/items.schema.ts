import { variation } from './variations.schema.ts';
import { customFieldValue } from '../../../store/shared-entities.schema.ts';
import {
  furtherTexts,
  scalePrice,
  groupPrices,
  attributeValue,
  itemSupplier,
  imageUse,
  specialPrices,
  texts,
} from './item-parts.schema.ts';
import {
  amount,
  entity,
  flag,
  id,
  instant,
  list,
  optional,
  part,
  text,
  whole,
} from '../../../store/fields.ts';

/** An article. Money and quantities are exact decimals; `changed` moves with every write. */
export const item = entity({
  ...texts.properties,
  sku: text,
  /** In Wawi's default language, as all texts on the item itself. */
  name: text,
  descriptions: furtherTexts,
  manufacturerId: optional(whole),
  responsiblePersonId: optional(whole),
  isActive: flag,
  isNew: flag,
  isTopItem: flag,
  /** Left out when Wawi proposes what to buy. */
  ignoreOrderSuggestions: flag,
  categories: list(
    part({
      categoryId: whole,
    }),
  ),
  identifiers: part({
    gtin: optional(text),
    manufacturerNumber: optional(text),
    isbn: optional(text),
    upc: optional(text),
    amazonFnsku: optional(text),
    asins: list(
      part({
        asin: text,
        isDefault: flag,
      }),
    ),
    epids: list(
      part({
        epid: text,
        isDefault: flag,
      }),
    ),
    ownIdentifier: optional(text),
    jfsku: optional(text),
  }),
  /** The bill of materials. */
  components: list(
    part({
      itemId: whole,
      quantity: amount,
      sortNumber: whole,
      notes: optional(text),
    }),
  ),
  bundles: list(
    part({
      id,
      ean: optional(text),
      upc: optional(text),
      quantity: amount,
      unitId: optional(whole),
    }),
  ),
  parentItemId: optional(whole),
  /** Of a child: the values of the parent's variations that it stands for. */
  variationValueIds: list(whole),
  variations: list(variation),
  prices: part({
    salesPriceNet: amount,
    suggestedRetailPrice: amount,
    purchasePriceNet: amount,
    ebayPrice: amount,
    amazonPrice: amount,
  }),
  defaultPrices: list(groupPrices),
  salesChannelPrices: list(
    part({
      salesChannelId: text,
      isActive: flag,
      prices: list(groupPrices),
    }),
  ),
  customerPrices: list(
    part({
      customerId: whole,
      prices: list(scalePrice),
    }),
  ),
  specialPrices: specialPrices,
  /** Ids of the sales channels the item is active on, such as `2-2-1`. */
  activeSalesChannels: list(text),
  sortNumber: whole,
  annotation: optional(text),
  /** ISO 8601. */
  added: instant,
  changed: instant,
  releasedOnDate: optional(instant),
  newInAssortmentDate: optional(instant),
  storageOptions: part({
    inventoryManagementActive: flag,
    splitQuantity: flag,
    globalMinimumStockLevel: amount,
    buffer: whole,
    serialNumberItem: flag,
    /** At every movement. */
    serialNumberTracking: flag,
    /** Serial numbers are recorded when goods come in and when they leave, and not in between. */
    serialNumbersInbound: optional(flag),
    subjectToShelfLifeExpirationDate: flag,
    subjectToBatchItem: flag,
    procurementTime: whole,
    determineProcurementTimeAutomatically: flag,
    additionalHandlingTime: whole,
  }),
  countryOfOrigin: optional(text),
  conditionId: optional(whole),
  shippingClassId: optional(whole),
  productGroupId: optional(whole),
  taxClassId: optional(whole),
  /** Centimetres. */
  dimensions: part({
    length: amount,
    width: amount,
    height: amount,
  }),
  /** Kilograms. */
  weights: part({
    itemWeight: amount,
    shippingWeight: amount,
  }),
  allowNegativeStock: flag,
  platformNegativeStocks: list(
    part({
      platformId: whole,
      isNegativeStockAllowed: flag,
    }),
  ),
  salesChannelNegativeStocks: list(
    part({
      salesChannelId: text,
      isNegativeStockAllowed: flag,
    }),
  ),
  quantities: part({
    minimumOrderQuantity: amount,
    permissibleOrderQuantity: amount,
    minimumPurchaseQuantityForCustomerGroup: list(
      part({
        customerGroupId: whole,
        permissibleOrderQuantity: amount,
        minimumPurchaseQuantity: amount,
        isActive: flag,
      }),
    ),
  }),
  dangerousGoods: part({
    unNumber: optional(text),
    hazardNo: optional(text),
  }),
  taric: optional(text),
  searchTerms: optional(text),
  priceListActive: flag,
  ignoreDiscounts: flag,
  availabilityId: optional(whole),
  unitPricing: part({
    salesUnitId: optional(whole),
    innerQuantity: amount,
    innerQuantityUnitId: optional(whole),
    isBasePriceDeclared: flag,
    basePriceReferenceUnitId: optional(whole),
    basePriceReferenceAmount: amount,
  }),
  warehouseConstraints: list(
    part({
      warehouseId: whole,
      minStock: amount,
      maxStock: amount,
      storageLocations: list(
        part({
          storageLocationId: whole,
          note1: optional(text),
          note2: optional(text),
        }),
      ),
    }),
  ),
  suppliers: list(itemSupplier),
  defaultSupplierId: optional(whole),
  defaultDropshippingSupplierId: optional(whole),
  configurationGroupIds: list(whole),
  crossSellingGroupIds: list(whole),
  /** Values of properties ("Merkmale") the item has. */
  propertyValueIds: list(whole),
  attributes: list(attributeValue),
  images: part({
    defaults: list(imageUse),
    platforms: list(
      part({
        platformId: whole,
        images: list(imageUse),
      }),
    ),
    salesChannels: list(
      part({
        salesChannelId: text,
        images: list(imageUse),
      }),
    ),
    ebay: list(
      part({
        ebayAccountId: whole,
        images: list(imageUse),
      }),
    ),
  }),
  customFields: list(customFieldValue),
});

export const itemEntities = {
  item,
};
