import type { Item } from '../../../domain/entities/items.ts';
import { view, type ViewTable } from '../../views.ts';

/** Items and what hangs on them in v1. */
export const itemViewsV1: ViewTable = {
  Item: view<Item>({
    Categories: (item, { data }) =>
      item.categories.map(({ categoryId }) => ({
        categoryId,
        name: data.of('category').get(categoryId)?.name,
      })),
    ChildItems: (item, { data }) =>
      [...data.of('item').where('parentItemId', item.id)].map((child) => child.id),
    ItemPriceData: 'prices',
    ActiveSalesChannels: (item) => item.activeSalesChannels.join(','),
  }),
  ItemWeights: view({ ItemWeigth: 'itemWeight' }),
};
