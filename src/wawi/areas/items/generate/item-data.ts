import type { Translation } from '../../../store/shared-entities.ts';
import type { Rows } from '../../../store/tenant-data.ts';

/** The records that items refer to in a newly set up Wawi. */
export const itemData: Rows = {
  shippingClass: [
    { id: 1, name: 'standard' },
    { id: 2, name: 'Sperrgut' },
  ],
  availability: [
    { id: 1, name: 'sofort lieferbar' },
    { id: 2, name: 'in Kürze verfügbar' },
    { id: 3, name: 'nicht lieferbar' },
  ],
  condition: [
    { id: 1, names: both('Neu', 'New') },
    { id: 2, names: both('Gebraucht', 'Used') },
    { id: 3, names: both('Generalüberholt', 'Refurbished') },
  ],
  salesUnit: [
    { id: 1, translations: both('Stk.', 'pcs') },
    { id: 2, translations: both('Paar', 'pair') },
    { id: 3, translations: both('Set', 'set') },
  ],
  unitOfMeasurement: [
    { id: 1, displayCode: 'kg', translations: both('Kilogramm', 'Kilogram') },
    { id: 2, displayCode: 'g', translations: both('Gramm', 'Gram') },
    { id: 3, displayCode: 'l', translations: both('Liter', 'Litre') },
    { id: 4, displayCode: 'ml', translations: both('Milliliter', 'Millilitre') },
    { id: 5, displayCode: 'm', translations: both('Meter', 'Metre') },
  ],
  crossSellingGroup: [
    { id: 1, name: 'Zubehör' },
    { id: 2, name: 'Ähnliche Artikel' },
  ],
  configurationGroup: [{ id: 1, name: 'Standardkonfiguration' }],
};

function both(german: string, english: string): Translation[] {
  return [
    { languageIso: 'DE', name: german },
    { languageIso: 'EN', name: english },
  ];
}
