/** The GraphQL contract as its data file holds it; types are GraphQL type expressions such as `[ItemImage!]`. */
export interface GraphqlContractData {
  scalars: string[];
  directives: string[];
  enums: Record<string, string[]>;
  types: Record<string, Record<string, string | { type: string; args: Record<string, string> }>>;
  inputs: Record<string, Record<string, string>>;
  operationFilters: Record<string, Record<string, string>>;
  filters: Record<string, Record<string, string>>;
  sorts: Record<string, string[]>;
  queries: Record<string, RootField>;
  mutations: Record<string, RootField>;
}

export interface RootField {
  args: Record<string, string>;
  type: string;
  /** Roles of the `@authorize` directives. */
  roles: string[];
  /** True for connections with `@listSize`. */
  list?: boolean;
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
