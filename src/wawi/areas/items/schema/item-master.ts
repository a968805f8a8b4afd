import type { Static } from 'typebox';
import type {
  category,
  condition,
  image,
  itemMasterEntities,
  label,
  manufacturer,
  manufacturerContact,
  manufacturerLanguage,
  named,
  responsiblePerson,
  supplier,
  uploadedFile,
} from './item-master.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import { addressCodes, translationCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import { textCodes } from './items.ts';

/** A node of the category tree; its own texts are those in Wawi's default language. */
export type Category = Static<typeof category>;

export type ManufacturerLanguage = Static<typeof manufacturerLanguage>;

export type ManufacturerContact = Static<typeof manufacturerContact>;

export type Manufacturer = Static<typeof manufacturer>;

export type Supplier = Static<typeof supplier>;

export type Named = Static<typeof named>;

export type Condition = Static<typeof condition>;

export type ResponsiblePerson = Static<typeof responsiblePerson>;

export type Label = Static<typeof label>;

/** An image's description; its bytes lie in the tenant's file store under `fileId`. */
export type Image = Static<typeof image>;

/** A file that came by the file handling endpoint; its bytes lie under `fileId`. */
export type UploadedFile = Static<typeof uploadedFile>;

export type ItemMasterEntities = Entities<typeof itemMasterEntities>;

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
