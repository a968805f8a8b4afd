import '../../src/wawi/areas/index.ts';
import { generateTenant } from '../../src/wawi/areas/generate/generate.ts';

/** The last day of the generated histories. */
export const until = '2026-11-01';

/** Shops of the size of bergmann-outdoor, the first of which it is. */
export const shops = [5850, 1, 42].map((seed) => ({
  seed,
  data: generateTenant({ seed, until, items: 200, customers: 120, salesOrders: 300 }),
}));

/**
 * By the GS1 General Specifications: with the weights 1 and 3 from the right, all thirteen digits add up to a multiple of
 * ten.
 */
export function isGtin(text: string): boolean {
  const sum = [...text]
    .reverse()
    .reduce((total, digit, n) => total + Number(digit) * (n % 2 === 0 ? 1 : 3), 0);
  return /^\d{13}$/.test(text) && sum % 10 === 0;
}
