import express from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NotJson, parsedJson } from '../../../platform/json.ts';
import { ApiError } from '../access/api-errors.ts';

const limitBytes = 10 * 1024 * 1024;
const parse = express.raw({ type: () => true, limit: limitBytes });

/** Advice by language on how a client sends the bare media type. */
const charsetAdvice =
  "send 'Content-Type: application/json' without charset: fetch and axios: set the header yourself; .NET: content.Headers.ContentType = new MediaTypeHeaderValue(\"application/json\"); PHP Guzzle: 'headers' => ['Content-Type' => 'application/json']; Python requests: headers={'Content-Type': 'application/json'}; --accept-charset lets it pass here";

/**
 * @returns the request's bytes, decompressed, at most 10 MB
 * @throws ApiError 413, 400
 */
export async function readBytes(request: IncomingMessage, response: ServerResponse): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    parse(request as never, response as never, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(refusalOfReading(error));
    });
  });
  const { body } = request as IncomingMessage & { body?: unknown };
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function refusalOfReading(error: unknown): ApiError {
  const { status = 400, type = '' } = error as { status?: number; type?: string };
  if (status === 413) {
    return new ApiError({
      status: 413,
      code: 'PayloadTooLarge',
      message: 'Request body too large.',
      reason: `the body is larger than ${limitBytes} bytes (10 MB); send less at once`,
    });
  }
  return new ApiError({
    status: status === 415 ? 415 : 400,
    code: status === 415 ? 'UnsupportedMediaType' : 'ValidationError',
    message: 'The request body could not be read.',
    reason: `the body could not be read (${type || 'broken off'}); send it whole, as identity, gzip, deflate or br`,
  });
}

/**
 * The cloud API takes bare `application/json` only (platform.md section 5).
 * @throws ApiError 415
 */
export function checkMediaType(header: string | undefined, acceptCharset: boolean): void {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type === 'application/json' && (acceptCharset || parameters.filter(Boolean).length === 0)) return;
  const named = header === undefined ? 'there is no Content-Type header' : `Content-Type is '${header}'`;
  const reason = `${named}; ${remedyFor(type, parameters.filter(Boolean))}`;
  throw new ApiError({
    status: 415,
    code: 'UnsupportedMediaType',
    message: 'Unsupported Media Type',
    reason,
    assumptions: ['media-type-415'],
  });
}

function remedyFor(type: string, parameters: readonly string[]): string {
  if (type !== 'application/json') return "send 'application/json'";
  const others = parameters.filter((parameter) => !parameter.startsWith('charset='));
  if (others.length === 0) return `the ERP API refuses a charset: ${charsetAdvice}`;
  return `the ERP API refuses the parameter '${others.join('; ')}': send 'application/json' without parameters`;
}

/** @throws ApiError 400 for text that is not JSON, nests too deep or has a number outside the range of all types */
export function parseJson(bytes: Buffer): unknown {
  let value: unknown;
  try {
    value = parsedJson(bytes);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw notReadable(error.message);
  }
  if (hasInfinity(value)) throw notReadable('has a number beyond what a double can hold');
  return value;
}

function hasInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasInfinity);
}

function notReadable(reason: string): ApiError {
  return new ApiError({
    status: 400,
    code: 'ValidationError',
    message: 'The request body is not valid JSON.',
    reason: `the body ${reason}`,
  });
}
