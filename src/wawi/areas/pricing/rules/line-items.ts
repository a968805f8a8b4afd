import type { FieldProblem } from '../../../store/errors.ts';
import { compare, decimal, isZero, toNumber, zero, type Decimal } from '../../../store/values/decimal.ts';

/** The values of a line that a request names. */
export interface LineValues {
  itemId?: number | null | undefined;
  name?: string | null | undefined;
  quantity?: Decimal | null | undefined;
  /** Per cent. */
  discount?: Decimal | null | undefined;
}

/** The facts of an item that decide whether a line can name it. */
export interface OrderableItem {
  sku: string;
  isDivisible: boolean;
  /** Whether it stands for its variations, of which the customer has to choose one. */
  isVariationParent: boolean;
}

const mostPercent = decimal(100);

/**
 * Sources: GraphQL 3.0, SalesOrderCustomLineItemInput (quantity, discount); GraphQL 2.1,
 * CreateCalculateSalesEntityLineItemRequestInput (quantity); the variation parent and the fraction are assumptions.
 *
 * @param values those that the request names
 * @param item the item of the line; undefined for a line without one
 * @returns the problems of the values that a request gives a line, by property
 */
export function lineProblems(values: LineValues, item: OrderableItem | undefined): FieldProblem[] {
  const { quantity, discount } = values;
  const problems: (FieldProblem | false)[] = [
    quantity != null &&
      compare(quantity, zero) <= 0 && {
        path: 'quantity',
        message: `The quantity ${quantity} of a line must be above 0.`,
      },
    quantity != null &&
      item !== undefined &&
      !item.isDivisible &&
      !Number.isInteger(toNumber(quantity)) && {
        path: 'quantity',
        message: `The quantity ${quantity} is not whole; the item ${item.sku} is not divisible.`,
      },
    discount != null &&
      compare(discount, mostPercent) > 0 && {
        path: 'discount',
        message: `The discount ${discount} is above 100 per cent.`,
      },
    values.itemId != null &&
      item?.isVariationParent === true && {
        path: 'itemId',
        message: `The item ${item.sku} stands for its variations; order one of its children.`,
      },
  ];
  return problems.filter((problem) => problem !== false);
}

/**
 * @param values those that the request names
 * @returns the problem of a new line with neither an item nor a name. The least requests of the documentation are taken:
 *   nothing (CreateSalesOrder), the quantity (REST v1), and type, quantity and price (REST v2).
 */
export function namelessProblem(values: object & LineValues): FieldProblem | undefined {
  const stated = Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [name]));
  const least = stated.includes('type') ? ['type', 'quantity', 'salesPriceNet'] : ['quantity'];
  const isLeast = stated.every((name) => least.includes(name));
  if (isLeast || values.itemId != null || (values.name ?? '').trim() !== '') return undefined;
  return {
    path: 'name',
    message: 'The line names no item and has no name; give it an itemId or a name.',
  };
}

/** The values of a line that an invoice, a pick list or a delivery fixes. */
export interface FixedLine {
  id: number;
  quantity: Decimal;
  salesPriceNet: Decimal;
  salesPriceGross: Decimal;
  discount: Decimal;
  taxRate: Decimal;
  taxClassId?: number | undefined;
}

/** How many pieces of a line each step has taken. */
export interface TakenQuantities {
  invoiced: Decimal;
  delivered: Decimal;
  /** On open pick lists, and delivered. */
  picked: Decimal;
  returned: Decimal;
}

const fixedByInvoice = ['salesPriceNet', 'salesPriceGross', 'discount', 'taxRate', 'taxClassId'] as const;

/**
 * An invoiced line keeps price and tax, and the quantity never drops below what is invoiced, picked, delivered or
 * returned. Source: GraphQL 3.0, UpdateSalesOrderItemLineItemCommandRequestInput.
 *
 * @returns why a line cannot be changed so; undefined when it can
 */
export function changeObstacle(
  before: FixedLine,
  after: FixedLine,
  taken: TakenQuantities,
): string | undefined {
  const changed = fixedByInvoice.find((field) => before[field] !== after[field]);
  if (!isZero(taken.invoiced) && changed !== undefined)
    return `The line item ${before.id} is invoiced; its ${changed} stays ${before[changed] ?? 'empty'}.`;
  if (compare(after.quantity, before.quantity) >= 0) return undefined;
  const step = Object.entries(taken).find(([, quantity]) => compare(after.quantity, quantity) < 0);
  return (
    step &&
    `The quantity ${after.quantity} of line item ${before.id} is below the ${step[1]} ${step[0]} already.`
  );
}
