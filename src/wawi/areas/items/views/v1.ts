import type { Item } from '../schema/items.ts';
import type { Variation } from '../schema/variations.ts';
import type { ListedImage } from '../rules/item-images.ts';
import { alike, commaList } from '../../../wire/views/list-fields.ts';
import { noDate } from '../../../wire/views/no-date.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';

/** Items and what hangs on them in v1. */
export const itemViewsV1: ViewTable = {
  Item: view<Item>({
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
  ItemIdentifiers: view<Item['identifiers']>({
    Asins: {
      read: (identifiers) => identifiers.asins.map(({ asin }) => asin),
      write: (value) => ({
        asins: ((value ?? []) as string[]).map((asin, n) => ({ asin, isDefault: n === 0 })),
      }),
    },
  }),
  ItemWeights: view({ ItemWeigth: 'itemWeight' }),
  ItemSpecialPrice: view<Item>({
    ItemId: 'id',
    SpecialPrice: 'specialPrices.prices',
    IsActive: 'specialPrices.isActive',
    StartDate: 'specialPrices.startDate',
    EndDateActive: 'specialPrices.endDateActive',
    EndDate: 'specialPrices.endDate',
    TillAmountActive: 'specialPrices.tillAmountActive',
    TillAmountInStockSmallerThan: 'specialPrices.tillAmountInStockSmallerThan',
  }),
  ItemImage: view<ListedImage>({
    Filename: 'image.filename',
    ImageDataType: 'image.imageDataType',
    Size: 'image.size',
    Width: 'image.width',
    Height: 'image.height',
  }),
  ItemProperties: view<Item>({
    ItemId: 'id',
    Properties: (item, { data }) => item.propertyValueIds.map((id) => data.get('propertyValue', id)),
  }),
  ItemPropertyValue: view({ PropertyValueId: 'id' }),
  CreateItemPropertyValue: view({ PropertyValueId: 'propertyValueId' }),
  // v1 has no value for what v2 calls unknown; its numbers are one less.
  ItemVariation: view<Variation>({
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
