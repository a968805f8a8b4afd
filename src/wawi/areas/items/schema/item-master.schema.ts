import { attributeValue, furtherTexts, texts } from './item-parts.schema.ts';
import { address, customFieldValue, translation } from '../../../store/shared-entities.schema.ts';
import { attribute, customField, property, propertyValue } from './characteristics.schema.ts';
import { salesUnit, unitOfMeasurement } from './units.schema.ts';
import { amount, entity, flag, instant, list, optional, part, text, whole } from '../../../store/fields.ts';

/** A node of the category tree; its own texts are those in Wawi's default language. */
export const category = entity({
  ...texts.properties,
  name: text,
  descriptions: furtherTexts,
  parentCategoryId: optional(whole),
  sortNumber: whole,
  activeSalesChannels: list(text),
  attributes: list(attributeValue),
  customFields: list(customFieldValue),
  /** Discounts in per cent. */
  discounts: list(
    part({
      salesChannelId: text,
      customerGroupId: whole,
      discount: amount,
    }),
  ),
  hiddenForCustomerGroups: list(
    part({
      salesChannelId: text,
      customerGroupId: whole,
    }),
  ),
});

export const manufacturerLanguage = part({
  languageId: whole,
  metaTitle: optional(text),
  metaKeywords: optional(text),
  metaDescription: optional(text),
  description: optional(text),
  seo: optional(text),
});

export const manufacturerContact = part({
  companyName: optional(text),
  companyAdditionalName: optional(text),
  /** 0 company, 1 Mr, 2 Mrs, 3 diverse. */
  salutation: optional(whole),
  academicTitle: optional(text),
  firstName: optional(text),
  lastName: optional(text),
  street: optional(text),
  houseNumber: optional(text),
  addressSupplement: optional(text),
  postalCode: optional(text),
  city: optional(text),
  state: optional(text),
  stateIso: optional(text),
  countryIso: optional(text),
  phoneNumber: optional(text),
  mobileNumber: optional(text),
  faxNumber: optional(text),
  emailAddress: optional(text),
  homepage: optional(text),
  /** 0 global, 1 delivery, 2 billing, 3 pick-up, 4 other. */
  type: optional(whole),
  isDefault: optional(flag),
});

export const manufacturer = entity({
  name: text,
  homepage: optional(text),
  sortNumber: whole,
  languages: list(manufacturerLanguage),
  contact: optional(manufacturerContact),
  imageId: optional(whole),
});

export const supplier = entity({
  name: text,
  /** `Standard` or what kind of supplier else. */
  type: text,
  supplierNo: optional(text),
  internalCustomerId: optional(text),
  languageIso: text,
  formOfAddress: optional(text),
  firstName: optional(text),
  lastName: optional(text),
  company: optional(text),
  company2: optional(text),
  contact: optional(text),
  street: optional(text),
  address2: optional(text),
  postalCode: optional(text),
  city: optional(text),
  state: optional(text),
  countryIso: optional(text),
  phone: optional(text),
  phoneExtension: optional(text),
  fax: optional(text),
  email: optional(text),
  website: optional(text),
  comment: optional(text),
  vatId: optional(text),
  /** `Aktiv` or `Inaktiv`. */
  status: text,
  currencyIso: text,
  canDropship: flag,
  /** Days. */
  deliveryTime: whole,
  defaultCompanyId: optional(whole),
  defaultWarehouseId: optional(whole),
  creditorNumber: optional(whole),
  freightCostAmount: optional(amount),
  minimumOrderValueAmount: optional(amount),
  smallQuantitySurchargeAmount: optional(amount),
  cashDiscountPercentage: optional(amount),
  cashDiscountDays: optional(whole),
  paymentTermInDays: optional(whole),
  freeShippingThresholdAmount: optional(amount),
  deliveryConditionNote: optional(text),
  isVatExempt: optional(flag),
  isExcludedFromPurchaseList: optional(flag),
  allowsDropshipCashOnDelivery: optional(flag),
  allowsDropshipFreeLineItems: optional(flag),
  vatFreePositionThresholdAmount: optional(amount),
  /** ISO 8601. */
  lastChanged: instant,
});

export const named = entity({
  name: text,
});

export const condition = entity({
  names: list(translation),
});

export const responsiblePerson = entity({
  number: text,
  description: optional(text),
  address: address,
  /** ISO 8601. */
  created: instant,
  lastChanged: instant,
  isActive: flag,
  languageId: whole,
});

export const label = entity({
  /** 1 item, 2 customer, 6 production operation, 7 production order, 8 resource. */
  type: whole,
  name: text,
  /** Hexadecimal, such as `#ff8800`. */
  colorCode: optional(text),
});

/** An image's description; its bytes lie in the tenant's file store under `fileId`. */
export const image = entity({
  fileId: whole,
  filename: text,
  /** Extension without dot, as sniffed from the bytes: `png`, `jpg`. */
  imageDataType: text,
  /** Bytes. */
  size: whole,
  /** Pixels. */
  width: whole,
  height: whole,
});

/** A file that came by the file handling endpoint; its bytes lie under `fileId`. */
export const uploadedFile = entity({
  fileId: whole,
  /** UUID by which clients fetch it. */
  key: text,
  fileName: text,
  contentType: text,
  /** Bytes. */
  size: whole,
});

export const itemMasterEntities = {
  category,
  manufacturer,
  supplier,
  productGroup: named,
  shippingClass: named,
  availability: named,
  condition,
  responsiblePerson,
  property,
  propertyValue,
  propertyGroup: named,
  attribute,
  customField,
  label,
  salesUnit,
  unitOfMeasurement,
  configurationGroup: named,
  crossSellingGroup: named,
  image,
  uploadedFile,
};
