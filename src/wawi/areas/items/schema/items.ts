import type { Static } from 'typebox';
import type {
  attributeText,
  attributeValue,
  furtherTexts,
  groupPrices,
  imageUse,
  itemSupplier,
  localTexts,
  scalePrice,
  specialPrices,
  supplierScalePrice,
  texts,
} from './item-parts.schema.ts';
import type { item, itemEntities } from './items.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

/** The texts of an item or a category for customers, in one language. */
export type Texts = Static<typeof texts>;

export type LocalTexts = Static<typeof localTexts>;

/**
 * Texts beside the ones in Wawi's default language, which the entity carries itself: Wawi's in other languages, those
 * of single sales channels, and those of whole platforms (a platform is Wawi, online shops, eBay ...).
 */
export type FurtherTexts = Static<typeof furtherTexts>;

/** A price from a quantity on: absolute, or a share off the standard price in per cent; zero where it says nothing. */
export type ScalePrice = Static<typeof scalePrice>;

export type GroupPrices = Static<typeof groupPrices>;

export type AttributeText = Static<typeof attributeText>;

/** The value of an attribute on an item or a category. */
export type AttributeValue = Static<typeof attributeValue>;

export type SupplierScalePrice = Static<typeof supplierScalePrice>;

/** The conditions of one supplier for an item. */
export type ItemSupplier = Static<typeof itemSupplier>;

/** An image on an item. */
export type ImageUse = Static<typeof imageUse>;

export type SpecialPrices = Static<typeof specialPrices>;

/** An article. Money and quantities are exact decimals; `changed` moves with every write. */
export type Item = Static<typeof item>;

export type ItemEntities = Entities<typeof itemEntities>;

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
      'variations[].values[].imageId': 'image',
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
