import type { Faker } from '@faker-js/faker';
import type { Address } from '../../../store/shared-entities.ts';
import { newCustomer, withAddressIds } from '../operations/customers.ts';
import { pastInstant, type Generation } from '../../../store/generation.ts';

/** Customers, one in five a firm; some without phone or company, as people leave them out. */
export function generateCustomers(generation: Generation, count: number): void {
  const { data, sequence } = generation;
  for (let n = 1; n <= count; n++) {
    const faker = sequence('customer', n);
    const firm = faker.number.int(4) === 0;
    const billingAddress = generatedAddress(faker, firm);
    const shipmentAddress = faker.number.int(5) === 0 ? generatedAddress(faker, false) : undefined;
    const customer = newCustomer(
      {
        number: `K${10000 + n}`,
        customerGroupId: firm ? 2 : 1,
        customerCategoryId: faker.number.int({ min: 1, max: 2 }),
        billingAddress,
        ...(shipmentAddress ? { shipmentAddress } : {}),
        paymentSettings: { paymentMethodId: faker.number.int({ min: 1, max: 4 }) },
        accountsReceivableNumber: 10000 + n,
        initialContact: 'Onlineshop',
      },
      pastInstant(generation, faker, 1500),
    );
    data.insert('customer', withAddressIds(data, customer));
  }
}

/** @returns a German postal address without an id */
export function generatedAddress(faker: Faker, firm: boolean): Address {
  const sex = faker.person.sexType();
  const firstName = faker.person.firstName(sex);
  const lastName = faker.person.lastName();
  return {
    id: 0,
    ...(firm ? { company: faker.company.name(), vatId: `DE${faker.string.numeric(9)}` } : {}),
    formOfAddress: sex === 'female' ? 'Frau' : 'Herr',
    firstName,
    lastName,
    street: faker.location.streetAddress(),
    postalCode: faker.location.zipCode('#####'),
    city: faker.location.city(),
    countryIso: 'DE',
    emailAddress: faker.internet.email({ firstName, lastName, provider: 'example.com' }).toLowerCase(),
    ...(faker.number.int(3) > 0 ? { phoneNumber: faker.phone.number() } : {}),
  };
}
