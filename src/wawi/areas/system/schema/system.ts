import type { Static } from 'typebox';
import type {
  appRegistration,
  extension,
  extensionStatus,
  idempotentWrite,
  loginSession,
  numberRange,
  printer,
  registrationStatus,
  systemEntities,
  wawiUser,
  workbenchResource,
  workbenchResourceType,
  workerSync,
  workerSyncSetting,
} from './system.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

/** Where numbers of documents come from. A company may have one of its own beside the general one. */
export type NumberRange = Static<typeof numberRange>;

/** 0 disabled, 1 pending, 2 active: the numbers of the contract. */
export type ExtensionStatus = Static<typeof extensionStatus>;

export type Extension = Static<typeof extension>;

export type WorkerSyncSetting = Static<typeof workerSyncSetting>;

/** A job of JTL-Worker that keeps a sales channel in step. */
export type WorkerSync = Static<typeof workerSync>;

export type WorkbenchResourceType = Static<typeof workbenchResourceType>;

export type WorkbenchResource = Static<typeof workbenchResource>;

export type Printer = Static<typeof printer>;

/** Someone who signs in to Wawi itself; `login` is unique. */
export type WawiUser = Static<typeof wawiUser>;

export type LoginSession = Static<typeof loginSession>;

/** 0 pending, 1 rejected, 2 accepted: the numbers of the contract. */
export type RegistrationStatus = Static<typeof registrationStatus>;

/** An app's request for access to an on-premise Wawi (platform.md section 11). */
export type AppRegistration = Static<typeof appRegistration>;

/** A write that came under an `Idempotency-Key`. */
export type IdempotentWrite = Static<typeof idempotentWrite>;

export type SystemEntities = Entities<typeof systemEntities>;

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends SystemEntities {}
}

export const systemKinds: { [N in keyof SystemEntities]: EntityKind<SystemEntities[N]> } = {
  numberRange: { key: 'NumberRangeKey', label: 'number range', references: { companyId: 'company' } },
  extension: { key: 'ExtensionKey', label: 'extension', unique: ['extensionId'] },
  workerSync: { key: 'WorkerSyncKey', label: 'worker sync' },
  workbenchResourceType: { key: 'ResourceTypeKey', label: 'workbench resource type', unique: ['name'] },
  workbenchResource: {
    key: 'WorkbenchResourceKey',
    label: 'workbench resource',
    unique: ['number'],
    references: { workbenchResourceTypeId: 'workbenchResourceType', warehouseId: 'warehouse' },
  },
  printer: { key: 'DruckerKey', label: 'printer' },
  wawiUser: { key: 'BenutzerKey', label: 'user', unique: ['login'] },
  loginSession: { key: 'SessionKey', label: 'session', unique: ['sessionId'] },
  appRegistration: {
    key: 'AppRegistrierungKey',
    label: 'app registration',
    unique: ['requestId', 'apiKeyHash'],
  },
  idempotentWrite: { key: 'IdempotencyKey', label: 'write under an idempotency key', unique: ['name'] },
};
