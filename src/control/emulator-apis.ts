import type { Fault, FaultRequest } from '../platform/faults/model.ts';
import type { FaultPreset } from '../platform/faults/presets.ts';
import type { AssumptionChoices } from '../platform/assumption-table.ts';
import type { AssumptionView } from '../platform/assumptions.ts';
import type { PaneContext } from '../platform/manifests/model.ts';
import type { TokenExplanation } from '../platform/token-explanation.ts';
import type { MintableKind, TokenRequest } from '../platform/token-request.ts';
import type { OutboxMessage } from '../wawi/areas/system/schema/processes.ts';
import type { ClockState } from '../tokens/clock.ts';
import type { ContractReport } from './contract/report.ts';
import type { SeededEntity } from './emulator-control.ts';
import type { NewTenant, Registration, TenantChange } from './requests.ts';
import type { RegistrationView } from './registrations.ts';
import type { SnapshotView } from './snapshot.ts';
import type { SwitchPositions } from './switches.ts';
import type { InstallationView, TenantView } from './views.ts';

export type { OutboxMessage } from '../wawi/areas/system/schema/processes.ts';

/** Tokens on demand, with or without defects. */
export interface TokensApi {
  /** @returns an access token of an app (default hello-world) */
  access(request?: TokenRequest): Promise<string>;
  /** @returns a session token of a user in a tenant (default anna in bergmann-outdoor) */
  session(request?: TokenRequest): Promise<string>;
  /** @returns an app token of an app for a user in a tenant */
  app(request?: TokenRequest): Promise<string>;
  /** Makes the services refuse the tokens issued so far; the clock stays. */
  expire(request?: { appId?: string; kind?: MintableKind }): Promise<void>;
  /** Explains by all checks why a token is or is not accepted. */
  explain(token: string): Promise<TokenExplanation>;
}

/** Merchants' accounts and their data; ids may be ids or slugs. */
export interface TenantsApi {
  list(): TenantView[];
  get(id: string): TenantView;
  /** @throws InvalidInput, NotFound for the template, Conflict */
  create(wanted: NewTenant): Promise<TenantView>;
  /** @throws NotFound, InvalidInput */
  update(id: string, change: TenantChange): Promise<TenantView>;
  /**
   * Adds entities in the form of fixtures, by kind.
   * @returns every entity by the ids of the three APIs
   */
  seed(id: string, entities: Record<string, Record<string, unknown>[]>): Promise<SeededEntity[]>;
  /** The messages that the tenant's ERP would have sent. */
  outbox(id: string): Promise<OutboxMessage[]>;
  /** Resets the tenant to its fixture. */
  reset(id: string): Promise<void>;
  delete(id: string): Promise<void>;
}

/** The result of a registration. */
export interface RegisteredApp {
  appId: string;
  clientId: string;
  clientSecret: string;
  slug: string;
  name: string;
}

/** Apps and their installations; ids may be app id, slug or client id. */
export interface AppsApi {
  list(): RegisteredApp[];
  get(id: string): RegisteredApp;
  /** @throws InvalidInput, Conflict */
  register(registration: Registration): Promise<RegisteredApp>;
  update(id: string, manifest: unknown): Promise<RegisteredApp>;
  renewSecret(id: string): Promise<RegisteredApp>;
  delete(id: string): Promise<void>;
  install(id: string, tenantId: string, setup?: 'pending' | 'complete'): Promise<InstallationView>;
  uninstall(id: string, tenantId: string): Promise<void>;
}

/** The emulator's time. */
export interface ClockApi {
  readonly state: ClockState;
  /**
   * @param instant a Date, or ISO 8601; a text without a zone is UTC
   * @throws InvalidInput
   */
  set(instant: string | Date): void;
  /** @throws InvalidInput when the time would leave the years 1970 to 9000 */
  advance(seconds: number): void;
  freeze(): void;
  unfreeze(): void;
  reset(): void;
}

/** Failures on demand. */
export interface FaultsApi {
  list(): Fault[];
  /**
   * Puts a fault in force, or those of a preset.
   * @throws InvalidInput, NotFound
   */
  add(request: FaultRequest): Fault;
  addPreset(preset: FaultPreset): Fault[];
  /** @param id of a fault, or the name of a preset */
  remove(id: string): void;
  clear(): void;
}

/** Sends a test's events and selections to the open ERP shells of a tenant. Both return the number of shells. */
export interface BridgeApi {
  event(tenantId: string, topic: string, payload: unknown): number;
  /** @param id v2 key of the record */
  select(tenantId: string, context: PaneContext, id: string): number;
}

/** The contract report on the apps that ran. */
export interface ContractApi {
  report(): ContractReport;
  clear(): void;
}

/** On-premise apps that request a key. */
export interface RegistrationsApi {
  list(): Promise<RegistrationView[]>;
  /** @throws NotFound, Conflict */
  accept(id: string): Promise<RegistrationView>;
  /** @throws NotFound, Conflict */
  reject(id: string): Promise<RegistrationView>;
}

/** The snapshots that `snapshot()` takes and `restore()` uses. */
export interface SnapshotsApi {
  /** @returns all snapshots, oldest first */
  list(): Promise<SnapshotView[]>;
  /** @throws NotFound */
  delete(name: string): Promise<void>;
}

/** Switches for the strictness of the services. */
export interface SwitchesApi {
  readonly positions: SwitchPositions;
  /** @throws InvalidInput */
  turn(change: Partial<SwitchPositions>): SwitchPositions;
}

/** The assumptions for cases where public sources contradict each other or are silent. */
export interface AssumptionsApi {
  /** @returns every assumption with the option in force */
  get(): AssumptionView[];
  /**
   * @param change options by id
   * @throws InvalidInput naming the allowed ids or options
   */
  set(change: AssumptionChoices): AssumptionView[];
}

/** Signing keys. */
export interface KeysApi {
  /** Makes a new active key; old ones stay published until their last token has expired. */
  rotate(ring?: 'generation1' | 'generation2' | 'session'): Promise<void>;
}
