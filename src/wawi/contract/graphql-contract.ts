import type { ErpVersion } from '../../platform/config.ts';

/** A field with arguments, such as the `applyUpdate` methods of version 2.0. */
export interface FieldWithArguments {
  type: string;
  args: Record<string, string>;
}

/** The GraphQL contract as its data files hold it; types are GraphQL type expressions such as `[ItemImage!]`. */
export interface GraphqlContractData {
  scalars: string[];
  directives: string[];
  enums: Record<string, string[]>;
  types: Record<string, Record<string, string | FieldWithArguments>>;
  inputs: Record<string, Record<string, string>>;
  operationFilters: Record<string, Record<string, string>>;
  /** Filter input -> field -> the operation filter without `OperationFilterInput`. */
  filters: Record<string, Record<string, string>>;
  /** Sort input -> fields; `!id:ArtikelKeySortInput` nests the key's own sort input. */
  sorts: Record<string, string[]>;
  queries: Record<string, RootField>;
  mutations: Record<string, RootField>;
  /** `Type.field` -> what to use instead. */
  deprecated?: Record<string, string>;
}

export interface RootField {
  args: Record<string, string>;
  type: string;
  /** Roles of the `@authorize` directives. */
  roles: string[];
  /** True for connections with `@listSize`. */
  list?: boolean;
  /** Old argument name -> the name that took its place; exactly one of the two must be given. */
  renamedArgs?: Record<string, string>;
}

/** A GraphQL type expression, taken apart. */
export interface GraphqlType {
  /** The innermost type's name. */
  readonly name: string;
  readonly list: boolean;
  /** False for `X!`. */
  readonly nullable: boolean;
}

/** @param expression `ID`, `String!`, `[ItemImage]!` */
export function parseGraphqlType(expression: string): GraphqlType {
  return {
    name: expression.replace(/[[\]!]/g, ''),
    list: expression.startsWith('['),
    nullable: !expression.endsWith('!'),
  };
}

/**
 * Loads the GraphQL contract of a platform version: 2.0 exactly as recorded; later versions with what 2.1 adds, renames
 * and deprecates. 2.2 has no record of its own and answers as 2.1.
 */
export async function loadGraphqlContract(version: ErpVersion): Promise<GraphqlContractData> {
  const { default: exact } = await import('./data/graphql-2.0.json', { with: { type: 'json' } });
  const base = exact as unknown as GraphqlContractData;
  if (version === '2.0') return base;
  const { default: later } = await import('./data/graphql-2.1.json', { with: { type: 'json' } });
  return extended(base, later as unknown as Partial<GraphqlContractData>);
}

/** @returns the base with the later version's rows added, field by field; the later row wins */
function extended(base: GraphqlContractData, later: Partial<GraphqlContractData>): GraphqlContractData {
  const sorts: Record<string, string[]> = { ...base.sorts };
  for (const [name, fields] of Object.entries(later.sorts ?? {}))
    sorts[name] = [...(base.sorts[name] ?? []), ...fields];
  return {
    scalars: [...base.scalars, ...(later.scalars ?? [])],
    directives: base.directives,
    enums: { ...base.enums, ...later.enums },
    types: fieldwise(base.types, later.types),
    inputs: fieldwise(base.inputs, later.inputs),
    operationFilters: fieldwise(base.operationFilters, later.operationFilters),
    filters: fieldwise(base.filters, later.filters),
    sorts,
    queries: { ...base.queries, ...later.queries },
    mutations: { ...base.mutations, ...later.mutations },
    ...(later.deprecated === undefined ? {} : { deprecated: later.deprecated }),
  };
}

function fieldwise<F>(
  base: Record<string, Record<string, F>>,
  later: Record<string, Record<string, F>> = {},
): Record<string, Record<string, F>> {
  const result = { ...base };
  for (const [name, fields] of Object.entries(later)) result[name] = { ...base[name], ...fields };
  return result;
}
