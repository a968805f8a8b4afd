import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import {
  type AppsApi,
  type AssumptionsApi,
  type BridgeApi,
  type ClockApi,
  type ContractApi,
  type FaultsApi,
  type KeysApi,
  type RegistrationsApi,
  type SnapshotsApi,
  type SwitchesApi,
  type TenantsApi,
  type TokensApi,
  appsApi,
  assumptionsApi,
  bridgeApi,
  clockApi,
  contractApi,
  faultsApi,
  keysApi,
  registrationsApi,
  snapshotsApi,
  switchesApi,
  tenantsApi,
  tokensApi,
} from './control/node-api.ts';
import { readSnapshot } from './control/requests.ts';
import type { Listeners } from './server/listeners.ts';
import { readFlags } from './server/settings.ts';
import type { ErpVersion } from './platform/erp-versions.ts';
import type { FixturesBundle } from './platform/fixtures/model.ts';
import type { Journal } from './platform/journal.ts';
import type { AssumptionChoices } from './platform/assumption-table.ts';
import { readChoices } from './platform/assumptions.ts';
import { silentLog } from './platform/log.ts';
import type { Lifetimes } from './platform/model.ts';
import { startFromFlags } from './server/start.ts';

export type {
  AppsApi,
  AssumptionsApi,
  BridgeApi,
  ClockApi,
  ContractApi,
  FaultsApi,
  KeysApi,
  RegisteredApp,
  RegistrationsApi,
  SnapshotsApi,
  SwitchesApi,
  TenantsApi,
  TokensApi,
} from './control/node-api.ts';
export { Conflict, InvalidInput, NotFound, type Problem } from './platform/problems.ts';

/** Options of {@link startEmulator}: the CLI's flags in camelCase. */
export interface StartOptions {
  /** 0 (default): any free port. */
  port?: number;
  host?: string;
  publicUrl?: string;
  /** Further host names that the emulator's own API and pages answer under. */
  allowHost?: string | string[];
  /** Default `silent`. */
  log?: 'pretty' | 'json' | 'silent';
  /** Manifest files to register and install, each as `FILE` or `FILE=BASE_URL`. */
  app?: string | string[];
  /** Tenant that {@link app} installs into; id or slug. */
  tenant?: string;
  setup?: 'complete' | 'pending';
  /** `FROM=TO` pairs of URL prefixes of manifests, those of the fixtures' apps too. */
  map?: string | string[];
  /** Files that get the app's environment variables; a file beside Vite gets those of the front end only. */
  writeEnv?: string | string[];
  /** Folder of your own fixtures. */
  fixtures?: string;
  /** Folder that keeps the state; default: in memory. */
  dataDir?: string;
  /** True: also serves HTTPS as the platform's real hosts, whose issuers then apply. */
  tls?: boolean;
  /** Port of {@link tls}; default 443, 0 for any free one. */
  tlsPort?: number;
  /** Port that serves the same origin by HTTPS. */
  httpsPort?: number;
  /** Port of an HTTP proxy that answers for the platform's hosts. */
  proxyPort?: number;
  issuerV1?: string;
  issuerV2?: string;
  erpVersion?: ErpVersion;
  profile?: 'real' | 'teach' | 'strict';
  /** Options of assumptions, by id; docs/fidelity.md lists them. */
  assumptions?: AssumptionChoices;
  noScopes?: boolean;
  acceptCharset?: boolean;
  /** Version that the tests were written with; another version does not start. */
  pin?: string;
  /** Seconds, or a text such as `access=60,session=1h`. */
  ttl?: string | Lifetimes;
}

/** Listeners for HTTPS and the proxy. */
export interface EmulatorTls {
  /** Certificate of the local authority, a PEM file that clients trust. */
  readonly caFile: string;
  readonly tlsPort?: number;
  readonly httpsPort?: number;
  readonly proxyPort?: number;
}

/** A running emulator. */
export interface Emulator extends AsyncDisposable {
  /** Base URL without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** The HTTPS and proxy listeners that the options ask for. */
  readonly tls: EmulatorTls | undefined;
  /**
   * The environment variables that generated apps read.
   * @param app app id, slug or client id; default hello-world
   * @param tenant id or slug; default bergmann-outdoor
   * @throws NotFound
   */
  env(app?: string, tenant?: string): Record<string, string>;
  readonly tokens: TokensApi;
  readonly tenants: TenantsApi;
  readonly apps: AppsApi;
  readonly clock: ClockApi;
  readonly keys: KeysApi;
  readonly faults: FaultsApi;
  readonly bridge: BridgeApi;
  readonly contract: ContractApi;
  readonly registrations: RegistrationsApi;
  readonly snapshots: SnapshotsApi;
  readonly switches: SwitchesApi;
  readonly assumptions: AssumptionsApi;
  readonly journal: Pick<Journal, 'entries' | 'clear' | 'subscribe'>;
  /**
   * Remembers the current state of everything, or of one tenant.
   * @param name replaces a snapshot of the same name; default: a new name
   * @returns the name
   */
  snapshot(name?: string, tenantId?: string): Promise<string>;
  /** Goes back to a snapshot. @throws NotFound */
  restore(name: string): Promise<void>;
  /** Replaces the fixtures by a bundle and resets to them. @throws InvalidInput */
  useFixtures(bundle: FixturesBundle): Promise<void>;
  /** Resets to the fixtures; keys and their credentials stay. */
  reset(): Promise<void>;
  /** Ends the emulator within a second. */
  close(): Promise<void>;
}

/**
 * Starts an emulator in this process. Several emulators in one process share no state.
 * @throws InvalidInput for wrong options or fixtures, and the error that keeps it from listening or opening its state
 */
export async function startEmulator(options: StartOptions = {}): Promise<Emulator> {
  const { assumptions = {}, ...given } = options;
  const flags = readFlags({ ...given }, (name) => name);
  const assume = Object.entries(readChoices(assumptions, (id) => `assumptions.${id}`));
  const { emulator } = await startFromFlags(
    { ...flags, ...(assume.length > 0 && { assume }) },
    {
      port: 0,
      log: silentLog,
    },
  );
  const { control, platform, url, port, listeners, close } = emulator;
  return {
    url,
    port,
    tls: listeners && tlsView(listeners),
    env: (app, tenant) => control.environment(app, tenant),
    tokens: tokensApi(control),
    tenants: tenantsApi(control),
    apps: appsApi(control),
    clock: clockApi(control),
    keys: keysApi(control),
    faults: faultsApi(control),
    bridge: bridgeApi(control),
    contract: contractApi(control),
    registrations: registrationsApi(control),
    snapshots: snapshotsApi(control),
    switches: switchesApi(control),
    assumptions: assumptionsApi(control),
    journal: platform.journal,
    snapshot: async (name = randomUUID(), tenantId) => {
      const wanted = readSnapshot({ name, tenantId });
      return (await control.snapshots.save(wanted.name, wanted.tenantId)).name;
    },
    restore: async (name) => {
      await control.snapshots.restore(name);
    },
    useFixtures: (bundle) => control.useFixtures(bundle),
    reset: () => control.reset(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function tlsView({ authority, tlsPort, httpsPort, proxyPort }: Listeners): EmulatorTls {
  return {
    caFile: resolve(authority.certificateFile),
    ...(tlsPort !== undefined && { tlsPort }),
    ...(httpsPort !== undefined && { httpsPort }),
    ...(proxyPort !== undefined && { proxyPort }),
  };
}
