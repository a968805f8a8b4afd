import type { Item } from '../schema/items.ts';
import type { Variation } from '../schema/variations.ts';
import type { ListedImage } from '../rules/item-images.ts';
import { alike, commaList } from '../../../wire/views/list-fields.ts';
import { noDate } from '../../../wire/views/no-date.ts';
import { v1View, type V1Views } from '../../../wire/rest/schema-views.ts';

/** Items and what hangs on them in v1. */
export const itemViewsV1: V1Views = {
  Item: v1View<'Item', Item>({
    Categories: {
      read: (item, { data }) =>
        item.categories.map(({ categoryId }) => ({
          categoryId,
          name: data.of('category').get(categoryId)?.name,
        })),
      write: 'categories',
    },
    ChildItems: (item, { data }) =>
      [...data.of('item').where('parentItemId', item.id)].map((child) => child.id),
    ItemPriceData: 'prices',
    ParentItemId: (item) => item.parentItemId ?? 0,
    ReleasedOnDate: { read: (item) => item.releasedOnDate ?? noDate, write: 'releasedOnDate' },
    ActiveSalesChannels: commaList<Item>('activeSalesChannels'),
  }),
  ItemIdentifiers: v1View<'ItemIdentifiers', Item['identifiers']>({
    Asins: {
      read: (identifiers) => identifiers.asins.map(({ asin }) => asin),
      write: (value) => ({
        asins: ((value ?? []) as string[]).map((asin, n) => ({ asin, isDefault: n === 0 })),
      }),
    },
  }),
  ItemWeights: v1View<'ItemWeights'>({ ItemWeigth: 'itemWeight' }),
  ItemSpecialPrice: v1View<'ItemSpecialPrice', Item>({
    ItemId: 'id',
    SpecialPrice: 'specialPrices.prices',
    IsActive: 'specialPrices.isActive',
    StartDate: 'specialPrices.startDate',
    EndDateActive: 'specialPrices.endDateActive',
    EndDate: 'specialPrices.endDate',
    TillAmountActive: 'specialPrices.tillAmountActive',
    TillAmountInStockSmallerThan: 'specialPrices.tillAmountInStockSmallerThan',
  }),
  ItemImage: v1View<'ItemImage', ListedImage>({
    Filename: 'image.filename',
    ImageDataType: 'image.imageDataType',
    Size: 'image.size',
    Width: 'image.width',
    Height: 'image.height',
  }),
  ItemProperties: v1View<'ItemProperties', Item>({
    ItemId: 'id',
    Properties: (item, { data }) => item.propertyValueIds.map((id) => data.get('propertyValue', id)),
  }),
  ItemPropertyValue: v1View<'ItemPropertyValue'>({ PropertyValueId: 'id' }),
  CreateItemPropertyValue: v1View<'CreateItemPropertyValue'>({ PropertyValueId: 'propertyValueId' }),
  // v1 has no value for what v2 calls unknown; its numbers are one less.
  ItemVariation: v1View<'ItemVariation', Variation>({
    Type: {
      read: (variation) => Math.max(variation.type - 1, 0),
      write: (value) => ({ type: (value as number) + 1 }),
    },
  }),
  ...alike({
    CreateItem: 'Item',
    UpdateItem: 'Item',
    CreateItemIdentifiers: 'ItemIdentifiers',
    UpdateItemIdentifiers: 'ItemIdentifiers',
    CreateItemWeights: 'ItemWeights',
    UpdateItemWeights: 'ItemWeights',
    UpdateItemSpecialPrice: 'ItemSpecialPrice',
    CreateItemVariation: 'ItemVariation',
    UpdateItemVariation: 'ItemVariation',
  }),
};
