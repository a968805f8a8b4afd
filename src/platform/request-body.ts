import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** A body larger than the limit; answered with 413. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
  constructor(readonly limit: number) {
    super(`the body is larger than ${limit} bytes`);
  }
}

/** A body that cannot be read: an unknown encoding (415), or bytes that break off or are not of their encoding (400). */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
  constructor(
    readonly status: 400 | 415,
    message: string,
  ) {
    super(message);
  }
}

/** 10 MB, far more than the Identity Provider or the Account Service needs. */
const defaultLimit = 10 * 1024 * 1024;

/** `Content-Encoding` -> decoder. */
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Reads a request's whole body as UTF-8 text. @throws as {@link readBody} */
export async function readText(request: IncomingMessage): Promise<string> {
  return (await readBody(request)).toString('utf8');
}

/**
 * Reads a request's whole body, decoded.
 * @param limit bytes, decoded
 * @throws BodyTooLarge, UnreadableBody
 */
export function readBody(request: IncomingMessage, limit = defaultLimit): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const unreadable = (error: Error): void => {
      // The rest is discarded, so that the client can read the answer.
      request.resume();
      reject(new UnreadableBody(400, `the body could not be read (${error.message})`));
    };
    const body = decoded(request, reject);
    body?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and discarded, because closing at once would lose the answer on the client's side.
      if (size > limit) reject(new BodyTooLarge(limit));
      else chunks.push(chunk);
    });
    body?.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    body?.once('error', unreadable);
    if (body !== request) request.once('error', unreadable);
  });
}

/** @returns the stream of the decoded body; undefined, after a refusal, for an encoding without a decoder */
function decoded(request: IncomingMessage, refuse: (error: Error) => void): Readable | undefined {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return request;
  const decoder = decoders[encoding];
  if (decoder) return request.pipe(decoder());
  request.resume();
  const known = ['identity', ...Object.keys(decoders)].join(', ');
  refuse(new UnreadableBody(415, `the Content-Encoding is '${encoding}'; send one of ${known}`));
  return undefined;
}

/** @returns a request's media type without parameters, in lower case; empty if there is none */
export function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
