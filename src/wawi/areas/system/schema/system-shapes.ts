import { assumptionIds } from '../../../../platform/assumptions.ts';
import type {
  AppRegistration,
  Extension,
  IdempotentWrite,
  LoginSession,
  NumberRange,
  Printer,
  SystemEntities,
  WawiUser,
  WorkbenchResource,
  WorkbenchResourceType,
  WorkerSync,
  WorkerSyncSetting,
} from './system.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';

const numberRange: Shape<NumberRange> = {
  id: 'id',
  purpose: 'text',
  name: 'text',
  description: 'text',
  prefix: 'text',
  suffix: 'text',
  currentNumber: 'whole',
  maxLength: 'whole',
  companyId: 'whole',
};

const extension: Shape<Extension> = {
  id: 'id',
  extensionId: 'text',
  version: 'text',
  created: 'instant',
  lastChanged: 'instant',
  manifestHash: 'text',
  status: new Set([0, 1, 2]),
  manifest: 'text',
  signature: 'text',
};

const workerSyncSetting: Shape<WorkerSyncSetting> = {
  id: 'id',
  displayName: 'text',
  displayDescription: 'text',
  type: 'text',
  currentValue: 'text',
  isRequired: 'flag',
};

const workerSync: Shape<WorkerSync> = {
  id: 'id',
  syncName: 'text',
  salesChannelName: 'text',
  salesChannelId: 'text',
  interval: 'text',
  reportProgress: 'flag',
  configurations: [workerSyncSetting],
  state: 'whole',
  progressText: 'text',
  progress: 'number',
  lastSync: 'instant',
  nextSync: 'instant',
};

const workbenchResourceType: Shape<WorkbenchResourceType> = { id: 'id', name: 'text' };

const workbenchResource: Shape<WorkbenchResource> = {
  id: 'id',
  number: 'text',
  name: 'text',
  description: 'text',
  workbenchResourceTypeId: 'whole',
  hostName: 'text',
  warehouseId: 'whole',
  reservationMode: 'whole',
  autoShowProcessParameterValuesInProduction: 'flag',
  expiredComponentsUsage: 'whole',
  replenishmentCreationStockReservationMode: 'whole',
};

const printer: Shape<Printer> = { id: 'id', name: 'text' };

const wawiUser: Shape<WawiUser> = { id: 'id', login: 'text', name: 'text', password: 'text' };

const loginSession: Shape<LoginSession> = {
  id: 'id',
  sessionId: 'text',
  userId: 'whole',
  createdAt: 'instant',
};

const appRegistration: Shape<AppRegistration> = {
  id: 'id',
  requestId: 'text',
  appId: 'text',
  displayName: 'text',
  description: 'text',
  version: 'text',
  providerName: 'text',
  providerWebsite: 'text',
  mandatoryApiScopes: ['text'],
  optionalApiScopes: ['text'],
  registrationType: 'whole',
  challengeCode: 'text',
  status: new Set([0, 1, 2]),
  requestedAt: 'instant',
  apiKeyHash: 'text',
  isForeign: 'flag',
};

const idempotentWrite: Shape<IdempotentWrite> = {
  id: 'id',
  name: 'text',
  fingerprint: 'text',
  answer: {
    status: 'whole',
    headers: { '*': 'text' },
    body: 'text',
    assumptions: [new Set(assumptionIds)],
  },
};

export const systemShapes: Shapes<SystemEntities> = {
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
