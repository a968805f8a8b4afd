import type { Faker } from '@faker-js/faker';
import type { Address } from '../../../store/shared-entities.ts';
import { townsIn, type Town } from './towns.ts';

/** Names of streets that many towns have. */
const german = `Ahornweg, Am Bahnhof, Am Markt, Am Mühlbach, Amselweg, Bachstraße, Bahnhofstraße, Beethovenstraße, Bergstraße,
Birkenweg, Blumenstraße, Brunnenstraße, Buchenweg, Burgstraße, Dorfstraße, Drosselweg, Eichenweg, Erlenweg, Feldstraße, Finkenweg,
Fliederweg, Friedhofstraße, Friedrichstraße, Gartenstraße, Goethestraße, Grüner Weg, Hauptstraße, Industriestraße, Jahnstraße,
Kapellenweg, Kastanienallee, Kirchgasse, Kirchplatz, Kirchstraße, Lerchenweg, Lessingstraße, Lindenstraße, Lindenweg, Marktplatz,
Marktstraße, Meisenweg, Mittelstraße, Mozartstraße, Mühlenstraße, Mühlenweg, Neue Straße, Parkstraße, Poststraße, Ringstraße,
Rosenstraße, Rosenweg, Schillerstraße, Schloßstraße, Schulstraße, Schützenstraße, Sonnenstraße, Steinweg, Südstraße, Talstraße,
Tannenweg, Uhlandstraße, Ulmenweg, Waldstraße, Wiesenstraße, Wiesenweg, Wilhelmstraße, Ziegeleiweg`;
const french =
  'Rue de la Gare, Rue du Moulin, Rue de l’Église, Rue des Écoles, Grand-Rue, Rue du Lac, Rue Centrale';
const italian =
  'Via Roma, Via Garibaldi, Via della Stazione, Via Dante, Corso Italia, Via Verdi, Via San Marco';

const streetNames: Readonly<Record<'german' | 'french' | 'italian', readonly string[]>> = {
  german: listed(german),
  french: listed(french),
  italian: listed(italian),
};

/** Calling codes, and the digits of a number after them. */
const telephony: Readonly<Record<string, { code: string; digits: number }>> = {
  DE: { code: '49', digits: 10 },
  AT: { code: '43', digits: 9 },
  CH: { code: '41', digits: 9 },
  FR: { code: '33', digits: 9 },
  IT: { code: '39', digits: 10 },
};

type Place = Required<Pick<Address, 'street' | 'postalCode' | 'city' | 'countryIso' | 'phoneNumber'>>;

/** @returns a street in one of the country's towns, and a telephone number there */
export function postalPlace(faker: Faker, countryIso: string): Place {
  const town = faker.helpers.arrayElement(townsIn(countryIso));
  const street = faker.helpers.arrayElement(streetNames[languageOf(town)]);
  const number = houseNumber(faker);
  return {
    street: streetAddress(town, street, number),
    postalCode: town.postalCode,
    city: town.name,
    countryIso,
    phoneNumber: phoneNumber(faker, town),
  };
}

/** @returns small letters a to z of a name, as mail addresses and domains write German names */
export function asciiOf(name: string): string {
  const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  return name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => german[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

function listed(names: string): readonly string[] {
  return names.split(/,\s*/);
}

/** The Swiss towns below 30 except Biel speak French, as Sierre does; those from 65 to 69 speak Italian. */
function languageOf({ countryIso, postalCode }: Town): keyof typeof streetNames {
  const area = Number(postalCode.slice(0, 2));
  if (countryIso === 'FR') return 'french';
  if (countryIso === 'IT') return postalCode.startsWith('39') ? 'german' : 'italian';
  if (countryIso !== 'CH') return 'german';
  if (area >= 65 && area <= 69) return 'italian';
  return (area < 30 && area !== 25) || postalCode === '3960' ? 'french' : 'german';
}

/** In Switzerland there is no ß; in French the number comes first. */
function streetAddress(town: Town, street: string, number: string): string {
  if (languageOf(town) === 'french') return `${number} ${street}`;
  return `${town.countryIso === 'CH' ? street.replaceAll('ß', 'ss') : street} ${number}`;
}

function houseNumber(faker: Faker): string {
  const number = Math.ceil(faker.number.float() ** 2 * 120) || 1;
  return `${number}${faker.number.int(9) === 0 ? faker.helpers.arrayElement(['a', 'b', 'c']) : ''}`;
}

/** The numbers of a country have about the same length; 555 is a prefix that few subscribers have. */
function phoneNumber(faker: Faker, { countryIso, diallingCode }: Town): string {
  const { code = '', digits = 10 } = telephony[countryIso] ?? {};
  return `+${code} ${diallingCode} 555${faker.string.numeric(digits - diallingCode.length - 3)}`;
}
