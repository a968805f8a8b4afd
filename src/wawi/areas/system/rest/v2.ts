import { createHash, randomUUID } from 'node:crypto';
import type { WorkbenchResource, WorkbenchResourceType } from '../schema/system.ts';
import { withoutNulls } from '../../../store/values/merge.ts';
import { createExtension, putManifest, updateExtension } from '../operations/extensions.ts';
import { logIn, logOut } from '../operations/sessions.ts';
import { DomainError } from '../../../store/errors.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { act, create, idOf, one, page, remove, update } from '../../../wire/rest/handlers.ts';
import { ApiError } from '../../../wire/access/api-errors.ts';
import { numberRangeBindings } from './number-ranges.ts';
import {
  challengeCode,
  foreignRegistered,
  foreignRemoved,
  foreignUpdated,
  furtherInstanceRegistered,
  registered,
  registrationStatus,
} from './registrations.ts';
import { workerBindings } from './workers.ts';

/** A manifest unlike the one announced is the contract's 412. */
const manifestPut: Handler = async (call) => {
  const { manifest, signature } = call.draft as { manifest: string; signature: string };
  const hash = createHash('sha256').update(Buffer.from(manifest, 'base64')).digest('hex');
  try {
    await call.write((data) => {
      putManifest(data, idOf(call), { manifest, signature }, hash, call.now);
    });
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'rule')
      throw new ApiError({
        status: 412,
        code: 'PreconditionFailed',
        message: error.message,
        assumptions: ['manifest-hash'],
      });
    throw error;
  }
  return {};
};

const loggedIn: Handler = async (call) => {
  challengeCode(call);
  const credentials = call.draft as { userName: string; password: string };
  const value = await call.write((data) => logIn(data, credentials, randomUUID(), call.now));
  return { value, assumptions: ['wawi-login'] };
};

const loggedOut = act((data, call) => {
  const sessionId = call.headers['x-sessionid'];
  logOut(data, typeof sessionId === 'string' ? sessionId : '');
});

const resourceCreated = create((data, draft: Omit<WorkbenchResource, 'id'>) =>
  data.insert('workbenchResource', withoutNulls(draft)),
);

const resourceTypeCreated = create((data, draft: Omit<WorkbenchResourceType, 'id'>) =>
  data.insert('workbenchResourceType', withoutNulls(draft)),
);

/** Number ranges, extensions, workers, workbenches, registrations and sign-in. */
export const systemBindingsV2: BindingsV2 = {
  ...numberRangeBindings,
  'GET /extensions': page('extension'),
  'POST /extensions': create((data, draft, call) =>
    createExtension(data, draft as unknown as Parameters<typeof createExtension>[1], call.now),
  ),
  'GET /extensions/{extensionId}': one('extension'),
  'PATCH /extensions/{extensionId}': update((data, id, draft, call) =>
    updateExtension(data, id, draft, call.now),
  ),
  'DELETE /extensions/{extensionId}': remove('extension'),
  'PUT /extensions/{extensionId}/manifest': manifestPut,
  ...workerBindings,
  'GET /workbench-resources/{Id}': one('workbenchResource'),
  'GET /workbench-resource-types/{Id}': one('workbenchResourceType'),
  'POST /workbench-resources/create': resourceCreated,
  'POST /workbench-resource-types/create': resourceTypeCreated,
  'POST /authentication': registered,
  'GET /authentication/{registrationId}': registrationStatus,
  'POST /authentication/{registrationId}': furtherInstanceRegistered,
  'POST /authentication/foreign': foreignRegistered,
  'PATCH /authentication/foreign/{appId}/app': foreignUpdated,
  'DELETE /authentication/foreign/{appId}/app': foreignRemoved,
  'PATCH /authentication/foreign/{registrationId}/registration': foreignUpdated,
  'DELETE /authentication/foreign/{registrationId}/registration': foreignRemoved,
  'POST /authentication/login': loggedIn,
  'POST /authentication/logout': loggedOut,
};
