import { Type, type TProperties } from 'typebox';
import { anyText as text, flag, number, record } from '../validation/fields.ts';

// The members of the platform's stored documents that their readers need; others may be present.

const optional = Type.Optional;
const list = Type.Unsafe<unknown[]>({ type: 'array', expected: 'a list' });
const holding = (properties: TProperties) => Type.Object(properties, { expected: 'an object' });

const documentOf = (id: string, properties: TProperties) =>
  Type.Array(holding(properties), { $id: `state/${id}`, expected: 'a list' });

export const storedUsers = documentOf('users', {
  id: text,
  email: text,
  firstName: text,
  lastName: text,
  locale: text,
});

export const storedTenants = documentOf('tenants', {
  id: text,
  slug: text,
  name: text,
  mandant: text,
  ownerId: text,
  memberIds: Type.Array(text, { expected: 'a list' }),
  wawi: holding({ connected: flag, apiVersion: optional(text) }),
  createdAt: text,
  updatedAt: text,
  template: optional(text),
});

export const storedApps = documentOf('apps', {
  id: text,
  clientId: text,
  clientSecret: text,
  name: text,
  slug: text,
  manifest: holding({ source: record, erp: holding({ scopes: Type.Array(text, { expected: 'a list' }) }) }),
  registeredAt: text,
  lifetimes: optional(record),
});

export const storedInstallations = documentOf('installations', {
  id: text,
  appId: text,
  tenantId: text,
  status: text,
  scopes: Type.Array(text, { expected: 'a list' }),
  installedAt: text,
});

/** The schema of each part of the directory, which has a document of its own. */
export const directoryDocuments = {
  users: storedUsers,
  tenants: storedTenants,
  apps: storedApps,
  installations: storedInstallations,
};

const ring = Type.Array(holding({ kid: text, createdAt: number, signedUntil: number, jwk: record }), {
  expected: 'a list',
});

/** Signing keys, and the key of sign-in cookies. */
export const storedKeys = Type.Object(
  {
    rings: holding({
      generation1: optional(ring),
      generation2: optional(ring),
      session: optional(ring),
    }),
    signInKey: text,
  },
  { $id: 'state/keys', expected: 'an object' },
);

/** Revoked tokens, and the grants that can be exchanged for tokens. */
export const storedTokens = Type.Object(
  {
    revoked: optional(record),
    cutoffs: optional(record),
    sessions: optional(record),
    issuedSessions: optional(record),
    refreshTokens: optional(Type.Array(holding({ id: text }), { expected: 'a list' })),
    codes: optional(holding({ generation1: list, generation2: list })),
    deviceCodes: optional(list),
  },
  { $id: 'state/tokens', expected: 'an object' },
);

/** The fixtures bundle that was put into use. */
export const storedBundle = Type.Object(
  { platform: record, tenants: optional(record) },
  { $id: 'state/fixtures', expected: 'an object' },
);
