import { Type, type TProperties } from 'typebox';
import { paneContexts } from '../platform/manifests/model.ts';
import { faultPresets, type FaultPreset } from '../platform/faults/presets.ts';
import { erpVersions } from '../platform/erp-versions.ts';
import { mintableKinds } from '../platform/token-request.ts';
import {
  anything,
  closed,
  flag,
  mandantName,
  number,
  oneOf,
  pairOf,
  record,
  slug,
  text,
  texts,
  uuid,
  whole,
} from '../platform/validation/fields.ts';
import { ringNames } from '../tokens/key-ring.ts';

// The bodies of the control API and the Node API: one definition each, for the check and the type.

const optional = Type.Optional;

const body = <P extends TProperties>(name: string, properties: P) =>
  closed(properties, { $id: `control/${name}`, expected: 'a JSON object' });

const wawi = closed({ connected: optional(flag), apiVersion: optional(oneOf(...erpVersions)) });

export const newTenant = body('new-tenant', {
  slug,
  name: optional(text),
  id: optional(uuid),
  mandant: optional(mandantName),
  wawi: optional(wawi),
  template: optional(text),
});

export const tenantChange = body('tenant-change', {
  name: optional(text),
  mandant: optional(mandantName),
  wawi: optional(wawi),
});

/** Entities by kind; each kind has a schema of its own (fixtures/tenant.schema.json). */
export const seed = body('seed', { entities: record });

export const registration = body('registration', {
  /** Of either generation; see platform/manifests. */
  manifest: Type.Unsafe<unknown>(record),
  appId: optional(uuid),
  clientId: optional(text),
  clientSecret: optional(text),
  slug: optional(slug),
  /** Pairs of URL prefixes in the manifest: from and to. */
  map: optional(whole(Type.Array(pairOf(text)), 'a list of pairs of URLs, from and to')),
});

const setup = optional(oneOf('pending', 'complete'));

export const installation = body('installation', { tenantId: text, setup });

export const installationChange = body('installation-change', { setup, scopes: optional(texts) });

export const bridgeEvent = body('bridge-event', {
  tenantId: text,
  topic: text,
  payload: optional(anything),
});

export const bridgeSelection = body('bridge-selection', {
  tenantId: text,
  context: oneOf(...paneContexts),
  id: text,
});

/** No ring: all of them. */
export const keyRotation = body('key-rotation', { ring: optional(oneOf(...ringNames)) });

export const tokenExpiry = body('token-expiry', {
  appId: optional(text),
  kind: optional(oneOf(...mintableKinds)),
});

export const tokenToExplain = body('token-to-explain', { token: text });

export const newSnapshot = body('new-snapshot', { name: text, tenantId: optional(text) });

export const clockChange = body('clock-change', {
  now: optional(text),
  offsetSeconds: optional(number),
  frozen: optional(flag),
});

export const clockAdvance = body('clock-advance', { seconds: number });

/** The settings that can change while the emulator runs; all others are fixed at its start. */
export const switchChange = body('switch-change', {
  profile: optional(oneOf('real', 'teach', 'strict')),
  enforceScopes: optional(flag),
  acceptCharset: optional(flag),
  refuseHtml: optional(flag),
  acceptRegistrations: optional(flag),
  setupMethodsOn: optional(oneOf('first', 'every')),
});

export const presetChoice = body('preset-choice', {
  preset: oneOf(...(Object.keys(faultPresets) as FaultPreset[])),
});

/** The request of a Pact verifier before and after each interaction. */
export const pactState = body('pact-state', {
  consumer: optional(text),
  state: optional(text),
  states: optional(texts),
  action: optional(oneOf('setup', 'teardown')),
  params: optional(record),
});

/** The parameters of a provider state. */
export const pactArrangement = body('pact-arrangement', {
  tenant: optional(text),
  entities: optional(record),
  install: optional(text),
  disconnected: optional(text),
  snapshot: optional(text),
});
