import type { Faker } from '@faker-js/faker';
import { decimal, multiply, round, type Decimal } from '../../../store/values/decimal.ts';
import { gtinOf } from '../../master-data/generate/check-digits.ts';
import type { Item } from '../schema/items.ts';
import { assignChild } from '../operations/item-children.ts';
import { createItem } from '../operations/items.ts';
import { pastInstant, type Generation } from '../../../store/generation.ts';
import { newDesign, type ItemDesign, type KindCounts } from './item-design.ts';
import { supplierIdFor } from './suppliers.ts';
import {
  categoryIdOf,
  generateItemMaster,
  imageIdOf,
  manufacturerIdOf,
  productGroupIdOf,
  propertyTable,
  propertyValueIdOf,
} from './item-master.ts';

const colours = propertyTable[0]?.[2] ?? [];
const dayMs = 86_400_000;

/** Every so many items one has variations, and the items after it are its children. */
const familyEvery = 25;
/** A piece, and a pair. */
const salesUnits = { piece: 1, pair: 2 };
const gram = 2;
const shippingClasses = { standard: 1, bulky: 2 };

/** Items with all that hangs on them; about one in ten lacks what is not required, as in any grown Wawi. */
export function generateItems(generation: Generation, count: number): void {
  if (count === 0) return;
  const { sequence } = generation;
  generateItemMaster(generation);
  const counts: KindCounts = new Map();
  for (let n = 1; n <= count;) {
    const family = Math.min(n % familyEvery === 1 && n > familyEvery ? colours.length : 0, count - n);
    const design = newDesign(sequence('itemDesign', n), counts, family > 0);
    const parent = generatedItem(generation, design, n, n);
    const children = colours
      .slice(0, family)
      .map((colour, m) => generatedItem(generation, design, n + m + 1, n, colour));
    if (children.length === colours.length) generateFamily(generation, parent, children);
    n += 1 + children.length;
  }
}

/** @param model the number of the item that this one differs from in colour only */
function generatedItem(
  generation: Generation,
  design: ItemDesign,
  n: number,
  model: number,
  colour?: string,
): Item {
  const { data, sequence, until } = generation;
  const faker = sequence('item', model);
  const { range, weight } = design;
  const net = decimal(design.net / 100);
  const purchase = round(multiply(net, decimal(range.purchaseShare + faker.number.int(4) / 100)));
  const isSparse = faker.number.int(9) === 0;
  const added = addedAt(generation, faker);
  const changed = Date.parse(added) + faker.number.int({ min: 0, max: 200 }) * dayMs;
  return createItem(
    data,
    {
      sku: skuOf(n),
      name: colour === undefined ? design.name : `${design.name}, ${colour}`,
      categories: [{ categoryId: categoryIdOf(range.category) }],
      taxClassId: range.isTaxReduced ? 2 : 1,
      prices: {
        salesPriceNet: net,
        purchasePriceNet: purchase,
        suggestedRetailPrice: suggestedPrice(faker, design),
      },
      isActive: faker.number.int(19) > 0,
      changed: new Date(Math.min(until, changed)).toISOString(),
      weights: { itemWeight: decimal(weight), shippingWeight: decimal(withPackaging(weight)) },
      dimensions: dimensionsOf(design),
      unitPricing: unitPricingOf(design),
      ...(isSparse ? {} : fullDetails(faker, design, purchase, n, colour)),
    },
    added,
  );
}

/** @returns the item number of the n-th item */
export function skuOf(n: number): string {
  return `BO-${String(n).padStart(4, '0')}`;
}

/** @returns the GTIN of the n-th item; the maker has a number range of its own below the prefix of German firms */
export function gtinOfItem(manufacturerId: number, n: number): string {
  return gtinOf((40_100 + manufacturerId) * 10_000_000 + n);
}

/** Most items are older than the orders; the others came in the last two years, some of them just now. */
function addedAt(generation: Generation, faker: Faker): string {
  if (faker.number.int(9) > 2) {
    const { until } = generation;
    return new Date(until - faker.number.int({ min: 735 * 1440, max: 1500 * 1440 }) * 60_000).toISOString();
  }
  return pastInstant(generation, faker, faker.number.int(2) === 0 ? 90 : 730);
}

