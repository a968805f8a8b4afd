import { randomUUID } from 'node:crypto';
import { controlPath } from './control-path.ts';
import type {
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
} from './node-api.ts';
import type { FixturesBundle } from '../platform/fixtures/model.ts';
import type { JournalEntry } from '../platform/journal-entry.ts';
import type { Problem } from '../platform/problems.ts';
import type { ClockState } from '../tokens/clock.ts';

/** An API of an emulator in this process, used over the network: every result is a promise. */
export type Remote<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : () => Promise<Api[Name]>;
};

/** Only the answer that creates the secret contains it. */
type AppWithoutSecret = Omit<RegisteredApp, 'clientSecret'>;

/** An emulator in another process: the API of `startEmulator()` over its control API. */
export interface RemoteEmulator {
  /** Base URL without a trailing slash. */
  readonly url: string;
  env(app?: string, tenant?: string): Promise<Record<string, string>>;
  readonly tokens: Remote<TokensApi>;
  readonly tenants: Remote<TenantsApi>;
  readonly apps: Remote<Pick<AppsApi, 'register' | 'renewSecret' | 'delete' | 'install' | 'uninstall'>> & {
    list(): Promise<AppWithoutSecret[]>;
    update(id: string, manifest: unknown): Promise<AppWithoutSecret>;
  };
  readonly clock: Remote<ClockApi>;
  readonly keys: Remote<KeysApi>;
  readonly faults: Remote<FaultsApi>;
  readonly bridge: Remote<BridgeApi>;
  readonly contract: Remote<ContractApi>;
  readonly registrations: Remote<RegistrationsApi>;
  readonly snapshots: Remote<SnapshotsApi>;
  readonly switches: Remote<SwitchesApi>;
  readonly assumptions: Remote<AssumptionsApi>;
  readonly journal: {
    entries(filter?: Record<string, string>): Promise<JournalEntry[]>;
    clear(): Promise<void>;
  };
  snapshot(name?: string, tenantId?: string): Promise<string>;
  restore(name: string): Promise<void>;
  useFixtures(bundle: FixturesBundle): Promise<void>;
  reset(): Promise<void>;
}

/** A refusal of the control API, with its problems. */
export class RemoteRefusal extends Error {
  override readonly name = 'RemoteRefusal';
  constructor(
    readonly status: number,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
  }
}

/** Another server than an emulator answered, such as a proxy or another service on its port. */
export class NoControlApi extends Error {
  override readonly name = 'NoControlApi';
  constructor(
    /** The requested URL. */
    readonly url: string,
    readonly status: number,
    /** Media type of the answer. */
    readonly contentType: string,
    /** The beginning of the answer, at most 200 characters. */
    readonly beginning: string,
  ) {
    super(
      `${url} answered ${status} with ${contentType} instead of an emulator's JSON: '${beginning}'; name the base URL of an emulator`,
    );
  }
}

type Send = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/**
 * @param url base URL of a running emulator
 * @returns its control API (`/openapi/control.json` describes it); each call throws RemoteRefusal for a refusal of the
 *   emulator, NoControlApi if another server answers, and the error of `fetch` if no server answers
 */
export function remoteEmulator(url: string): RemoteEmulator {
  const send = sender(url);
  return {
    url,
    env: (app = 'hello-world', tenant) => {
      const query = tenant === undefined ? '' : `?${new URLSearchParams({ tenant })}`;
      return send('GET', `${controlPath`apps/${app}/environment`}${query}`);
    },
    tokens: remoteTokens(send),
    tenants: remoteTenants(send),
    apps: remoteApps(send),
    clock: remoteClock(send),
    keys: { rotate: (ring) => send('POST', 'keys/rotate', { ring }) },
    faults: remoteFaults(send),
    bridge: remoteBridge(send),
    contract: { report: () => send('GET', 'contract'), clear: () => send('DELETE', 'contract') },
    registrations: {
      list: () => itemsOf(send, 'registrations'),
      accept: (id) => send('POST', controlPath`registrations/${id}/accept`),
      reject: (id) => send('POST', controlPath`registrations/${id}/reject`),
    },
    journal: {
      entries: (filter = {}) => itemsOf(send, `journal?${new URLSearchParams(filter)}`),
      clear: () => send('DELETE', 'journal'),
    },
    snapshots: {
      list: () => itemsOf(send, 'snapshots'),
      delete: (name) => send('DELETE', controlPath`snapshots/${name}`),
    },
    switches: {
      positions: () => send('GET', 'switches'),
      turn: (change) => send('PUT', 'switches', change),
    },
    assumptions: {
      get: () => itemsOf(send, 'assumptions'),
      set: async (change) => (await send<{ items: AssumptionsOf }>('PUT', 'assumptions', change)).items,
    },
    snapshot: async (name = randomUUID(), tenantId) =>
      (await send<{ name: string }>('POST', 'snapshots', { name, tenantId })).name,
    restore: (name) => send('POST', controlPath`snapshots/${name}/restore`),
    useFixtures: (bundle) => send('PUT', 'fixtures', bundle),
    reset: () => send('POST', 'reset'),
  };
}

