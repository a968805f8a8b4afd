import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { TenantFiles } from '../../store/persistence/files.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { Caller } from '../access/authorization.ts';
import type { Entity } from '../../store/collections/collection.ts';
import type { EntityName } from '../../store/entity-map.ts';
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

/** Runs operations of REST v2 for root fields that do the same. */
export interface OperationRunner {
  /** @returns the scopes of the operation, any one of which suffices */
  scopes(twin: Twin): readonly string[];
  /** @returns the operation's answer in the domain's terms */
  run(twin: Twin, call: RootCall): Promise<unknown>;
  /** Reads the input of a command that changes what another command creates. */
  change(schema: string, input: unknown): Draft;
}

/** What every root field of one request works with. */
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
  readonly twins: OperationRunner;
  /** Marks the answer as resting on a decision of ours. */
  assume(id: AssumptionId): void;
  /** Changes the tenant's data, all or nothing; resolves once it is saved. */
  write<T>(work: (data: TenantData) => T): Promise<T>;
}

/** A root field with its arguments. */
export interface RootCall extends RootContext {
  readonly args: Arguments;
}

/** What a root field does, and which scopes allow it; any one of them suffices, none: free. */
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
  /** Does what an operation of REST v2 does, under that operation's scopes. */
  | { readonly twin: Twin };

/** How a root field stands for an operation of REST v2. */
export interface Twin {
  /** `METHOD /path` as the v2 contract writes it. */
  readonly operation: string;
  /** The operation's path parameters, from the field's arguments; absent: none. */
  readonly params?: (args: Arguments) => readonly string[];
  /** What the field shows, from the operation's answer and the field's arguments; absent: the answer. */
  readonly show?: (value: unknown, call: RootCall) => unknown;
}

export type RootBindings = Readonly<Record<string, RootBinding>>;
