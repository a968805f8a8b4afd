import { DomainError, invalid } from '../../../store/errors.ts';
import { decimal } from '../../../store/values/decimal.ts';
import type { Handler } from '../../../wire/rest/call.ts';
import { calculateChangedEntity, type EntityCalculationCommand } from '../operations/entity-calculation.ts';
import { calculateChangedOrder, type CalculationCommand } from '../operations/order-calculation.ts';

/** Calculates an order and what becomes of it by the changes. */
export const changedOrderCalculated: Handler = (call) => {
  const { calculateSalesOrderRequest: order, changes } = call.draft as unknown as Partial<CalculationCommand>;
  if (!order) throw invalid('calculateSalesOrderRequest', 'The order to calculate is missing.');
  const lineItems = (order.lineItems as typeof order.lineItems | undefined) ?? [];
  return {
    value: calculateChangedOrder(call.data, {
      calculateSalesOrderRequest: { ...order, lineItems },
      changes: changes ?? [],
    }),
  };
};

type Entity = EntityCalculationCommand['calculateSalesEntityRequest'];
type EntityLine = Entity['lineItems'][number];
interface EntityRequest {
  calculateSalesEntityRequest?: Partial<Omit<Entity, 'lineItems'>> & { lineItems?: Partial<EntityLine>[] };
  changes?: EntityCalculationCommand['changes'];
}

const neededOfEntity = ['companyId', 'customerId', 'currencyIso', 'departureCountryIso'] as const;
const neededOfLine = [
  'syncNumber',
  'quantity',
  'taxRate',
  'totalSalesPriceNet',
  'totalSalesPriceGross',
] as const;

/**
 * Calculates an order, quotation or the like as the client holds it, and what becomes of it by the changes.
 * @throws DomainError `invalid` for an entity or a line without the values that the calculation starts from
 */
export const changedEntityCalculated: Handler = (call) => {
  const { calculateSalesEntityRequest: entity, changes } = call.draft as unknown as EntityRequest;
  if (!entity) throw invalid('calculateSalesEntityRequest', 'The entity to calculate is missing.');
  const { lineItems = [], ...head } = entity;
  return {
    value: calculateChangedEntity(call.data, {
      calculateSalesEntityRequest: {
        ...complete(head, neededOfEntity, 'calculateSalesEntityRequest'),
        currencyFactor: head.currencyFactor ?? decimal(1),
        taxSetting: 0,
        lineItems: lineItems.map((line, n) => ({
          ...complete(line, neededOfLine, `calculateSalesEntityRequest.lineItems[${n}]`),
          type: line.itemId === undefined ? 0 : 1,
        })),
      },
      changes: changes ?? [],
    }),
  };
};

function complete<T extends object, K extends keyof T & string>(
  value: T,
  needed: readonly K[],
  path: string,
): T & { [name in K]-?: NonNullable<T[name]> } {
  const missing = needed.filter((name) => value[name] === undefined);
  if (missing.length > 0) {
    const problems = missing.map((name) => ({
      path: `${path}.${name}`,
      message: `The calculation needs the ${name}; give all of ${needed.join(', ')}.`,
    }));
    throw new DomainError('invalid', problems[0]!.message, problems);
  }
  return value as T & { [name in K]-?: NonNullable<T[name]> };
}
