import { decimal } from '../../../store/values/decimal.ts';
import type { Country, CountryState } from '../schema/master.ts';
import { thirdCountries } from './third-countries.ts';

type Row = readonly [
  iso: string,
  iso3: string,
  numericIso: number,
  name: string,
  continent: string,
  currencyIso: string,
  isEu: boolean,
  culture: string,
  /** Normal, reduced and further reduced tax rate, per cent. */
  rates: readonly [normal: number, reduced: number, low: number],
];

/** Those whose tax rates are set. */
// prettier-ignore
const taxedCountries: readonly Row[] = [
  ['DE', 'DEU', 276, 'Deutschland', 'EU', 'EUR', true, 'de-DE', [19, 7, 0]],
  ['AT', 'AUT', 40, 'Österreich', 'EU', 'EUR', true, 'de-AT', [20, 10, 13]],
  ['BE', 'BEL', 56, 'Belgien', 'EU', 'EUR', true, 'nl-BE', [21, 6, 12]],
  ['BG', 'BGR', 100, 'Bulgarien', 'EU', 'EUR', true, 'bg-BG', [20, 9, 0]],
  ['HR', 'HRV', 191, 'Kroatien', 'EU', 'EUR', true, 'hr-HR', [25, 13, 5]],
  ['CY', 'CYP', 196, 'Zypern', 'EU', 'EUR', true, 'el-CY', [19, 9, 5]],
  ['CZ', 'CZE', 203, 'Tschechien', 'EU', 'CZK', true, 'cs-CZ', [21, 12, 0]],
  ['DK', 'DNK', 208, 'Dänemark', 'EU', 'DKK', true, 'da-DK', [25, 0, 0]],
  ['EE', 'EST', 233, 'Estland', 'EU', 'EUR', true, 'et-EE', [24, 9, 0]],
  ['ES', 'ESP', 724, 'Spanien', 'EU', 'EUR', true, 'es-ES', [21, 10, 4]],
  ['FI', 'FIN', 246, 'Finnland', 'EU', 'EUR', true, 'fi-FI', [25.5, 13.5, 10]],
  ['FR', 'FRA', 250, 'Frankreich', 'EU', 'EUR', true, 'fr-FR', [20, 5.5, 2.1]],
  ['GR', 'GRC', 300, 'Griechenland', 'EU', 'EUR', true, 'el-GR', [24, 13, 6]],
  ['HU', 'HUN', 348, 'Ungarn', 'EU', 'HUF', true, 'hu-HU', [27, 18, 5]],
  ['IE', 'IRL', 372, 'Irland', 'EU', 'EUR', true, 'en-IE', [23, 13.5, 4.8]],
  ['IT', 'ITA', 380, 'Italien', 'EU', 'EUR', true, 'it-IT', [22, 10, 4]],
  ['LT', 'LTU', 440, 'Litauen', 'EU', 'EUR', true, 'lt-LT', [21, 12, 5]],
  ['LU', 'LUX', 442, 'Luxemburg', 'EU', 'EUR', true, 'fr-LU', [17, 8, 3]],
  ['LV', 'LVA', 428, 'Lettland', 'EU', 'EUR', true, 'lv-LV', [21, 12, 5]],
  ['MT', 'MLT', 470, 'Malta', 'EU', 'EUR', true, 'mt-MT', [18, 7, 5]],
  ['NL', 'NLD', 528, 'Niederlande', 'EU', 'EUR', true, 'nl-NL', [21, 9, 0]],
  ['PL', 'POL', 616, 'Polen', 'EU', 'PLN', true, 'pl-PL', [23, 8, 5]],
  ['PT', 'PRT', 620, 'Portugal', 'EU', 'EUR', true, 'pt-PT', [23, 13, 6]],
  ['RO', 'ROU', 642, 'Rumänien', 'EU', 'RON', true, 'ro-RO', [21, 11, 0]],
  ['SE', 'SWE', 752, 'Schweden', 'EU', 'SEK', true, 'sv-SE', [25, 12, 6]],
  ['SI', 'SVN', 705, 'Slowenien', 'EU', 'EUR', true, 'sl-SI', [22, 9.5, 5]],
  ['SK', 'SVK', 703, 'Slowakei', 'EU', 'EUR', true, 'sk-SK', [23, 19, 5]],
  ['CH', 'CHE', 756, 'Schweiz', 'EU', 'CHF', false, 'de-CH', [8.1, 2.6, 0]],
  ['GB', 'GBR', 826, 'Vereinigtes Königreich', 'EU', 'GBP', false, 'en-GB', [20, 5, 0]],
  ['LI', 'LIE', 438, 'Liechtenstein', 'EU', 'CHF', false, 'de-LI', [8.1, 2.6, 0]],
  ['NO', 'NOR', 578, 'Norwegen', 'EU', 'NOK', false, 'nb-NO', [25, 15, 12]],
  ['TR', 'TUR', 792, 'Türkei', 'AS', 'TRY', false, 'tr-TR', [20, 10, 1]],
  ['US', 'USA', 840, 'Vereinigte Staaten', 'NA', 'USD', false, 'en-US', [0, 0, 0]],
  ['CA', 'CAN', 124, 'Kanada', 'NA', 'CAD', false, 'en-CA', [5, 0, 0]],
  ['CN', 'CHN', 156, 'China', 'AS', 'CNY', false, 'zh-CN', [13, 9, 6]],
  ['JP', 'JPN', 392, 'Japan', 'AS', 'JPY', false, 'ja-JP', [10, 8, 0]],
  ['AU', 'AUS', 36, 'Australien', 'OC', 'AUD', false, 'en-AU', [10, 0, 0]],
  ['VN', 'VNM', 704, 'Vietnam', 'AS', 'VND', false, 'vi-VN', [10, 5, 0]],
];

