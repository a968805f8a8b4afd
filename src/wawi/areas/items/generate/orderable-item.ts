import type { Faker } from '@faker-js/faker';
import type { TenantData } from '../../../store/tenant-data.ts';
import { hasChildren } from '../rules/item-relations.ts';

/** @returns a random item that customers order; undefined in a tenant without items */
export function orderableItem(data: TenantData, faker: Faker): { itemId: number } | undefined {
  const { highestId } = data.of('item');
  if (highestId === 0) return undefined;
  for (;;) {
    const itemId = faker.number.int({ min: 1, max: highestId });
    if (!hasChildren(data, itemId)) return { itemId };
  }
}
