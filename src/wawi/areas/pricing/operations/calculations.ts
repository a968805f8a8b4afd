import { add, one, round, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import { lineTotals, grossOf } from '../rules/totals.ts';
import { taxSettingOf } from '../rules/taxes.ts';
import { checkCodes } from '../../../store/codes.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { referenced } from '../../../store/references.ts';
import { isInEu, taxRateFor } from './taxes.ts';

/** What an order would cost a customer. */
export interface CalculationDraft {
  lineItems: CalculationLineDraft[];
  customerId: number;
  departureCountryIso: string;
  customerVatId: string;
  billingCountryIso: string;
  shippingCountryIso: string;
  /** 0 keep the rates given, 1 and 2 take the rates that the countries ask for. */
  recalculateTaxMode: number;
}

export interface CalculationLineDraft {
  syncNumber?: number;
  itemId?: number;
  quantity?: Decimal;
  discount?: Decimal;
  vatRate?: Decimal;
}

export interface CalculatedLine {
  syncNumber?: number;
  itemId?: number;
  /** 0 free text, 1 item. */
  type: number;
  quantity: Decimal;
  salesPriceNet: Decimal;
  salesPriceGross: Decimal;
  /** Per cent. */
  discount: Decimal;
  taxRate: Decimal;
  taxClassId?: number;
}

export interface Calculation {
  lineItems: CalculatedLine[];
  totalNetAmount: Decimal;
  totalGrossAmount: Decimal;
  /** By rate in per cent, highest first. */
  vatAmounts: { taxRate: Decimal; vatAmount: Decimal }[];
  currencyIso: string;
  currencyFactor: Decimal;
  companyVatId?: string;
}

const countryCodes = {
  departureCountryIso: 'country',
  billingCountryIso: 'country',
  shippingCountryIso: 'country',
} as const;

/**
 * Calculates an order without keeping it: prices from the items, the customer's discount where a line names none.
 * @throws DomainError `missing-reference` for an unknown customer, item or country
 */
export function calculateSalesOrder(data: TenantData, draft: CalculationDraft): Calculation {
  const customer = referenced(data, 'customer', draft.customerId, 'customerId');
  checkCodes(data, countryCodes, draft);
  const basis = {
    companyId: customer.companyId,
    departureCountryIso: draft.departureCountryIso,
    shippingCountryIso: draft.shippingCountryIso,
    customerVatId: draft.customerVatId,
    taxSetting: taxSettingOf({
      departureCountryIso: draft.departureCountryIso,
      shippingCountryIso: draft.shippingCountryIso,
      withinEu: isInEu(data, draft.departureCountryIso) && isInEu(data, draft.shippingCountryIso),
      customerVatId: draft.customerVatId,
    }),
  };
  const lineItems = draft.lineItems.map((line): CalculatedLine => {
    const item =
      line.itemId === undefined ? undefined : referenced(data, 'item', line.itemId, 'lineItems[].itemId');
    const rate = taxRateFor(data, item?.taxClassId, basis);
    const taxRate = draft.recalculateTaxMode === 0 ? (line.vatRate ?? rate) : rate;
    const salesPriceNet = item?.prices.salesPriceNet ?? zero;
    return {
      ...(line.syncNumber === undefined ? {} : { syncNumber: line.syncNumber }),
      ...(item ? { itemId: item.id } : {}),
      type: item ? 1 : 0,
      quantity: line.quantity ?? one,
      salesPriceNet,
      salesPriceGross: round(grossOf(salesPriceNet, taxRate)),
      discount: line.discount ?? customer.paymentSettings.discount,
      taxRate,
      ...(item?.taxClassId === undefined ? {} : { taxClassId: item.taxClassId }),
    };
  });
  const company = data.of('company').get(customer.companyId);
  const companyVatId = company?.vatIds?.[0]?.vatId;
  return {
    lineItems,
    ...totalsOf(lineItems),
    currencyIso: 'EUR',
    currencyFactor: one,
    ...(companyVatId === undefined ? {} : { companyVatId }),
  };
}

function totalsOf(
  lines: readonly CalculatedLine[],
): Pick<Calculation, 'totalNetAmount' | 'totalGrossAmount' | 'vatAmounts'> {
  const totals = lines.map((line) => ({ taxRate: line.taxRate, ...lineTotals(line) }));
  const rates = [...new Set(totals.map((line) => line.taxRate))].sort((a, b) => Number(b) - Number(a));
  return {
    totalNetAmount: add(zero, ...totals.map((line) => line.net)),
    totalGrossAmount: add(zero, ...totals.map((line) => line.gross)),
    vatAmounts: rates.map((taxRate) => ({
      taxRate,
      vatAmount: add(
        zero,
        ...totals.filter((line) => line.taxRate === taxRate).map((line) => subtract(line.gross, line.net)),
      ),
    })),
  };
}
