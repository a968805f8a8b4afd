import type { Faker } from '@faker-js/faker';
import { asciiOf, postalPlace } from '../../master-data/generate/places.ts';
import { createRecord } from '../operations/records.ts';
import { pastInstant, type Generation } from '../../../store/generation.ts';

/** Suppliers, and the categories of the assortment that they deliver. */
export const suppliers: readonly { name: string; categories: readonly string[] }[] = [
  {
    name: 'Nordlicht Textilvertrieb GmbH & Co. KG',
    categories: ['Schlafsäcke', 'Bekleidung', 'Schuhe', 'Ausrüstung für Kinder'],
  },
  {
    name: 'Alpina-Versorgung Großhandel GmbH',
    categories: ['Kochen & Küche', 'Beleuchtung', 'Klettern', 'Zubehör', 'Bücher & Karten'],
  },
  {
    name: 'Zeltkontor Import GmbH',
    categories: ['Zelte', 'Schlafsäcke', 'Rucksäcke', 'Kinderzelte', 'Ausrüstung für Kinder'],
  },
  { name: 'Hüttenschmaus Lebensmittel GmbH', categories: ['Proviant', 'Kochen & Küche'] },
  {
    name: 'Restposten Krämer e.K.',
    categories: ['Zelte', 'Rucksäcke', 'Bekleidung', 'Schuhe', 'Beleuchtung', 'Zubehör'],
  },
];

/** @returns the id of one of the suppliers that deliver a category; {@link generateSuppliers} gives it */
export function supplierIdFor(faker: Faker, category: string): number {
  const ids = suppliers.flatMap(({ categories }, n) => (categories.includes(category) ? [n + 1] : []));
  return faker.helpers.arrayElement(ids);
}

/** All suppliers of the assortment; the last one has been given up, as happens in any grown Wawi. */
export function generateSuppliers(generation: Generation): void {
  suppliers.forEach(({ name }, index) => {
    const n = index + 1;
    const faker = generation.sequence('supplier', n);
    const { phoneNumber, ...place } = postalPlace(faker, 'DE');
    createRecord(
      generation.data,
      'supplier',
      {
        name,
        company: name,
        supplierNo: `L${1000 + n}`,
        ...place,
        phone: phoneNumber,
        email: `vertrieb@${asciiOf(name.split(' ')[0] ?? '')}.example`,
        canDropship: n % 3 === 0,
        deliveryTime: faker.number.int({ min: 1, max: 14 }),
        ...(n === suppliers.length ? { status: 'Inaktiv' } : {}),
      },
      pastInstant(generation, faker, 600),
    );
  });
}
