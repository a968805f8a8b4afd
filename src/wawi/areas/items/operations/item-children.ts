import type { Item } from '../schema/items.ts';
import { DomainError, invalid } from '../../../store/errors.ts';
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

function variationOf(parent: Item, valueId: number): number {
  const variation = parent.variations.find((one) => one.values.some((value) => value.id === valueId));
  if (variation) return variation.id;
  const message = `The item ${parent.id} has no variation value with the id ${valueId}.`;
  throw new DomainError('missing-reference', message, [{ path: 'variationValueIds', message }]);
}
