import { packKey } from '../../../src/wawi/contract/keys.ts';
import type { GivenValues } from './full-request.ts';

/** Keys of records that bergmann-outdoor has. */
export const keys = {
  category: packKey('KategorieKey', 2),
  company: packKey('FirmaKey', 1),
  customer: packKey('KundeKey', 2),
  customerGroup: packKey('KundenGruppeKey', 2),
  customerCategory: packKey('KundenKategorieKey', 2),
  item: packKey('ArtikelKey', 1),
  otherItem: packKey('ArtikelKey', 3),
  platform: packKey('PlattformKey', 2),
  colour: packKey('FarbeKey', 1),
  paymentMethod: packKey('ZahlungsartKey', 2),
  shippingMethod: packKey('VersandartKey', 1),
  supplier: packKey('LieferantKey', 2),
  taxClass: packKey('SteuerklasseKey', 1),
  warehouse: packKey('WarenlagerKey', 1),
} as const;

/** The values of an address that have a form of their own. */
export function addressAt(path: string): GivenValues {
  return {
    [`${path}.countryIso`]: 'AT',
    [`${path}.vatId`]: 'ATU12345678',
    [`${path}.emailAddress`]: `${path.toLowerCase()}@kai.example`,
  };
}

/** Reasons for fields that no answer shows. */
export const noPage = 'no page shows it in an answer';
export const instruction = 'it says how the command is carried out';
