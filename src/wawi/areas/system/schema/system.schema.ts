import { assumptionIds } from '../../../../platform/assumptions.ts';
import {
  choice,
  entity,
  flag,
  id,
  instant,
  list,
  mapOf,
  number,
  optional,
  part,
  text,
  whole,
} from '../../../store/fields.ts';

/** Where numbers of documents come from. A company may have one of its own beside the general one. */
export const numberRange = entity({
  /** The kind of numbered documents: `salesOrder`, `invoice`; see operations/number-ranges.ts. */
  purpose: text,
  name: text,
  description: text,
  /** `{YYYY}`, `{YY}`, `{MM}` and `{DD}` stand for the date. */
  prefix: text,
  suffix: text,
  /** The number that was given last. */
  currentNumber: whole,
  /** Longest number in characters. */
  maxLength: whole,
  companyId: optional(whole),
});

/** 0 disabled, 1 pending, 2 active: the numbers of the contract. */
export const extensionStatus = choice(0, 1, 2);

export const extension = entity({
  extensionId: text,
  version: text,
  /** ISO 8601. */
  created: instant,
  lastChanged: instant,
  /** SHA-256 of the manifest, in hex. */
  manifestHash: text,
  status: extensionStatus,
  /** Base64. */
  manifest: optional(text),
  signature: optional(text),
});

export const workerSyncSetting = part({
  id,
  displayName: text,
  displayDescription: text,
  type: text,
  currentValue: text,
  isRequired: flag,
});

/** A job of JTL-Worker that keeps a sales channel in step. */
export const workerSync = entity({
  syncName: text,
  salesChannelName: text,
  salesChannelId: text,
  /** .NET's format, such as `00:15:00`. */
  interval: text,
  reportProgress: flag,
  configurations: list(workerSyncSetting),
  /** 0 suspended, 2 running, 3 finished ...: the numbers of the contract. */
  state: whole,
  progressText: text,
  /** Per cent. */
  progress: optional(number),
  lastSync: optional(instant),
  nextSync: optional(instant),
});

export const workbenchResourceType = entity({
  name: text,
});

export const workbenchResource = entity({
  number: text,
  name: text,
  description: text,
  workbenchResourceTypeId: whole,
  hostName: text,
  warehouseId: whole,
  /** Numbers of the contract. */
  reservationMode: whole,
  autoShowProcessParameterValuesInProduction: flag,
  expiredComponentsUsage: whole,
  replenishmentCreationStockReservationMode: whole,
});

export const printer = entity({
  name: text,
});

/** Someone who signs in to Wawi itself; `login` is unique. */
export const wawiUser = entity({
  login: text,
  name: text,
  /** As fixtures give it; a Wawi user of the emulator guards nothing. */
  password: text,
});

export const loginSession = entity({
  /** UUID, the value of `X-SessionId`. */
  sessionId: text,
  userId: whole,
  /** ISO 8601. */
  createdAt: instant,
});

/** 0 pending, 1 rejected, 2 accepted: the numbers of the contract. */
export const registrationStatus = choice(0, 1, 2);

/** An app's request for access to an on-premise Wawi (platform.md section 11). */
export const appRegistration = entity({
  /** UUID. */
  requestId: text,
  appId: text,
  displayName: text,
  description: text,
  version: text,
  providerName: text,
  providerWebsite: text,
  mandatoryApiScopes: list(text),
  optionalApiScopes: list(text),
  /** 0 one instance, 1 many, 2 one per user, 3 one per user's sign-in: the numbers of the contract. */
  registrationType: whole,
  challengeCode: text,
  status: registrationStatus,
  /** ISO 8601. */
  requestedAt: instant,
  /** SHA-256 of the key that was handed out, in hex; the key itself is kept nowhere. */
  apiKeyHash: optional(text),
  /** True for registrations made by another app in this one's name. */
  isForeign: flag,
});

/** A write that came under an `Idempotency-Key`. */
export const idempotentWrite = entity({
  /** SHA-256 in hex of the key with app and operation. */
  name: text,
  /** SHA-256 in hex of the payload. */
  fingerprint: text,
  /** Absent while the write is under way. */
  answer: optional(
    part({
      status: whole,
      headers: mapOf(text),
      /** Base64. */
      body: optional(text),
      assumptions: list(choice(...assumptionIds)),
    }),
  ),
});

export const systemEntities = {
  numberRange,
  extension,
  workerSync,
  workbenchResourceType,
  workbenchResource,
  printer,
  wawiUser,
  loginSession,
  appRegistration,
  idempotentWrite,
};
