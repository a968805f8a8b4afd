import { decimal } from '../decimal.ts';

/** Fields that hold exact decimals; fixture authors write them as plain numbers. */
const decimalFields =
  /^(?:.*[pP]rice(?:Net|Gross)?|.*[qQ]uantity(?:[A-Z]\w*)?|.*[wW]eight|.*Stock(?:Level)?|discount|cashDiscount|amount|taxRate|rate|currencyFactor|length|width|height|size|suggestedRetailPrice|salesPrice\w*|purchasePrice\w*)$/;

/** @returns a fixture's fields with the numbers of decimal fields as exact decimals, at every depth */
export function decimalsIn<T>(value: T, field = ''): T {
  if (typeof value === 'number') return (decimalFields.test(field) ? decimal(value) : value) as T;
  if (Array.isArray(value)) return value.map((element: unknown) => decimalsIn(element, field)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, element]) => [key, decimalsIn(element as unknown, key)]),
  ) as T;
}
