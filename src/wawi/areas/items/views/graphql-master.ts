import type { CustomField } from '../schema/characteristics.ts';
import type { Category } from '../schema/item-master.ts';
import { allTexts, platformOfChannel, wawiChannel, wawiPlatform } from '../rules/item-texts.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';

/** The records that items refer to, as GraphQL types; 0 is the top of the category tree. */
export const itemMasterViewsGraphql: TypeViews = {
  CategoryDetails: typeView<'CategoryDetails', Category>({
    parentId: ({ parentCategoryId = 0 }) => parentCategoryId,
    descriptions: (category, { data }) =>
      allTexts(category).map((text) => ({
        ...text,
        categoryId: category.id,
        platformId:
          text.salesChannelId === wawiChannel ? wawiPlatform : (platformOfChannel(text.salesChannelId) ?? 2),
        languageId: data.of('language').where('languageIso2', text.languageIso).next().value?.id,
      })),
  }),
  CategoryDetailsDescription: typeView<'CategoryDetailsDescription'>({
    metaDescription: 'seoMetaDescription',
    metaKeywords: 'seoMetaKeywords',
    titleTag: 'seoTitleTag',
    urlPath: 'seoPath',
  }),
  CategoryListItem: typeView<'CategoryListItem', Category>({
    parentId: ({ parentCategoryId = 0 }) => parentCategoryId,
  }),
  CreateCategoryCommandResponse: typeView<'CreateCategoryCommandResponse'>({ categoryId: 'id' }),
  UpdateCategoryCommandResponse: typeView<'UpdateCategoryCommandResponse'>({ categoryId: 'id' }),
  CustomFieldListItem: typeView<'CustomFieldListItem', CustomField>({
    customFieldKey: 'id',
    group: 'groupName',
    customFieldType: 'dataType',
    dataType: (field) => dataTypes[field.dataType] ?? 'None',
    sort: 'sortOrder',
    isReadonly: () => false,
    isInvisible: 'isHidden',
  }),
};

/** Names of the contract's data types, by number. */
const dataTypes = [
  'None',
  'Integer',
  'Decimal',
  'Text',
  'Checkbox',
  'List',
  'Url',
  'Email',
  'PhoneNumber',
  'CountryIso',
  'Price',
  'Date',
  'ShortText',
];
