import type { EntityName } from './entity-map.ts';
import type { TenantData } from './tenant-data.ts';

/**
 * Makes a function that derives a value from all rows of a kind, and caches it for each tenant until one of them
 * changes. So a value that a list shows in every row is computed once, not once per row.
 * @param gather derives the value from the data
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
