import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { TenantFiles } from '../../store/persistence/files.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { Caller } from '../access/authorization.ts';
import type { Entity } from '../../store/collections/collection.ts';
import type { EntityName } from '../../store/entity-map.ts';
import type { GraphqlMutations, GraphqlQueries } from '../../contract/generated/graphql-types.ts';
import type { Draft } from '../views/draft-reader.ts';
import type { ViewContext } from '../views/views.ts';

/** Arguments of a root field as GraphQL coerced them, under their present names. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A test of a row. */
export type Predicate<A = unknown> = (value: A, context: ViewContext) => boolean;

/** Where the rows of a connection come from. */
export type ListSource =
  /** The rows of a collection, all or those that a test accepts. */
  | {
      readonly entity: EntityName;
      /** @returns a test for the field's own arguments; undefined when they ask for nothing */
      readonly only?: (args: Arguments) => Predicate | undefined;
    }
  /** Rows from several collections; their ids are unique within the list. */
  | { readonly rows: (context: ViewContext, args: Arguments) => Iterable<Entity> };

/** The context of every root field of one request. */
export interface RootContext {
  readonly caller: Caller;
  /** For reading. */
  readonly data: TenantData;
  readonly files: TenantFiles;
  /** Now on the emulator's clock, ISO 8601. */
  readonly now: string;
  /** Base URL of the emulator, without a trailing slash. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Marks the answer as resting on a decision of ours. */
  assume(id: AssumptionId): void;
  /** Changes the tenant's data, all or nothing; resolves once it is saved. */
  write<T>(work: (data: TenantData) => T): Promise<T>;
}

/** A root field with its arguments. */
export interface RootCall extends RootContext {
  readonly args: Arguments;
  /** Whether the field's type allows null. */
  readonly nullable: boolean;
}

/** The resolver of a root field, and the scopes that allow it; any one of them suffices, none: no scope needed. */
export type RootBinding =
  | {
      readonly scopes: readonly string[];
      readonly list: ListSource;
      /** The row of the fidelity table that a search by `searchTerm` rests on. */
      readonly search?: AssumptionId;
      /** The row that the list rests on however it is asked. */
      readonly assumption?: AssumptionId;
    }
  | { readonly scopes: readonly string[]; readonly one: (call: RootCall) => unknown }
  | CommandBinding;

/** A mutation: reads its input into a draft and carries the command out. */
export interface CommandBinding {
  readonly scopes: readonly string[];
  /** The meaning of an explicit null in the input. */
  readonly nulls: 'absent' | 'clear';
  readonly command: (call: CommandCall<unknown>) => unknown;
}

/** A mutation with its input. */
export interface CommandCall<D = Draft> extends RootCall {
  /** The input in the domain's terms; `{}` for a mutation without one. */
  readonly draft: D;
}

/** Root field -> what it does; a name that no version of the contract has does not compile. */
export type RootBindings = Readonly<
  Partial<Record<keyof GraphqlQueries | keyof GraphqlMutations, RootBinding>>
>;
