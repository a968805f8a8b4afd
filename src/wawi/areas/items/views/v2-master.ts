import type { Attribute } from '../schema/characteristics.ts';
import type { Category } from '../schema/item-master.ts';
import { defaultLanguage } from '../rules/item-texts.ts';
import { alike, wrappedIds } from '../../../wire/views/list-fields.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { activeChannels } from './category-channels.ts';
import { allPlatformDescriptions } from './v2-texts.ts';

/** A category as later versions write it. */
const changedCategory = {
  ParentId: 'parentCategoryId',
  SalesChannels: {
    read: ({ activeSalesChannels }: Category) =>
      activeSalesChannels.map((salesChannelId) => ({ salesChannelId })),
    write: activeChannels,
  },
} as const;

/** The records that items refer to, in v2. */
export const itemMasterViewsV2: V2Views = {
  'Category.Category': v2View<'Category.Category'>({
    Descriptions: '.',
    Attributes: '.',
    CustomFields: '.',
    Discounts: '.',
    HiddenForCustomerGroups: '.',
    Shops: '.',
  }),
  // Later versions take a name and parent as the command does.
  'Category.CreateCategory': v2View<'Category.CreateCategory', Category>(changedCategory, {
    likes: 'Category.Category',
  }),
  Category_UpdateCategoryRequest: v2View<'Category_UpdateCategoryRequest', Category>(changedCategory),
  Category_UpdateCategoryRequest2: v2View<'Category_UpdateCategoryRequest2', Category>(changedCategory),
  'Category.CategoryDescriptions': v2View<'Category.CategoryDescriptions'>({
    DefaultDescriptions: allPlatformDescriptions,
    SalesChannelDescriptions: 'descriptions.salesChannels',
  }),
  'Category.CategoryAttributes': v2View<'Category.CategoryAttributes'>({ Values: 'attributes' }),
  'Category.CategoryCustomFields': v2View<'Category.CategoryCustomFields'>({ Values: 'customFields' }),
  'Category.CategoryDiscounts': v2View<'Category.CategoryDiscounts'>({ Values: 'discounts' }),
  'Category.CategoryDiscount': v2View<'Category.CategoryDiscount'>({ ShopId: 'salesChannelId' }),
  'Category.CategoryHiddenForCustomerGroups': v2View<'Category.CategoryHiddenForCustomerGroups'>({
    Values: 'hiddenForCustomerGroups',
  }),
  'Category.CategoryShops': v2View<'Category.CategoryShops', Category>({
    Values: wrappedIds<Category>('activeSalesChannels', 'shopId'),
  }),
  'Category.CreateCategoryCommandRequest': v2View<'Category.CreateCategoryCommandRequest'>({
    ParentId: 'parentCategoryId',
  }),
  'Manufacturer.Manufacturer': v2View<'Manufacturer.Manufacturer'>({
    HomepageUrl: 'homepage',
    Position: 'sortNumber',
    ManufacturerLanguages: 'languages',
  }),
  'Manufacturer.ManufacturerContactAddress': v2View<'Manufacturer.ManufacturerContactAddress'>({
    EMailAddress: 'emailAddress',
  }),
  'Attributes.Attribute': v2View<'Attributes.Attribute'>({ Names: '.', PossibleValues: '.' }),
  'Attributes.FunctionAttribute': v2View<'Attributes.FunctionAttribute', Attribute>({
    Name: {
      read: (attribute) => attribute.names[0]?.name,
      write: (value) => ({ names: [{ languageIso: defaultLanguage, name: value }] }),
    },
    PossibleValues: {
      read: (attribute) => attribute.possibleValues[0]?.possibleValues ?? [],
      write: (value) => ({
        possibleValues: value === null ? [] : [{ languageIso: defaultLanguage, possibleValues: value }],
      }),
    },
  }),
  'CustomField.CustomField': v2View<'CustomField.CustomField'>({ CustomFieldId: 'id' }),
  'V1.ResponsiblePerson.ResponsiblePerson': v2View<'V1.ResponsiblePerson.ResponsiblePerson'>({
    LanguageKey: 'languageId',
  }),
  'V1.Supplier.Supplier': v2View<'V1.Supplier.Supplier'>({ LastChangedDate: 'lastChanged' }),
  ...alike({
    'Category.UpdateCategory': 'Category.Category',
    'Category.CreateCategoryDescriptions': 'Category.CategoryDescriptions',
    'Category.UpdateCategoryDescriptions': 'Category.CategoryDescriptions',
    'Category.CreateCategoryAttributes': 'Category.CategoryAttributes',
    'Category.UpdateCategoryAttributes': 'Category.CategoryAttributes',
    'Category.CreateCategoryCustomFields': 'Category.CategoryCustomFields',
    'Category.UpdateCategoryCustomFields': 'Category.CategoryCustomFields',
    'Category.CreateCategoryDiscounts': 'Category.CategoryDiscounts',
    'Category.UpdateCategoryDiscounts': 'Category.CategoryDiscounts',
    'Category.CreateCategoryDiscount': 'Category.CategoryDiscount',
    'Category.UpdateCategoryDiscount': 'Category.CategoryDiscount',
    'Category.CategoryHiddenForCustomerGroup': 'Category.CategoryDiscount',
    'Category.CreateCategoryHiddenForCustomerGroup': 'Category.CategoryDiscount',
    'Category.UpdateCategoryHiddenForCustomerGroup': 'Category.CategoryDiscount',
    'Category.CreateCategoryHiddenForCustomerGroups': 'Category.CategoryHiddenForCustomerGroups',
    'Category.UpdateCategoryHiddenForCustomerGroups': 'Category.CategoryHiddenForCustomerGroups',
    'Category.CreateCategoryShops': 'Category.CategoryShops',
    'Category.UpdateCategoryShops': 'Category.CategoryShops',
    'Category.UpdateCategoryCommandRequest': 'Category.CreateCategoryCommandRequest',
    'Manufacturer.CreateManufacturer': 'Manufacturer.Manufacturer',
    'Manufacturer.UpdateManufacturer': 'Manufacturer.Manufacturer',
    'Manufacturer.CreateManufacturerContactAddress': 'Manufacturer.ManufacturerContactAddress',
    'Manufacturer.UpdateManufacturerContactAddress': 'Manufacturer.ManufacturerContactAddress',
    'Attributes.CreateAttribute': 'Attributes.Attribute',
    'Attributes.UpdateAttribute': 'Attributes.Attribute',
    'Attributes.CreateFunctionAttribute': 'Attributes.FunctionAttribute',
  }),
};
