import type { Faker } from '@faker-js/faker';
import { decimal } from '../../../store/values/decimal.ts';
import { hasChildren } from '../../items/rules/item-relations.ts';
import type { Item } from '../../items/schema/items.ts';
import { bookStock, type StockBooking } from '../operations/stock.ts';
import { pastInstant, type Generation } from '../../../store/generation.ts';

const standardWarehouse = 1;
const binWarehouse = 2;
const bins = [2, 3, 4] as const;

/** Some items are kept in batches, some expire, some have serial numbers; every so many, so that tests find one. */
const traits = [
  { every: 20, at: 7, option: 'serialNumberItem' },
  { every: 20, at: 11, option: 'subjectToBatchItem' },
  { every: 20, at: 13, option: 'subjectToShelfLifeExpirationDate' },
] as const;
type Trait = (typeof traits)[number]['option'];

/** One item in so many has run out, and which of them. */
const runOut = { every: 8, at: 5 };

/** Stock for most items. */
export function generateStock(generation: Generation): void {
  const { data, sequence } = generation;
  for (const item of [...data.of('item').values()]) {
    if (item.id % runOut.every === runOut.at || hasChildren(data, item.id)) continue;
    const faker = sequence('stock', item.id);
    const trait = traits.find(({ every, at }) => item.id % every === at)?.option;
    if (trait) setTrait(generation, item, trait);
    book(generation, faker, item, standardWarehouse, undefined, trait);
    if (item.id % 3 === 0)
      book(generation, faker, item, binWarehouse, bins[item.id % bins.length] ?? bins[0], trait);
  }
}

function setTrait({ data }: Generation, item: Item, trait: Trait): void {
  data.update('item', item.id, { storageOptions: { ...item.storageOptions, [trait]: true } });
}

function book(
  generation: Generation,
  faker: Faker,
  item: Item,
  warehouseId: number,
  storageLocationId: number | undefined,
  trait: Trait | undefined,
): void {
  const { data, until } = generation;
  const pieces = trait === 'serialNumberItem' ? 3 : faker.number.int({ min: 4, max: 80 });
  const expires = new Date(until + faker.number.int({ min: 30, max: 500 }) * 86_400_000);
  const details: Record<Trait, Partial<StockBooking>> = {
    serialNumberItem: {
      serialNumbers: Array.from({ length: pieces }, (_, n) => `SN${item.id}-${warehouseId}-${n + 1}`),
    },
    subjectToBatchItem: { batchNumber: `CH${faker.string.numeric(6)}` },
    subjectToShelfLifeExpirationDate: {
      shelfLifeExpirationDate: `${expires.toISOString().slice(0, 10)}T00:00:00.000Z`,
    },
  };
  bookStock(
    data,
    {
      itemId: item.id,
      warehouseId,
      ...(storageLocationId === undefined ? {} : { storageLocationId }),
      quantity: decimal(pieces),
      purchasePriceNet: item.prices.purchasePriceNet,
      comment: 'Wareneingang',
      ...(trait ? details[trait] : {}),
    },
    pastInstant(generation, faker, 60),
    'admin',
  );
}
