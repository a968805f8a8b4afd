import { without } from '../../../store/values/merge.ts';
import type { CommandCall } from '../../../wire/graphql/call.ts';
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

interface CalculationCommand {
  recalculateTaxMode: number;
  calculateSalesOrderRequest: OrderDraft;
  changes: OrderChange[];
}

/** Calculates an order and what becomes of it by a list of changes, applied one after the other. */
export function calculation({ data, draft }: CommandCall<CalculationCommand>): Calculation {
  const { calculateSalesOrderRequest: order, changes, recalculateTaxMode: mode } = draft;
  const changed = changes.reduce(applied, order);
  return calculateSalesOrder(
    data,
    draftOf(changed, mode),
    changes.length === 0 ? undefined : draftOf(order, mode),
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
