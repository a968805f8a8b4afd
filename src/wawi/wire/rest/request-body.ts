import type { IncomingMessage } from 'node:http';
import { NotJson, parsedJson } from '../../../platform/json.ts';
import { BodyTooLarge, readBody, UnreadableBody } from '../../../platform/request-body.ts';
import { ApiError } from '../access/api-errors.ts';

/** Advice by language on how a client sends the bare media type. */
const charsetAdvice =
  "send 'Content-Type: application/json' without charset: fetch and axios: set the header yourself; .NET: content.Headers.ContentType = new MediaTypeHeaderValue(\"application/json\"); PHP Guzzle: 'headers' => ['Content-Type' => 'application/json']; Python requests: headers={'Content-Type': 'application/json'}; --accept-charset lets it pass here";

/**
 * @returns the request's bytes, decompressed, at most 10 MB
 * @throws ApiError 413, 415, 400
 */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  try {
    return await readBody(request);
  } catch (error) {
    throw refusalOfReading(error);
  }
}

function refusalOfReading(error: unknown): unknown {
  if (error instanceof BodyTooLarge)
    return new ApiError({
      status: 413,
      code: 'PayloadTooLarge',
      message: 'Request body too large.',
      reason: `${error.message} (10 MB); send less at once`,
    });
  if (error instanceof UnreadableBody)
    return new ApiError({
      status: error.status,
      code: error.status === 415 ? 'UnsupportedMediaType' : 'ValidationError',
      message: 'The request body could not be read.',
      reason: error.message,
    });
  return error;
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
