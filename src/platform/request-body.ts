import type { IncomingMessage } from 'node:http';

/** A body larger than the limit; answered with 413. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
  constructor(readonly limit: number) {
    super(`the body is larger than ${limit} bytes`);
  }
}

/** 10 MB, far more than the Identity Provider or the Account Service needs. */
const defaultLimit = 10 * 1024 * 1024;

/** Reads a request's whole body as UTF-8 text. @throws BodyTooLarge */
export async function readText(request: IncomingMessage): Promise<string> {
  return (await readBody(request)).toString('utf8');
}

/**
 * Reads a request's whole body.
 * @param limit bytes
 * @throws BodyTooLarge
 */
export function readBody(request: IncomingMessage, limit = defaultLimit): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and discarded, because closing at once would lose the answer on the client's side.
      if (size > limit) reject(new BodyTooLarge(limit));
      else chunks.push(chunk);
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.once('error', reject);
  });
}

/** @returns a request's media type without parameters, in lower case; empty if there is none */
export function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
