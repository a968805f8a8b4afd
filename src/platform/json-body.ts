import express, { type RequestHandler } from 'express';
import { NotJson, parsedJson } from './json.ts';

const json = 'application/json';

/**
 * Reads JSON bodies of an express app into `request.body`; an empty one is `{}`.
 * @param limit largest body, as express writes it (`10mb`)
 * @param types `json`: a body of another media type is ignored; `any`: the media type does not matter, because curl
 *   calls each body a form by default
 * @returns handlers that fail with NotJson, or with the error of express's own reader
 */
export function jsonBody(limit: string, types: 'json' | 'any' = 'json'): RequestHandler[] {
  return [
    express.raw({ type: types === 'any' ? () => true : json, limit }),
    (request, _response, next) => {
      const body: unknown = request.body;
      if (Buffer.isBuffer(body)) {
        request.body = body.length === 0 ? {} : bodyFrom(body, request.headers['content-type']);
      }
      next();
    },
  ];
}

function bodyFrom(bytes: Buffer, type: string | undefined): unknown {
  try {
    return parsedJson(bytes);
  } catch (error) {
    if (!(error instanceof NotJson) || type?.includes(json)) throw error;
    throw new NotJson(
      `${error.message} (its Content-Type is ${type === undefined ? 'missing' : `'${type}'`})`,
    );
  }
}
