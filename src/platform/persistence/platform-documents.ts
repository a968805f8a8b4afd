import type { DocumentShape } from './document-shape.ts';

/** The documents of the directory, by part. */
export const directoryShapes: Record<'users' | 'tenants' | 'apps' | 'installations', DocumentShape> = {
  users: [{ id: 'text', email: 'text', firstName: 'text', lastName: 'text', locale: 'text' }],
  tenants: [
    {
      id: 'text',
      slug: 'text',
      name: 'text',
      mandant: 'text',
      ownerId: 'text',
      memberIds: ['text'],
      wawi: { connected: 'flag', 'apiVersion?': 'text' },
      createdAt: 'text',
      updatedAt: 'text',
      'template?': 'text',
    },
  ],
  apps: [
    {
      id: 'text',
      clientId: 'text',
      clientSecret: 'text',
      name: 'text',
      slug: 'text',
      manifest: { source: 'object', erp: { scopes: ['text'] } },
      registeredAt: 'text',
      'lifetimes?': 'object',
    },
  ],
  installations: [
    { id: 'text', appId: 'text', tenantId: 'text', status: 'text', scopes: ['text'], installedAt: 'text' },
  ],
};

const ringShape: DocumentShape = [{ kid: 'text', createdAt: 'number', signedUntil: 'number', jwk: 'object' }];
/** Signing keys, and the key of sign-in cookies. */
export const keysShape: DocumentShape = {
  rings: { 'generation1?': ringShape, 'generation2?': ringShape, 'session?': ringShape },
  signInKey: 'text',
};
/** Revoked tokens, and the grants that can be exchanged for tokens. */
export const tokensShape: DocumentShape = {
  'revoked?': 'object',
  'cutoffs?': 'object',
  'sessions?': 'object',
  'issuedSessions?': 'object',
  'refreshTokens?': [{ id: 'text' }],
  'codes?': { generation1: 'list', generation2: 'list' },
  'deviceCodes?': 'list',
};
