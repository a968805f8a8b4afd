import { assumptionChoices } from '../../platform/assumptions.schema.ts';
import { faultRequest } from '../../platform/faults/faults.schema.ts';
import { fixturesBundle } from '../../platform/fixtures/platform.schema.ts';
import {
  accessTokenRequest,
  appTokenRequest,
  sessionTokenRequest,
} from '../../platform/token-request.schema.ts';
import {
  bridgeEvent,
  bridgeSelection,
  clockAdvance,
  clockChange,
  installation,
  installationChange,
  keyRotation,
  newSnapshot,
  newTenant,
  pactState,
  presetChoice,
  registration,
  seed,
  switchChange,
  tenantChange,
  tokenExpiry,
  tokenToExplain,
} from '../bodies.schema.ts';
import { environmentQuery, journalQuery } from '../queries.schema.ts';
import type { DocumentedOperation, Shape } from './documented-operation.ts';

const problems: Shape = { errors: [{ path: 'string', value: 'any', message: 'string' }] };
const list: Shape = { items: ['object'] };
const base = '/_emulator/v1';

type Row = [
  method: DocumentedOperation['method'],
  path: string,
  id: string,
  summary: string,
  more?: Pick<DocumentedOperation, 'schema' | 'query'> & {
    /** Further statuses beside the common ones. */
    also?: readonly (200 | 404 | 406 | 409)[];
  },
  success?: { status: number; shape: Shape | null },
];

const created = { status: 201, shape: 'object' } as const;
const gone = { status: 204, shape: null } as const;
const listed = { status: 200, shape: list } as const;

