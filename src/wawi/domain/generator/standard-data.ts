import { decimal, zero } from '../decimal.ts';
import type { Rows } from '../store/tenant-data.ts';
import { masterData } from './master-data.ts';
import { systemData } from './system-data.ts';
import { warehouseData } from './warehouse-data.ts';

/** What a freshly set up Wawi holds before anyone has entered anything; every tenant starts from it. */
export const standardData: Rows = {
  ...masterData,
  ...systemData,
  ...warehouseData,
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
  shippingClass: [
    { id: 1, name: 'standard' },
    { id: 2, name: 'Sperrgut' },
  ],
  availability: [
    { id: 1, name: 'sofort lieferbar' },
    { id: 2, name: 'in Kürze verfügbar' },
  ],
};
