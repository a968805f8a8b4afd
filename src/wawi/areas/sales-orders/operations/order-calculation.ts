import { checkCodes } from '../../../store/codes.ts';
import type { CodePaths } from '../../../store/collections/code-paths.ts';
import { without } from '../../../store/values/merge.ts';
import { compare, zero } from '../../../store/values/decimal.ts';
import { invalid } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import {
  calculateSalesOrder,
  type Calculation,
  type CalculationDraft,
  type CalculationLineDraft,
} from '../../pricing/operations/calculations.ts';

/** An address as the command gives it; the VAT ID of the shipment address decides first. */
interface AddressDraft {
  countryIso?: string;
  vatId?: string;
}

/** An order to calculate, and each change to it, as the command gives them. */
interface OrderDraft extends Omit<CalculationDraft, 'lineItems' | 'recalculateTaxMode'> {
  billingAddress?: AddressDraft;
  shipmentAddress?: AddressDraft;
  lineItems: CalculationLineDraft[];
}

interface OrderChange extends Partial<Omit<OrderDraft, 'lineItems'>> {
  lineItemChanges?: {
    create?: CalculationLineDraft[];
    update?: CalculationLineDraft[];
    delete?: number[];
  };
}

/** An order to calculate, with changes to it. */
export interface CalculationCommand {
  recalculateTaxMode?: number;
  calculateSalesOrderRequest: OrderDraft;
  changes?: OrderChange[];
}

/** @returns where a command to calculate has codes of countries and currencies */
export function codesOf(command: string): CodePaths {
  return {
    [`${command}.currencyIso`]: 'currency',
    [`${command}.departureCountryIso`]: 'country',
    'changes[].currencyIso': 'currency',
    'changes[].departureCountryIso': 'country',
  };
}

/**
 * Calculates an order and what becomes of it by a list of changes, applied one after the other.
 * @throws DomainError `invalid` for lines against the rules of {@link checkLines}, `missing-reference`
 */
export function calculateChangedOrder(data: TenantData, command: CalculationCommand): Calculation {
  const { calculateSalesOrderRequest: order, changes = [], recalculateTaxMode: mode = 0 } = command;
  checkCodes(data, codesOf('calculateSalesOrderRequest'), command);
  checkLines(order.lineItems, 'calculateSalesOrderRequest.lineItems');
  for (const { lineItemChanges } of changes) {
    checkLines(lineItemChanges?.create ?? [], 'changes[].lineItemChanges.create');
    checkPrices(lineItemChanges?.update ?? [], 'changes[].lineItemChanges.update');
  }
  const changed = changes.reduce(applied, order);
  return calculateSalesOrder(
    data,
    draftOf(changed, mode),
    changes.length === 0 ? undefined : draftOf(order, mode),
  );
}

type CheckedLine = Pick<
  CalculationLineDraft,
  'syncNumber' | 'quantity' | 'salesPriceNet' | 'salesPriceGross'
>;

/**
 * The rules for lines of a calculation (2.1 CreateCalculateSalesOrderLineItemRequestInput).
 * @param path domain path of the list
 * @throws DomainError `invalid` for a sync number that is not above 0 or not unique, a quantity that is not above 0, and
 * for a line with both prices
 */
export function checkLines(lines: readonly CheckedLine[], path: string): void {
  const numbers = lines.map((line) => line.syncNumber ?? 0);
  for (const [n, { quantity }] of lines.entries()) {
    const number = numbers[n]!;
    if (number <= 0) throw invalid(`${path}[].syncNumber`, `The sync number ${number} must be above 0.`);
    if (numbers.indexOf(number) !== n)
      throw invalid(
        `${path}[].syncNumber`,
        `The sync number ${number} stands twice; each line needs its own.`,
      );
    if (quantity !== undefined && compare(quantity, zero) <= 0)
      throw invalid(`${path}[].quantity`, `The quantity ${quantity} must be above 0.`);
  }
  checkPrices(lines, path);
}

/** @throws DomainError `invalid` for a line with a net and a gross price */
export function checkPrices(lines: readonly CheckedLine[], path: string): void {
  for (const { syncNumber, salesPriceNet, salesPriceGross } of lines)
    if (salesPriceNet !== undefined && salesPriceGross !== undefined)
      throw invalid(
        `${path}[].salesPriceGross`,
        `The line ${syncNumber} has a net and a gross price; give one of them.`,
      );
}

function applied(order: OrderDraft, change: OrderChange): OrderDraft {
  const { create = [], update = [], delete: removed = [] } = change.lineItemChanges ?? {};
  const lines = order.lineItems
    .filter((line) => !removed.includes(line.syncNumber ?? 0))
    .map((line) => ({ ...line, ...update.find((one) => one.syncNumber === line.syncNumber) }));
  return { ...order, ...without(change, 'lineItemChanges'), lineItems: [...lines, ...create] };
}

function draftOf(order: OrderDraft, recalculateTaxMode: number): CalculationDraft {
  const { billingAddress, shipmentAddress, ...rest } = order;
  const billingCountryIso = billingAddress?.countryIso ?? rest.departureCountryIso;
  return {
    ...rest,
    recalculateTaxMode,
    billingCountryIso,
    shippingCountryIso: shipmentAddress?.countryIso ?? billingCountryIso,
    customerVatId: shipmentAddress?.vatId ?? billingAddress?.vatId ?? '',
  };
}