/** The control API, one row per operation; a test compares it with the operations that the control service serves. */
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
    { schema: accessTokenRequest },
    created,
  ],
  [
    'post',
    '/tokens/session',
    'mintSessionToken',
    'Mints a session token, sound or with defects.',
    { schema: sessionTokenRequest },
    created,
  ],
  [
    'post',
    '/tokens/app',
    'mintAppToken',
    'Mints an app token, sound or with defects.',
    { schema: appTokenRequest },
    created,
  ],
  [
    'post',
    '/tokens/expire',
    'expireTokens',
    'Makes the services refuse what was issued so far.',
    { schema: tokenExpiry },
  ],
  [
    'post',
    '/tokens/explain',
    'explainToken',
    'Says, check by check, why a token is or is not accepted.',
    { schema: tokenToExplain },
  ],
  ['get', '/tenants', 'listTenants', 'Lists the tenants.', {}, listed],
  [
    'post',
    '/tenants',
    'createTenant',
    'Creates a tenant, empty or from a template.',
    {
      schema: newTenant,
      also: [404, 409],
    },
    created,
  ],
  ['get', '/tenants/{id}', 'readTenant', 'Reads a tenant.'],
  [
    'patch',
    '/tenants/{id}',
    'updateTenant',
    'Changes the name and the mandant of a tenant, and the connection and the API version of its Wawi.',
    { schema: tenantChange, also: [409] },
  ],
  ['delete', '/tenants/{id}', 'deleteTenant', 'Deletes a tenant with its data.', {}, gone],
  ['post', '/tenants/{id}/reset', 'resetTenant', "Puts a tenant's data back to its fixture.", {}, gone],
  ['get', '/apps', 'listApps', 'Lists the apps.', {}, listed],
  [
    'post',
    '/apps',
    'registerApp',
    'Registers an app; the only answer with its secret.',
    { schema: registration, also: [409] },
    created,
  ],
  ['get', '/apps/{id}', 'readApp', 'Reads an app.'],
  ['put', '/apps/{id}', 'updateApp', "Replaces an app's manifest.", { schema: registration }],
  ['delete', '/apps/{id}', 'deleteApp', 'Deletes an app and its installations.', {}, gone],
  ['post', '/apps/{id}/secret', 'renewSecret', 'Gives an app a new secret.', {}, created],
  [
    'get',
    '/apps/{id}/environment',
    'environment',
    "The environment variables an app's code reads.",
    { query: Object.keys(environmentQuery.properties) },
  ],
  ['get', '/apps/{id}/installations', 'listInstallations', "Lists an app's installations.", {}, listed],
  [
    'post',
    '/apps/{id}/installations',
    'installApp',
    'Installs an app in a tenant.',
    { schema: installation },
    created,
  ],
  [
    'patch',
    '/apps/{id}/installations/{tenantId}',
    'updateInstallation',
    "Changes an installation's state or scopes.",
    { schema: installationChange },
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
  ['put', '/clock', 'setClock', 'Sets, freezes or offsets the time.', { schema: clockChange }],
  ['post', '/clock/advance', 'advanceClock', 'Moves the time forward.', { schema: clockAdvance }],
  [
    'post',
    '/keys/rotate',
    'rotateKeys',
    'Makes new signing keys; old ones stay published.',
    { schema: keyRotation },
  ],
  [
    'get',
    '/journal',
    'readJournal',
    'Lists what has happened.',
    {
      query: Object.keys(journalQuery.properties),
    },
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
  ['get', '/tenants/{id}/data', 'countTenantData', 'Counts the entities a tenant holds, by kind.'],
  [
    'post',
    '/tenants/{id}/seed',
    'seedTenant',
    'Adds entities as a fixture would describe them; answers with the ids of all APIs.',
    { schema: seed },
    { status: 201, shape: list },
  ],
  [
    'get',
    '/tenants/{id}/outbox',
    'readTenantOutbox',
    "Lists what a tenant's ERP would have sent out.",
    {},
    listed,
  ],
  ['get', '/outbox', 'readOutbox', 'Lists what all ERPs would have sent out.', {}, listed],
  ['get', '/journal.har', 'exportJournal', 'The requests as an HTTP Archive 1.2.'],
  ['get', '/faults', 'listFaults', 'Lists the failures in force, and the presets.'],
  [
    'post',
    '/faults',
    'addFault',
    'Puts a failure in force, or those of a preset.',
    {
      schema: { anyOf: [faultRequest, presetChoice] },
      also: [404],
    },
    created,
  ],
  ['delete', '/faults', 'clearFaults', 'Removes every failure.', {}, gone],
  ['delete', '/faults/{id}', 'removeFault', 'Removes a failure, or those of a preset by its name.', {}, gone],
  [
    'get',
    '/contract',
    'readContractReport',
    'The contract report on the apps; JUnit for application/xml, a page for text/html.',
    { also: [406] },
  ],
  ['delete', '/contract', 'clearContractReport', 'Forgets what apps did.', {}, gone],
  ['get', '/snapshots', 'listSnapshots', 'Lists the moments to go back to.', {}, listed],
  [
    'post',
    '/snapshots',
    'saveSnapshot',
    'Remembers this moment, of everything or of one tenant.',
    { schema: newSnapshot, also: [404] },
    created,
  ],
  ['post', '/snapshots/{name}/restore', 'restoreSnapshot', 'Goes back to a snapshot.'],
  ['delete', '/snapshots/{name}', 'deleteSnapshot', 'Forgets a snapshot.', {}, gone],
  [
    'put',
    '/fixtures',
    'importFixtures',
    'Replaces the fixtures by a bundle and resets to them.',
    { schema: fixturesBundle },
    gone,
  ],
  ['get', '/switches', 'readSwitches', 'How strictly the services behave.'],
  [
    'put',
    '/switches',
    'setSwitches',
    'Changes how strictly the services behave.',
    {
      schema: switchChange,
    },
  ],
  [
    'get',
    '/assumptions',
    'readAssumptions',
    'The assumptions for cases where public sources contradict each other or are silent.',
  ],
  [
    'put',
    '/assumptions',
    'chooseAssumptions',
    'Chooses options of assumptions, by their ids.',
    { schema: assumptionChoices },
  ],
  [
    'post',
    '/bridge/events',
    'publishBridgeEvent',
    "Publishes an event to a tenant's open shells.",
    { schema: bridgeEvent, also: [404] },
    created,
  ],
  [
    'post',
    '/bridge/selection',
    'selectRecord',
    "Selects a record in a tenant's open shells.",
    { schema: bridgeSelection, also: [404] },
    created,
  ],
  ['get', '/registrations', 'listRegistrations', 'Lists on-premise apps that asked for a key.', {}, listed],
  [
    'post',
    '/registrations/{id}/accept',
    'acceptRegistration',
    'Accepts a pending registration.',
    { also: [409] },
  ],
  [
    'post',
    '/registrations/{id}/reject',
    'rejectRegistration',
    'Rejects a pending registration.',
    { also: [409] },
  ],
  [
    'post',
    '/pact/states',
    'arrangePactState',
    'Arranges a provider state for a Pact verifier, or undoes it.',
    {
      schema: pactState,
      also: [200, 404],
    },
    created,
  ],
];

export const controlOperations: readonly DocumentedOperation[] = rows.map(
  ([method, path, id, summary, more = {}, success = { status: 200, shape: 'object' }]) => ({
    method,
    path: `${base}${path}`,
    id,
    tag: path.split('/')[1] ?? 'control',
    summary,
    ...(more.query && { query: more.query }),
    ...(more.schema && { schema: more.schema }),
    answers: {
      ...Object.fromEntries((more.also ?? []).map((status) => [status, status < 400 ? 'object' : problems])),
      [success.status]: success.shape,
      400: problems,
      // The request came from a web page of another origin.
      403: problems,
      ...(path.includes('{') ? { 404: problems } : {}),
      ...(more.schema === undefined ? {} : { 413: problems }),
    },
  }),
);
