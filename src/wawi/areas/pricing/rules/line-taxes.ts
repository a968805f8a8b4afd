import { round, type Decimal } from '../../../store/values/decimal.ts';
import type { LineItem } from '../schema/sales-documents.ts';
import { grossOf, netOf } from './totals.ts';

/** 0 leave taxes alone, 1 keep net prices, 2 keep gross prices: the numbers of the contract. */
export type RecalculateTaxMode = 0 | 1 | 2;

/** @returns the line at another tax rate, its net or its gross price kept */
export function retaxed<L extends Pick<LineItem, 'salesPriceNet' | 'salesPriceGross' | 'taxRate'>>(
  line: L,
  taxRate: Decimal,
  mode: 1 | 2,
): L {
  return mode === 1
    ? { ...line, taxRate, salesPriceGross: round(grossOf(line.salesPriceNet, taxRate)) }
    : { ...line, taxRate, salesPriceNet: round(netOf(line.salesPriceGross, taxRate), 4) };
}
