import { decimal } from '../../../store/values/decimal.ts';
import type { Item } from '../schema/items.ts';
import type { Generation } from '../../../store/generation.ts';

const dayMs = 86_400_000;
/** Every so many items one has it. */
const every = { minimumStock: 5, topItem: 9 };
/** Items are new for so many days. */
const newDays = 60;

/** Minimum stocks, some of which are not there; best sellers, novelties, and suppliers that take their time. */
export function varyItems({ data, sequence, until }: Generation): void {
  for (const item of data.of('item').list()) {
    const faker = sequence('itemVariety', item.id);
    data.update('item', item.id, {
      isTopItem: item.id % every.topItem === 0,
      isNew: Date.parse(item.added) > until - newDays * dayMs,
      suppliers: item.suppliers.map((supplier) => ({
        ...supplier,
        deliveryTime: faker.number.int({ min: 2, max: 21 }),
      })),
      ...(item.id % every.minimumStock === 0
        ? { storageOptions: withMinimumStock(item, faker.number.int({ min: 5, max: 40 })) }
        : {}),
    });
  }
}

function withMinimumStock({ storageOptions }: Item, pieces: number): Item['storageOptions'] {
  return { ...storageOptions, globalMinimumStockLevel: decimal(pieces) };
}
