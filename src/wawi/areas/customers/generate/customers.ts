import type { Faker } from '@faker-js/faker';
import type { Address } from '../../../store/shared-entities.ts';
import { asciiOf, postalPlace } from '../../master-data/generate/places.ts';
import { ibanOf, vatIdOf } from '../../master-data/generate/check-digits.ts';
import type { Customer } from '../schema/customers.ts';
import { newCustomer, withAddressIds } from '../operations/customers.ts';
import { pastInstant, type Generation } from '../../../store/generation.ts';

/** One customer in so many lives abroad, and which of them. */
const abroad = { every: 10, at: 8, countries: ['AT', 'FR', 'CH', 'IT'] };
const firms = {
  trades: ['Bergsport', 'Sporthaus', 'Outdoorschule', 'Reisebüro', 'Gasthof', 'Forstbetrieb', 'Malerbetrieb'],
  legalForms: ['GmbH', 'e.K.', 'OHG', 'KG', 'GmbH & Co. KG'],
};
const firstContacts = ['Onlineshop', 'Onlineshop', 'Onlineshop', 'Messe', 'Telefon'];
const debit = 4;

/** Customers, one in six a firm, one in ten abroad; some without phone or company, as people leave them out. */
export function generateCustomers(generation: Generation, count: number): void {
  const { data, sequence } = generation;
  for (let n = 1; n <= count; n++) {
    const faker = sequence('customer', n);
    const countryIso = countryOf(n);
    const isFirm = isFirmCustomer(faker, n, countryIso);
    const billingAddress = generatedAddress(faker, countryIso, isFirm);
    const paymentMethodId = isFirm ? 1 : faker.number.int({ min: 1, max: 4 });
    const customer = newCustomer(
      {
        number: `K${10000 + n}`,
        customerGroupId: isFirm ? 2 : 1,
        customerCategoryId: faker.number.int(4) > 0 ? 1 : 2,
        billingAddress,
        ...(faker.number.int(5) === 0 ? { shipmentAddress: generatedAddress(faker, countryIso, false) } : {}),
        paymentSettings: { paymentMethodId },
        accountsReceivableNumber: 10000 + n,
        initialContact: faker.helpers.arrayElement(firstContacts),
        ...(paymentMethodId === debit && countryIso === 'DE'
          ? { bankAccounts: [bankAccountOf(data.nextId('customerBankAccount'), faker, billingAddress)] }
          : {}),
      },
      pastInstant(generation, faker, 1500),
    );
    data.insert('customer', withAddressIds(data, customer));
  }
}

function countryOf(n: number): string {
  const { every, at, countries } = abroad;
  return n % every === at ? (countries[Math.floor(n / every) % countries.length] ?? 'DE') : 'DE';
}

/** Abroad, whole rounds of the countries are firms, so that each country has firms and private customers. */
function isFirmCustomer(faker: Faker, n: number, countryIso: string): boolean {
  const chance = faker.number.int(5) === 0;
  return countryIso === 'DE' ? chance : Math.floor(n / abroad.every / abroad.countries.length) % 3 === 0;
}

/** @returns a postal address without an id, in a town of the country; firms have the VAT number of their country */
export function generatedAddress(faker: Faker, countryIso: string, isFirm: boolean): Address {
  const sex = faker.person.sexType();
  const firstName = faker.person.firstName(sex);
  const lastName = faker.person.lastName();
  const { phoneNumber, ...place } = postalPlace(faker, countryIso);
  const vatId = vatIdOf(countryIso, String(faker.number.int({ min: 10_000_000, max: 99_999_998 })));
  return {
    id: 0,
    ...(isFirm ? { company: companyName(faker, lastName) } : {}),
    ...(isFirm && vatId !== undefined ? { vatId } : {}),
    formOfAddress: sex === 'female' ? 'Frau' : 'Herr',
    firstName,
    lastName,
    ...place,
    emailAddress: mailAddress(faker, firstName, lastName, isFirm),
    ...(faker.number.int(3) > 0 ? { phoneNumber } : {}),
  };
}

function companyName(faker: Faker, lastName: string): string {
  return [
    faker.helpers.arrayElement(firms.trades),
    lastName,
    faker.helpers.arrayElement(firms.legalForms),
  ].join(' ');
}

/** Domains that RFC 2606 reserves. */
function mailAddress(faker: Faker, firstName: string, lastName: string, isFirm: boolean): string {
  const [first, last] = [asciiOf(firstName), asciiOf(lastName)];
  if (isFirm) return `einkauf@${last}.example`;
  const number = faker.number.int({ min: 1, max: 99 });
  const local = faker.helpers.arrayElement([
    `${first}.${last}`,
    `${first[0] ?? ''}.${last}`,
    `${first}${number}`,
  ]);
  return `${local}@${faker.helpers.arrayElement(['example.com', 'example.org', 'example.net'])}`;
}

/** An account of a German bank: eight digits of the bank, ten of the account. */
function bankAccountOf(
  id: number,
  faker: Faker,
  { firstName, lastName }: Address,
): Customer['bankAccounts'][number] {
  const bankCode = faker.helpers.arrayElement(['99950000', '99970024', '99990090']);
  const accountNumber = faker.string.numeric(10);
  return {
    id,
    accountHolder: [firstName, lastName].join(' '),
    bankName: 'Musterbank',
    iban: ibanOf('DE', `${bankCode}${accountNumber}`),
    isDefault: true,
  };
}
