import type { Decimal } from '../../../store/values/decimal.ts';
import { addressCodes, translationCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import type { Attribute, CustomField, Property, PropertyValue } from './characteristics.ts';
import { textCodes, type AttributeValue, type FurtherTexts, type Texts } from './items.ts';
import type { Address, CustomFieldValue, Translation } from '../../../store/shared-entities.ts';
import type { SalesUnit, UnitOfMeasurement } from './units.ts';

/** A node of the category tree; its own texts are those in Wawi's default language. */
export interface Category extends Texts {
  readonly id: number;
  name: string;
  descriptions: FurtherTexts;
  parentCategoryId?: number;
  sortNumber: number;
  activeSalesChannels: string[];
  attributes: AttributeValue[];
  customFields: CustomFieldValue[];
  /** Discounts in per cent. */
  discounts: { salesChannelId: string; customerGroupId: number; discount: Decimal }[];
  hiddenForCustomerGroups: { salesChannelId: string; customerGroupId: number }[];
}

export interface ManufacturerLanguage {
  languageId: number;
  metaTitle?: string;
  metaKeywords?: string;
  metaDescription?: string;
  description?: string;
  seo?: string;
}

export interface ManufacturerContact {
  companyName?: string;
  companyAdditionalName?: string;
  /** 0 company, 1 Mr, 2 Mrs, 3 diverse. */
  salutation?: number;
  academicTitle?: string;
  firstName?: string;
  lastName?: string;
  street?: string;
  houseNumber?: string;
  addressSupplement?: string;
  postalCode?: string;
  city?: string;
  state?: string;
  stateIso?: string;
  countryIso?: string;
  phoneNumber?: string;
  mobileNumber?: string;
  faxNumber?: string;
  emailAddress?: string;
  homepage?: string;
  /** 0 global, 1 delivery, 2 billing, 3 pick-up, 4 other. */
  type?: number;
  isDefault?: boolean;
}

export interface Manufacturer {
  readonly id: number;
  name: string;
  homepage?: string;
  sortNumber: number;
  languages: ManufacturerLanguage[];
  contact?: ManufacturerContact;
  imageId?: number;
}

export interface Supplier {
  readonly id: number;
  name: string;
  /** `Standard` or what kind of supplier else. */
  type: string;
  supplierNo?: string;
  internalCustomerId?: string;
  languageIso: string;
  formOfAddress?: string;
  firstName?: string;
  lastName?: string;
  company?: string;
  company2?: string;
  contact?: string;
  street?: string;
  address2?: string;
  postalCode?: string;
  city?: string;
  state?: string;
  countryIso?: string;
  phone?: string;
  phoneExtension?: string;
  fax?: string;
  email?: string;
  website?: string;
  comment?: string;
  vatId?: string;
  /** `Aktiv` or `Inaktiv`. */
  status: string;
  currencyIso: string;
  canDropship: boolean;
  /** Days. */
  deliveryTime: number;
  defaultCompanyId?: number;
  defaultWarehouseId?: number;
  creditorNumber?: number;
  freightCostAmount?: Decimal;
  minimumOrderValueAmount?: Decimal;
  smallQuantitySurchargeAmount?: Decimal;
  cashDiscountPercentage?: Decimal;
  cashDiscountDays?: number;
  paymentTermInDays?: number;
  freeShippingThresholdAmount?: Decimal;
  deliveryConditionNote?: string;
  isVatExempt?: boolean;
  isExcludedFromPurchaseList?: boolean;
  allowsDropshipCashOnDelivery?: boolean;
  allowsDropshipFreeLineItems?: boolean;
  vatFreePositionThresholdAmount?: Decimal;
  /** ISO 8601. */
  lastChanged: string;
}

export interface Named {
  readonly id: number;
  name: string;
}

export interface Condition {
  readonly id: number;
  names: Translation[];
}

export interface ResponsiblePerson {
  readonly id: number;
  number: string;
  description?: string;
  address: Address;
  /** ISO 8601. */
  created: string;
  lastChanged: string;
  isActive: boolean;
  languageId: number;
}

export interface Label {
  readonly id: number;
  /** 1 item, 2 customer, 6 production operation, 7 production order, 8 resource. */
  type: number;
  name: string;
  /** Hexadecimal, such as `#ff8800`. */
  colorCode?: string;
}

/** An image's description; its bytes lie in the tenant's file store under `fileId`. */
export interface Image {
  readonly id: number;
  fileId: number;
  filename: string;
  /** Extension without dot, as sniffed from the bytes: `png`, `jpg`. */
  imageDataType: string;
  /** Bytes. */
  size: number;
  /** Pixels. */
  width: number;
  height: number;
}

/** A file that came by the file handling endpoint; its bytes lie under `fileId`. */
export interface UploadedFile {
  readonly id: number;
  fileId: number;
  /** UUID by which clients fetch it. */
  key: string;
  fileName: string;
  contentType: string;
  /** Bytes. */
  size: number;
}

export interface ItemMasterEntities {
  category: Category;
  manufacturer: Manufacturer;
  supplier: Supplier;
  productGroup: Named;
  shippingClass: Named;
  availability: Named;
  condition: Condition;
  responsiblePerson: ResponsiblePerson;
  property: Property;
  propertyValue: PropertyValue;
  propertyGroup: Named;
  attribute: Attribute;
  customField: CustomField;
  label: Label;
  salesUnit: SalesUnit;
  unitOfMeasurement: UnitOfMeasurement;
  configurationGroup: Named;
  crossSellingGroup: Named;
  image: Image;
  uploadedFile: UploadedFile;
}

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends ItemMasterEntities {}
}

