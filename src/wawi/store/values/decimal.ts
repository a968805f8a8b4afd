import Big from 'big.js';

/**
 * An exact decimal as its shortest plain text (`19.99`, `-0.5`). Money and quantities are stored, added and compared in
 * this form; they become JSON numbers only on the wire.
 */
export type Decimal = string & { readonly __decimal: unique symbol };

Big.RM = Big.roundHalfUp;
Big.DP = 20;

/**
 * @param value a number of JSON, or decimal text
 * @throws Error when it is not a finite number
 */
export function decimal(value: number | string): Decimal {
  return new Big(value).toFixed() as Decimal;
}

export const zero = decimal(0);
export const one = decimal(1);

/** @returns the exact sum; zero without arguments */
export function add(...values: Decimal[]): Decimal {
  return text(values.reduce((sum, value) => sum.plus(value), new Big(0)));
}

/** @returns the exact difference `a - b` */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return text(new Big(a).minus(b));
}

/** @returns the exact product; one without arguments */
export function multiply(...values: Decimal[]): Decimal {
  return text(values.reduce((product, value) => product.times(value), new Big(1)));
}

/**
 * @returns the quotient `a / b`, to 20 places, the last rounded half away from zero
 * @throws Error on division by zero
 */
export function divide(a: Decimal, b: Decimal): Decimal {
  return text(new Big(a).div(b));
}

/**
 * Rounds commercially (half away from zero).
 * @param places after the point; default: 2, as for money
 */
export function round(value: Decimal, places = 2): Decimal {
  return text(new Big(value).round(places));
}

/** @returns negative, zero or positive as a is below, equal to or above b */
export function compare(a: Decimal, b: Decimal): number {
  return isShort(a) && isShort(b) ? Math.sign(Number(a) - Number(b)) : new Big(a).cmp(b);
}

/** Numbers keep the order of decimals with up to 15 digits, and are compared in a tenth of the time. */
function isShort(value: Decimal): boolean {
  return value.length <= 15;
}

/** @returns whether it is below zero */
export function isNegative(value: Decimal): boolean {
  return compare(value, zero) < 0;
}

/** @returns whether it is zero, however it is written */
export function isZero(value: Decimal): boolean {
  return compare(value, zero) === 0;
}

/** The larger of two. */
export function max(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

/** The smaller of two. */
export function min(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}

/** @returns the JSON number of a decimal; exact for up to 15 significant digits, which money and stock stay within */
export function toNumber(value: Decimal): number {
  return Number(value);
}

function text(value: Big): Decimal {
  return value.toFixed() as Decimal;
}
