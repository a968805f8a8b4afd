import { randomUUID } from 'node:crypto';
import { writeWithFile } from '../../../store/persistence/files.ts';
import { fileByKey, registerFile } from '../operations/uploaded-files.ts';
import { ApiError } from '../../../wire/access/api-errors.ts';
import type { BindingsV2, Call } from '../../../wire/rest/call.ts';
import { fileAnswer } from '../../../wire/rest/handlers.ts';
import { textParam } from '../../../wire/rest/params.ts';

interface Upload {
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

/** Files that apps hand over for later use. */
export const fileBindingsV2: BindingsV2 = {
  'PUT /file': async (call) => {
    const { bytes, ...described } = await uploadOf(call);
    const key = randomUUID();
    const file = await writeWithFile(call, bytes, (data, fileId) =>
      registerFile(data, { ...described, fileId, key, size: bytes.byteLength }),
    );
    return { value: { ...file, fileHandle: `${call.baseUrl}/erp/v2/file/${key}` } };
  },
  'GET /file/{key}': async (call) => {
    const file = fileByKey(call.data, textParam(call, 'key'));
    const answer = await fileAnswer(call, file.fileId, file.contentType, file.fileName);
    return { ...answer, status: 200, assumptions: ['file-download-200'] };
  },
};

/** A file comes as the first file of a form, or as the body itself. */
async function uploadOf(call: Call): Promise<Upload> {
  const contentType = String(call.headers['content-type'] ?? 'application/octet-stream');
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    if (call.bytes.byteLength === 0) throw noFile('the body is empty');
    return {
      fileName: fileNameOf(call.headers['content-disposition']) ?? 'upload',
      contentType: contentType.split(';', 1)[0] ?? '',
      bytes: call.bytes,
    };
  }
  for (const value of (await formOf(call.bytes, contentType)).values()) {
    if (typeof value === 'string') continue;
    return {
      fileName: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    };
  }
  throw noFile('the form has no file in it');
}

async function formOf(bytes: Uint8Array, contentType: string): Promise<FormData> {
  try {
    return await new Response(Buffer.from(bytes), { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    throw noFile('the multipart form could not be read');
  }
}

function fileNameOf(disposition: string | string[] | undefined): string | undefined {
  return /filename="?([^";]+)"?/i.exec(String(disposition ?? ''))?.[1];
}

function noFile(reason: string): ApiError {
  return new ApiError({
    status: 400,
    code: 'ValidationError',
    message: 'A file is required.',
    reason: `${reason}; send the file as the body, or in a multipart/form-data part`,
  });
}
