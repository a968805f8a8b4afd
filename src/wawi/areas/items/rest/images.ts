import { writeWithFile } from '../../../store/persistence/files.ts';
import { drawnPicture } from '../generate/pictures.ts';
import {
  addImage,
  changeImage,
  removeImage,
  type ImageChange,
  type NewImage,
} from '../operations/item-images.ts';
import { imageMediaType, previewOf } from '../rules/image-format.ts';
import { imagesOf } from '../rules/item-images.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Answer, BindingsV1, BindingsV2, Call, Handler } from '../../../wire/rest/call.ts';
import { act, fileAnswer, idOf, part } from '../../../wire/rest/handlers.ts';
import { numberParam } from '../../../wire/rest/params.ts';

/** Images of items in v1. */
export const itemImageBindingsV1: BindingsV1 = {
  'GET /items/{itemId}/images': part('item', (item, call) => imagesOf(call.data, item)),
  'POST /items/{itemId}/images': async (call) => {
    call.data.get('item', idOf(call));
    const bytes = bytesIn(call);
    const salesChannelId = call.draft['salesChannelId'] as string;
    return {
      value: await writeWithFile(call, bytes, (data, fileId) =>
        addImage(data, idOf(call), received(call, bytes, fileId), salesChannelId, call.now),
      ),
    };
  },
  'PATCH /items/{itemId}/images/{imageId}': async (call) => {
    call.data.get('item', idOf(call));
    const { imageData, ...fields } = call.draft;
    const change = (data: TenantData, image?: NewImage) =>
      changeImage(
        data,
        idOf(call),
        numberParam(call, 'imageId'),
        { ...fields, ...(image && { image }) } as ImageChange,
        call.now,
      );
    if (typeof imageData !== 'string') return { value: await call.write((data) => change(data)) };
    const bytes = bytesIn(call);
    return {
      value: await writeWithFile(call, bytes, (data, fileId) => change(data, received(call, bytes, fileId))),
    };
  },
  'DELETE /items/{itemId}/images/{imageId}': act((data, call) => {
    removeImage(data, idOf(call), numberParam(call, 'imageId'), call.now);
  }),
  'GET /items/imagedata/{imageId}': (call) => bytesOfImage(call),
};

/** Images of items in v2, by their own ids. */
export const itemImageBindingsV2: BindingsV2 = {
  'GET /items/image-data/{imageId}': inJson(bytesOfImage),
  'GET /item-files/get-image-by-id/{imageId}': inJson(bytesOfImage),
  'GET /item-files/get-preview-image-by-id/{imageId}': inJson(async (call) => {
    const { bytes } = await bytesOfImage(call);
    return bytes ? { bytes: { ...bytes, data: previewOf(bytes.data) }, assumptions: ['preview-limit'] } : {};
  }),
};

/**
 * v2 documents image data as a JSON string of base64; clients that ask for an image by their Accept header get its
 * bytes (fidelity row `image-data-accept`).
 */
function inJson(read: (call: Call) => Promise<Answer>): Handler {
  return async (call) => {
    const answer = await read(call);
    if (!answer.bytes || /\bimage\//.test(String(call.headers['accept'] ?? '')))
      return { ...answer, assumptions: [...(answer.assumptions ?? []), 'image-data-accept'] };
    const { assumptions = [] } = answer;
    return { json: Buffer.from(answer.bytes.data).toString('base64'), assumptions };
  };
}

async function bytesOfImage(call: Call): Promise<Answer> {
  const image = call.data.get('image', numberParam(call, 'imageId'));
  const data = drawnPicture(image.fileId);
  if (data) return { bytes: { data, type: imageMediaType(image.imageDataType) } };
  return fileAnswer(call, image.fileId, imageMediaType(image.imageDataType));
}

function bytesIn({ draft }: Call): Buffer {
  return Buffer.from(draft['imageData'] as string, 'base64');
}

function received({ draft }: Call, bytes: Uint8Array, fileId: number): NewImage {
  return { fileId, bytes, filename: (draft['filename'] as string | null) ?? `bild-${fileId}` };
}
