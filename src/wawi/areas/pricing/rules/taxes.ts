import type { Decimal } from '../../../store/values/decimal.ts';

/** Where a delivery goes from and to, and whether the buyer is taxed as a business. */
export interface TaxCase {
  departureCountryIso: string;
  shippingCountryIso: string;
  /** Whether both countries are member states of the EU. */
  withinEu: boolean;
  customerVatId?: string | undefined;
}

/** 0 with VAT, 10 intra-community delivery, 15 exempt with reverse charge, 20 exempt: the numbers of the contract. */
export type TaxSetting = 0 | 10 | 15 | 20;

/**
 * How a delivery is taxed: within a country and to private buyers in the EU with VAT, to businesses elsewhere in the EU
 * as intra-community delivery, out of the EU exempt.
 */
export function taxSettingOf(delivery: TaxCase): TaxSetting {
  const { departureCountryIso, shippingCountryIso, withinEu, customerVatId } = delivery;
  if (departureCountryIso === shippingCountryIso) return 0;
  if (!withinEu) return 20;
  return customerVatId === undefined || customerVatId === '' ? 0 : 10;
}

/** SKR03 accounts of revenue by tax rate; fidelity row `general-ledger-accounts`. */
const revenueAccounts: Readonly<Record<string, string>> = { '19': '8400', '7': '8300', '0': '8200' };

/** The account that revenue at a tax rate is booked to. */
export function revenueAccountOf(taxRate: Decimal, taxSetting: number): string {
  if (taxSetting === 10) return '8125';
  if (taxSetting === 20) return '8120';
  return revenueAccounts[taxRate] ?? '8200';
}
