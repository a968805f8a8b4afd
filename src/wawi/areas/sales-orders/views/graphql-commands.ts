import { add, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import type { CalculatedLine, Calculation } from '../../pricing/operations/calculations.ts';
import {
  entityTotals,
  vatAmountsOf,
  type CalculatedEntityLine,
  type EntityCalculation,
} from '../../pricing/operations/entity-calculations.ts';
import { lineTotals } from '../../pricing/rules/totals.ts';
import type { AssignedPayment } from '../operations/payments.ts';

/** The type of lines that are postage. */
const shipping = 2;

/** Payments and calculations in GraphQL. */
export const salesCommandViewsGraphql = {
  Payment: typeView<'Payment', AssignedPayment>({
    transactionType: ({ transactionType = 0 }) => transactionType,
    transactionId: 'externalTransactionId',
  }),
  CreateSalesOrderPaymentCommandResponse: typeView<'CreateSalesOrderPaymentCommandResponse', AssignedPayment>(
    {
      paymentId: 'id',
    },
  ),
  MarkSalesOrderAsPaidCommandResponse: typeView<'MarkSalesOrderAsPaidCommandResponse', AssignedPayment[]>({
    paymentIds: (payments) => payments.map((payment) => payment.id),
  }),
  // 2.0 wraps the calculation, 2.1 gives it bare.
  CalculateSalesOrderCommandResponse: typeView<'CalculateSalesOrderCommandResponse', Calculation>({
    calculateSalesOrderResponse: '.',
    shippingCostNet: ({ lineItems }) => shippingCost(lineItems).net,
    shippingCostGross: ({ lineItems }) => shippingCost(lineItems).gross,
    totalNetAmountInclShipping: 'totalNetAmount',
    totalGrossAmountInclShipping: 'totalGrossAmount',
  }),
  CalculateSalesOrderLineItemResponse: typeView<'CalculateSalesOrderLineItemResponse', CalculatedLine>({
    discountPercent: 'discount',
    lineItemTotalNetAmount: (line) => lineTotals(line).net,
    lineItemTotalGrossAmount: (line) => lineTotals(line).gross,
  }),
  CalculateSalesEntityCommandResponse: typeView<'CalculateSalesEntityCommandResponse', EntityCalculation>({
    totalNetAmount: ({ lineItems }) => entityTotals(lineItems).net,
    totalGrossAmount: ({ lineItems }) => entityTotals(lineItems).gross,
    shippingCostNet: ({ lineItems }) => entityTotals(postage(lineItems)).net,
    shippingCostGross: ({ lineItems }) => entityTotals(postage(lineItems)).gross,
    totalNetAmountExcludingShipping: ({ lineItems }) =>
      subtract(entityTotals(lineItems).net, entityTotals(postage(lineItems)).net),
    totalGrossAmountExcludingShipping: ({ lineItems }) =>
      subtract(entityTotals(lineItems).gross, entityTotals(postage(lineItems)).gross),
    vatAmounts: ({ lineItems }) => vatAmountsOf(lineItems),
  }),
  CalculateSalesEntityLineItemResponse: typeView<
    'CalculateSalesEntityLineItemResponse',
    CalculatedEntityLine
  >({ lineItemType: 'type', discountPercent: 'discount', appliedTaxClassId: 'taxClassId' }),
} satisfies TypeViews;

function postage(lines: readonly CalculatedEntityLine[]): CalculatedEntityLine[] {
  return lines.filter((line) => line.type === shipping);
}

function shippingCost(lines: readonly CalculatedLine[]): { net: Decimal; gross: Decimal } {
  const totals = lines.filter((line) => line.type === shipping).map(lineTotals);
  return {
    net: add(zero, ...totals.map((line) => line.net)),
    gross: add(zero, ...totals.map((line) => line.gross)),
  };
}
