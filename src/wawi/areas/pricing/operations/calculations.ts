import { add, one, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import { lineTotals } from '../rules/totals.ts';
import { taxSettingOf } from '../rules/taxes.ts';
import { checkCodes } from '../../../store/codes.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { referenced } from '../../../store/references.ts';
import { pricesOf } from './line-items.ts';
import { retaxed, type RecalculateTaxMode } from '../rules/line-taxes.ts';
import { isInEu, taxRateFor, type TaxBasis } from './taxes.ts';
import { only } from '../../../store/values/merge.ts';

/** An order whose price for a customer is calculated. */
export interface CalculationDraft {
  lineItems: CalculationLineDraft[];
  customerId: number;
  /** Default: the customer's company. */
  companyId?: number;
  departureCountryIso: string;
  customerVatId: string;
  billingCountryIso: string;
  shippingCountryIso: string;
  /** 0 keeps the tax rates, 1 the net and 2 the gross prices of lines whose tax rate changes. */
  recalculateTaxMode: number;
  /** Default: EUR. */
  currencyIso?: string;
  currencyFactor?: Decimal;
  /** The address that determines the tax: 0 the shipment's, 1 the billing address. */
  taxReference?: number;
}

export interface CalculationLineDraft {
  syncNumber?: number;
  /** The line that this one is a component of. */
  parentSyncNumber?: number;
  itemId?: number;
  quantity?: Decimal;
  discount?: Decimal;
  /** Default: the rate of the tax class. */
  vatRate?: Decimal;
  /** Default: the item's price; of net and gross the net price decides. */
  salesPriceNet?: Decimal;
  salesPriceGross?: Decimal;
  /** Default: the item's. */
  taxClassId?: number;
}

export interface CalculatedLine {
  syncNumber?: number;
  parentSyncNumber?: number;
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

const codesOfCalculation = {
  currencyIso: 'currency',
  departureCountryIso: 'country',
  billingCountryIso: 'country',
  shippingCountryIso: 'country',
} as const;

/**
 * Calculates an order without keeping it: prices from the items, the customer's discount where a line names none.
 * @param before the order before it was changed; its tax rates are those that `recalculateTaxMode` keeps or leaves
 * @throws DomainError `missing-reference` for an unknown customer, company, item, tax class, country or currency
 */
export function calculateSalesOrder(
  data: TenantData,
  draft: CalculationDraft,
  before: CalculationDraft = draft,
): Calculation {
  const customer = referenced(data, 'customer', draft.customerId, 'customerId');
  checkCodes(data, codesOfCalculation, draft);
  const company = referenced(data, 'company', draft.companyId ?? customer.companyId, 'companyId');
  const bases = { before: basisOf(data, before, company.id), now: basisOf(data, draft, company.id) };
  const mode = taxModeOf(draft.recalculateTaxMode);
  const lineItems = draft.lineItems.map((line) =>
    calculatedLine(data, line, { bases, mode, discount: customer.paymentSettings.discount }),
  );
  const companyVatId = company.vatIds?.[0]?.vatId;
  return {
    lineItems,
    ...totalsOf(lineItems),
    currencyIso: draft.currencyIso ?? 'EUR',
    currencyFactor: draft.currencyFactor ?? one,
    ...(companyVatId === undefined ? {} : { companyVatId }),
  };
}

function taxModeOf(mode: number): RecalculateTaxMode {
  return mode === 1 || mode === 2 ? mode : 0;
}

function basisOf(data: TenantData, draft: CalculationDraft, companyId: number): TaxBasis {
  const { departureCountryIso, customerVatId } = draft;
  const shippingCountryIso = draft.taxReference === 1 ? draft.billingCountryIso : draft.shippingCountryIso;
  const delivery = { departureCountryIso, shippingCountryIso, customerVatId };
  const withinEu = isInEu(data, departureCountryIso) && isInEu(data, shippingCountryIso);
  return { companyId, ...delivery, taxSetting: taxSettingOf({ ...delivery, withinEu }) };
}

interface LineBasis {
  bases: { before: TaxBasis; now: TaxBasis };
  mode: RecalculateTaxMode;
  /** Per cent. */
  discount: Decimal;
}

function calculatedLine(
  data: TenantData,
  line: CalculationLineDraft,
  { bases, mode, discount }: LineBasis,
): CalculatedLine {
  const item =
    line.itemId === undefined ? undefined : referenced(data, 'item', line.itemId, 'lineItems[].itemId');
  const taxClassId =
    line.taxClassId === undefined
      ? item?.taxClassId
      : referenced(data, 'taxClass', line.taxClassId, 'lineItems[].taxClassId').id;
  const rateBefore = taxRateFor(data, taxClassId, bases.before);
  const taxRate = line.vatRate !== undefined && mode === 0 ? line.vatRate : rateBefore;
  const calculated: CalculatedLine = {
    ...only(line, 'syncNumber', 'parentSyncNumber'),
    ...(item ? { itemId: item.id } : {}),
    type: item ? 1 : 0,
    quantity: line.quantity ?? one,
    ...pricesOf(line, item?.prices.salesPriceNet ?? zero, taxRate),
    discount: line.discount ?? discount,
    taxRate,
    ...(taxClassId === undefined ? {} : { taxClassId }),
  };
  return mode === 0 ? calculated : retaxed(calculated, taxRateFor(data, taxClassId, bases.now), mode);
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
