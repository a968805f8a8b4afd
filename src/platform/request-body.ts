import type { IncomingMessage } from 'node:http';

/** A body larger than the limit; answered with 413. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
  constructor(readonly limit: number) {
    super(`the body is larger than ${limit} bytes`);
  }
}

/** Design.md allows 10 MB; nothing the Identity Provider or the Account Service reads comes near it. */
const defaultLimit = 10 * 1024 * 1024;

/**
 * Reads a request's whole body as UTF-8 text.
 * @param limit bytes
 * @throws BodyTooLarge
 */
export function readText(request: IncomingMessage, limit = defaultLimit): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and dropped: closing at once would lose the answer on the client's side.
      if (size > limit) reject(new BodyTooLarge(limit));
      else chunks.push(chunk);
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
    request.once('error', reject);
  });
}

/** @returns a request's media type without parameters, in lower case; empty if there is none */
export function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/**
 * @param error what `JSON.parse` threw
 * @returns its words without the text it quotes, in which a secret may stand, and what would be right
 */
export function jsonProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unreadable';
  return `${message.replace(/(^|, )(\.{3})?"[\s\S]*$/, '') || 'unreadable'}; send one complete JSON value`;
}
