import { deleteApp } from '../platform/app-deletion.ts';
import { readFault } from '../platform/faults/read-fault.ts';
import type { App, Tenant } from '../platform/model.ts';
import type { MintableKind, TokenRequest } from '../platform/token-request.ts';
import type { EmulatorControl } from './emulator-control.ts';
import {
  readEvent,
  readExpiry,
  readInstallation,
  readNewTenant,
  readRegistration,
  readRotation,
  readSelection,
  readTenantChange,
} from './requests.ts';
import { moveTime, setTime } from './time.ts';
import { installationView, tenantView } from './views.ts';
import type {
  TokensApi,
  TenantsApi,
  RegisteredApp,
  AppsApi,
  ClockApi,
  FaultsApi,
  BridgeApi,
  ContractApi,
  RegistrationsApi,
  SnapshotsApi,
  SwitchesApi,
  AssumptionsApi,
  KeysApi,
} from './emulator-apis.ts';

export type * from './emulator-apis.ts';

/** @returns an emulator's tokens, as `startEmulator()` hands them out */
export function tokensApi({ platform: { tokens } }: EmulatorControl): TokensApi {
  const mint = (kind: MintableKind) => async (request?: TokenRequest) =>
    (await tokens.mint(kind, request)).token;
  return {
    access: mint('access'),
    session: mint('session'),
    app: mint('app'),
    expire: async (request) => {
      await tokens.expire(readExpiry(request));
    },
    explain: (token) => tokens.explain(token),
  };
}

/** @returns an emulator's tenants, as `startEmulator()` hands them out */
export function tenantsApi(control: EmulatorControl): TenantsApi {
  const { registry, config } = control.platform;
  const view = (tenant: Tenant) => tenantView(tenant, config);
  return {
    list: () => registry.tenants.map(view),
    get: (id) => view(registry.tenant(id)),
    create: async (wanted) => view(await control.createTenant(readNewTenant(wanted))),
    update: async (id, change) => view(await registry.updateTenant(id, readTenantChange(change))),
    seed: (id, entities) => control.seedTenant(id, entities),
    outbox: (id) => control.outbox(id),
    reset: async (id) => {
      await control.resetTenant(id);
    },
    delete: (id) => control.deleteTenant(id),
  };
}

/** @returns an emulator's apps and their installations, as `startEmulator()` hands them out */
export function appsApi(control: EmulatorControl): AppsApi {
  const { registry } = control.platform;
  return {
    list: () => registry.apps.map(registeredApp),
    get: (id) => registeredApp(registry.app(id)),
    register: async (registration) =>
      registeredApp((await control.registerApp(readRegistration(registration))).app),
    update: async (id, manifest) => registeredApp((await control.updateApp(id, manifest)).app),
    renewSecret: async (id) => registeredApp(await registry.renewSecret(id)),
    delete: async (id) => {
      await deleteApp(control.platform, id);
    },
    install: async (id, tenantId, setup) => {
      const wanted = readInstallation({ tenantId, setup });
      return installationView(await control.install(id, wanted.tenantId, wanted.status));
    },
    uninstall: async (id, tenantId) => {
      await control.uninstall(id, tenantId);
    },
  };
}

/** @returns an emulator's time, as `startEmulator()` hands them out */
export function clockApi({ platform: { clock } }: EmulatorControl): ClockApi {
  return {
    get state() {
      return clock.state;
    },
    set: (instant) => {
      setTime(clock, instant);
    },
    advance: (seconds) => {
      moveTime(clock, seconds);
    },
    freeze: () => {
      clock.freeze();
    },
    unfreeze: () => {
      clock.unfreeze();
    },
    reset: () => {
      clock.reset();
    },
  };
}

/** @returns an emulator's failures on demand, as `startEmulator()` hands them out */
export function faultsApi({ platform: { faults } }: EmulatorControl): FaultsApi {
  return {
    list: () => faults.list(),
    add: (request) => faults.add(readFault(request)),
    addPreset: (preset) => faults.addPreset(preset),
    remove: (id) => {
      faults.remove(id);
    },
    clear: () => {
      faults.clear();
    },
  };
}

/** @returns the bridge of an emulator's open ERP shells, as `startEmulator()` returns it */
export function bridgeApi(control: EmulatorControl): BridgeApi {
  return {
    event: (tenantId, topic, payload) => {
      const event = readEvent({ tenantId, topic, payload });
      return control.signal(event.tenantId, event.signal);
    },
    select: (tenantId, context, id) => {
      const selection = readSelection({ tenantId, context, id });
      return control.signal(selection.tenantId, selection.signal);
    },
  };
}

/** @returns an emulator's contract report, as `startEmulator()` returns it */
export function contractApi(control: EmulatorControl): ContractApi {
  return {
    report: () => control.contractReport(),
    clear: () => {
      control.contractRecorder.clear();
    },
  };
}

/** @returns the on-premise apps that request a key, as `startEmulator()` returns them */
export function registrationsApi({ registrations }: EmulatorControl): RegistrationsApi {
  return {
    list: () => registrations.list(),
    accept: (id) => registrations.decide(id, 'accepted'),
    reject: (id) => registrations.decide(id, 'rejected'),
  };
}

/** @returns an emulator's snapshots, as `startEmulator()` hands them out */
export function snapshotsApi({ snapshots }: EmulatorControl): SnapshotsApi {
  return {
    list: () => snapshots.list(),
    delete: (name) => snapshots.remove(name),
  };
}

/** @returns an emulator's switches, as `startEmulator()` hands them out */
export function switchesApi({ switches }: EmulatorControl): SwitchesApi {
  return {
    get positions() {
      return switches.positions;
    },
    turn: (change) => switches.turn(change),
  };
}

/** @returns an emulator's assumptions, as `startEmulator()` hands them out */
export function assumptionsApi({ assumptions }: EmulatorControl): AssumptionsApi {
  return {
    get: () => assumptions.list(),
    set: (change) => assumptions.choose(change),
  };
}

/** @returns an emulator's signing keys, as `startEmulator()` hands them out */
export function keysApi({ platform: { tokens } }: EmulatorControl): KeysApi {
  return {
    rotate: async (ring) => {
      await tokens.rotate(readRotation({ ring }));
    },
  };
}

function registeredApp({ id, clientId, clientSecret, slug, name }: App): RegisteredApp {
  return { appId: id, clientId, clientSecret, slug, name };
}
