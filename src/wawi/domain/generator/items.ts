import { decimal, multiply, round } from '../decimal.ts';
import { newItem } from '../operations/items.ts';
import { pastInstant, type Generation } from './generate.ts';

const categories = [
  'Zelte',
  'Schlafsäcke',
  'Rucksäcke',
  'Bekleidung',
  'Schuhe',
  'Kochen & Küche',
  'Beleuchtung',
  'Klettern',
  'Zubehör',
  'Ausrüstung für Kinder',
];
const makers = [
  'Bergfuchs',
  'Alpenglühen',
  'Nordwärts',
  'Gipfelstürmer',
  'Öko-Trail',
  'Wanderlust',
  'Jägerstätter & Söhne',
  'Müller Outdoor',
];
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

/** Items with categories and makers; about one in ten lacks what is not required, as in any grown Wawi. */
export function generateItems(generation: Generation, count: number): void {
  const { data, faker } = generation;
  if (count === 0) return;
  for (const name of categories) data.insert('category', { name, sortNumber: 0, activeSalesChannels: [] });
  for (const name of makers) {
    data.insert('manufacturer', { name, sortNumber: 0, homepage: `https://${faker.internet.domainName()}` });
  }
  for (const name of ['Outdoor', 'Bekleidung', 'Zubehör']) data.insert('productGroup', { name });
  for (let n = 1; n <= count; n++) data.insert('item', generatedItem(generation, n));
}

function generatedItem(generation: Generation, n: number): ReturnType<typeof newItem> {
  const { faker } = generation;
  const category = faker.number.int({ min: 1, max: categories.length });
  const net = decimal(faker.number.int({ min: 250, max: 49_900 }) / 100);
  const sparse = faker.number.int(9) === 0;
  const added = pastInstant(generation, 900);
  const name = `${things[category % things.length] ?? ''} ${faker.person.lastName()} ${faker.number.int({ min: 1, max: 99 })}`;
  return newItem(
    {
      sku: `BO-${String(n).padStart(4, '0')}`,
      name,
      categories: [{ categoryId: category }],
      taxClassId: 1,
      prices: {
        salesPriceNet: net,
        purchasePriceNet: round(multiply(net, decimal('0.55'))),
        suggestedRetailPrice: round(multiply(net, decimal('1.29'))),
      },
      isActive: faker.number.int(19) > 0,
      changed: new Date(
        Math.min(generation.until, Date.parse(added) + faker.number.int({ min: 0, max: 200 }) * 86_400_000),
      ).toISOString(),
      weights: {
        itemWeight: decimal(faker.number.int({ min: 50, max: 9000 }) / 1000),
        shippingWeight: decimal(faker.number.int({ min: 60, max: 9900 }) / 1000),
      },
      ...(sparse
        ? {}
        : {
            description: `<p>${faker.commerce.productDescription()}</p>`,
            shortDescription: faker.commerce.productAdjective(),
            manufacturerId: faker.number.int({ min: 1, max: makers.length }),
            productGroupId: faker.number.int({ min: 1, max: 3 }),
            shippingClassId: 1,
            availabilityId: 1,
            identifiers: {
              gtin: `40${faker.string.numeric(11)}`,
              manufacturerNumber: faker.string.alphanumeric(8).toUpperCase(),
              asins: [],
            },
            countryOfOrigin: faker.helpers.arrayElement(['DE', 'CN', 'VN', 'PT', 'AT']),
            activeSalesChannels: ['1-1-1', '2-1-1'],
            searchTerms: faker.commerce.productMaterial(),
          }),
    },
    added,
  );
}
