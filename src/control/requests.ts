import type { Static } from 'typebox';
import type { BridgeSignal } from '../platform/bridge-feed.ts';
import { readBody } from './bodies.ts';
import {
  bridgeEvent,
  bridgeSelection,
  installation,
  installationChange,
  keyRotation,
  newSnapshot,
  newTenant,
  registration,
  tenantChange,
  tokenExpiry,
} from './bodies.schema.ts';

/** The requests of the control API and the Node API for changes. Each reader throws InvalidInput. */

export type NewTenant = Static<typeof newTenant>;
export type TenantChange = Static<typeof tenantChange>;

export function readNewTenant(input: unknown): NewTenant {
  return readBody(newTenant, input);
}

export function readTenantChange(input: unknown): TenantChange {
  return readBody(tenantChange, input);
}

/** An app to register. */
export type Registration = Static<typeof registration>;

export function readRegistration(input: unknown): Registration {
  return readBody(registration, input);
}

/** The names of the control API for the two states of an installation. */
const setupStates = { pending: 'SETUP_PENDING', complete: 'SETUP_COMPLETED' } as const;

export function readInstallation(input: unknown) {
  const { tenantId, setup = 'complete' } = readBody(installation, input);
  return { tenantId, status: setupStates[setup] };
}

export function readInstallationChange(input: unknown) {
  const { setup, scopes } = readBody(installationChange, input);
  return { ...(setup && { status: setupStates[setup] }), ...(scopes && { scopes }) };
}

export function readEvent(input: unknown): { tenantId: string; signal: BridgeSignal } {
  const { tenantId, topic, payload } = readBody(bridgeEvent, input);
  return { tenantId, signal: { kind: 'event', topic, payload: payload ?? null } };
}

export function readSelection(input: unknown): { tenantId: string; signal: BridgeSignal } {
  const { tenantId, context, id } = readBody(bridgeSelection, input);
  return { tenantId, signal: { kind: 'selection', context, id } };
}

/** @returns the ring to rotate; undefined: all rings */
export function readRotation(input: unknown) {
  return readBody(keyRotation, input).ring;
}

export function readExpiry(input: unknown) {
  return readBody(tokenExpiry, input);
}

export function readSnapshot(input: unknown) {
  return readBody(newSnapshot, input);
}
