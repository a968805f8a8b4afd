import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { TenantFiles } from '../../store/persistence/files.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { Caller } from '../access/authorization.ts';
import type { Arguments, ListSource } from '../../graphql/lists/list-source.ts';
import type { RestTwins } from '../../graphql/rest-twins.ts';

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
  readonly twins: RestTwins;
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
