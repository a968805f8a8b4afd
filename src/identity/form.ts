import type { IncomingMessage } from 'node:http';
import { mediaTypeOf, readText } from '../platform/request-body.ts';
import { OAuthError } from './errors.ts';

/** Parameters of a request, each at most once. Empty values count as absent (RFC 6749 section 3.1). */
export type Parameters = ReadonlyMap<string, string>;

/**
 * Reads the form that every POST of OAuth has.
 * @throws OAuthError `invalid_request` for another media type, naming the usual mistake
 */
export async function readForm(request: IncomingMessage): Promise<Parameters> {
  const text = await readText(request);
  const type = mediaTypeOf(request);
  if (text !== '' && type !== 'application/x-www-form-urlencoded') {
    throw new OAuthError(
      'invalid_request',
      `the body's Content-Type is '${type || 'missing'}'; OAuth requests are forms: send 'application/x-www-form-urlencoded'`,
    );
  }
  return parameters(new URLSearchParams(text));
}

/**
 * @throws OAuthError `invalid_request` for a parameter that occurs twice (RFC 6749 section 3.1)
 */
export function parameters(search: URLSearchParams): Parameters {
  const found = new Map<string, string>();
  for (const [name, value] of search) {
    if (value === '') continue;
    if (found.has(name))
      throw new OAuthError(
        'invalid_request',
        `the parameter '${name}' is there more than once; send it once`,
      );
    found.set(name, value);
  }
  return found;
}

/** @throws OAuthError `invalid_request` if the parameter is missing */
export function required(form: Parameters, name: string): string {
  const value = form.get(name);
  if (value === undefined) throw new OAuthError('invalid_request', `the parameter '${name}' is missing`);
  return value;
}

/** @returns the names in a space-delimited scope parameter, each once (RFC 6749 section 3.3) */
export function scopeList(scope: string | undefined): string[] {
  return [...new Set((scope ?? '').split(' ').filter((name) => name !== ''))];
}
