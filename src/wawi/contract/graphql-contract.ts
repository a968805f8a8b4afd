import type { ErpVersion } from '../../platform/config.ts';
import { readContractFile } from './contract-files.ts';
import type { InferredPart } from './inferred-part.ts';

/** A field with arguments, such as the `applyUpdate` methods of version 2.0. */
export interface FieldWithArguments {
  type: string;
  args: Record<string, string>;
}

/** The GraphQL contract of one API version, derived from the annotated document; types are GraphQL type expressions such as `[ItemImage!]`. */
export interface GraphqlContractData {
  /** The schema as it is served, without annotations. */
  sdl: string;
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
  /** Elements of other versions: `Customer`, `Customer.homepage` or `Query.QueryItems(first:)` -> their versions, as a range. */
  elsewhere: Record<string, string>;
}

export interface RootField {
  args: Record<string, string>;
  type: string;
  /** Roles of the `@authorize` directives. */
  roles: string[];
  /** True for connections with `@listSize`. */
  list?: boolean;
  /** The part of the operation that no source of this version shows. */
  inferred?: InferredPart;
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

const contracts = new Map<ErpVersion, Promise<GraphqlContractData>>();

/** @returns the GraphQL contract of one API version, read once a process */
export function loadGraphqlContract(version: ErpVersion): Promise<GraphqlContractData> {
  const known = contracts.get(version);
  if (known) return known;
  const loading = readContractFile(`graphql-${version}.json`) as Promise<GraphqlContractData>;
  contracts.set(version, loading);
  return loading;
}
