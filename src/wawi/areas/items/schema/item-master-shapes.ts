import type {
  Attribute,
  CustomField,
  Property,
  PropertyValue,
  PropertyValueTexts,
} from './characteristics.ts';
import type {
  Category,
  Condition,
  Image,
  ItemMasterEntities,
  Label,
  Manufacturer,
  ManufacturerContact,
  ManufacturerLanguage,
  Named,
  ResponsiblePerson,
  Supplier,
  UploadedFile,
} from './item-master.ts';
import type { SalesUnit, UnitOfMeasurement } from './units.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';
import { attributeValue, furtherTexts, texts } from './item-shapes.ts';
import { address, customFieldValue, translation } from '../../../store/shapes/shared.ts';

const category: Shape<Category> = {
  id: 'id',
  ...texts,
  descriptions: furtherTexts,
  parentCategoryId: 'whole',
  sortNumber: 'whole',
  activeSalesChannels: ['text'],
  attributes: [attributeValue],
  customFields: [customFieldValue],
  discounts: [{ salesChannelId: 'text', customerGroupId: 'whole', discount: 'amount' }],
  hiddenForCustomerGroups: [{ salesChannelId: 'text', customerGroupId: 'whole' }],
};

const manufacturerLanguage: Shape<ManufacturerLanguage> = {
  languageId: 'whole',
  metaTitle: 'text',
  metaKeywords: 'text',
  metaDescription: 'text',
  description: 'text',
  seo: 'text',
};

const manufacturerContact: Shape<ManufacturerContact> = {
  companyName: 'text',
  companyAdditionalName: 'text',
  salutation: 'whole',
  academicTitle: 'text',
  firstName: 'text',
  lastName: 'text',
  street: 'text',
  houseNumber: 'text',
  addressSupplement: 'text',
  postalCode: 'text',
  city: 'text',
  state: 'text',
  stateIso: 'text',
  countryIso: 'text',
  phoneNumber: 'text',
  mobileNumber: 'text',
  faxNumber: 'text',
  emailAddress: 'text',
  homepage: 'text',
  type: 'whole',
  isDefault: 'flag',
};

const manufacturer: Shape<Manufacturer> = {
  id: 'id',
  name: 'text',
  homepage: 'text',
  sortNumber: 'whole',
  languages: [manufacturerLanguage],
  contact: manufacturerContact,
  imageId: 'whole',
};

const supplier: Shape<Supplier> = {
  id: 'id',
  name: 'text',
  type: 'text',
  supplierNo: 'text',
  internalCustomerId: 'text',
  languageIso: 'text',
  formOfAddress: 'text',
  firstName: 'text',
  lastName: 'text',
  company: 'text',
  company2: 'text',
  contact: 'text',
  street: 'text',
  address2: 'text',
  postalCode: 'text',
  city: 'text',
  state: 'text',
  countryIso: 'text',
  phone: 'text',
  phoneExtension: 'text',
  fax: 'text',
  email: 'text',
  website: 'text',
  comment: 'text',
  vatId: 'text',
  status: 'text',
  currencyIso: 'text',
  canDropship: 'flag',
  deliveryTime: 'whole',
  defaultCompanyId: 'whole',
  defaultWarehouseId: 'whole',
  creditorNumber: 'whole',
  freightCostAmount: 'amount',
  minimumOrderValueAmount: 'amount',
  smallQuantitySurchargeAmount: 'amount',
  cashDiscountPercentage: 'amount',
  cashDiscountDays: 'whole',
  paymentTermInDays: 'whole',
  freeShippingThresholdAmount: 'amount',
  deliveryConditionNote: 'text',
  isVatExempt: 'flag',
  isExcludedFromPurchaseList: 'flag',
  allowsDropshipCashOnDelivery: 'flag',
  allowsDropshipFreeLineItems: 'flag',
  vatFreePositionThresholdAmount: 'amount',
  lastChanged: 'instant',
};

const named: Shape<Named> = { id: 'id', name: 'text' };

const condition: Shape<Condition> = { id: 'id', names: [translation] };

const responsiblePerson: Shape<ResponsiblePerson> = {
  id: 'id',
  number: 'text',
  description: 'text',
  address,
  created: 'instant',
  lastChanged: 'instant',
  isActive: 'flag',
  languageId: 'whole',
};

const property: Shape<Property> = {
  id: 'id',
  name: 'text',
  translations: [translation],
  propertyGroups: ['whole'],
};

const propertyValueTexts: Shape<PropertyValueTexts> = {
  languageIso: 'text',
  name: 'text',
  description: 'text',
  seoPath: 'text',
  seoMetaDescription: 'text',
  seoTitleTag: 'text',
  seoMetaKeywords: 'text',
};

const propertyValue: Shape<PropertyValue> = {
  id: 'id',
  propertyId: 'whole',
  name: 'text',
  description: 'text',
  descriptions: [propertyValueTexts],
};

const attribute: Shape<Attribute> = {
  id: 'id',
  attributeId: 'text',
  groupName: 'text',
  description: 'text',
  names: [translation],
  possibleValues: [{ languageIso: 'text', possibleValues: ['text'] }],
  activeSalesChannels: ['text'],
  sortNumber: 'whole',
  relationType: 'whole',
  fieldType: 'whole',
  isFunctionAttribute: 'flag',
};

const customField: Shape<CustomField> = {
  id: 'id',
  name: 'text',
  groupName: 'text',
  dataType: 'whole',
  displayLocation: 'whole',
  referenceType: 'whole',
  description: 'text',
  isRequired: 'flag',
  isHidden: 'flag',
  sortOrder: 'whole',
  possibleValues: ['text'],
  productGroups: ['whole'],
};

const label: Shape<Label> = { id: 'id', type: 'whole', name: 'text', colorCode: 'text' };

const salesUnit: Shape<SalesUnit> = { id: 'id', translations: [translation] };

const unitOfMeasurement: Shape<UnitOfMeasurement> = {
  id: 'id',
  displayCode: 'text',
  translations: [translation],
};

const image: Shape<Image> = {
  id: 'id',
  fileId: 'whole',
  filename: 'text',
  imageDataType: 'text',
  size: 'whole',
  width: 'whole',
  height: 'whole',
};

const uploadedFile: Shape<UploadedFile> = {
  id: 'id',
  fileId: 'whole',
  key: 'text',
  fileName: 'text',
  contentType: 'text',
  size: 'whole',
};

export const itemMasterShapes: Shapes<ItemMasterEntities> = {
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
