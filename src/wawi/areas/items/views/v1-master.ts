import type { Category, Manufacturer } from '../schema/item-master.ts';
import { levelOf } from '../operations/categories.ts';
import { alike, commaList } from '../../../wire/views/list-fields.ts';
import { v1View, type V1Views } from '../../../wire/rest/schema-views.ts';
import type { FieldView } from '../../../wire/views/views.ts';

/** v1 knows a maker's texts in one language only: the first that is kept. */
function firstLanguage(field: keyof Manufacturer['languages'][number]): FieldView<Manufacturer> {
  return (manufacturer) => manufacturer.languages[0]?.[field];
}

/** The records that items refer to, in v1. */
export const itemMasterViewsV1: V1Views = {
  Category: v1View<'Category', Category>({
    Level: (category, { data }) => levelOf(data, category),
    ActiveSalesChannels: commaList<Category>('activeSalesChannels'),
    Description: { read: (category) => category.description ?? '', write: 'description' },
  }),
  Manufacturer: v1View<'Manufacturer', Manufacturer>({
    Description: firstLanguage('description'),
    MetaTitle: firstLanguage('metaTitle'),
    MetaKeywords: firstLanguage('metaKeywords'),
    MetaDescription: firstLanguage('metaDescription'),
  }),
  ResponsiblePerson: v1View<'ResponsiblePerson'>({ LanguageKey: 'languageId' }),
  CustomField: v1View<'CustomField'>({ CustomFieldId: 'id', Type: 'dataType' }),
  ...alike({ CreateCategory: 'Category', UpdateCategory: 'Category' }),
};
