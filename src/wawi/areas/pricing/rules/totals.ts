import {
  add,
  compare,
  divide,
  isZero,
  max,
  multiply,
  round,
  subtract,
  zero,
  decimal,
  type Decimal,
} from '../../../store/values/decimal.ts';
import type { Payment, SalesOrderLineItem } from '../schema/sales-documents.ts';

/** The value of a line or a document, rounded to cents. */
export interface Totals {
  readonly net: Decimal;
  readonly gross: Decimal;
}

type PricedLine = Pick<SalesOrderLineItem, 'quantity' | 'salesPriceNet' | 'salesPriceGross' | 'discount'>;

const hundred = decimal(100);

/** One line: quantity times price, less its discount in per cent. */
export function lineTotals(line: PricedLine): Totals {
  const share = divide(subtract(hundred, line.discount), hundred);
  return {
    net: round(multiply(line.quantity, line.salesPriceNet, share)),
    gross: round(multiply(line.quantity, line.salesPriceGross, share)),
  };
}

/** Totals by the list of lines: rows never change in place, so they are added up once for each list. */
const totalsOfLines = new WeakMap<readonly PricedLine[], Totals>();

/** A document is the sum of its lines. */
export function orderTotals({ lineItems }: { lineItems: readonly PricedLine[] }): Totals {
  const known = totalsOfLines.get(lineItems);
  if (known) return known;
  const lines = lineItems.map(lineTotals);
  const totals = {
    net: add(zero, ...lines.map((line) => line.net)),
    gross: add(zero, ...lines.map((line) => line.gross)),
  };
  totalsOfLines.set(lineItems, totals);
  return totals;
}

type Payable = { lineItems: readonly PricedLine[]; payments: readonly Payment[] };

/** Sums by the list of payments, as with the lines. */
const sumsOfPayments = new WeakMap<readonly Payment[], Decimal>();

export function paidAmount({ payments }: { payments: readonly Payment[] }): Decimal {
  const known = sumsOfPayments.get(payments);
  if (known !== undefined) return known;
  const sum = add(zero, ...payments.map((payment) => payment.amount));
  sumsOfPayments.set(payments, sum);
  return sum;
}

/** The open amount, never below zero. */
export function stillToPay(document: Payable): Decimal {
  return max(zero, subtract(orderTotals(document).gross, paidAmount(document)));
}

/** 0 unpaid, 1 paid in part, 2 paid: the numbers of the contract. A document worth nothing counts as paid. */
export function orderPaymentStatus(document: Payable): 0 | 1 | 2 {
  if (isZero(stillToPay(document))) return 2;
  return compare(paidAmount(document), zero) > 0 ? 1 : 0;
}

/** @returns the gross price of a net price at a tax rate in per cent, unrounded */
export function grossOf(net: Decimal, taxRate: Decimal): Decimal {
  return multiply(net, divide(add(hundred, taxRate), hundred));
}

/** @returns the net price of a gross price at a tax rate in per cent, unrounded to 20 places */
export function netOf(gross: Decimal, taxRate: Decimal): Decimal {
  return divide(multiply(gross, hundred), add(hundred, taxRate));
}
