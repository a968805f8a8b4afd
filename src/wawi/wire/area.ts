import type { EntityKinds } from '../store/entity-map.ts';
import type { RootBindings } from './graphql/call.ts';
import type { InputViews } from './graphql/input-views.ts';
import type { TypeViews } from './graphql/type-views.ts';
import type { BindingsV1, BindingsV2 } from './rest/call.ts';
import type { V1Views, V2Views } from './rest/schema-views.ts';

/** All that one area of the ERP adds to the store and to the APIs. `areas/index.ts` lists the areas. */
export interface Area {
  /** How its entities are stored. */
  readonly kinds?: Partial<EntityKinds>;
  /** The handlers of its operations, and the property of an entity that each field shows. */
  readonly v1?: { readonly bindings?: BindingsV1; readonly views?: V1Views };
  readonly v2?: { readonly bindings?: BindingsV2; readonly views?: V2Views };
  readonly graphql?: {
    /** The binding of each of its fields of `Query` and `Mutation`, in every version that has it. */
    readonly queries?: RootBindings;
    readonly mutations?: RootBindings;
    /** The property of an entity that each field of a type shows. */
    readonly views?: TypeViews;
    /** Where the fields of its commands go. */
    readonly inputs?: InputViews;
  };
}

/**
 * Puts the tables of several areas into one.
 *
 * @throws Error when two areas have the same row, a mistake in the program
 */
export function joined<Table extends object>(tables: readonly (Table | undefined)[]): Table {
  const all = {} as Table;
  for (const table of tables) {
    for (const name of Object.keys(table ?? {}))
      if (name in all) throw new Error(`Two areas define ${name}.`);
    Object.assign(all, table);
  }
  return all;
}