const germanStates: readonly (readonly [code: string, name: string])[] = [
  ['BW', 'Baden-Württemberg'],
  ['BY', 'Bayern'],
  ['BE', 'Berlin'],
  ['BB', 'Brandenburg'],
  ['HB', 'Bremen'],
  ['HH', 'Hamburg'],
  ['HE', 'Hessen'],
  ['MV', 'Mecklenburg-Vorpommern'],
  ['NI', 'Niedersachsen'],
  ['NW', 'Nordrhein-Westfalen'],
  ['RP', 'Rheinland-Pfalz'],
  ['SL', 'Saarland'],
  ['SN', 'Sachsen'],
  ['ST', 'Sachsen-Anhalt'],
  ['SH', 'Schleswig-Holstein'],
  ['TH', 'Thüringen'],
];

const rows: readonly Row[] = [
  ...taxedCountries,
  ...thirdCountries.map(([iso, iso3, numericIso, name, continent, currencyIso, culture]): Row => [
    iso,
    iso3,
    numericIso,
    name,
    continent,
    currencyIso,
    false,
    culture,
    [0, 0, 0],
  ]),
];

/** The countries a fresh Wawi knows: all that ISO 3166 names, with their value added tax. */
export const countries: Country[] = rows.map(
  (
    [iso, iso3, numericIso, name, continent, currencyIso, isEu, defaultCulture, [normal, reduced, low]],
    n,
  ) => ({
    id: n + 1,
    iso,
    iso3,
    numericIso,
    name,
    continent,
    currencyIso,
    isEu,
    defaultCulture,
    ...(iso === 'DE' ? { displayNameState: 'Bundesland' } : {}),
    states: iso === 'DE' ? germanStates.map(stateOf) : [],
    taxRates: { 2: decimal(low), 3: decimal(reduced), 4: decimal(normal) },
  }),
);

function stateOf([regionCode, name]: readonly [string, string]): CountryState {
  return { regionCode, isoCode: `DE-${regionCode}`, name };
}
