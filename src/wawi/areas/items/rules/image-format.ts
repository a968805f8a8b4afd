import { imageSize } from 'image-size';
import { decode as decodeJpeg, encode as encodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';

/** The format of an image, by its first bytes. */
export interface ImageFormat {
  /** Extension without dot. */
  type: 'jpg' | 'png' | 'gif' | 'bmp' | 'webp';
  /** Pixels. */
  width: number;
  height: number;
}

const accepted: ReadonlySet<string> = new Set(['jpg', 'png', 'gif', 'bmp', 'webp']);

/** @returns the format of an image, or undefined when the bytes are none that Wawi takes */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    return type !== undefined && accepted.has(type)
      ? { type: type as ImageFormat['type'], width, height }
      : undefined;
  } catch {
    // The library throws for anything it does not know; here that is an answer.
    return undefined;
  }
}

/** The media type of an image's extension. */
export function imageMediaType(type: string): string {
  return type === 'jpg' ? 'image/jpeg' : `image/${type}`;
}

/** The longest side of a preview, in pixels. */
export const previewEdge = 200;

/**
 * Limit of megapixels for scaling down. Decoding takes 8 bytes and about 30 ns for each pixel and blocks other
 * requests, and a file of some kilobytes may have any number of pixels.
 */
export const previewMegapixels = 4;

interface Pixels {
  width: number;
  height: number;
  /** RGBA, row by row. */
  data: Uint8Array;
}

/**
 * Scales an image down to a preview.
 * @returns an image of the same format, at most {@link previewEdge} pixels wide and high; small images, those above
 * {@link previewMegapixels}, and formats other than JPEG and PNG, as they are
 */
export function previewOf(bytes: Uint8Array): Uint8Array {
  const format = imageFormat(bytes);
  if (!format || Math.max(format.width, format.height) <= previewEdge) return bytes;
  if (format.width * format.height > previewMegapixels * 1e6) return bytes;
  try {
    return scaled(bytes, format);
  } catch {
    // A right header over broken pixels: there is nothing to scale.
    return bytes;
  }
}

function scaled(bytes: Uint8Array, format: ImageFormat): Uint8Array {
  const share = previewEdge / Math.max(format.width, format.height);
  if (format.type === 'png') {
    const pixels = scale(PNG.sync.read(Buffer.from(bytes)), share);
    const png = new PNG({ width: pixels.width, height: pixels.height });
    png.data = Buffer.from(pixels.data);
    return PNG.sync.write(png);
  }
  if (format.type !== 'jpg') return bytes;
  const { width, height, data } = decodeJpeg(bytes, {
    useTArray: true,
    // The frame that is decoded may be another one than the first, which told the size.
    maxResolutionInMP: previewMegapixels,
  });
  return encodeJpeg(scale({ width, height, data }, share), 80).data;
}

/** Averages the pixels that fall into each pixel of the result. */
function scale(source: Pixels, share: number): Pixels {
  const width = Math.max(1, Math.round(source.width * share));
  const height = Math.max(1, Math.round(source.height * share));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const rows: readonly [number, number] = [
      spanStart(y, height, source.height),
      spanEnd(y, height, source.height),
    ];
    for (let x = 0; x < width; x++) {
      const columns: readonly [number, number] = [
        spanStart(x, width, source.width),
        spanEnd(x, width, source.width),
      ];
      data.set(average(source, rows, columns), (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

function spanStart(at: number, size: number, sourceSize: number): number {
  return Math.floor((at * sourceSize) / size);
}

function spanEnd(at: number, size: number, sourceSize: number): number {
  return Math.max(spanStart(at, size, sourceSize) + 1, Math.floor(((at + 1) * sourceSize) / size));
}

function average(
  { width, data }: Pixels,
  [top, bottom]: readonly [number, number],
  [left, right]: readonly [number, number],
): number[] {
  const sums = [0, 0, 0, 0];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      for (let channel = 0; channel < 4; channel++)
        sums[channel] = (sums[channel] ?? 0) + (data[(y * width + x) * 4 + channel] ?? 0);
  const count = (bottom - top) * (right - left);
  return sums.map((sum) => Math.round(sum / count));
}