export const itemMasterKinds: { [N in keyof ItemMasterEntities]: EntityKind<ItemMasterEntities[N]> } = {
  category: {
    key: 'KategorieKey',
    label: 'category',
    references: {
      parentCategoryId: 'category',
      'attributes[].attributeId': 'attribute',
      'customFields[].customFieldId': 'customField',
      'discounts[].customerGroupId': 'customerGroup',
      'hiddenForCustomerGroups[].customerGroupId': 'customerGroup',
    },
    codes: textCodes,
  },
  manufacturer: {
    key: 'HerstellerKey',
    label: 'manufacturer',
    unique: ['name'],
    references: { imageId: 'image', 'languages[].languageId': 'language' },
    codes: addressCodes('contact'),
  },
  supplier: {
    key: 'LieferantKey',
    label: 'supplier',
    unique: ['supplierNo'],
    references: { defaultCompanyId: 'company', defaultWarehouseId: 'warehouse' },
    codes: { languageIso: 'language', countryIso: 'country', currencyIso: 'currency' },
  },
  productGroup: { key: 'WarengruppeKey', label: 'product group', unique: ['name'] },
  shippingClass: { key: 'VersandklasseKey', label: 'shipping class', unique: ['name'] },
  availability: { key: 'LieferstatusKey', label: 'availability' },
  condition: { key: 'ZustandKey', label: 'condition', codes: { 'names[].languageIso': 'language' } },
  responsiblePerson: { key: 'ContactKey', label: 'responsible person', codes: addressCodes('address') },
  property: {
    key: 'MerkmalKey',
    label: 'property',
    references: { 'propertyGroups[]': 'propertyGroup' },
    codes: translationCodes,
  },
  propertyValue: {
    key: 'MerkmalWertKey',
    label: 'property value',
    references: { propertyId: 'property' },
    codes: { 'descriptions[].languageIso': 'language' },
  },
  propertyGroup: { key: 'MerkmalGruppeKey', label: 'property group', unique: ['name'] },
  attribute: {
    key: 'AttributKey',
    label: 'attribute',
    codes: { 'names[].languageIso': 'language', 'possibleValues[].languageIso': 'language' },
  },
  customField: {
    key: 'EigenesFeldKey',
    label: 'custom field',
    references: { 'productGroups[]': 'productGroup' },
  },
  label: { key: 'LabelKey', label: 'label' },
  salesUnit: { key: 'EinheitKey', label: 'sales unit', codes: translationCodes },
  unitOfMeasurement: {
    key: 'MassEinheitKey',
    label: 'unit of measurement',
    unique: ['displayCode'],
    codes: translationCodes,
  },
  configurationGroup: { key: 'KonfiggruppeKey', label: 'configuration group' },
  crossSellingGroup: { key: 'CrossSellingGruppeKey', label: 'cross-selling group' },
  image: { key: 'BildKey', label: 'image' },
  uploadedFile: { key: 'DateiKey', label: 'file', unique: ['key'] },
};
