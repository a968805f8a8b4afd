import type { EntityKind } from './collections/collection.ts';

/** Every kind of entity of a tenant's ERP, by name. Each area adds its own by declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the areas
export interface EntityMap {}

export type EntityName = keyof EntityMap;

/** How each kind is stored: its key, its uniqueness, its references. */
export type EntityKinds = { [N in EntityName]: EntityKind<EntityMap[N]> };

/** The kinds of all areas. Empty until `areas/index.ts` is loaded, which every entry to the Wawi imports. */
export const kinds = {} as EntityKinds;

/** Adds the kinds of the areas. Called once, by `areas/index.ts`. */
export function defineKinds(defined: Partial<EntityKinds>): EntityKinds {
  return Object.assign(kinds, defined);
}
