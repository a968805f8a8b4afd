import { decimal, zero } from '../decimal.ts';
import type { Rows } from '../store/tenant-data.ts';

/** What a freshly set up Wawi holds before anyone has entered anything; every tenant starts from it. */
export const standardData: Rows = {
  company: [{ id: 1, name: 'Musterfirma GmbH' }],
  taxClass: [
    { id: 1, name: 'Normaler Steuersatz', isDefault: true, type: 4 },
    { id: 2, name: 'Ermäßigter Steuersatz', isDefault: false, type: 3 },
  ],
  customerGroup: [
    { id: 1, name: 'Endkunden', isDefault: true, discount: zero, isNetPrice: false },
    { id: 2, name: 'Händler', isDefault: false, discount: decimal(5), isNetPrice: true },
  ],
  customerCategory: [
    { id: 1, name: 'Onlineshop' },
    { id: 2, name: 'Ladengeschäft' },
  ],
  paymentMethod: [
    { id: 1, name: 'Rechnung', isStandard: true, isActive: true },
    { id: 2, name: 'PayPal', isStandard: false, isActive: true },
    { id: 3, name: 'Vorkasse', isStandard: false, isActive: true },
    { id: 4, name: 'Lastschrift', isStandard: false, isActive: true },
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
  shippingClass: [
    { id: 1, name: 'standard' },
    { id: 2, name: 'Sperrgut' },
  ],
  availability: [
    { id: 1, name: 'sofort lieferbar' },
    { id: 2, name: 'in Kürze verfügbar' },
  ],
  warehouse: [{ id: 1, name: 'Standardlager' }],
};
