import {
  add,
  decimal,
  divide,
  isZero,
  multiply,
  round,
  subtract,
  zero,
  type Decimal,
} from '../../../store/values/decimal.ts';
import { checkCodes } from '../../../store/codes.ts';
import { invalid } from '../../../store/errors.ts';
import { referenced } from '../../../store/references.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { only, without } from '../../../store/values/merge.ts';
import { retaxed } from '../rules/line-taxes.ts';
import { taxSettingOf } from '../rules/taxes.ts';
import { grossOf, lineTotals } from '../rules/totals.ts';
import { pricesOf } from './line-items.ts';
import { isInEu, taxRateFor, type TaxBasis } from './taxes.ts';

interface AddressDraft {
  countryIso: string;
  vatId?: string;
}

/** An order, quotation or the like to calculate, as the client holds it. */
export interface EntityDraft {
  companyId: number;
  customerId: number;
  currencyIso: string;
  currencyFactor: Decimal;
  departureCountryIso: string;
  billingAddress?: AddressDraft;
  shipmentAddress?: AddressDraft;
  /** 0 with VAT, 10 intra-community, 15 exempt with reverse charge, 20 exempt. */
  taxSetting: number;
  /** 0 none, 1 reverse charge, 2 exempt, 3 subject to VAT. */
  specialTaxTreatment?: number;
}

/** A line as the client holds it; its totals and tax rate are the client's. */
export interface EntityLine {
  syncNumber: number;
  parentSyncNumber?: number;
  itemId?: number;
  /** 0 free text, 1 item, 2 shipping ...: the numbers of the contract. */
  type: number;
  quantity: Decimal;
  /** Default: the net total for one piece, before the discount. */
  salesPriceNet?: Decimal;
  /** Per cent. */
  discount?: Decimal;
  taxRate: Decimal;
  taxClassId?: number;
  taxCodeId?: number;
  totalSalesPriceNet: Decimal;
  totalSalesPriceGross: Decimal;
}

/** A line to add; its price and tax come from its item. */
export type EntityLineDraft = Pick<EntityLine, 'syncNumber' | 'itemId' | 'quantity'> & { type?: number };

/** A change of a line; of net and gross price the other one follows. */
export interface EntityLineChange {
  syncNumber: number;
  quantity?: Decimal;
  salesPriceNet?: Decimal;
  salesPriceGross?: Decimal;
  discount?: Decimal;
  taxClassId?: number;
  /** 0 takes the item's price again, 1 (default) keeps the price. */
  recalculatePriceMode?: number;
}

interface EntityChange extends Partial<Omit<EntityDraft, 'taxSetting'>> {
  lineItemChanges?: { create?: EntityLineDraft[]; update?: EntityLineChange[]; delete?: number[] };
}

export interface CalculatedEntityLine extends Required<
  Omit<EntityLine, 'parentSyncNumber' | 'itemId' | 'taxClassId' | 'taxCodeId'>
> {
  parentSyncNumber?: number;
  itemId?: number;
  taxClassId?: number;
  taxCodeId?: number;
  salesPriceGross: Decimal;
  /** Whether taking the item's price again changed the line: 0 no, 1 its price. */
  recalculateLineItemPriceChangeResult: number;
}

export interface EntityCalculation extends Pick<
  EntityDraft,
  'currencyIso' | 'currencyFactor' | 'taxSetting'
> {
  lineItems: CalculatedEntityLine[];
  /** Of the company. */
  vatId?: string;
}

interface State {
  entity: EntityDraft;
  lines: CalculatedEntityLine[];
}

/**
 * Applies changes to a sales entity, in the order given, without keeping it.
 * @param mode 0 keeps the tax rates, 1 the net and 2 the gross prices of lines whose tax rate changes
 * @throws DomainError `missing-reference` for an unknown customer, company, item, tax class or country
 */
