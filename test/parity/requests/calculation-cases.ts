import type { Answer, CommandCase } from './command-cases.ts';
import type { GivenValues } from './full-request.ts';
import { instruction, keys } from './values.ts';

/** Values of the basis of a calculation and of its lines. */
function basis(path: string): GivenValues {
  return {
    [`${path}.companyId`]: keys.company,
    [`${path}.customerId`]: keys.customer,
    [`${path}.shippingMethodId`]: keys.shippingMethod,
    [`${path}.shopId`]: undefined,
    ...address(`${path}.billingAddress`),
    ...address(`${path}.shipmentAddress`),
    [`${path}.currencyIso`]: 'EUR',
    [`${path}.currencyFactor`]: 1,
    [`${path}.departureCountryIso`]: 'DE',
    [`${path}.specialTaxTreatment`]: 'NONE',
    [`${path}.taxReference`]: 'BILLING_ADDRESS',
    [`${path}.taxSetting`]: 'DELIVERY_WITH_VAT',
  };
}

function address(path: string): GivenValues {
  return { [`${path}.countryIso`]: 'DE', [`${path}.vatId`]: undefined };
}

function line(path: string, syncNumber: number): GivenValues {
  return {
    [`${path}.syncNumber`]: syncNumber,
    [`${path}.itemId`]: keys.item,
    [`${path}.quantity`]: 3,
    [`${path}.taxClassId`]: keys.taxClass,
    [`${path}.taxCodeId`]: undefined,
    [`${path}.taxRate`]: 19,
    [`${path}.vatRate`]: 19,
    [`${path}.discount`]: undefined,
    [`${path}.discountPercent`]: 10,
    [`${path}.lineItemType`]: 'ITEM',
    [`${path}.parentSyncNumber`]: undefined,
    [`${path}.salesPriceNet`]: 20,
    [`${path}.salesPriceGross`]: undefined,
    [`${path}.totalSalesPriceNet`]: 54,
    [`${path}.totalSalesPriceGross`]: 64.26,
    [`${path}.recalculatePriceMode`]: 'USE_CURRENT_PRICE',
  };
}

/** The request for a calculation, with a change that has every field, and the line that it changes. */
function calculation(request: string): GivenValues {
  const changes = 'changes.lineItemChanges';
  return {
    recalculateTaxMode: 'KEEP_NET_PRICES',
    ...basis(request),
    ...line(`${request}.lineItems`, 1),
    ...basis('changes'),
    ...line(`${changes}.create`, 2),
    ...line(`${changes}.update`, 1),
    [`${changes}.update.quantity`]: 4,
    [`${changes}.delete`]: [],
  };
}

/** A line that a change creates or updates stands in the answer; the basis of the calculation does not. */
function calculated(mutation: string, request: string, total: Answer): CommandCase {
  return {
    mutation,
    given: () => calculation(request),
    read: (_, answer) => Promise.resolve(answer),
    unshown: {
      recalculateTaxMode: instruction,
      [request]: 'the answer has the amounts',
      changes: 'the answer has the amounts',
    },
    showsOfFull: { syncNumber: 2, quantity: 4, salesPriceNet: 20, discountPercent: 10, ...total },
  };
}

export const calculationCases: readonly CommandCase[] = [
  // 4 and 3 pieces for 20 each, less 10 percent.
  calculated('CalculateSalesOrder', 'calculateSalesOrderRequest', { totalNetAmount: 126 }),
  // The added line has no price of its own.
  calculated('CalculateSalesEntity', 'calculateSalesEntityRequest', { totalSalesPriceNet: 72 }),
];
