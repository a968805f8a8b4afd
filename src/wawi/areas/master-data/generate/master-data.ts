import { decimal, one, zero } from '../../../store/values/decimal.ts';
import type { SalesChannel } from '../schema/master.ts';
import type { Rows } from '../../../store/tenant-data.ts';
import { countries } from './countries.ts';

const euCountries = countries.filter((country) => country.isEu).map((country) => country.iso);

/** Companies, countries, taxes, currencies, languages and channels of a freshly set up Wawi. */
export const masterData: Rows = {
  company: [
    {
      id: 1,
      name: 'Musterfirma GmbH',
      owner: 'Erika Mustermann',
      street: 'Rheinstraße 7',
      postalCode: '41836',
      city: 'Hückelhoven',
      countryIso: 'DE',
      phone: '+49 2433 805700',
      emailAddress: 'info@musterfirma.example',
      website: 'https://musterfirma.example',
      bankName: 'Musterbank',
      iban: 'DE02120300000000202051',
      bic: 'BYLADEM1001',
      accountHolder: 'Musterfirma GmbH',
      taxId: '208/5712/1234',
      isSmallBusinessOwner: false,
      vatIds: [{ id: 1, countryIso: 'DE', vatId: 'DE123456788', isShippingCountry: true }],
    },
  ],
  country: countries,
  currency: [
    { id: 1, iso: 'EUR', name: 'Euro', factor: one, isDefault: true },
    { id: 2, iso: 'USD', name: 'US-Dollar', factor: decimal('1.08'), isDefault: false },
    { id: 3, iso: 'CHF', name: 'Schweizer Franken', factor: decimal('0.94'), isDefault: false },
    { id: 4, iso: 'GBP', name: 'Britisches Pfund', factor: decimal('0.85'), isDefault: false },
  ],
  language: [
    language(1, 'de-DE', 'DE', 'DEU', 'Deutsch', true, true),
    language(2, 'en-GB', 'EN', 'ENG', 'Englisch', false, true),
    language(3, 'fr-FR', 'FR', 'FRA', 'Französisch', false, false),
    language(4, 'nl-NL', 'NL', 'NLD', 'Niederländisch', false, false),
    language(5, 'it-IT', 'IT', 'ITA', 'Italienisch', false, false),
    language(6, 'es-ES', 'ES', 'SPA', 'Spanisch', false, false),
    language(7, 'pl-PL', 'PL', 'POL', 'Polnisch', false, false),
    language(8, 'bg-BG', 'BG', 'BUL', 'Bulgarisch', false, false),
    language(9, 'cs-CZ', 'CS', 'CZE', 'Tschechisch', false, false),
    language(10, 'da-DK', 'DA', 'DAN', 'Dänisch', false, false),
    language(11, 'el-GR', 'EL', 'GRE', 'Griechisch', false, false),
    language(12, 'et-EE', 'ET', 'EST', 'Estnisch', false, false),
    language(13, 'fi-FI', 'FI', 'FIN', 'Finnisch', false, false),
    language(14, 'ga-IE', 'GA', 'GLE', 'Irisch', false, false),
    language(15, 'hr-HR', 'HR', 'HRV', 'Kroatisch', false, false),
    language(16, 'hu-HU', 'HU', 'HUN', 'Ungarisch', false, false),
    language(17, 'ja-JP', 'JA', 'JPN', 'Japanisch', false, false),
    language(18, 'lt-LT', 'LT', 'LIT', 'Litauisch', false, false),
    language(19, 'lv-LV', 'LV', 'LAV', 'Lettisch', false, false),
    language(20, 'mt-MT', 'MT', 'MLT', 'Maltesisch', false, false),
    language(21, 'nb-NO', 'NB', 'NOB', 'Norwegisch', false, false),
    language(22, 'pt-PT', 'PT', 'POR', 'Portugiesisch', false, false),
    language(23, 'ro-RO', 'RO', 'RUM', 'Rumänisch', false, false),
    language(24, 'ru-RU', 'RU', 'RUS', 'Russisch', false, false),
    language(25, 'sk-SK', 'SK', 'SLO', 'Slowakisch', false, false),
    language(26, 'sl-SI', 'SL', 'SLV', 'Slowenisch', false, false),
    language(27, 'sv-SE', 'SV', 'SWE', 'Schwedisch', false, false),
    language(28, 'tr-TR', 'TR', 'TUR', 'Türkisch', false, false),
    language(29, 'uk-UA', 'UK', 'UKR', 'Ukrainisch', false, false),
    language(30, 'zh-CN', 'ZH', 'CHI', 'Chinesisch', false, false),
  ],
  taxClass: [
    { id: 1, name: 'Normaler Steuersatz', isDefault: true, type: 4 },
    { id: 2, name: 'Ermäßigter Steuersatz', isDefault: false, type: 3 },
  ],
  taxZone: [
    { id: 1, name: 'Inland', companyId: 1, countryIsos: ['DE'], rates: [] },
    {
      id: 2,
      name: 'EU-Ausland',
      companyId: 1,
      countryIsos: euCountries.filter((iso) => iso !== 'DE'),
      rates: [],
    },
    {
      id: 3,
      name: 'Drittland',
      companyId: 1,
      countryIsos: countries.filter((country) => !country.isEu).map((country) => country.iso),
      rates: [],
    },
  ],
  salesChannel: [
    channel(1, '1-1-1', 0, 'JTL-Wawi', false),
    channel(2, '2-1-1', 1, 'Onlineshop', true),
    channel(3, '2-2-1', 1, 'JTL-Shop', true),
  ],
  shippingMethod: [
    {
      id: 1,
      name: 'DHL Paket',
      priority: 1,
      grossPrice: decimal('4.9'),
      extraWeight: zero,
      isAmazonPrime: false,
    },
    {
      id: 2,
      name: 'DPD Classic',
      priority: 2,
      grossPrice: decimal('5.5'),
      extraWeight: zero,
      isAmazonPrime: false,
    },
    { id: 3, name: 'Abholung', priority: 3, grossPrice: zero, extraWeight: zero, isAmazonPrime: false },
  ],
};

function language(
  id: number,
  cultureIso: string,
  languageIso2: string,
  languageIso3: string,
  name: string,
  isDefault: boolean,
  isActive: boolean,
): NonNullable<Rows['language']>[number] {
  return { id, cultureIso, languageIso2, languageIso3, name, isDefault, isActive };
}

/** @param isShop shops show what Wawi itself has no page for */
function channel(id: number, channelId: string, type: number, name: string, isShop: boolean): SalesChannel {
  return {
    id,
    channelId,
    type,
    name,
    itemCapabilities: {
      descriptions: true,
      onlineShopActivation: isShop,
      prices: true,
      specialPrices: true,
      images: true,
    },
    categoryCapabilities: { descriptions: true, onlineShopActivation: isShop },
  };
}
