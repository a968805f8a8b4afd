import type { IncomingMessage } from 'node:http';
import { NotJson, parsedJson } from '../platform/json.ts';
import { mediaTypeOf, readBody } from '../platform/request-body.ts';
import { AccountError } from './errors.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws AccountError 400 if the value is missing or not a UUID */
export function uuidParameter(value: unknown, name: string): string {
  if (typeof value === 'string' && uuid.test(value)) return value.toLowerCase();
  const got = value === null || value === undefined || value === '' ? 'missing' : `'${String(value)}'`;
  throw new AccountError(
    400,
    { [name]: [`'${name}' must be a UUID.`] },
    `${name} is ${got}; expected a UUID`,
  );
}

/** @throws AccountError 400 if the value is missing or not text */
export function textField(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new AccountError(
    400,
    { [name]: [`'${name}' must not be empty.`] },
    `the field '${name}' is missing or not a text`,
  );
}

/**
 * Reads a JSON object.
 * @throws AccountError 400 with the reason why the body is not a JSON object
 */
export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes = await readBody(request);
  const type = mediaTypeOf(request);
  if (type !== 'application/json') {
    throw new AccountError(
      400,
      { body: ['The request body must be JSON.'] },
      `Content-Type is '${type || 'missing'}'; send application/json`,
    );
  }
  const body = parsed(bytes);
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new AccountError(
    400,
    { body: ['The request body is not a JSON object.'] },
    'the body is not a JSON object',
  );
}

function parsed(bytes: Buffer): unknown {
  try {
    return parsedJson(bytes);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw new AccountError(
      400,
      { body: ['The request body is not valid JSON.'] },
      `the body ${error.message}`,
    );
  }
}
