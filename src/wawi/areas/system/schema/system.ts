import type { EntityKind } from '../../../store/collections/collection.ts';
import type { StoredAnswer } from '../../../wire/idempotent-writes.ts';

/** Where numbers of documents come from. A company may have one of its own beside the general one. */
export interface NumberRange {
  readonly id: number;
  /** What it numbers: `salesOrder`, `invoice`; see operations/number-ranges.ts. */
  purpose: string;
  name: string;
  description: string;
  /** `{YYYY}`, `{YY}`, `{MM}` and `{DD}` stand for the date. */
  prefix: string;
  suffix: string;
  /** The number that was given last. */
  currentNumber: number;
  /** Longest number in characters. */
  maxLength: number;
  companyId?: number;
}

/** 0 disabled, 1 pending, 2 active: the numbers of the contract. */
export type ExtensionStatus = 0 | 1 | 2;

export interface Extension {
  readonly id: number;
  extensionId: string;
  version: string;
  /** ISO 8601. */
  created: string;
  lastChanged: string;
  /** SHA-256 of the manifest, in hex. */
  manifestHash: string;
  status: ExtensionStatus;
  /** Base64. */
  manifest?: string;
  signature?: string;
}

export interface WorkerSyncSetting {
  readonly id: number;
  displayName: string;
  displayDescription: string;
  type: string;
  currentValue: string;
  isRequired: boolean;
}

/** A job of JTL-Worker that keeps a sales channel in step. */
export interface WorkerSync {
  readonly id: number;
  syncName: string;
  salesChannelName: string;
  salesChannelId: string;
  /** .NET's format, such as `00:15:00`. */
  interval: string;
  reportProgress: boolean;
  configurations: WorkerSyncSetting[];
  /** 0 suspended, 2 running, 3 finished ...: the numbers of the contract. */
  state: number;
  progressText: string;
  /** Per cent. */
  progress?: number;
  lastSync?: string;
  nextSync?: string;
}

export interface WorkbenchResourceType {
  readonly id: number;
  name: string;
}

export interface WorkbenchResource {
  readonly id: number;
  number: string;
  name: string;
  description: string;
  workbenchResourceTypeId: number;
  hostName: string;
  warehouseId: number;
  /** Numbers of the contract. */
  reservationMode: number;
  autoShowProcessParameterValuesInProduction: boolean;
  expiredComponentsUsage: number;
  replenishmentCreationStockReservationMode: number;
}

export interface Printer {
  readonly id: number;
  name: string;
}

/** Someone who signs in to Wawi itself; `login` is unique. */
export interface WawiUser {
  readonly id: number;
  login: string;
  name: string;
  /** As fixtures give it; a Wawi user of the emulator guards nothing. */
  password: string;
}

export interface LoginSession {
  readonly id: number;
  /** UUID, the value of `X-SessionId`. */
  sessionId: string;
  userId: number;
  /** ISO 8601. */
  createdAt: string;
}

/** 0 pending, 1 rejected, 2 accepted: the numbers of the contract. */
export type RegistrationStatus = 0 | 1 | 2;

/** An app's request for access to an on-premise Wawi (platform.md section 11). */
export interface AppRegistration {
  readonly id: number;
  /** UUID. */
  requestId: string;
  appId: string;
  displayName: string;
  description: string;
  version: string;
  providerName: string;
  providerWebsite: string;
  mandatoryApiScopes: string[];
  optionalApiScopes: string[];
  /** 0 one instance, 1 many, 2 one per user, 3 one per user's sign-in: the numbers of the contract. */
  registrationType: number;
  challengeCode: string;
  status: RegistrationStatus;
  /** ISO 8601. */
  requestedAt: string;
  /** SHA-256 of the key that was handed out, in hex; the key itself is kept nowhere. */
  apiKeyHash?: string;
  /** True for registrations made by another app in this one's name. */
  isForeign: boolean;
}

/** A write that came under an `Idempotency-Key`. */
export interface IdempotentWrite {
  readonly id: number;
  /** SHA-256 in hex of the key with app and operation. */
  name: string;
  /** SHA-256 in hex of the payload. */
  fingerprint: string;
  /** Absent while the write is under way. */
  answer?: StoredAnswer;
}

export interface SystemEntities {
  numberRange: NumberRange;
  extension: Extension;
  workerSync: WorkerSync;
  workbenchResourceType: WorkbenchResourceType;
  workbenchResource: WorkbenchResource;
  printer: Printer;
  wawiUser: WawiUser;
  loginSession: LoginSession;
  appRegistration: AppRegistration;
  idempotentWrite: IdempotentWrite;
}

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
