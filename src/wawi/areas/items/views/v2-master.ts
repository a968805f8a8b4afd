import type { Attribute } from '../schema/characteristics.ts';
import type { Category } from '../schema/item-master.ts';
import { defaultLanguage } from '../rules/item-texts.ts';
import { alike, wrappedIds } from '../../../wire/views/list-fields.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';
import { allPlatformDescriptions } from './v2-texts.ts';

/** What items refer to, in v2. */
export const itemMasterViewsV2: ViewTable = {
  'Category.Category': view({
    Descriptions: '.',
    Attributes: '.',
    CustomFields: '.',
    Discounts: '.',
    HiddenForCustomerGroups: '.',
    Shops: '.',
  }),
  // Later versions take a name and parent as the command does.
  'Category.CreateCategory': view({ ParentId: 'parentCategoryId' }, { likes: 'Category.Category' }),
  'Category.CategoryDescriptions': view({
    DefaultDescriptions: allPlatformDescriptions,
    SalesChannelDescriptions: 'descriptions.salesChannels',
  }),
  'Category.CategoryAttributes': view({ Values: 'attributes' }),
  'Category.CategoryCustomFields': view({ Values: 'customFields' }),
  'Category.CategoryDiscounts': view({ Values: 'discounts' }),
  'Category.CategoryDiscount': view({ ShopId: 'salesChannelId' }),
  'Category.CategoryHiddenForCustomerGroups': view({ Values: 'hiddenForCustomerGroups' }),
  'Category.CategoryShops': view<Category>({
    Values: wrappedIds<Category>('activeSalesChannels', 'shopId'),
  }),
  'Category.CreateCategoryCommandRequest': view({ ParentId: 'parentCategoryId' }),
  'Manufacturer.Manufacturer': view({
    HomepageUrl: 'homepage',
    Position: 'sortNumber',
    ManufacturerLanguages: 'languages',
  }),
  'Manufacturer.ManufacturerContactAddress': view({ EMailAddress: 'emailAddress' }),
  'Attributes.Attribute': view({ Names: '.', PossibleValues: '.' }),
  'Attributes.FunctionAttribute': view<Attribute>({
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
  'CustomField.CustomField': view({ CustomFieldId: 'id' }),
  'V1.ResponsiblePerson.ResponsiblePerson': view({ LanguageKey: 'languageId' }),
  'V1.Supplier.Supplier': view({ LastChangedDate: 'lastChanged' }),
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
