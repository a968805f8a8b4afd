import { afterAll, beforeAll, expect, it } from 'vitest';
import { PNG } from 'pngjs';
import { startEmulator, type Emulator } from '../../src/index.ts';
import { drawnPicture, pictures } from '../../src/wawi/areas/items/generate/pictures.ts';
import { erpOf, type Erp } from './sales-client.ts';

let emulator: Emulator;
let erp: Erp;

beforeAll(async () => {
  emulator = await startEmulator();
  erp = await erpOf(emulator, '7c9e6679-7425-40de-944b-e07fc1f90ae7');
});

afterAll(async () => {
  await emulator.close();
});

interface ImageRow {
  ImageId: number;
  Filename: string;
  ImageDataType: string;
  Size: number;
  Width: number;
  Height: number;
}

it('every picture is a PNG of the size that its image states, with a silhouette in a second colour', () => {
  const drawn = pictures();
  expect(drawn.length).toBeGreaterThan(40);
  for (const { fileId, size, width, height } of drawn) {
    const bytes = drawnPicture(fileId)!;
    const png = PNG.sync.read(Buffer.from(bytes));
    expect([bytes.byteLength, png.width, png.height]).toEqual([size, width, height]);
    const colours = new Set(Array.from({ length: width * height }, (_, n) => png.data.readUInt32BE(4 * n)));
    expect(colours.size).toBe(2);
  }
  expect(drawnPicture(1)).toBeUndefined();
});

it('the items of a generated shop show the picture of their kind', async () => {
  const { Items } = (await erp<{ Items: { Id: number; Name: string }[] }>('GET /items?pageSize=20')).json;
  let shown = 0;
  for (const { Id, Name } of Items) {
    const [image, ...others] = (await erp<ImageRow[]>(`GET /items/${Id}/images`)).json;
    expect(others).toEqual([]);
    if (!image) continue;
    const { bytes, headers } = await erp(`GET /items/imagedata/${image.ImageId}`);
    expect([bytes.byteLength, headers.get('content-type')]).toEqual([image.Size, 'image/png']);
    expect(image.Filename).toBe(`${Name.split(' ')[0] ?? ''}.png`);
    shown += 1;
  }
  expect(shown).toBeGreaterThan(10);
});
