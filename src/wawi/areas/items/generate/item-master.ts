import { newCategory } from '../operations/categories.ts';
import { createRecord } from '../operations/records.ts';
import { pastInstant, type Generation } from '../../../store/generation.ts';

/** Top categories, in the order of the things that {@link import('./items.ts').generateItems} puts in them. */
export const categoryNames = [
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

export const makerNames = [
  'Bergfuchs',
  'Alpenglühen',
  'Nordwärts',
  'Gipfelstürmer',
  'Öko-Trail',
  'Wanderlust',
  'Jägerstätter & Söhne',
  'Müller Outdoor',
];

export const productGroupNames = ['Outdoor', 'Bekleidung', 'Zubehör'];

export const supplierCount = 5;

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
  const { data, sequence, until } = generation;
  const now = new Date(until).toISOString();
  for (const name of categoryNames)
    data.insert('category', newCategory({ name, activeSalesChannels: ['2-1-1'] }));
  data.insert('category', newCategory({ name: 'Kinderzelte', parentCategoryId: 1, sortNumber: 1 }));
  for (const [n, name] of makerNames.entries()) {
    createRecord(
      data,
      'manufacturer',
      {
        name,
        homepage: `https://${sequence('manufacturer', n).internet.domainName()}`,
        languages: [{ languageId: 1, description: `Ausrüstung von ${name}`, metaTitle: name }],
      },
      now,
    );
  }
  for (const name of productGroupNames) createRecord(data, 'productGroup', { name }, now);
  for (let n = 1; n <= supplierCount; n++) generateSupplier(generation, n);
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

function generateSupplier(generation: Generation, n: number): void {
  const { data, sequence } = generation;
  const faker = sequence('supplier', n);
  const company = faker.company.name();
  createRecord(
    data,
    'supplier',
    {
      name: company,
      company,
      supplierNo: `L${1000 + n}`,
      street: faker.location.streetAddress(),
      postalCode: faker.location.zipCode('#####'),
      city: faker.location.city(),
      countryIso: 'DE',
      phone: faker.phone.number(),
      email: `einkauf@${faker.internet.domainWord()}.example`,
      canDropship: n % 3 === 0,
      deliveryTime: faker.number.int({ min: 1, max: 14 }),
      // One supplier has been given up, as happens in any grown Wawi.
      ...(n === supplierCount ? { status: 'Inaktiv' } : {}),
    },
    pastInstant(generation, faker, 600),
  );
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
        street: faker.location.streetAddress(),
        postalCode: faker.location.zipCode('#####'),
        city: faker.location.city(),
        countryIso: 'DE',
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
