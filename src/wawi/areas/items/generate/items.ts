import type { Faker } from '@faker-js/faker';
import { decimal, multiply, round, type Decimal } from '../../../store/values/decimal.ts';
import type { Item } from '../schema/items.ts';
import { assignChild } from '../operations/item-children.ts';
import { createItem } from '../operations/items.ts';
import { pastInstant, type Generation } from '../../../store/generation.ts';
import {
  categoryNames,
  generateItemMaster,
  makerNames,
  productGroupNames,
  propertyTable,
  supplierCount,
} from './item-master.ts';

const things = [
  'Kuppelzelt',
  'Daunenschlafsack',
  'Trekkingrucksack',
  'Regenjacke',
  'Wanderschuh',
  'Gaskocher',
  'Stirnlampe',
  'Klettergurt',
  'Trinkflasche',
  'Isomatte',
  'Fleecepullover',
  'Mütze',
];

const adjectives = [
  'Leicht',
  'Robust',
  'Wasserdicht',
  'Atmungsaktiv',
  'Windfest',
  'Für Einsteiger',
  'Für Profis',
];

const praises = [
  'Bewährt auf langen Touren und bei jedem Wetter.',
  'Klein verpackt, groß im Einsatz.',
  'Mit verstärkten Nähten und austauschbaren Teilen.',
  'Gefertigt aus geprüften, langlebigen Stoffen.',
  'Passt in jeden Rucksack.',
];

const colours = propertyTable[0]?.[2] ?? [];

/** Every so many items one has variations, and the items after it are its children. */
const familyEvery = 25;

/** Items with all that hangs on them; about one in ten lacks what is not required, as in any grown Wawi. */
export function generateItems(generation: Generation, count: number): void {
  if (count === 0) return;
  generateItemMaster(generation);
  const items: Item[] = [];
  for (let n = 1; n <= count; n++) items.push(generatedItem(generation, n));
  for (let n = familyEvery; n + colours.length < count; n += familyEvery) {
    const parent = items[n];
    if (parent) generateFamily(generation, parent, items.slice(n + 1, n + 1 + colours.length));
  }
}

function generatedItem(generation: Generation, n: number): Item {
  const { data, sequence, until } = generation;
  const faker = sequence('item', n);
  const category = faker.number.int({ min: 1, max: categoryNames.length });
  const net = decimal(faker.number.int({ min: 250, max: 49_900 }) / 100);
  const purchase = round(multiply(net, decimal('0.55')));
  const sparse = faker.number.int(9) === 0;
  const added = pastInstant(generation, faker, 900);
  const changed = Date.parse(added) + faker.number.int({ min: 0, max: 200 }) * 86_400_000;
  const thing = things[category % things.length] ?? '';
  return createItem(
    data,
    {
      sku: `BO-${String(n).padStart(4, '0')}`,
      name: `${thing} ${faker.person.lastName()} ${faker.number.int({ min: 1, max: 99 })}`,
      categories: [{ categoryId: category }],
      taxClassId: 1,
      prices: {
        salesPriceNet: net,
        purchasePriceNet: purchase,
        suggestedRetailPrice: round(multiply(net, decimal('1.29'))),
      },
      isActive: faker.number.int(19) > 0,
      changed: new Date(Math.min(until, changed)).toISOString(),
      weights: {
        itemWeight: decimal(faker.number.int({ min: 50, max: 9000 }) / 1000),
        shippingWeight: decimal(faker.number.int({ min: 60, max: 9900 }) / 1000),
      },
      unitPricing: { salesUnitId: 1 },
      ...(sparse ? {} : fullDetails(faker, net, purchase)),
    },
    added,
  );
}

function fullDetails(faker: Faker, net: Decimal, purchase: Decimal): object {
  const supplierId = faker.number.int({ min: 1, max: supplierCount });
  return {
    description: `<p>${faker.helpers.arrayElement(praises)}</p>`,
    shortDescription: faker.helpers.arrayElement(adjectives),
    manufacturerId: faker.number.int({ min: 1, max: makerNames.length }),
    productGroupId: faker.number.int({ min: 1, max: productGroupNames.length }),
    shippingClassId: 1,
    availabilityId: 1,
    conditionId: 1,
    identifiers: {
      gtin: `40${faker.string.numeric(11)}`,
      manufacturerNumber: faker.string.alphanumeric(8).toUpperCase(),
    },
    countryOfOrigin: faker.helpers.arrayElement(['DE', 'CN', 'VN', 'PT', 'AT']),
    activeSalesChannels: ['1-1-1', '2-1-1'],
    searchTerms: faker.helpers.arrayElement(propertyTable[1]?.[2] ?? []),
    propertyValueIds: [faker.number.int({ min: 1, max: colours.length })],
    attributes: [{ attributeId: 1, defaultValues: [{ languageIso: 'DE', value: 'Handwäsche' }] }],
    suppliers: [{ supplierId, sku: faker.string.alphanumeric(7).toUpperCase(), purchasePriceNet: purchase }],
    defaultSupplierId: supplierId,
    ...(faker.number.int(9) === 0
      ? {
          defaultPrices: [
            {
              customerGroupId: 2,
              prices: [{ fromQuantity: 10, netPrice: round(multiply(net, decimal('0.9'))) }],
            },
          ],
        }
      : {}),
  };
}

function generateFamily({ data }: Generation, parent: Item, children: readonly Item[]): void {
  const variation = {
    id: data.nextId('variation'),
    name: 'Farbe',
    type: 1,
    translations: [{ languageIso: 'EN', name: 'Colour' }],
    sortNumber: 0,
    values: colours.map((name, n) => ({
      id: data.nextId('variationValue'),
      name,
      translations: [],
      sortNumber: n,
      weightOffset: decimal(0),
      defaultSurchargeNet: decimal(0),
    })),
  };
  data.update('item', parent.id, { variations: [variation] });
  variation.values.forEach((value, n) => {
    const child = children[n];
    if (child) assignChild(data, parent.id, child.id, [value.id], child.changed);
  });
}