export function calculateEntity(
  data: TenantData,
  entity: EntityDraft & { lineItems: readonly EntityLine[] },
  changes: readonly EntityChange[],
  mode: number,
): EntityCalculation {
  const start: State = { entity: without(entity, 'lineItems'), lines: entity.lineItems.map(knownLine) };
  checkReferences(data, start.entity);
  const end = changes.reduce((state, change) => changed(data, state, change, mode), start);
  const { currencyIso, currencyFactor, taxSetting, companyId } = end.entity;
  const vatId = data.get('company', companyId).vatIds?.[0]?.vatId;
  return {
    lineItems: end.lines,
    currencyIso,
    currencyFactor,
    taxSetting,
    ...(vatId === undefined ? {} : { vatId }),
  };
}

function checkReferences(data: TenantData, entity: EntityDraft): void {
  referenced(data, 'customer', entity.customerId, 'customerId');
  referenced(data, 'company', entity.companyId, 'companyId');
  checkCodes(
    data,
    {
      currencyIso: 'currency',
      departureCountryIso: 'country',
      'billingAddress.countryIso': 'country',
      'shipmentAddress.countryIso': 'country',
    },
    entity,
  );
}

function knownLine(line: EntityLine): CalculatedEntityLine {
  const { quantity, taxRate, discount = zero } = line;
  const salesPriceNet = line.salesPriceNet ?? pieceOf(line.totalSalesPriceNet, quantity, discount);
  return {
    ...line,
    discount,
    salesPriceNet,
    salesPriceGross: round(grossOf(salesPriceNet, taxRate)),
    recalculateLineItemPriceChangeResult: 0,
  };
}

const hundred = decimal(100);

/** @returns the price of one piece before the discount; 0 where nothing of the price is left */
function pieceOf(total: Decimal, quantity: Decimal, discount: Decimal): Decimal {
  const share = divide(multiply(quantity, subtract(hundred, discount)), hundred);
  return isZero(share) ? zero : round(divide(total, share), 4);
}

function changed(data: TenantData, { entity, lines }: State, change: EntityChange, mode: number): State {
  const { lineItemChanges = {}, ...header } = change;
  const merged = { ...entity, ...header };
  checkReferences(data, merged);
  const isRetaxed = mode === 1 || mode === 2 ? decidesTax(header) : false;
  const next = isRetaxed ? { ...merged, taxSetting: settingOf(data, merged) } : merged;
  const basis = basisOf(next);
  const { create = [], update = [], delete: removed = [] } = lineItemChanges;
  const kept = lines
    .filter((line) => !removed.includes(line.syncNumber))
    .map((line) => {
      const one = update.find(({ syncNumber }) => syncNumber === line.syncNumber);
      const edited = one ? changedLine(data, line, one, basis) : line;
      if (!isRetaxed) return edited;
      return totalled(retaxed(edited, taxRateFor(data, edited.taxClassId, basis), mode === 1 ? 1 : 2));
    });
  refuseUsedNumbers(kept, create);
  const discount = data.get('customer', next.customerId).paymentSettings.discount;
  return {
    entity: next,
    lines: [...kept, ...create.map((draft) => newLine(data, draft, basis, discount))],
  };
}

/** @throws DomainError `invalid` for a new line with the sync number of another one */
function refuseUsedNumbers(kept: readonly EntityLineDraft[], created: readonly EntityLineDraft[]): void {
  const numbers = [...kept, ...created].map((line) => line.syncNumber);
  const twice = numbers.find((one, n) => numbers.indexOf(one) !== n);
  if (twice === undefined) return;
  const path = 'changes[].lineItemChanges.create[].syncNumber';
  throw invalid(path, `The sync number ${twice} stands twice; each line needs its own.`);
}

const taxFields: readonly (keyof EntityDraft)[] = [
  'companyId',
  'departureCountryIso',
  'billingAddress',
  'shipmentAddress',
  'specialTaxTreatment',
];

function decidesTax(header: object): boolean {
  return taxFields.some((field) => field in header);
}

/** Reverse charge, exempt and subject to VAT are independent of the addresses. */
const settingOfTreatment: Readonly<Record<number, number>> = { 1: 15, 2: 20, 3: 0 };

