import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { imageFormat, previewEdge } from '../../src/wawi/areas/items/rules/image-format.ts';
import { shopOfFile } from './sales-client.ts';

const shop = shopOfFile({ erpVersion: '2.0' });
const { erp } = shop;

function png(width: number, height: number): Buffer {
  const image = new PNG({ width, height });
  image.data.fill(0x7f);
  return PNG.sync.write(image);
}

function jpeg(width: number, height: number): Buffer {
  return Buffer.from(encode({ width, height, data: Buffer.alloc(width * height * 4, 0x40) }, 90).data);
}

interface Image {
  ImageId: number;
  [field: string]: unknown;
}

async function upload(bytes: Buffer, more: object = {}): Promise<Image> {
  const answer = await erp<Image>('POST /items/1/images', {
    ImageData: bytes.toString('base64'),
    Filename: 'tüte.png',
    SalesChannelId: '1-1-1',
    ...more,
  });
  expect(answer.status).toBe(201);
  return answer.json;
}

async function raw(path: string, accept: string): Promise<Response> {
  const token = await shop.emulator.tokens.access();
  return fetch(shop.emulator.url + path, {
    headers: {
      Authorization: `Bearer ${token}`,
      'X-Tenant-ID': '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53',
      Accept: accept,
    },
  });
}

describe('images of items', () => {
  it.each([
    ['PNG', png(640, 320), 'png', 640, 320, 'image/png'],
    ['JPEG', jpeg(120, 90), 'jpg', 120, 90, 'image/jpeg'],
  ])(
    'a %s comes back byte for byte, with its size sniffed',
    async (_kind, bytes, type, width, height, mediaType) => {
      const image = await upload(bytes);
      expect(image).toMatchObject({
        ItemId: 1,
        Filename: 'tüte.png',
        ImageDataType: type,
        Size: bytes.byteLength,
        Width: width,
        Height: height,
        SalesChannelId: '1-1-1',
      });
      const data = await erp(`GET /items/imagedata/${image.ImageId}`);
      expect(data.headers.get('content-type')).toBe(mediaType);
      expect(Buffer.from(data.bytes).equals(bytes)).toBe(true);

      const key = packKey('BildKey', image.ImageId);
      const inJson = await erp<string>(`GET /items/image-data/${key}`, undefined, 'v2');
      expect(Buffer.from(inJson.json, 'base64').equals(bytes)).toBe(true);
      const asked = await raw(`/erp/v2/item-files/get-image-by-id/${key}`, 'image/*');
      expect(Buffer.from(await asked.arrayBuffer()).equals(bytes)).toBe(true);
      expect(asked.headers.get('x-emulator-assumption')).toContain('image-data-accept');
    },
  );

  it.each([
    ['PNG', png(640, 320)],
    ['JPEG', jpeg(640, 320)],
  ])('the preview of a large %s is the same picture, scaled', async (_kind, bytes) => {
    const { ImageId } = await upload(bytes);
    const path = `/erp/v2/item-files/get-preview-image-by-id/${packKey('BildKey', ImageId)}`;
    const preview = new Uint8Array(await (await raw(path, 'image/*')).arrayBuffer());
    expect(imageFormat(preview)).toEqual({
      type: imageFormat(bytes)?.type,
      width: previewEdge,
      height: previewEdge / 2,
    });
  });

  it('a small image is its own preview', async () => {
    const bytes = png(20, 20);
    const { ImageId } = await upload(bytes);
    const path = `/erp/v2/item-files/get-preview-image-by-id/${packKey('BildKey', ImageId)}`;
    expect(Buffer.from(await (await raw(path, 'image/png')).arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('a file that is not an image is refused, naming the field', async () => {
    const answer = await erp('POST /items/1/images', {
      ImageData: Buffer.from('<svg/>').toString('base64'),
      Filename: 'x.svg',
      SalesChannelId: '1-1-1',
    });
    expect(answer.status).toBe(400);
    expect(answer.reason).toContain('ImageData');
  });

  it('changes its place, its bytes and its channel, and is gone once nothing shows it', async () => {
    const { ImageId } = await upload(png(10, 10));
    const path = `/items/1/images/${ImageId}`;
    const moved = await erp<Image>(`PATCH ${path}`, {
      SalesChannelId: '2-2-1',
      SortNumber: 7,
      ImageData: jpeg(30, 40).toString('base64'),
      Filename: 'neu.jpg',
    });
    expect(moved.status).toBe(201);
    expect(moved.json).toMatchObject({
      SalesChannelId: '2-2-1',
      SortNumber: 7,
      Width: 30,
      Height: 40,
      ImageDataType: 'jpg',
      Filename: 'neu.jpg',
    });
    const item = await erp<{ images: { saleschannelImages: unknown[] } }>(
      `GET /items/${packKey('ArtikelKey', 1)}`,
      undefined,
      'v2',
    );
    expect(item.json.images.saleschannelImages).toEqual([
      {
        saleschannelId: '2-2-1',
        images: [expect.objectContaining({ blobIdentifier: packKey('BildKey', ImageId), sortNumber: 7 })],
      },
    ]);
    expect((await erp(`DELETE ${path}`)).status).toBe(204);
    expect((await erp(`GET /items/imagedata/${ImageId}`)).status).toBe(404);
    expect((await erp(`DELETE ${path}`)).status).toBe(404);
  });
});

describe('files', () => {
  it('are handed over in a form and fetched by their handle', async () => {
    const token = await shop.emulator.tokens.access();
    const headers = {
      Authorization: `Bearer ${token}`,
      'X-Tenant-ID': '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53',
    };
    const form = new FormData();
    form.append('file', new Blob(['Grüße'], { type: 'text/plain' }), 'grüße.txt');
    const uploaded = await fetch(`${shop.emulator.url}/erp/v2/file`, { method: 'PUT', headers, body: form });
    const file = (await uploaded.json()) as { fileName: string; size: number; fileHandle: string };
    expect([uploaded.status, file.fileName, file.size]).toEqual([200, 'grüße.txt', 7]);
    const fetched = await fetch(file.fileHandle, { headers });
    expect([fetched.status, await fetched.text()]).toEqual([200, 'Grüße']);
    expect(fetched.headers.get('content-disposition')).toContain(encodeURIComponent('grüße.txt'));

    const unknown = await fetch(`${shop.emulator.url}/erp/v2/file/11111111-1111-4111-8111-111111111111`, {
      headers,
    });
    expect(unknown.status).toBe(404);
    const empty = await fetch(`${shop.emulator.url}/erp/v2/file`, { method: 'PUT', headers });
    expect([empty.status, empty.headers.get('x-emulator-reason')]).toEqual([
      400,
      expect.stringContaining('empty'),
    ]);
  });
});
