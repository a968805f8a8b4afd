import express, { type RequestHandler } from 'express';
import { parsedJson } from './json.ts';

/**
 * Reads JSON bodies of an express app into `request.body`; an empty one is `{}`, another media type is left alone.
 * @param limit largest body, as express writes it (`10mb`)
 * @returns handlers that fail with NotJson, or with what express's own reader throws
 */
export function jsonBody(limit: string): RequestHandler[] {
  return [
    express.raw({ type: 'application/json', limit }),
    (request, _response, next) => {
      const body: unknown = request.body;
      if (Buffer.isBuffer(body)) request.body = body.length === 0 ? {} : parsedJson(body);
      next();
    },
  ];
}
