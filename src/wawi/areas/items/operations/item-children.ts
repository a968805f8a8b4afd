import type { Item } from '../schema/items.ts';
import { DomainError, invalid, notFound } from '../../../store/errors.ts';
import { without } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/**
 * Makes an item the child of another, standing for one value of each of the parent's variations.
 * @param valueIds ids of variation values of the parent
 * @param now ISO 8601
 * @throws DomainError for unknown items and values, two values of one variation, an item as its own child
 */
export function assignChild(
  data: TenantData,
  parentId: number,
  childId: number,
  valueIds: readonly number[],
  now: string,
): Item {
  const parent = data.get('item', parentId);
  data.get('item', childId);
  if (parentId === childId) throw invalid('childItemId', `The item ${childId} cannot be its own child.`);
  if (parent.parentItemId === childId)
    throw invalid('childItemId', `The item ${childId} is the parent of ${parentId} already.`);
  const variations = valueIds.map((id) => variationOf(parent, id));
  if (new Set(variations).size < variations.length)
    throw invalid('variationValueIds', `Two of the values ${valueIds.join(', ')} belong to one variation.`);
  return data.update('item', childId, {
    parentItemId: parentId,
    variationValueIds: [...valueIds],
    changed: now,
  });
}

/**
 * Takes a child off its parent; it stays an item of its own. A parent whose last stock-managed child leaves is not
 * stock-managed either. Source: REST 2.3, DELETE /items/{itemId}/children/{childItemId}.
 *
 * @param now ISO 8601
 * @throws DomainError `not-found` for an unknown parent, and for an item that belongs to another
 */
export function unassignChild(data: TenantData, parentId: number, childId: number, now: string): void {
  const parent = data.get('item', parentId);
  const child = data.of('item').get(childId);
  if (child?.parentItemId !== parentId) throw notFound(`child of item ${parentId}`, childId);
  data.replace('item', childId, orphaned(child, now));
  const managed = child.storageOptions.inventoryManagementActive;
  const rest = [...data.of('item').where('parentItemId', parentId)];
  if (!managed || rest.some((one) => one.storageOptions.inventoryManagementActive)) return;
  const storageOptions = { ...parent.storageOptions, inventoryManagementActive: false };
  data.update('item', parentId, { storageOptions, changed: now });
}

/** @returns an item without parent and variation values */
export function orphaned(child: Item, now: string): Item {
  return { ...without(child, 'parentItemId'), variationValueIds: [], changed: now };
}

function variationOf(parent: Item, valueId: number): number {
  const variation = parent.variations.find((one) => one.values.some((value) => value.id === valueId));
  if (variation) return variation.id;
  const message = `The item ${parent.id} has no variation value with the id ${valueId}.`;
  throw new DomainError('missing-reference', message, [{ path: 'variationValueIds', message }]);
}
