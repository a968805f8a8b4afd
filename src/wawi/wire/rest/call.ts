import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { ErpVersion } from '../../../platform/erp-versions.ts';
import type { RestContract, Operation } from '../../contract/contract.ts';
import type { TenantFiles } from '../../store/persistence/files.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { V1OperationName, V2OperationName } from '../../contract/generated/rest-operations.ts';
import type { Caller } from '../access/authorization.ts';
import type { Draft } from '../views/draft-reader.ts';
import type { ParameterValues } from './parameters.ts';

/** An admitted and validated request, in the domain's terms. */
export interface Call {
  readonly operation: Operation;
  readonly contract: RestContract;
  readonly caller: Caller;
  /** For reading. */
  readonly data: TenantData;
  readonly files: TenantFiles;
  /** Path parameters; keys of v2 are integers already. */
  readonly params: ParameterValues;
  readonly query: ParameterValues;
  /** The body in domain terms; `{}` without one. */
  readonly draft: Draft;
  /** The body when it is not an object: a list of drafts, a number. */
  readonly body: unknown;
  /** Request headers, lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body's bytes where the operation takes no JSON. */
  readonly bytes: Uint8Array;
  /** Now on the emulator's clock, ISO 8601. */
  readonly now: string;
  /** Base URL of the emulator, without a trailing slash. */
  readonly baseUrl: string;
  /** Whether apps that register on-premise are accepted without anybody's doing. */
  readonly acceptsRegistrations: boolean;
  /** Whether scopes are enforced, and unknown ones refused at registration. */
  readonly enforcesScopes: boolean;
  /** The version of the tenant's API; `contract` is the version of the request. */
  readonly erpVersion: ErpVersion;
  /** Warns of a scope that the platform would refuse, in reason header, journal and log. */
  warnOfScope(message: string): void;
  /** Changes the tenant's data, all or nothing; resolves once it is saved. */
  write<T>(work: (data: TenantData) => T): Promise<T>;
}

/** The answer of an operation; the contract determines its shape. */
export interface Answer {
  /** Default: the contract's first success status. */
  status?: number;
  /** Entity, list or page in the domain's terms; projected to the contract's type for the status. */
  value?: unknown;
  /** Bytes instead of JSON. */
  bytes?: { data: Uint8Array; type: string; fileName?: string };
  /** JSON without a projection. */
  json?: unknown;
  /** Rows of the fidelity table that the answer rests on. */
  assumptions?: readonly AssumptionId[];
}

/** Does one operation. Refusals are thrown: DomainError or ApiError. */
export type Handler = (call: Call) => Answer | Promise<Answer>;

/** Handlers by the names of operations. */
export type BindingsOf<Name extends string> = Readonly<Partial<Record<Name, Handler>>>;

/** Handlers by `METHOD /path`; a name that no version of v1 has does not compile. */
export type BindingsV1 = BindingsOf<V1OperationName>;
/** The same for v2. */
export type BindingsV2 = BindingsOf<V2OperationName>;
/** Handlers of operations that v1 and v2 have under one name. */
export type SharedBindings = BindingsOf<V1OperationName & V2OperationName>;

/** The paths of v2 with operations of a method. */
export type PathOfV2<Method extends string, Name = V2OperationName> = Name extends `${Method} ${infer Path}`
  ? Path
  : never;
