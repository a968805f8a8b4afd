import type { Item } from '../../../domain/entities/items.ts';
import { textContains } from '../../../domain/search.ts';
import type { Bindings } from '../../call.ts';
import { one, page } from '../../combinators.ts';

export const itemBindingsV1: Bindings = {
  'GET /items': page('item', {
    filters: {
      searchKeyWord: (item: Item, text: string) =>
        textContains(text, item.sku, item.name, item.identifiers.gtin, item.searchTerms),
      categoryId: (item: Item, id: number) => item.categories.some(({ categoryId }) => categoryId === id),
      manufacturerId: 'manufacturerId',
      parentItemId: 'parentItemId',
      changedSince: (item: Item, since: string) => item.changed >= since,
      isActiveOnSalesChannelId: (item: Item, channel: string) => item.activeSalesChannels.includes(channel),
    },
  }),
  'GET /items/{itemId}': one('item'),
};
