import type { Item } from '../schema/items.ts';
import type { Variation, VariationValue } from '../schema/variations.ts';
import { DomainError, invalid } from '../../../store/errors.ts';
import { completed, merge, withoutNulls, type Merged } from '../../../store/values/merge.ts';
import { mergeAttributes, type AttributeChange } from '../rules/attribute-values.ts';
import {
  completeBundle,
  completeChannelPrices,
  completeComponent,
  completeGroupPrices,
  completeGroupQuantity,
  completeScale,
  completeSpecialPrice,
  completeSupplier,
  completeTexts,
  completeVariation,
  completeWarehouse,
  freshItem,
} from '../rules/item-defaults.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { checkSupplierTexts } from '../rules/item-suppliers.ts';
import { assignChild, orphaned } from './item-children.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';
import { checkChannels } from '../../master-data/operations/sales-channels.ts';

export type NewItem = Omit<Item, 'id'>;

type VariationDraft = Partial<Omit<Variation, 'values'>> & { values?: Partial<VariationValue>[] };

/** The fields of a request that have another form in the item. */
interface ItemDraft {
  name?: string;
  attributes?: AttributeChange[] | null;
  variations?: VariationDraft[] | null;
  /** The children, each with the values of the variations it stands for. */
  variationCombinations?: { itemId: number; variationValueIds: number[] }[] | null;
}

/**
 * @param fields the known fields of a new item; the others get the values of a new item in Wawi
 * @param now ISO 8601
 */
export function newItem(fields: object, now: string): NewItem {
  return completed(freshItem(now), fields);
}

/** @returns the tax class of new items whose request names none: the standard one (GraphQL 2.2, CreateItem) */
function standardTaxClass(data: TenantData): Pick<NewItem, 'taxClassId'> {
  const { value } = data.of('taxClass').where('isDefault', true).next() as IteratorResult<
    { id: number },
    undefined
  >;
  return value ? { taxClassId: value.id } : {};
}

/**
 * Creates an item; without a SKU it gets the next free number.
 * @param now ISO 8601
 * @throws DomainError for a blank name, a taken SKU, references that lead nowhere
 */
export function createItem(data: TenantData, draft: object, now: string): Item {
  const { attributes, variationCombinations, ...fields } = draft as ItemDraft;
  const item = {
    ...standardTaxClass(data),
    ...completeItem(data, newItem(fields, now)),
    attributes: mergeAttributes([], attributes ?? []),
  };
  // A new item may do without a name (GraphQL, CreateItem: descriptionData may be empty).
  if (fields.name !== undefined) refuseBlank(item.name);
  check(data, item);
  const skuTaken = (sku: string): boolean => data.of('item').findUnique('sku', sku) !== undefined;
  const created = data.insert('item', {
    ...item,
    sku: item.sku === '' ? drawNumber(data, 'item', now, skuTaken) : item.sku,
  });
  combine(data, created.id, variationCombinations, now);
  return data.get('item', created.id);
}

/**
 * Changes an item, field by field; attribute values are merged entry by entry, all other lists replaced.
 * @param now ISO 8601
 * @throws DomainError as {@link createItem}
 */
export function updateItem(data: TenantData, id: number, draft: object, now: string): Item {
  const { attributes, variations, variationCombinations, ...fields } = draft as ItemDraft;
  changeItem(data, id, now, (item) => ({
    ...merge(item, fields),
    attributes: attributes === null ? [] : mergeAttributes(item.attributes, attributes ?? []),
    variations: variations === undefined ? item.variations : keptVariations(item, variations ?? []),
  }));
  combine(data, id, variationCombinations, now);
  return data.get('item', id);
}

/**
 * Changes an item by a function; fields that the result lacks get a new item's values.
 * @param now ISO 8601
 * @throws DomainError `not-found`, or for rules that the result breaks
 */
export function changeItem(
  data: TenantData,
  id: number,
  now: string,
  change: (item: Item) => Merged<NewItem>,
): Item {
  const before = data.get('item', id);
  const item = completeItem(data, completed(freshItem(before.added), change(before)));
  if (item.name !== before.name) refuseBlank(item.name);
  check(data, item, id);
  return data.replace('item', id, {
    ...item,
    sku: item.sku === '' ? before.sku : item.sku,
    changed: now,
  });
}

