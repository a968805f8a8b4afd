import { crc32 } from 'node:zlib';
import { assortment } from './assortment.ts';

/** Pictures of generated items are drawn when they are read, and have file ids above those of stored files. */
const firstFileId = 2_000_000_000;
/** Pixels of each side. */
export const pictureEdge = 200;

const bytesPerRow = 1 + pictureEdge / 8;
/** Bytes of every picture: signature, header, palette, data and end, each chunk with 12 bytes of its own. */
const pictureSize = 8 + (12 + 13) + (12 + 6) + (12 + 11 + bytesPerRow * pictureEdge) + 12;

type Point = readonly [x: number, y: number];

/** Silhouettes on a square of 100 by 100, by category; where polygons overlap is a hole. */
// prettier-ignore
const silhouettes: Readonly<Record<string, readonly (readonly Point[])[]>> = {
  Zelte: [[[8, 80], [50, 20], [92, 80]], [[40, 80], [50, 45], [60, 80]]],
  Schlafsäcke: [[[40, 10], [60, 10], [72, 20], [74, 80], [64, 90], [36, 90], [26, 80], [28, 20]], [[44, 16], [56, 16], [62, 25], [56, 34], [44, 34], [38, 25]]],
  Rucksäcke: [[[30, 12], [70, 12], [74, 24], [26, 24]], [[27, 28], [73, 28], [78, 88], [22, 88]], [[36, 55], [64, 55], [66, 78], [34, 78]]],
  Bekleidung: [[[36, 15], [64, 15], [92, 36], [82, 52], [71, 43], [71, 88], [29, 88], [29, 43], [18, 52], [8, 36]]],
  Schuhe: [[[28, 15], [50, 15], [52, 50], [86, 64], [90, 78], [24, 78]], [[23, 81], [91, 81], [91, 87], [23, 87]]],
  'Kochen & Küche': [[[18, 42], [82, 42], [75, 84], [25, 84]], [[16, 32], [84, 32], [84, 38], [16, 38]], [[45, 24], [55, 24], [55, 29], [45, 29]]],
  Beleuchtung: [[[42, 10], [58, 10], [76, 38], [60, 60], [40, 60], [24, 38]], [[42, 64], [58, 64], [56, 88], [44, 88]]],
  Klettern: [[[35, 10], [65, 10], [80, 35], [72, 80], [50, 90], [28, 80], [20, 35]], [[40, 20], [60, 20], [70, 38], [63, 74], [50, 80], [37, 74], [30, 38]]],
  Zubehör: [[[20, 30], [80, 30], [80, 82], [20, 82]], [[36, 18], [64, 18], [64, 28], [36, 28]], [[44, 48], [56, 48], [56, 64], [44, 64]]],
  'Ausrüstung für Kinder': [[[50, 10], [61, 38], [92, 40], [67, 58], [76, 88], [50, 70], [24, 88], [33, 58], [8, 40], [39, 38]]],
  Kinderzelte: [[[18, 85], [50, 30], [82, 85]], [[43, 85], [50, 62], [57, 85]], [[49, 10], [70, 17], [51, 24], [51, 28], [49, 28]]],
  Proviant: [[[28, 20], [72, 20], [78, 88], [22, 88]], [[30, 10], [70, 10], [70, 16], [30, 16]], [[36, 45], [64, 45], [64, 65], [36, 65]]],
  'Bücher & Karten': [[[8, 22], [48, 28], [48, 84], [8, 78]], [[52, 28], [92, 22], [92, 78], [52, 84]]],
};

/** Colours of ground and silhouette, red, green and blue. */
const palettes: readonly (readonly [ground: readonly number[], silhouette: readonly number[]])[] = [
  [
    [238, 242, 230],
    [74, 103, 65],
  ],
  [
    [232, 239, 244],
    [58, 90, 120],
  ],
  [
    [246, 238, 230],
    [150, 92, 52],
  ],
  [
    [243, 233, 236],
    [130, 58, 80],
  ],
  [
    [238, 238, 238],
    [70, 70, 78],
  ],
];

const kinds = assortment.flatMap(({ category, kinds }) => kinds.map(({ name }) => ({ category, name })));

/** A picture as an image of the Wawi describes its file. */
export interface Picture {
  fileId: number;
  filename: string;
  imageDataType: string;
  size: number;
  width: number;
  height: number;
}

/** @returns one picture for each kind of goods, in the order of the assortment */
export function pictures(): Picture[] {
  return kinds.map(({ name }, n) => ({
    fileId: firstFileId + n,
    filename: `${name}.png`,
    imageDataType: 'png',
    size: pictureSize,
    width: pictureEdge,
    height: pictureEdge,
  }));
}

/** @returns the bytes of a generated picture; undefined for the id of a stored file */
export function drawnPicture(fileId: number): Uint8Array | undefined {
  const n = fileId - firstFileId;
  return n >= 0 && n < kinds.length ? drawn(n) : undefined;
}

/** Draws the n-th kind of goods: the silhouette of its category, in two colours that neighbours do not share. */
function drawn(n: number): Uint8Array {
  const shape = silhouettes[kinds[n]?.category ?? ''] ?? [];
  const [ground, silhouette] = palettes[n % palettes.length] ?? [[], []];
  const rows = Buffer.alloc(bytesPerRow * pictureEdge);
  for (let y = 0; y < pictureEdge; y++) {
    const crossings = shape.flatMap((polygon) => crossingsOf(polygon, toShape(y)));
    for (let x = 0; x < pictureEdge; x++) {
      if (crossings.filter((crossing) => crossing > toShape(x)).length % 2 === 0) continue;
      const at = y * bytesPerRow + 1 + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return pngOf(rows, [...ground, ...silhouette]);
}

/** @returns the middle of a pixel in the measure of the silhouettes */
function toShape(pixel: number): number {
  return (100 * (pixel + 0.5)) / pictureEdge;
}

/** @returns where a horizontal line crosses the sides of a polygon */
function crossingsOf(polygon: readonly Point[], y: number): number[] {
  return polygon.flatMap(([x1, y1], n) => {
    const [x2, y2] = polygon[(n + 1) % polygon.length] ?? [x1, y1];
    return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

/**
 * @param rows one bit for each pixel, after the filter byte of each row
 * @param palette three bytes for each of two colours
 * @returns a PNG (ISO/IEC 15948) whose data is stored without compression, so that its size is the same on every machine
 */
function pngOf(rows: Buffer, palette: readonly number[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pictureEdge, 0);
  header.writeUInt32BE(pictureEdge, 4);
  // One bit a pixel, colours from the palette.
  header.set([1, 3], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', storedZlib(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.byteLength), content, uint32(crc32(content))]);
}

/** One stored block (RFC 1951, 3.2.4) in a zlib stream (RFC 1950) with its Adler-32 checksum. */
function storedZlib(data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt16LE(data.byteLength, 0);
  length.writeUInt16LE(data.byteLength ^ 0xffff, 2);
  let [a, b] = [1, 0];
  for (const byte of data) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return Buffer.concat([Buffer.from([0x78, 0x01, 0x01]), length, data, uint32(b * 65_536 + a)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
