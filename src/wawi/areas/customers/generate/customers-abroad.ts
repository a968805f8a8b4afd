import type { Faker } from '@faker-js/faker';
import type { Address } from '../../../store/shared-entities.ts';
import type { Generation } from '../../../store/generation.ts';

/** Where customers abroad live: countries in which and beyond which value added tax differs. */
const places = [
  { countryIso: 'AT', vatId: 'ATU########', towns: ['6020 Innsbruck', '5020 Salzburg', '1070 Wien'] },
  { countryIso: 'FR', vatId: 'FR###########', towns: ['67000 Strasbourg', '68000 Colmar', '69003 Lyon'] },
  { countryIso: 'CH', vatId: 'CHE-###.###.### MWST', towns: ['8001 Zürich', '3011 Bern', '9000 St. Gallen'] },
  { countryIso: 'IT', vatId: 'IT###########', towns: ['39100 Bozen', '39012 Meran', '37121 Verona'] },
] as const;
type Place = (typeof places)[number];

/** One customer in so many, and which of them. */
const abroad = { every: 10, at: 8 };

/** One customer in ten lives abroad, with all addresses; firms have the VAT number of their country. */
export function moveCustomersAbroad({ data, sequence }: Generation): void {
  data
    .of('customer')
    .list()
    .filter(({ id }) => id % abroad.every === abroad.at)
    .forEach(({ id, billingAddress, shipmentAddress }, n) => {
      const place = places[n % places.length] ?? places[0];
      const faker = sequence('customerAbroad', id);
      const moved = (address: Address): Address => addressIn(place, address, faker);
      data.update('customer', id, {
        billingAddress: moved(billingAddress),
        ...(shipmentAddress === undefined ? {} : { shipmentAddress: moved(shipmentAddress) }),
      });
    });
}

function addressIn({ countryIso, vatId, towns }: Place, address: Address, faker: Faker): Address {
  const [postalCode, ...city] = faker.helpers.arrayElement(towns).split(' ');
  return {
    ...address,
    ...(postalCode === undefined ? {} : { postalCode }),
    city: city.join(' '),
    countryIso,
    ...(address.vatId === undefined ? {} : { vatId: faker.helpers.replaceSymbols(vatId) }),
  };
}
