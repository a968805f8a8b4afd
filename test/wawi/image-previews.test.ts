import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { previewMegapixels } from '../../src/wawi/areas/items/rules/image-format.ts';
import { kaffeeKontor, kaffeeKontorId, type Erp } from './sales-client.ts';

let emulator: Emulator;
let erp: Erp;

beforeAll(async () => {
  ({ emulator, erp } = await kaffeeKontor());
});

afterAll(async () => {
  await emulator.close();
});

const side = Math.sqrt(previewMegapixels * 1e6);

function png(edge: number): Buffer {
  return PNG.sync.write(new PNG({ width: edge, height: edge }), { deflateLevel: 1 });
}

function jpeg(edge: number): Buffer {
  return Buffer.from(encode({ width: edge, height: edge, data: Buffer.alloc(edge * edge * 4) }, 1).data);
}

async function previewOf(bytes: Buffer): Promise<Uint8Array> {
  const body = { ImageData: bytes.toString('base64'), Filename: 'karte.png', SalesChannelId: '1-1-1' };
  const { json, status } = await erp<{ ImageId: number }>('POST /items/1/images', body);
  expect(status).toBe(201);
  const key = packKey('BildKey', json.ImageId);
  const response = await fetch(`${emulator.url}/erp/v2/item-files/get-preview-image-by-id/${key}`, {
    headers: {
      Accept: 'image/*',
      Authorization: `Bearer ${await emulator.tokens.access({})}`,
      'X-Tenant-ID': kaffeeKontorId,
    },
  });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

describe('the preview of an image', () => {
  it.each([
    ['PNG', png],
    ['JPEG', jpeg],
  ])('of more pixels than are decoded at a time is the image itself: %s', async (_format, image) => {
    const bytes = image(Math.ceil(side) + 1);
    expect(Buffer.from(await previewOf(bytes)).equals(bytes)).toBe(true);
  });
});
