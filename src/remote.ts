import { randomUUID } from 'node:crypto';
import type {
  AppsApi,
  BridgeApi,
  ClockApi,
  ContractApi,
  FaultsApi,
  KeysApi,
  RegisteredApp,
  RegistrationsApi,
  TenantsApi,
  TokensApi,
} from './control/node-api.ts';
import type { FixturesBundle } from './platform/fixtures/bundle.ts';
import type { JournalEntry } from './platform/journal.ts';
import type { Problem } from './platform/problems.ts';
import type { ClockState } from './tokens/clock.ts';

/** An API of an emulator in this process, as it is over the network: every answer has to be waited for. */
export type Remote<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : () => Promise<Api[Name]>;
};

/** The secret is told once, by what made it. */
type AppWithoutSecret = Omit<RegisteredApp, 'clientSecret'>;

/** An emulator somewhere else: what `startEmulator()` gives, over its control API. */
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
  readonly journal: {
    entries(filter?: Record<string, string>): Promise<JournalEntry[]>;
    clear(): Promise<void>;
  };
  snapshot(name?: string, tenantId?: string): Promise<string>;
  restore(name: string): Promise<void>;
  useFixtures(bundle: FixturesBundle): Promise<void>;
  reset(): Promise<void>;
}

/** What the control API refused, as it said it. */
export class RemoteRefusal extends Error {
  override readonly name = 'RemoteRefusal';
  constructor(
    readonly status: number,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
  }
}

type Send = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/**
 * @param url base URL of a running emulator
 * @returns its control API (design.md section 7); each call throws RemoteRefusal for what the emulator refuses
 */
export function remoteEmulator(url: string): RemoteEmulator {
  const send = sender(url);
  const items = async <T>(path: string) => (await send<{ items: T[] }>('GET', path)).items;
  return {
    url,
    env: (app = 'hello-world', tenant) =>
      send('GET', `apps/${app}/environment${tenant === undefined ? '' : `?tenant=${tenant}`}`),
    tokens: remoteTokens(send),
    tenants: {
      list: () => items('tenants'),
      get: async (id) => {
        const found = (await items<TenantOf>('tenants')).find((one) => one.id === id || one.slug === id);
        if (found === undefined) throw new RemoteRefusal(404, [{ path: id, message: 'no such tenant' }]);
        return found;
      },
      create: (wanted) => send('POST', 'tenants', wanted),
      update: (id, change) => send('PATCH', `tenants/${id}`, change),
      seed: async (id, entities) =>
        (await send<{ items: SeededOf }>('POST', `tenants/${id}/seed`, { entities })).items,
      outbox: (id) => items(`tenants/${id}/outbox`),
      reset: (id) => send('POST', `tenants/${id}/reset`),
      delete: (id) => send('DELETE', `tenants/${id}`),
    },
    apps: {
      list: () => items('apps'),
      register: (registration) => send('POST', 'apps', registration),
      update: (id, manifest) => send('PUT', `apps/${id}`, manifest),
      renewSecret: (id) => send('POST', `apps/${id}/secret`),
      delete: (id) => send('DELETE', `apps/${id}`),
      install: (id, tenantId, setup = 'complete') =>
        send('POST', `apps/${id}/installations`, { tenantId, setup }),
      uninstall: (id, tenantId) => send('DELETE', `apps/${id}/installations/${tenantId}`),
    },
    clock: remoteClock(send),
    keys: { rotate: (ring) => send('POST', 'keys/rotate', { ring }) },
    faults: {
      list: () => items('faults'),
      add: (request) => send('POST', 'faults', request),
      addPreset: async (preset) => (await send<{ items: FaultsOf }>('POST', 'faults', { preset })).items,
      remove: (id) => send('DELETE', `faults/${id}`),
      clear: () => send('DELETE', 'faults'),
    },
    bridge: {
      event: async (tenantId, topic, payload) =>
        (await send<Shells>('POST', 'bridge/events', { tenantId, topic, payload })).shells,
      select: async (tenantId, context, id) =>
        (await send<Shells>('POST', 'bridge/selection', { tenantId, context, id })).shells,
    },
    contract: { report: () => send('GET', 'contract'), clear: () => send('DELETE', 'contract') },
    registrations: {
      list: () => items('registrations'),
      accept: (id) => send('POST', `registrations/${id}/accept`),
      reject: (id) => send('POST', `registrations/${id}/reject`),
    },
    journal: {
      entries: (filter = {}) => items(`journal?${new URLSearchParams(filter)}`),
      clear: () => send('DELETE', 'journal'),
    },
    snapshot: async (name = randomUUID(), tenantId) =>
      (await send<{ name: string }>('POST', 'snapshots', { name, tenantId })).name,
    restore: (name) => send('POST', `snapshots/${encodeURIComponent(name)}/restore`),
    useFixtures: (bundle) => send('PUT', 'fixtures', bundle),
    reset: () => send('POST', 'reset'),
  };
}

type TenantOf = ReturnType<TenantsApi['get']>;
type SeededOf = Awaited<ReturnType<TenantsApi['seed']>>;
type FaultsOf = ReturnType<FaultsApi['addPreset']>;
interface Shells {
  shells: number;
}

function remoteTokens(send: Send): Remote<TokensApi> {
  const mint =
    (kind: string): TokensApi['access'] =>
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

function remoteClock(send: Send): Remote<ClockApi> {
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
    const response = await fetch(`${url}/_emulator/v1/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = (text === '' ? undefined : JSON.parse(text)) as T & { errors?: Problem[] };
    if (!response.ok) throw new RemoteRefusal(response.status, answer.errors ?? []);
    return answer;
  };
}
