import type { DocumentedOperation, Shape } from './operation-tables.ts';

const problems: Shape = { errors: [{ path: 'string', value: 'object', message: 'string' }] };
const list: Shape = { items: ['object'] };
const base = '/_emulator/v1';

type Row = [
  method: DocumentedOperation['method'],
  path: string,
  id: string,
  summary: string,
  more?: Pick<DocumentedOperation, 'body' | 'query'>,
  success?: { status: number; shape: Shape | null },
];

const created = { status: 201, shape: 'object' } as const;
const gone = { status: 204, shape: null } as const;
const listed = { status: 200, shape: list } as const;
const token: Shape = {
  appId: 'string',
  tenantId: 'string',
  userId: 'string',
  scopes: ['string'],
  expiresIn: 'integer',
  generation: 'integer',
  claims: 'object',
  defects: ['string'],
};
const app: Shape = { manifest: 'object', appId: 'string', clientId: 'string', clientSecret: 'string' };

/** The control API, one row an operation; a test holds it against what the control service serves. */
const rows: readonly Row[] = [
  [
    'get',
    '/health',
    'health',
    'Answers once the emulator is ready.',
    {},
    { status: 200, shape: { status: 'string', version: 'string', url: 'string' } },
  ],
  ['get', '/state', 'state', 'Everything a person wants to know at once.'],
  ['post', '/reset', 'reset', 'Back to the fixtures.', {}, gone],
  [
    'post',
    '/tokens/access',
    'mintAccessToken',
    'Mints an access token, sound or with defects.',
    { body: token },
    created,
  ],
  [
    'post',
    '/tokens/session',
    'mintSessionToken',
    'Mints a session token, sound or with defects.',
    { body: token },
    created,
  ],
  [
    'post',
    '/tokens/app',
    'mintAppToken',
    'Mints an app token, sound or with defects.',
    { body: token },
    created,
  ],
  [
    'post',
    '/tokens/expire',
    'expireTokens',
    'Makes the services refuse what was issued so far.',
    { body: { appId: 'string', kind: 'string' } },
  ],
  [
    'post',
    '/tokens/explain',
    'explainToken',
    'Says, check by check, why a token is or is not accepted.',
    { body: { token: 'string' } },
  ],
  ['get', '/tenants', 'listTenants', 'Lists the tenants.', {}, listed],
  [
    'post',
    '/tenants',
    'createTenant',
    'Creates a tenant, empty or from a template.',
    { body: { slug: 'string', name: 'string', id: 'string', template: 'string' } },
    created,
  ],
  ['get', '/tenants/{id}', 'readTenant', 'Reads a tenant.'],
  [
    'patch',
    '/tenants/{id}',
    'updateTenant',
    'Renames a tenant, connects or disconnects its Wawi.',
    { body: { name: 'string', wawi: { connected: 'boolean' } } },
  ],
  ['delete', '/tenants/{id}', 'deleteTenant', 'Deletes a tenant with its data.', {}, gone],
  ['post', '/tenants/{id}/reset', 'resetTenant', "Puts a tenant's data back to its fixture.", {}, gone],
  ['get', '/apps', 'listApps', 'Lists the apps.', {}, listed],
  [
    'post',
    '/apps',
    'registerApp',
    'Registers an app; the only answer with its secret.',
    { body: app },
    created,
  ],
  ['get', '/apps/{id}', 'readApp', 'Reads an app.'],
  ['put', '/apps/{id}', 'updateApp', "Replaces an app's manifest.", { body: app }],
  ['delete', '/apps/{id}', 'deleteApp', 'Deletes an app and its installations.', {}, gone],
  ['post', '/apps/{id}/secret', 'renewSecret', 'Gives an app a new secret.', {}, created],
  ['get', '/apps/{id}/environment', 'environment', "The environment variables an app's code reads."],
  ['get', '/apps/{id}/installations', 'listInstallations', "Lists an app's installations.", {}, listed],
  [
    'post',
    '/apps/{id}/installations',
    'installApp',
    'Installs an app in a tenant.',
    { body: { tenantId: 'string', setup: 'string' } },
    created,
  ],
  [
    'patch',
    '/apps/{id}/installations/{tenantId}',
    'updateInstallation',
    "Changes an installation's state or scopes.",
    { body: { setup: 'string', scopes: ['string'] } },
  ],
  [
    'delete',
    '/apps/{id}/installations/{tenantId}',
    'uninstallApp',
    'Uninstalls an app from a tenant.',
    {},
    gone,
  ],
  ['get', '/users', 'listUsers', 'Lists the users.', {}, listed],
  ['get', '/clock', 'readClock', "Tells the emulator's time."],
  [
    'put',
    '/clock',
    'setClock',
    'Sets, freezes or offsets the time.',
    { body: { now: 'string', offsetSeconds: 'integer', frozen: 'boolean' } },
  ],
  ['post', '/clock/advance', 'advanceClock', 'Moves the time forward.', { body: { seconds: 'integer' } }],
  [
    'post',
    '/keys/rotate',
    'rotateKeys',
    'Makes new signing keys; old ones stay published.',
    { body: { ring: 'string' } },
  ],
  [
    'get',
    '/journal',
    'readJournal',
    'Lists what has happened.',
    { query: ['kind', 'service', 'method', 'path', 'status', 'tenantId', 'appId', 'operationId', 'traceId'] },
    listed,
  ],
  ['delete', '/journal', 'clearJournal', 'Forgets what has happened.', {}, gone],
  [
    'get',
    '/journal/stream',
    'streamJournal',
    'Sends what happens as server-sent events.',
    {},
    { status: 200, shape: null },
  ],
];

export const controlOperations: readonly DocumentedOperation[] = rows.map(
  ([method, path, id, summary, more = {}, success = { status: 200, shape: 'object' }]) => ({
    method,
    path: `${base}${path}`,
    id,
    tag: path.split('/')[1] ?? 'control',
    summary,
    ...more,
    answers: {
      [success.status]: success.shape,
      400: problems,
      ...(path.includes('{') ? { 404: problems } : {}),
    },
  }),
);