function settingOf(data: TenantData, entity: EntityDraft): number {
  const basis = basisOf(entity);
  const withinEu = isInEu(data, basis.departureCountryIso) && isInEu(data, basis.shippingCountryIso);
  return settingOfTreatment[entity.specialTaxTreatment ?? 0] ?? taxSettingOf({ ...basis, withinEu });
}

function basisOf(entity: EntityDraft): TaxBasis {
  const { companyId, departureCountryIso, billingAddress, shipmentAddress, taxSetting } = entity;
  const isTaxed = entity.specialTaxTreatment === 3;
  return {
    companyId,
    departureCountryIso,
    shippingCountryIso: shipmentAddress?.countryIso ?? billingAddress?.countryIso ?? departureCountryIso,
    customerVatId: isTaxed ? undefined : (shipmentAddress?.vatId ?? billingAddress?.vatId),
    taxSetting,
  };
}

function changedLine(
  data: TenantData,
  line: CalculatedEntityLine,
  change: EntityLineChange,
  basis: TaxBasis,
): CalculatedEntityLine {
  const { recalculatePriceMode, taxClassId } = change;
  if (taxClassId !== undefined)
    referenced(data, 'taxClass', taxClassId, 'changes[].lineItemChanges.update[].taxClassId');
  const taxRate = taxClassId === undefined ? line.taxRate : taxRateFor(data, taxClassId, basis);
  const item = line.itemId === undefined ? undefined : data.of('item').get(line.itemId);
  const netBefore =
    recalculatePriceMode === 0 ? (item?.prices.salesPriceNet ?? line.salesPriceNet) : line.salesPriceNet;
  const prices = pricesOf(only(change, 'salesPriceNet', 'salesPriceGross'), netBefore, taxRate);
  return totalled({
    ...line,
    ...only(change, 'quantity', 'discount', 'taxClassId'),
    ...prices,
    taxRate,
    recalculateLineItemPriceChangeResult:
      recalculatePriceMode === 0 && netBefore !== line.salesPriceNet ? 1 : 0,
  });
}

function newLine(
  data: TenantData,
  draft: EntityLineDraft,
  basis: TaxBasis,
  discount: Decimal,
): CalculatedEntityLine {
  const path = 'changes[].lineItemChanges.create[].itemId';
  const item = draft.itemId === undefined ? undefined : referenced(data, 'item', draft.itemId, path);
  const taxRate = taxRateFor(data, item?.taxClassId, basis);
  return totalled({
    ...only(draft, 'syncNumber', 'itemId', 'quantity'),
    type: draft.type ?? (item ? 1 : 0),
    ...pricesOf({}, item?.prices.salesPriceNet ?? zero, taxRate),
    discount,
    taxRate,
    ...(item?.taxClassId === undefined ? {} : { taxClassId: item.taxClassId }),
    totalSalesPriceNet: zero,
    totalSalesPriceGross: zero,
    recalculateLineItemPriceChangeResult: 0,
  });
}

function totalled(line: CalculatedEntityLine): CalculatedEntityLine {
  const { net, gross } = lineTotals(line);
  return { ...line, totalSalesPriceNet: net, totalSalesPriceGross: gross };
}

/** @returns the sums of the lines' totals, net and gross */
export function entityTotals(lines: readonly CalculatedEntityLine[]): { net: Decimal; gross: Decimal } {
  return {
    net: add(zero, ...lines.map((line) => line.totalSalesPriceNet)),
    gross: add(zero, ...lines.map((line) => line.totalSalesPriceGross)),
  };
}

/** @returns the VAT of lines by rate in per cent, highest first */
export function vatAmountsOf(
  lines: readonly CalculatedEntityLine[],
): { taxRate: Decimal; vatAmount: Decimal }[] {
  const rates = [...new Set(lines.map((line) => line.taxRate))].sort((a, b) => Number(b) - Number(a));
  return rates.map((taxRate) => {
    const { net, gross } = entityTotals(lines.filter((line) => line.taxRate === taxRate));
    return { taxRate, vatAmount: subtract(gross, net) };
  });
}
