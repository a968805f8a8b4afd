import type { Item, ItemSupplier } from '../schema/items.ts';
import type { Variation, VariationValue } from '../schema/variations.ts';
import { DomainError, duplicate, notFound } from '../../../store/errors.ts';
import { merge, withoutNulls } from '../../../store/values/merge.ts';
import { completeSupplier, completeVariation, completeVariationValue } from '../rules/item-defaults.ts';
import { checkSupplierTexts, suppliersOf, type SuppliedItem } from '../rules/item-suppliers.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { changeItem } from './items.ts';

/** A supplier's row as a request gives it; `isStandard` makes it the item's default supplier. */
type SupplierDraft = Partial<ItemSupplier> & { isStandard?: boolean | null };

/**
 * Adds a supplier to an item.
 * @param now ISO 8601
 * @throws DomainError `not-found`, `missing-reference`, `duplicate` when it supplies the item already
 */
export function addSupplier(
  data: TenantData,
  itemId: number,
  draft: SupplierDraft & { supplierId: number },
  now: string,
): SuppliedItem {
  const { isStandard, ...row } = withoutNulls(draft);
  const { supplierId } = row;
  checkSupplierTexts(row, '');
  if (data.get('item', itemId).suppliers.some((one) => one.supplierId === supplierId))
    throw duplicate('supplierId', `The supplier ${supplierId} supplies the item ${itemId} already.`);
  const item = changeItem(data, itemId, now, (before) => ({
    ...before,
    suppliers: [...before.suppliers, row as ItemSupplier],
    // The first supplier of an item is its default one unless the request says otherwise.
    ...((isStandard ?? before.suppliers.length === 0) ? { defaultSupplierId: supplierId } : {}),
  }));
  return supplied(data, item, supplierId);
}

/** Changes a supplier's row on an item, field by field. */
export function changeSupplier(
  data: TenantData,
  itemId: number,
  supplierId: number,
  draft: SupplierDraft,
  now: string,
): void {
  const { isStandard, ...change } = draft;
  const before = data.get('item', itemId);
  const row = supplied(data, before, supplierId);
  const stock = 'stocklevel' in change ? { stocklevelChanged: now } : {};
  const suppliers = before.suppliers.map((one) =>
    one.supplierId === supplierId
      ? completeSupplier({ ...merge(one, { ...change, ...stock }), supplierId })
      : one,
  );
  const noLonger = row.isStandard && isStandard === false ? { defaultSupplierId: null } : {};
  const nowIs = isStandard ? { defaultSupplierId: supplierId } : {};
  changeItem(data, itemId, now, (item) => merge(item, { suppliers, ...noLonger, ...nowIs }));
}

/** Takes a supplier off an item; a default it was is gone with it. */
export function removeSupplier(data: TenantData, itemId: number, supplierId: number, now: string): void {
  supplied(data, data.get('item', itemId), supplierId);
  changeItem(data, itemId, now, (item) =>
    merge(item, {
      suppliers: item.suppliers.filter((row) => row.supplierId !== supplierId),
      ...(item.defaultSupplierId === supplierId ? { defaultSupplierId: null } : {}),
      ...(item.defaultDropshippingSupplierId === supplierId ? { defaultDropshippingSupplierId: null } : {}),
    }),
  );
}

function supplied(data: TenantData, item: Item, supplierId: number): SuppliedItem {
  const found = suppliersOf(data, item).find((row) => row.supplierId === supplierId);
  if (found) return found;
  throw new DomainError('not-found', `The supplier ${supplierId} does not supply the item ${item.id}.`);
}

/** Adds a variation to an item, without values yet. */
export function addVariation(data: TenantData, itemId: number, draft: object, now: string): Variation {
  const item = changeItem(data, itemId, now, (before) => ({
    ...before,
    variations: [...before.variations, withoutNulls(draft) as Variation],
  }));
  return item.variations[item.variations.length - 1] as Variation;
}

