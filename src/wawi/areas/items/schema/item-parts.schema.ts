import { amount, flag, instant, list, optional, part, text, whole } from '../../../store/fields.ts';

/** The texts of an item or a category for customers, in one language. */
export const texts = part({
  name: optional(text),
  description: optional(text),
  shortDescription: optional(text),
  seoPath: optional(text),
  seoMetaDescription: optional(text),
  seoTitleTag: optional(text),
  seoMetaKeywords: optional(text),
});

export const localTexts = part({
  ...texts.properties,
  /** ISO 639-1 in capitals. */
  languageIso: text,
});

/**
 * Texts beside the ones in Wawi's default language, which the entity carries itself: Wawi's in other languages, those
 * of single sales channels, and those of whole platforms (a platform is Wawi, online shops, eBay ...).
 */
export const furtherTexts = part({
  translations: list(localTexts),
  salesChannels: list(part({ ...localTexts.properties, salesChannelId: text })),
  platforms: list(part({ ...localTexts.properties, platformId: whole })),
});

/** A price from a quantity on: absolute, or a share off the standard price in per cent; zero where it says nothing. */
export const scalePrice = part({
  fromQuantity: whole,
  netPrice: amount,
  reduceStandardPriceByPercent: amount,
});

export const groupPrices = part({
  customerGroupId: whole,
  prices: list(scalePrice),
});

export const attributeText = part({
  /** Live systems have values without a language, too. */
  languageIso: optional(text),
  value: optional(text),
});

/** The value of an attribute on an item or a category. */
export const attributeValue = part({
  attributeId: whole,
  defaultValues: list(attributeText),
  salesChannelValues: list(
    part({
      salesChannelId: text,
      values: list(attributeText),
    }),
  ),
});

export const supplierScalePrice = part({
  fromQuantity: amount,
  purchasePriceNet: amount,
  usePercentageDiscount: flag,
  /** Per cent. */
  reduceStandardPriceByPercent: amount,
});

/** The conditions of one supplier for an item. */
export const itemSupplier = part({
  supplierId: whole,
  sku: optional(text),
  itemName: optional(text),
  purchasePriceNet: amount,
  /** Per cent. */
  taxRate: amount,
  minimumPurchaseQuantity: amount,
  permissibleOrderQuantity: amount,
  /** Days. */
  deliveryTime: whole,
  useSupplierDeliveryTime: flag,
  stocklevel: amount,
  /** ISO 8601. */
  stocklevelChanged: optional(instant),
  isDropshipping: flag,
  mergeStockLevel: flag,
  comment: optional(text),
  packagingUnit: optional(text),
  amountPackagingUnit: amount,
  scalePrices: list(supplierScalePrice),
});

/** An image on an item. */
export const imageUse = part({
  imageId: whole,
  sortNumber: whole,
  isMainImage: flag,
});

export const specialPrices = part({
  isActive: flag,
  /** ISO 8601. */
  startDate: optional(instant),
  endDateActive: flag,
  endDate: optional(instant),
  tillAmountActive: flag,
  tillAmountInStockSmallerThan: optional(whole),
  prices: list(
    part({
      isActive: flag,
      customerGroupId: whole,
      netPrice: optional(amount),
      salesChannelId: text,
    }),
  ),
});
