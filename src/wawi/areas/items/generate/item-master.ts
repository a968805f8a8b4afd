import type { Category } from '../schema/item-master.ts';
import { assortment, type KindOfGoods } from './assortment.ts';
import { newCategory } from '../operations/categories.ts';
import { generateSuppliers } from './suppliers.ts';
import { pictures } from './pictures.ts';
import { asciiOf, postalPlace } from '../../master-data/generate/places.ts';
import { createRecord } from '../operations/records.ts';
import { pastInstant, type Generation } from '../../../store/generation.ts';

const makerNames = [
  'Bergfuchs',
  'Alpenglühen',
  'Nordwärts',
  'Gipfelstürmer',
  'Öko-Trail',
  'Wanderlust',
  'Jägerstätter & Söhne',
  'Müller Outdoor',
  'Hüttenschmaus',
  'Wegweiser Verlag',
];

const categoryNames = assortment.map(({ category }) => category);
/** Categories that lie in another one. */
const parentCategories: Readonly<Record<string, string>> = { Kinderzelte: 'Zelte' };

const productGroupNames = [...new Set(assortment.map(({ productGroup }) => productGroup))];

/** Properties ("Merkmale") and their values, numbered in this order. */
export const propertyTable: readonly (readonly [name: string, english: string, values: readonly string[]])[] =
  [
    ['Farbe', 'Colour', ['Moosgrün', 'Graublau', 'Lehmbraun']],
    ['Material', 'Material', ['Baumwolle', 'Polyamid', 'Wolle', 'Edelstahl']],
  ];

const attributeTable = [
  { groupName: 'Pflege', names: [['Pflegehinweis', 'Care']], fieldType: 12 },
  { groupName: 'Technik', names: [['Wassersäule', 'Water column']], fieldType: 1 },
] as const;

const customFieldTable = [
  { name: 'Einkaufskürzel', groupName: 'Einkauf', referenceType: 0, dataType: 12 },
  { name: 'Saisonartikel', groupName: 'Einkauf', referenceType: 0, dataType: 4 },
  { name: 'Schaufensterkategorie', groupName: 'Shop', referenceType: 1, dataType: 4 },
  { name: 'Kundenkarte', groupName: 'Treue', referenceType: 3, dataType: 12 },
  { name: 'Geschenkverpackung', groupName: 'Versand', referenceType: 4, dataType: 4 },
];

/** Everything that items refer to: the shop's own categories, makers, suppliers, properties and the like. */
export function generateItemMaster(generation: Generation): void {
  const { data, until } = generation;
  const now = new Date(until).toISOString();
  for (const name of categoryNames) data.insert('category', categoryOf(name));
  for (const picture of pictures()) data.insert('image', picture);
  for (const name of makerNames) {
    createRecord(
      data,
      'manufacturer',
      {
        name,
        homepage: `https://www.${asciiOf(name)}.example`,
        languages: [{ languageId: 1, description: `Alles von ${name}`, metaTitle: name }],
      },
      now,
    );
  }
  for (const name of productGroupNames) createRecord(data, 'productGroup', { name }, now);
  generateSuppliers(generation);
  generateProperties(generation, now);
  for (const { groupName, names, fieldType } of attributeTable) {
    const [german, english] = names[0];
    createRecord(data, 'attribute', { groupName, fieldType, names: bilingual(german, english) }, now);
  }
  for (const field of customFieldTable) createRecord(data, 'customField', field, now);
  createRecord(data, 'label', { name: 'Auslaufartikel', type: 1, colorCode: '#ff8800' }, now);
  createRecord(data, 'label', { name: 'Stammkunde', type: 2, colorCode: '#0088ff' }, now);
  generateResponsiblePerson(generation);
}

function categoryOf(name: string): Omit<Category, 'id'> {
  const parent = parentCategories[name];
  return newCategory(
    parent === undefined
      ? { name, activeSalesChannels: ['2-1-1'] }
      : { name, parentCategoryId: categoryIdOf(parent), sortNumber: 1 },
  );
}

/** @returns the id that {@link generateItemMaster} gives a category of the assortment */
export function categoryIdOf(name: string): number {
  return categoryNames.indexOf(name) + 1;
}

/** @returns the id that {@link generateItemMaster} gives the picture of a kind of goods */
export function imageIdOf(kind: KindOfGoods): number {
  return assortment.flatMap(({ kinds }) => kinds).indexOf(kind) + 1;
}

/** @returns the id that {@link generateItemMaster} gives a product group of the assortment */
export function productGroupIdOf(name: string): number {
  return productGroupNames.indexOf(name) + 1;
}

/** @returns the id that {@link generateItemMaster} gives a maker */
export function manufacturerIdOf(name: string): number {
  return makerNames.indexOf(name) + 1;
}

/** @returns the id that {@link generateItemMaster} gives the value of a property */
export function propertyValueIdOf(value: string): number {
  return propertyTable.flatMap(([, , values]) => values).indexOf(value) + 1;
}

function generateProperties({ data }: Generation, now: string): void {
  const group = createRecord(data, 'propertyGroup', { name: 'Allgemein' }, now);
  for (const [name, english, values] of propertyTable) {
    const property = createRecord(
      data,
      'property',
      { name, translations: bilingual(name, english), propertyGroups: [group.id] },
      now,
    );
    for (const value of values)
      data.insert('propertyValue', { propertyId: property.id, name: value, descriptions: [] });
  }
}

function generateResponsiblePerson(generation: Generation): void {
  const { data, sequence } = generation;
  const faker = sequence('responsiblePerson');
  const { phoneNumber, ...place } = postalPlace(faker, 'DE');
  createRecord(
    data,
    'responsiblePerson',
    {
      number: 'VP-1',
      description: 'Produktsicherheit in der EU',
      address: {
        id: data.nextId('address'),
        company: 'Bergfuchs GmbH',
        firstName: faker.person.firstName(),
        lastName: faker.person.lastName(),
        ...place,
        phoneNumber,
        emailAddress: 'sicherheit@bergfuchs.example',
      },
    },
    pastInstant(generation, faker, 300),
  );
}

function bilingual(german: string, english: string): { languageIso: string; name: string }[] {
  return [
    { languageIso: 'DE', name: german },
    { languageIso: 'EN', name: english },
  ];
}
