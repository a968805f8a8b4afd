import { one, round, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { LineItemVariant, SalesOrderLineItem } from '../schema/sales-documents.ts';
import { DomainError } from '../../../store/errors.ts';
import { completed, merge, only, without, withoutNulls } from '../../../store/values/merge.ts';
import { hasChildren } from '../../items/rules/item-relations.ts';
import { lineProblems, namelessProblem } from '../rules/line-items.ts';
import { grossOf, netOf } from '../rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { referenced } from '../../../store/references.ts';
import { domestic, taxRateFor, type TaxBasis } from './taxes.ts';

/** A line as a request gives it; variants may come without ids. */
export type LineDraft = Partial<Omit<SalesOrderLineItem, 'variants'>> & {
  variants?: Partial<LineItemVariant>[] | null;
};

/**
 * Completes a line: name, SKU, tax and prices come from its item unless the line has them; of net and gross price, each
 * follows from the other.
 * @param basis the values that determine the tax rate
 * @param at domain path of the line in the request, such as `lineItems[2]`; empty where the line is the request
 * @throws DomainError `missing-reference` for an unknown item, `invalid` for values that {@link lineProblems} names
 */
export function newLineItem(
  data: TenantData,
  draft: LineDraft,
  basis: TaxBasis = domestic,
  at = 'lineItems[]',
): SalesOrderLineItem {
  const { variants, ...fields } = withoutNulls(draft);
  const item =
    fields.itemId === undefined ? undefined : referenced(data, 'item', fields.itemId, within(at, 'itemId'));
  checkLine(data, fields, fields.itemId, at, true);
  const taxClassId = fields.taxClassId ?? item?.taxClassId;
  const taxRate = fields.taxRate ?? taxRateFor(data, taxClassId, basis);
  return {
    name: item?.name ?? '',
    ...(item ? { sku: item.sku } : {}),
    type: item ? 1 : 0,
    quantity: one,
    quantityDelivered: zero,
    quantityReturned: zero,
    salesUnit: 'Stk.',
    discount: zero,
    purchasePriceNet: item?.prices.purchasePriceNet ?? zero,
    billOfMaterialsType: 0,
    configurationItemType: 0,
    ...(taxClassId === undefined ? {} : { taxClassId }),
    files: [],
    ...fields,
    ...pricesOf(fields, item?.prices.salesPriceNet ?? zero, taxRate),
    taxRate,
    variants: (variants ?? []).map((variant) => newVariant(data, variant)),
    id: data.nextId('salesOrderLineItem'),
  };
}

/** Required fields that were cleared get the value of a new line. */
const clearedLine = {
  name: '',
  discount: zero,
  purchasePriceNet: zero,
  billOfMaterialsType: 0,
  configurationItemType: 0,
  variants: [],
  files: [],
};

const clearedVariant = { surchargeNet: zero, extraWeight: zero };

/**
 * Changes a line field by field. A new net price or tax rate moves the gross price, a new gross price the net one.
 * @throws DomainError as {@link newLineItem}
 */
export function changedLineItem(
  data: TenantData,
  line: SalesOrderLineItem,
  draft: LineDraft,
  at = '',
): SalesOrderLineItem {
  const { variants, ...change } = draft;
  if (typeof change.itemId === 'number') referenced(data, 'item', change.itemId, within(at, 'itemId'));
  checkLine(data, change, change.itemId ?? line.itemId, at, false);
  const amounts = only(line, 'quantity', 'quantityDelivered', 'quantityReturned', 'salesPriceNet');
  const prices = only(line, 'salesPriceGross', 'taxRate');
  const kept = { ...clearedLine, ...amounts, ...prices, ...only(line, 'id', 'type') };
  const merged = completed<SalesOrderLineItem>(kept, merge(line, without(change, 'id')));
  const taxRate = change.taxRate ?? line.taxRate;
  return {
    ...merged,
    taxRate,
    ...pricesOf(change, line.salesPriceNet, taxRate),
    ...(variants === undefined
      ? {}
      : { variants: (variants ?? []).map((variant) => changedVariant(data, line, variant)) }),
  };
}

type Prices = Pick<SalesOrderLineItem, 'salesPriceNet' | 'salesPriceGross'>;

/**
 * @param given the prices of a request; of net and gross the one follows from the other
 * @param netBefore the price where the request names none
 * @param taxRate per cent
 */
export function pricesOf(given: Partial<Prices>, netBefore: Decimal, taxRate: Decimal): Prices {
  if (given.salesPriceGross && !given.salesPriceNet)
    return {
      salesPriceNet: round(netOf(given.salesPriceGross, taxRate), 4),
      salesPriceGross: given.salesPriceGross,
    };
  const salesPriceNet = given.salesPriceNet ?? netBefore;
  return { salesPriceNet, salesPriceGross: given.salesPriceGross ?? round(grossOf(salesPriceNet, taxRate)) };
}

function newVariant(data: TenantData, draft: Partial<LineItemVariant>): LineItemVariant {
  return {
    ...clearedVariant,
    ...withoutNulls(draft),
    id: data.nextId('salesOrderLineItemVariant'),
  };
}

function changedVariant(
  data: TenantData,
  line: SalesOrderLineItem,
  draft: Partial<LineItemVariant>,
): LineItemVariant {
  const known = line.variants.find((variant) => variant.id === draft.id);
  return known
    ? completed<LineItemVariant>({ ...clearedVariant, id: known.id }, merge(known, draft))
    : newVariant(data, draft);
}

/** The values of a request that a line or its item refuses. */
function checkLine(
  data: TenantData,
  draft: LineDraft,
  itemId: number | undefined,
  at: string,
  isNew: boolean,
): void {
  const item = itemId === undefined ? undefined : data.of('item').get(itemId);
  const problems = lineProblems(
    draft,
    item && {
      sku: item.sku,
      isDivisible: item.storageOptions.splitQuantity,
      isVariationParent: hasChildren(data, item.id),
    },
  );
  const nameless = isNew ? namelessProblem(draft) : undefined;
  const all = [...problems, ...(nameless ? [nameless] : [])].map(({ path, message }) => ({
    path: within(at, path),
    message,
  }));
  if (all[0]) throw new DomainError('invalid', all[0].message, all);
}

function within(at: string, property: string): string {
  return at === '' ? property : `${at}.${property}`;
}
