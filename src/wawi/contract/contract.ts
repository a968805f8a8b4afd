import type { InferredPart } from './inferred-part.ts';
import type { TypeNode } from './types.ts';
import type { AnyVersion } from './versions.ts';

export type ApiVersion = 'v1' | 'v2';
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A named value of an operation: path or query parameter, header. */
export interface Parameter {
  readonly name: string;
  readonly type: TypeNode;
  readonly required: boolean;
}

/** The body of an answer, where the contract leaves it open or is less precise. */
export interface SentBody {
  /** Default: JSON. */
  readonly media?: string;
  readonly type?: TypeNode;
  /** The GraphQL type that the body, or each row of it, has the shape of. */
  readonly graphql?: string;
  readonly rows?: 'list' | 'page';
}

export interface Operation {
  /** The contract's own operation id. */
  readonly id: string;
  readonly version: ApiVersion;
  readonly method: Method;
  /** Template relative to the version's base, such as `/sales-orders/{salesOrderId}`. */
  readonly path: string;
  /** Further paths that the operation has in any version of the API. */
  readonly otherPaths: readonly string[];
  readonly tag: string;
  readonly summary: string;
  readonly scopes: readonly string[];
  /** True where the scope is our choice. */
  readonly scopesAssumed: boolean;
  readonly params: readonly Parameter[];
  readonly query: readonly Parameter[];
  readonly headers: readonly Parameter[];
  readonly body?: TypeNode | undefined;
  readonly bodyOptional: boolean;
  /** Status -> type of the body, undefined for an empty or undocumented one. */
  readonly answers: ReadonlyMap<number, TypeNode | undefined>;
  /** By status. */
  readonly sent: ReadonlyMap<number, SentBody>;
  readonly stability: string;
  /** The part of it that no source of this version shows. */
  readonly inferred?: InferredPart | undefined;
  /** The first version that has it. */
  readonly since: AnyVersion;
}

export interface Property {
  readonly name: string;
  readonly type: TypeNode;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Whether an answer may carry null there, where a source says so. */
  readonly nullable?: boolean;
}

export interface ObjectSchema {
  readonly name: string;
  readonly properties: readonly Property[];
}

/** One version of the REST contract, as the engine reads it. */
export interface RestContract {
  readonly version: ApiVersion;
  readonly apiVersion: AnyVersion;
  readonly operations: readonly Operation[];
  /** Further paths of operations, by `METHOD /path`. */
  readonly alsoAt: Readonly<Record<string, readonly string[]>>;
  readonly schemaNames: string[];
  /** @returns the values of an enum schema, or undefined if the name is not that of an enum */
  enumValues(name: string): ReadonlyMap<number, string> | undefined;
  /** @throws Error for a name the contract does not have, a mistake in the tables */
  object(name: string): ObjectSchema;
}
