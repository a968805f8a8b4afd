import { paneContexts } from '../platform/manifests/model.ts';
import type { BridgeSignal } from '../platform/bridge-feed.ts';
import { ringNames } from '../tokens/key-ring.ts';
import type { Registration } from './emulator-control.ts';
import {
  anything,
  type FieldValues,
  isRecord,
  oneOf,
  readFields,
  record,
  required,
  rule,
  slug,
  text,
  texts,
  uuid,
} from './fields.ts';

/** What changes are asked for with, by the control API and by the Node API alike. Each reader throws InvalidInput. */

const newTenantRules = { slug: required(slug), name: text, id: uuid, template: text };

export function readNewTenant(input: unknown): FieldValues<typeof newTenantRules> {
  return readFields(input, newTenantRules);
}

const wawiState = rule<{ connected: boolean }>(
  '{"connected": true} or {"connected": false}',
  (value) => isRecord(value) && Object.keys(value).length === 1 && typeof value['connected'] === 'boolean',
);

export function readTenantChange(input: unknown): { name?: string; wawi?: { connected: boolean } } {
  return readFields(input, { name: text, wawi: wawiState });
}

const urlMap = rule<[string, string][]>(
  'a list of pairs of URLs, from and to',
  (value) =>
    Array.isArray(value) &&
    value.every((pair) => Array.isArray(pair) && pair.length === 2 && texts.accepts(pair)),
);

export function readRegistration(input: unknown): Registration {
  return readFields(input, {
    manifest: required(record),
    appId: uuid,
    clientId: text,
    clientSecret: text,
    slug,
    map: urlMap,
  });
}

/** What the control API calls the two states of an installation. */
const setupStates = { pending: 'SETUP_PENDING', complete: 'SETUP_COMPLETED' } as const;
const setup = oneOf('pending', 'complete');

export function readInstallation(input: unknown) {
  const { tenantId, setup: wanted = 'complete' } = readFields(input, { tenantId: required(text), setup });
  return { tenantId, status: setupStates[wanted] };
}

export function readInstallationChange(input: unknown) {
  const change = readFields(input, { setup, scopes: texts });
  return {
    ...(change.setup && { status: setupStates[change.setup] }),
    ...(change.scopes && { scopes: change.scopes }),
  };
}

export function readEvent(input: unknown): { tenantId: string; signal: BridgeSignal } {
  const { tenantId, topic, payload } = readFields(input, {
    tenantId: required(text),
    topic: required(text),
    payload: anything,
  });
  return { tenantId, signal: { kind: 'event', topic, payload: payload ?? null } };
}

export function readSelection(input: unknown): { tenantId: string; signal: BridgeSignal } {
  const { tenantId, context, id } = readFields(input, {
    tenantId: required(text),
    context: required(oneOf(...paneContexts)),
    id: required(text),
  });
  return { tenantId, signal: { kind: 'selection', context, id } };
}

/** @returns the ring to rotate; undefined: all */
export function readRotation(input: unknown) {
  return readFields(input, { ring: oneOf(...ringNames) }).ring;
}

export function readExpiry(input: unknown) {
  return readFields(input, { appId: text, kind: oneOf('access', 'session', 'app') });
}

export function readSnapshot(input: unknown) {
  return readFields(input, { name: required(text), tenantId: text });
}
