import { randomUUID } from 'node:crypto';
import type { EntityMap } from '../../../store/entity-map.ts';
import { writeWithFile } from '../../../store/persistence/files.ts';
import type { RootBindings, RootCall } from '../../../wire/graphql/call.ts';
import { creates } from '../../../wire/graphql/commands.ts';
import type { UploadedFile } from '../../../wire/graphql/uploaded-file.ts';
import { registerFile } from '../operations/uploaded-files.ts';

/** Keeps a file for later use, under a key of its own (REST v2: `PUT /file`). */
async function uploadFile(call: RootCall): Promise<unknown> {
  const { fileName, mediaType, bytes } = call.args['file'] as UploadedFile;
  const contentType = mediaType === '' ? 'application/octet-stream' : mediaType;
  const key = randomUUID();
  const file = await writeWithFile(call, bytes, (data, fileId) =>
    registerFile(data, { fileName, contentType, fileId, key, size: bytes.byteLength }),
  );
  return { ...file, fileHandle: `${call.baseUrl}/erp/v2/file/${key}` };
}

/** Files and workbenches. */
export const systemMutations: RootBindings = {
  UploadFile: { scopes: ['file.handling'], one: uploadFile },
  CreateWorkbenchResource: creates<Omit<EntityMap['workbenchResource'], 'id'>>('system.write', (call) =>
    call.write((data) => data.insert('workbenchResource', call.draft)),
  ),
  CreateWorkbenchResourceType: creates<Omit<EntityMap['workbenchResourceType'], 'id'>>(
    'system.write',
    (call) => call.write((data) => data.insert('workbenchResourceType', call.draft)),
  ),
};
