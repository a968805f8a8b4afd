import type { FileReference } from '../../../store/shared-entities.ts';
import { writeWithFile } from '../../../store/persistence/files.ts';
import {
  addFile,
  changeFile,
  fileAt,
  filesAt,
  removeFile,
  type FileDraft,
  type FilePlace,
} from '../operations/order-files.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Call, Handler } from '../../../wire/rest/call.ts';
import { act, fileAnswer } from '../../../wire/rest/handlers.ts';

/** The operations on the files of an order or of one of its lines. */
export interface FileHandlers {
  list: Handler;
  data: Handler;
  create: Handler;
  update: Handler;
  remove: Handler;
}

/** Media types of the data types that clients name; anything else goes out as bytes. */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['txt', 'text/plain; charset=utf-8'],
  ['csv', 'text/csv; charset=utf-8'],
]);

/** Path parameters in the order of the template: the order, its line where there is one, the file. */
function ids(call: Call): number[] {
  return Object.values(call.params) as number[];
}

/** @param onLine whether the second path parameter names a line */
export function fileHandlers(onLine: boolean): FileHandlers {
  const placeOf = (call: Call): FilePlace => ({
    orderId: ids(call)[0] ?? 0,
    lineId: onLine ? ids(call)[1] : undefined,
  });
  const fileIdOf = (call: Call): number => ids(call)[onLine ? 2 : 1] ?? 0;
  const shown = (call: Call) => (file: FileReference) => {
    const { orderId, lineId } = placeOf(call);
    return { ...file, salesOrderId: orderId, salesOrderLineItemId: lineId };
  };
  return {
    list: (call) => ({ value: filesAt(call.data, placeOf(call)).map(shown(call)) }),
    data: (call) => {
      const { fileId, fileName, fileDataType } = fileAt(call.data, placeOf(call), fileIdOf(call));
      const extension = fileDataType.toLowerCase().replace(/^\./, '');
      const type = mediaTypes.get(extension) ?? (/^\w+\/[\w.+-]+$/.test(extension) ? extension : undefined);
      return fileAnswer(call, fileId, type ?? 'application/octet-stream', fileName);
    },
    create: async (call) => {
      const { fileName, fileDataType } = call.draft as { fileName: string; fileDataType: string };
      const file = await writeKept(call, (data, bytes = { fileId: 0, size: 0 }) =>
        addFile(data, placeOf(call), { fileName, fileDataType, ...bytes }, call.now),
      );
      return { value: shown(call)(file) };
    },
    update: async (call) => {
      const file = await writeKept(call, (data, bytes) =>
        changeFile(data, placeOf(call), fileIdOf(call), { ...namesOf(call), ...bytes }),
      );
      return { value: shown(call)(file) };
    },
    remove: act((data, call) => {
      removeFile(data, placeOf(call), fileIdOf(call));
    }),
  };
}

function namesOf(call: Call): FileDraft {
  const { fileName, fileDataType } = call.draft;
  return {
    ...(typeof fileName === 'string' ? { fileName } : {}),
    ...(typeof fileDataType === 'string' ? { fileDataType } : {}),
  };
}

/** Keeps the body's base64 as bytes, where there is any. */
function writeKept<T>(
  call: Call,
  work: (data: TenantData, kept?: { fileId: number; size: number }) => T,
): Promise<T> {
  const { fileData } = call.draft;
  if (typeof fileData !== 'string') return call.write((data) => work(data));
  const bytes = Buffer.from(fileData, 'base64');
  return writeWithFile(call, bytes, (data, fileId) => work(data, { fileId, size: bytes.byteLength }));
}