/** Changes a variation, field by field. */
export function changeVariation(
  data: TenantData,
  itemId: number,
  variationId: number,
  change: object,
  now: string,
): void {
  const before = variationOf(data.get('item', itemId), variationId);
  changeVariations(data, itemId, now, (variation) =>
    variation === before ? merge(variation, { ...change, id: variationId }) : variation,
  );
}

/** Takes a variation with its values off an item; children keep what other variations they stand for. */
export function removeVariation(data: TenantData, itemId: number, variationId: number, now: string): void {
  const { values } = variationOf(data.get('item', itemId), variationId);
  changeVariations(data, itemId, now, (variation) => (variation.id === variationId ? undefined : variation));
  forgetValues(data, itemId, new Set(values.map((value) => value.id)), now);
}

/** Finds the item that has a variation, for requests that name the variation alone. */
export function itemOfVariation(data: TenantData, variationId: number): Item {
  for (const item of data.of('item').values())
    if (item.variations.some((variation) => variation.id === variationId)) return item;
  throw notFound('variation', variationId);
}

export function addVariationValue(
  data: TenantData,
  itemId: number,
  variationId: number,
  draft: object,
  now: string,
): VariationValue {
  variationOf(data.get('item', itemId), variationId);
  const item = changeVariations(data, itemId, now, (variation) =>
    variation.id === variationId
      ? { ...variation, values: [...variation.values, withoutNulls(draft) as VariationValue] }
      : variation,
  );
  const { values } = variationOf(item, variationId);
  return values[values.length - 1] as VariationValue;
}

/** Changes a value of a variation, field by field. */
export function changeVariationValue(
  data: TenantData,
  itemId: number,
  variationId: number,
  valueId: number,
  change: object,
  now: string,
): void {
  valueOf(data, itemId, variationId, valueId);
  changeVariations(data, itemId, now, (variation) => ({
    ...variation,
    values: variation.values.map((value, n) =>
      value.id === valueId
        ? completeVariationValue({ ...merge(value, change), id: valueId }, n, (sequence) =>
            data.nextId(sequence),
          )
        : value,
    ),
  }));
}

/** Takes a value off a variation, and off the children that stand for it. */
export function removeVariationValue(
  data: TenantData,
  itemId: number,
  variationId: number,
  valueId: number,
  now: string,
): void {
  valueOf(data, itemId, variationId, valueId);
  changeVariations(data, itemId, now, (variation) => ({
    ...variation,
    values: variation.values.filter((value) => value.id !== valueId),
  }));
  forgetValues(data, itemId, new Set([valueId]), now);
}

/** @throws DomainError `not-found` */
export function variationOf(item: Item, variationId: number): Variation {
  const found = item.variations.find((variation) => variation.id === variationId);
  if (!found) throw notFound('variation', variationId);
  return found;
}

/** @throws DomainError `not-found` */
export function variationOfValue(item: Item, valueId: number): Variation {
  const found = item.variations.find(({ values }) => values.some((value) => value.id === valueId));
  if (!found) throw notFound('variation value', valueId);
  return found;
}

function valueOf(data: TenantData, itemId: number, variationId: number, valueId: number): VariationValue {
  const found = variationOf(data.get('item', itemId), variationId).values.find((one) => one.id === valueId);
  if (!found) throw notFound('variation value', valueId);
  return found;
}

function changeVariations(
  data: TenantData,
  itemId: number,
  now: string,
  change: (variation: Variation) => Partial<Variation> | undefined,
): Item {
  return changeItem(data, itemId, now, (item) => ({
    ...item,
    variations: item.variations.flatMap((variation, n) => {
      const changed = change(variation);
      return changed ? [completeVariation(changed, n, (sequence) => data.nextId(sequence))] : [];
    }),
  }));
}

function forgetValues(data: TenantData, parentId: number, gone: ReadonlySet<number>, now: string): void {
  for (const child of [...data.of('item').where('parentItemId', parentId)]) {
    const variationValueIds = child.variationValueIds.filter((id) => !gone.has(id));
    if (variationValueIds.length < child.variationValueIds.length)
      data.update('item', child.id, { variationValueIds, changed: now });
  }
}