/** Gives the parts of an item their ids and the values they leave open. */
export function completeItem(data: TenantData, item: NewItem): NewItem {
  const nextId = (sequence: string): number => data.nextId(sequence);
  return {
    ...item,
    descriptions: completeTexts(item.descriptions),
    defaultPrices: item.defaultPrices.map(completeGroupPrices),
    salesChannelPrices: item.salesChannelPrices.map(completeChannelPrices),
    customerPrices: item.customerPrices.map((one) => ({ ...one, prices: completeScale(one.prices) })),
    suppliers: item.suppliers.map(completeSupplier),
    specialPrices: { ...item.specialPrices, prices: item.specialPrices.prices.map(completeSpecialPrice) },
    variations: item.variations.map((variation, n) => completeVariation(variation, n, nextId)),
    bundles: item.bundles.map((bundle) => ({
      ...completeBundle(bundle),
      id: bundle.id || nextId('itemBundle'),
    })),
    components: item.components.map(completeComponent),
    warehouseConstraints: item.warehouseConstraints.map(completeWarehouse),
    quantities: {
      ...item.quantities,
      minimumPurchaseQuantityForCustomerGroup:
        item.quantities.minimumPurchaseQuantityForCustomerGroup.map(completeGroupQuantity),
    },
  };
}

/** A variation or value that the list names by its id keeps what the list does not say of it. */
function keptVariations(item: Item, drafts: readonly VariationDraft[]): Variation[] {
  return drafts.map((draft) => {
    const { values, ...fields } = withoutNulls(draft);
    const before = partNamed(item.variations, fields.id, 'variations', 'variation');
    const kept = merge(before ?? {}, fields) as Variation;
    if (values === undefined) return { ...kept, values: before?.values ?? [] };
    return {
      ...kept,
      values: values.map(
        (value) =>
          merge(
            partNamed(before?.values ?? [], value.id, 'variations', 'variation value') ?? {},
            value,
          ) as VariationValue,
      ),
    };
  });
}

/** @param id 0 or absent for a new part */
function partNamed<T extends { readonly id: number }>(
  parts: readonly T[],
  id: number | undefined,
  path: string,
  label: string,
): T | undefined {
  if (id === undefined || id === 0) return undefined;
  const found = parts.find((part) => part.id === id);
  if (found) return found;
  const message = `The item has no ${label} with the id ${id}; 0 in the key's place adds a new one.`;
  throw new DomainError('missing-reference', message, [{ path, message }]);
}

function combine(
  data: TenantData,
  parentId: number,
  combinations: ItemDraft['variationCombinations'],
  now: string,
): void {
  if (combinations === undefined) return;
  const wanted = new Map((combinations ?? []).map((one) => [one.itemId, one.variationValueIds]));
  for (const child of [...data.of('item').where('parentItemId', parentId)]) {
    if (!wanted.has(child.id)) data.replace('item', child.id, orphaned(child, now));
  }
  for (const [childId, valueIds] of wanted) assignChild(data, parentId, childId, valueIds, now);
}

function refuseBlank(name: string): void {
  if (name.trim() === '') throw invalid('name', `The name '${name}' is empty; an item needs one.`);
}

/** @throws DomainError `invalid` */
function check(data: TenantData, item: NewItem, id?: number): void {
  if (item.components.some((component) => component.itemId === id))
    throw invalid('components', `The item ${id ?? ''} cannot be a component of itself.`);
  if (item.warehouseConstraints.some((one) => (one.warehouseId as number | undefined) === undefined))
    throw invalid('warehouseConstraints', 'The warehouseId is missing; name the warehouse.');
  for (const supplier of item.suppliers) checkSupplierTexts(supplier, 'suppliers[].');
  checkChannels(data, [
    ...item.activeSalesChannels,
    ...item.descriptions.salesChannels.map((one) => one.salesChannelId),
    ...item.salesChannelPrices.map((one) => one.salesChannelId),
    ...item.specialPrices.prices.map((one) => one.salesChannelId),
    ...item.images.salesChannels.map((one) => one.salesChannelId),
    ...item.attributes.flatMap((one) => one.salesChannelValues.map((value) => value.salesChannelId)),
    ...item.salesChannelNegativeStocks.map((one) => one.salesChannelId),
  ]);
}