/** @returns a gross price, at which one in three items is sold; the others are up to a fifth cheaper */
function suggestedPrice(faker: Faker, { net, range }: ItemDesign): Decimal {
  const gross = Math.round(net * (range.isTaxReduced ? 1.07 : 1.19));
  const isReduced = !range.isBook && faker.number.int(2) > 0;
  const euros = Math.floor((gross * (1 + faker.number.int({ min: 5, max: 25 }) / 100)) / 100);
  return decimal(isReduced ? Math.max(gross / 100, euros + 0.95) : gross / 100);
}

function withPackaging(weight: number): number {
  return Math.round((weight * 1.06 + 0.04) * 1000) / 1000;
}

function dimensionsOf({ kind }: ItemDesign): Item['dimensions'] {
  const [length, width, height] = kind.size;
  return { length: decimal(length), width: decimal(width), height: decimal(height) };
}

/** Food shows its price for 100 g. */
function unitPricingOf({ kind, range, weight }: ItemDesign): Partial<Item['unitPricing']> {
  const salesUnitId = kind.isSoldInPairs ? salesUnits.pair : salesUnits.piece;
  if (!range.hasBasePrice) return { salesUnitId };
  return {
    salesUnitId,
    innerQuantity: decimal(Math.round(weight * 1000)),
    innerQuantityUnitId: gram,
    isBasePriceDeclared: true,
    basePriceReferenceUnitId: gram,
    basePriceReferenceAmount: decimal(100),
  };
}

function fullDetails(
  faker: Faker,
  design: ItemDesign,
  purchasePriceNet: Decimal,
  n: number,
  colour?: string,
): object {
  const { kind, maker, range } = design;
  const supplierId = supplierIdFor(faker, range.category);
  const manufacturerId = manufacturerIdOf(maker);
  return {
    description: `<p>${design.series} von ${maker}. ${faker.helpers.arrayElement(range.praises)}</p>`,
    shortDescription: faker.helpers.arrayElement(range.praises),
    manufacturerId,
    productGroupId: productGroupIdOf(range.productGroup),
    shippingClassId: kind.isBulky ? shippingClasses.bulky : shippingClasses.standard,
    availabilityId: 1,
    conditionId: 1,
    identifiers: identifiersOf(design, manufacturerId, n),
    countryOfOrigin: faker.helpers.arrayElement(range.origins),
    activeSalesChannels: ['1-1-1', '2-1-1'],
    images: { defaults: [{ imageId: imageIdOf(kind), sortNumber: 1, isMainImage: true }] },
    searchTerms: kind.searchTerms,
    propertyValueIds: propertyValuesOf(faker, design, colour),
    attributes: attributesOf(design),
    suppliers: [{ supplierId, sku: `${supplierId}-${faker.string.numeric(6)}`, purchasePriceNet }],
    defaultSupplierId: supplierId,
    ...(faker.number.int(9) === 0 ? { defaultPrices: [dealerPrice(design)] } : {}),
  };
}

/** Books have an ISBN, which is their GTIN too. */
function identifiersOf({ kind, range }: ItemDesign, manufacturerId: number, n: number): object {
  const gtin = range.isBook ? gtinOf(978_360_000_000 + n) : gtinOfItem(manufacturerId, n);
  return {
    gtin,
    manufacturerNumber: `${kind.name.slice(0, 2).toUpperCase()}-${String(n * 37 + 1000)}`,
    ...(range.isBook ? { isbn: gtin } : {}),
  };
}

function propertyValuesOf(faker: Faker, { kind }: ItemDesign, colour?: string): number[] {
  const shown = colour ?? faker.helpers.arrayElement(colours);
  return [kind.isColoured ? shown : undefined, kind.material].flatMap((value) =>
    value === undefined ? [] : [propertyValueIdOf(value)],
  );
}

function attributesOf({ range: { care, waterColumn } }: ItemDesign): object[] {
  return [care, waterColumn].flatMap((value, n) =>
    value === undefined ? [] : [{ attributeId: n + 1, defaultValues: [{ languageIso: 'DE', value }] }],
  );
}

/** Dealers get a tenth off from ten pieces on. */
function dealerPrice({ net }: ItemDesign): object {
  return {
    customerGroupId: 2,
    prices: [{ fromQuantity: 10, netPrice: decimal(Math.round(net * 0.9) / 100) }],
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
