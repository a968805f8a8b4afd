import type { TenantData } from '../../../store/tenant-data.ts';

interface Relations {
  /** The state of the items they were gathered from. */
  state: string;
  components: ReadonlySet<number>;
}

const gathered = new WeakMap<TenantData, Relations>();

/** @returns whether an item is part of another's bill of materials; computed again only after a change of items */
export function isComponent(data: TenantData, itemId: number): boolean {
  const items = data.of('item');
  const state = `${data.revision}/${items.revision}`;
  let relations = gathered.get(data);
  if (relations?.state !== state) {
    const components = new Set<number>();
    for (const item of items.values()) for (const { itemId: id } of item.components) components.add(id);
    gathered.set(data, (relations = { state, components }));
  }
  return relations.components.has(itemId);
}

/** @returns whether an item has children that stand for its variations */
export function hasChildren(data: TenantData, itemId: number): boolean {
  return data.of('item').anyWhere('parentItemId', itemId);
}
