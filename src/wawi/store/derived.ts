import type { EntityName } from './entity-map.ts';
import type { TenantData } from './tenant-data.ts';

/**
 * Makes a function that puts something together from all rows of a kind, and keeps it for each tenant until one of them
 * changes: what a list shows in every row is then gathered once, not once per row.
 * @param gather given the data, goes through the rows
 */
export function derivedFrom<T>(name: EntityName, gather: (data: TenantData) => T): (data: TenantData) => T {
  const kept = new WeakMap<TenantData, { state: string; value: T }>();
  return (data) => {
    const state = `${data.revision}/${data.of(name).revision}`;
    const known = kept.get(data);
    if (known?.state === state) return known.value;
    const value = gather(data);
    kept.set(data, { state, value });
    return value;
  };
}