async function itemsOf<T>(send: Send, path: string): Promise<T[]> {
  return (await send<{ items: T[] }>('GET', path)).items;
}

type TenantOf = ReturnType<TenantsApi['get']>;
type SeededOf = Awaited<ReturnType<TenantsApi['seed']>>;
type AssumptionsOf = ReturnType<AssumptionsApi['get']>;
type FaultsOf = ReturnType<FaultsApi['addPreset']>;
interface Shells {
  shells: number;
}

function remoteTenants(send: Send): RemoteEmulator['tenants'] {
  return {
    list: () => itemsOf(send, 'tenants'),
    get: async (id) => {
      const found = (await itemsOf<TenantOf>(send, 'tenants')).find(
        (one) => one.id === id || one.slug === id,
      );
      if (found === undefined) throw new RemoteRefusal(404, [{ path: id, message: 'no such tenant' }]);
      return found;
    },
    create: (wanted) => send('POST', 'tenants', wanted),
    update: (id, change) => send('PATCH', controlPath`tenants/${id}`, change),
    seed: async (id, entities) =>
      (await send<{ items: SeededOf }>('POST', controlPath`tenants/${id}/seed`, { entities })).items,
    outbox: (id) => itemsOf(send, controlPath`tenants/${id}/outbox`),
    reset: (id) => send('POST', controlPath`tenants/${id}/reset`),
    delete: (id) => send('DELETE', controlPath`tenants/${id}`),
  };
}

function remoteApps(send: Send): RemoteEmulator['apps'] {
  return {
    list: () => itemsOf(send, 'apps'),
    register: (registration) => send('POST', 'apps', registration),
    update: (id, manifest) => send('PUT', controlPath`apps/${id}`, manifest),
    renewSecret: (id) => send('POST', controlPath`apps/${id}/secret`),
    delete: (id) => send('DELETE', controlPath`apps/${id}`),
    install: (id, tenantId, setup = 'complete') =>
      send('POST', controlPath`apps/${id}/installations`, { tenantId, setup }),
    uninstall: (id, tenantId) => send('DELETE', controlPath`apps/${id}/installations/${tenantId}`),
  };
}

function remoteFaults(send: Send): RemoteEmulator['faults'] {
  return {
    list: () => itemsOf(send, 'faults'),
    add: (request) => send('POST', 'faults', request),
    addPreset: async (preset) => (await send<{ items: FaultsOf }>('POST', 'faults', { preset })).items,
    remove: (id) => send('DELETE', controlPath`faults/${id}`),
    clear: () => send('DELETE', 'faults'),
  };
}

function remoteBridge(send: Send): RemoteEmulator['bridge'] {
  return {
    event: async (tenantId, topic, payload) =>
      (await send<Shells>('POST', 'bridge/events', { tenantId, topic, payload })).shells,
    select: async (tenantId, context, id) =>
      (await send<Shells>('POST', 'bridge/selection', { tenantId, context, id })).shells,
  };
}

function remoteTokens(send: Send): RemoteEmulator['tokens'] {
  const mint =
    (kind: 'access' | 'session' | 'app'): TokensApi['access'] =>
    async (request) =>
      (await send<{ token: string }>('POST', `tokens/${kind}`, request)).token;
  return {
    access: mint('access'),
    session: mint('session'),
    app: mint('app'),
    expire: (request) => send('POST', 'tokens/expire', request),
    explain: (token) => send('POST', 'tokens/explain', { token }),
  };
}

function remoteClock(send: Send): RemoteEmulator['clock'] {
  const put = (change: object) => send<undefined>('PUT', 'clock', change);
  return {
    state: () => send<ClockState>('GET', 'clock'),
    set: (instant) => put({ now: instant instanceof Date ? instant.toISOString() : instant }),
    advance: (seconds) => send('POST', 'clock/advance', { seconds }),
    freeze: () => put({ frozen: true }),
    unfreeze: () => put({ frozen: false }),
    reset: () => put({ offsetSeconds: 0, frozen: false }),
  };
}

function sender(url: string): Send {
  return async <T>(method: string, path: string, body?: unknown) => {
    const target = `${url}/_emulator/v1/${path}`;
    const response = await fetch(target, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { status } = response;
    if (status === 204) return undefined as T;
    const answer = parsed(text) as (T & { errors?: Problem[] }) | undefined;
    if (response.ok && answer !== undefined) return answer;
    if (Array.isArray(answer?.errors)) throw new RemoteRefusal(status, answer.errors);
    throw new NoControlApi(
      target,
      status,
      response.headers.get('content-type') ?? 'no media type',
      text.slice(0, 200),
    );
  };
}

/** @returns undefined for text that is not a JSON object */
function parsed(text: string): object | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
