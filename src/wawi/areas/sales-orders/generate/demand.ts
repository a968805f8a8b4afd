import type { Faker } from '@faker-js/faker';
import { hasChildren } from '../../items/rules/item-relations.ts';
import type { Item } from '../../items/schema/items.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** A prime number: its multiples visit each of any number of rows, unless they are as many as it or a multiple. */
const step = 7919;

/**
 * Few are chosen often, most now and then: regular customers and best sellers with a long tail.
 * @param count how many there are to choose from
 * @returns the index of one of them; the popular ones are spread over all
 */
export function popular(faker: Faker, count: number): number {
  return (Math.floor(count * faker.number.float() ** 1.6) * step) % count;
}

/** @returns the items that customers can buy: active ones that are not the parents of variations */
export function itemsForSale(data: TenantData): readonly Item[] {
  return data
    .of('item')
    .list()
    .filter((item) => item.isActive && !hasChildren(data, item.id));
}

/**
 * @param items not empty
 * @param date ISO 8601
 * @returns an item that was in the range on that day, the oldest one if chance finds none
 */
export function itemOnSale(faker: Faker, items: readonly Item[], date: string): Item {
  const oldest = items.reduce((a, b) => (b.added < a.added ? b : a));
  for (let attempt = 0; attempt < 20; attempt++) {
    const item = items[popular(faker, items.length)];
    if (item && item.added <= date) return item;
  }
  return oldest;
}
